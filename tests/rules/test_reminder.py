"""The sweep of reminders over a real database: what is written, for whom, and that it is written once."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from models.final_event import FinalEvent, FinalEventState
from models.plan import Activity, ActivityState
from models.reminder import Snooze, Swept
from models.report import Report, ReportState
from models.route import Route, RouteState
from tests.rules.school_evening import BORN, DAY, lines


@pytest.mark.parametrize(
    ("days", "hour", "left"),
    [
        (15, 17, None),
        (14, 16, None),
        (14, 17, 14),
        (13, 18, None),
        (7, 17, 7),
        (2, 17, None),
        (1, 17, 1),
        (0, 17, 0),
    ],
)
async def test_the_rungs_of_the_regulation_are_told_at_their_hour(school, route, days, hour, left):
    await school.activity(route, DAY)
    school.at(DAY - timedelta(days=days), hour)
    written = await school.sweep()
    assert [lines(one) for one in written] == ([[("activity", left)]] if left is not None else [])


async def test_every_rung_comes_once_however_often_the_clock_ticks(school, route):
    await school.activity(route, DAY)
    told = []
    moment = datetime(2027, 4, 27, tzinfo=UTC)
    while moment < datetime(2027, 5, 13, tzinfo=UTC):
        school.now = moment
        told += [line for one in await school.sweep() for line in lines(one)]
        moment += timedelta(minutes=30)
    assert told == [("activity", 14), ("activity", 7), ("activity", 1), ("activity", 0)]


async def test_several_deadlines_of_one_evening_are_one_notice(school, route):
    await school.activity(route, DAY)
    await school.activity(route, DAY + timedelta(days=6))
    await school.activity(route, DAY - timedelta(days=7), ActivityState.HELD)
    await school.add(
        FinalEvent(
            route_id=route,
            title="Мастер-класс",
            on_date=DAY + timedelta(days=13),
            state=FinalEventState.PLANNED,
            created_at=BORN,
        )
    )
    await school.change(Route, route, ends_on=DAY)
    school.at(DAY - timedelta(days=1))
    (one,) = await school.sweep()
    assert lines(one) == [
        ("activity", 1),
        ("report", 1),
        ("route", 1),
        ("activity", 7),
        ("final_event", 14),
    ]
    school.at(DAY + timedelta(days=1))
    reminders = [one for one in await school.sweep() if one["kind"] == "reminder-day"]
    assert [lines(one) for one in reminders] == [[("report", -1), ("route", -1)]]


async def test_only_active_routes_are_reminded(school):
    home = await school.organisation("Школа № 3")
    for state in (RouteState.DRAFT, RouteState.ON_CONFIRMATION):
        await school.activity(await school.route(home, state), DAY)
    school.at(DAY)
    assert await school.sweep() == []
    school.at(DAY + timedelta(days=1))
    assert await school.sweep() == []


async def test_who_has_not_come_in_yet_is_not_written_to(school):
    route = await school.route(await school.organisation("Школа № 3"), here=False)
    await school.activity(route, DAY)
    school.at(DAY)
    assert await school.sweep() == []


async def test_each_organisation_has_its_own_evening(school):
    samara = await school.route(await school.organisation("Школа № 3"))
    moscow = await school.route(await school.organisation("Школа № 4", "Europe/Moscow"))
    for route in (samara, moscow):
        await school.activity(route, DAY)
    school.at(DAY - timedelta(days=1), 18)
    assert len(await school.sweep()) == 2
    school.at(DAY, 17)
    assert len(await school.sweep()) == 1
    school.at(DAY, 17, 59)
    assert await school.sweep() == []
    school.at(DAY, 18)
    assert len(await school.sweep()) == 1


async def test_down_at_the_hour_it_comes_late_on_the_same_evening(school, route):
    await school.activity(route, DAY)
    school.at(DAY - timedelta(days=7), 16, 50)
    assert await school.sweep() == []
    school.at(DAY - timedelta(days=7), 17, 20)
    assert [lines(one) for one in await school.sweep()] == [[("activity", 7)]]
    school.at(DAY - timedelta(days=7), 17, 21)
    assert await school.sweep() == []


async def test_in_the_quiet_hours_it_waits_for_the_morning(school, route):
    await school.activity(route, DAY)
    for day, hour in (
        (DAY - timedelta(days=7), 21),
        (DAY - timedelta(days=7), 23),
        (DAY - timedelta(days=6), 7),
    ):
        school.at(day, hour, 59)
        assert await school.sweep() == []
    school.at(DAY - timedelta(days=6), 8)
    assert [lines(one) for one in await school.sweep()] == [[("activity", 6)]]
    school.at(DAY - timedelta(days=6), 17)
    assert await school.sweep() == []


async def test_after_days_of_silence_only_the_most_urgent_rung_is_told(school, route):
    await school.activity(route, DAY)
    school.at(DAY - timedelta(days=9))
    assert await school.sweep() == []
    school.at(DAY - timedelta(days=2), 12)
    assert [lines(one) for one in await school.sweep()] == [[("activity", 2)]]
    school.at(DAY - timedelta(days=1))
    assert [lines(one) for one in await school.sweep()] == [[("activity", 1)]]


async def test_an_activity_that_is_over_is_asked_about_instead(school, route):
    await school.activity(route, DAY)
    school.at(DAY - timedelta(days=2))
    await school.sweep()
    school.at(DAY + timedelta(days=1), 12)
    assert await school.sweep() == []
    school.at(DAY + timedelta(days=1))
    assert [one["kind"] for one in await school.sweep()] == ["reminder-nudge"]


async def test_a_clock_moved_back_and_forth_says_nothing_twice(school, route):
    await school.activity(route, DAY)
    told = []
    for days in (16, 7, 9, 7, 16, 6, 0, 7, 1, 14, 0):
        for minute in (0, 1):
            school.at(DAY - timedelta(days=days), 17, minute)
            told += [line for one in await school.sweep() for line in lines(one)]
    assert told.count(("activity", 7)) == 1
    assert told.count(("activity", 0)) == 1
    assert len(told) == len(set(told))


async def test_what_was_told_late_is_not_told_again_when_the_clock_is_moved_back(school, route):
    await school.activity(route, DAY)
    school.at(DAY - timedelta(days=9))
    assert await school.sweep() == []
    school.at(DAY - timedelta(days=6))
    assert [lines(one) for one in await school.sweep()] == [[("activity", 6)]]
    for days in (7, 8, 6, 7):
        school.at(DAY - timedelta(days=days))
        assert await school.sweep() == []
    school.at(DAY - timedelta(days=1))
    assert [lines(one) for one in await school.sweep()] == [[("activity", 1)]]


async def test_a_clock_moved_back_still_reminds_of_what_is_new(school, route):
    await school.activity(route, DAY + timedelta(days=30))
    school.at(DAY + timedelta(days=30))
    assert len(await school.sweep()) == 1
    await school.activity(route, DAY)
    school.at(DAY - timedelta(days=1))
    assert [lines(one) for one in await school.sweep()] == [[("activity", 1)]]
    assert await school.sweep() == []


async def test_rungs_from_before_the_row_or_the_confirmation_are_not_told(school, route):
    school.at(DAY - timedelta(days=3), 18)
    await school.activity(route, DAY, born=school.now)
    assert await school.sweep() == []
    late = await school.route(await school.organisation("Школа № 4"))
    await school.activity(late, DAY)
    await school.change(Route, late, confirmed_at=school.now)
    school.now += timedelta(minutes=1)
    assert await school.sweep() == []
    school.at(DAY - timedelta(days=1))
    assert len(await school.sweep()) == 2


async def test_a_moved_activity_takes_its_reminders_along(school, route):
    activity = await school.activity(route, DAY)
    school.at(DAY - timedelta(days=7))
    await school.sweep()
    school.now += timedelta(hours=1)
    await school.change(Activity, activity, on_date=DAY + timedelta(days=5))
    assert await school.sweep() == []
    told = {}
    for days in (-5, -2, -1, 0, 4, 5):
        school.at(DAY + timedelta(days=days))
        told[days] = [lines(one) for one in await school.sweep()]
    silent = {-5: [], -1: [], 0: []}
    assert told == silent | {-2: [[("activity", 7)]], 4: [[("activity", 1)]], 5: [[("activity", 0)]]}


async def test_a_removed_activity_is_silent(school, route):
    activity = await school.activity(route, DAY)
    await school.change(Activity, activity, state=ActivityState.REMOVED)
    for days in (-3, 0, 1, 4):
        school.at(DAY + timedelta(days=days))
        assert await school.sweep() == []


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (None, 4),
        (ReportState.DRAFT, 4),
        (ReportState.RETURNED, 4),
        (ReportState.SUBMITTED, 0),
        (ReportState.ACCEPTED, 0),
    ],
)
async def test_a_report_is_reminded_of_until_it_is_sent(school, route, state, told):
    activity = await school.activity(route, DAY, ActivityState.HELD)
    if state is not None:
        await school.add(Report(activity_id=activity, route_id=route, state=state, began_at=BORN))
    found = []
    for days in range(20):
        school.at(DAY + timedelta(days=days))
        found += [line for one in await school.sweep() for line in lines(one)]
    assert found == [("report", 1), ("report", 0), ("report", -1), ("report", -7)][:told]


async def test_a_report_that_was_due_while_the_server_was_down_is_told_late(school, route):
    await school.activity(route, DAY, ActivityState.HELD)
    school.at(DAY + timedelta(days=6))
    await school.sweep()
    school.at(DAY + timedelta(days=9), 12)
    assert [lines(one) for one in await school.sweep()] == [[("report", -2)]]


async def test_the_marks_are_one_row_for_each_cohort(school, route):
    for days in (0, 1, 2):
        school.at(DAY + timedelta(days=days))
        await school.sweep()
    async with school.sessions() as session, session.begin():
        (mark,) = (await session.scalars(select(Swept))).all()
    assert mark.evening == DAY + timedelta(days=2)


async def test_a_snooze_says_the_list_again_and_merges_with_the_evening(school, route):
    first = await school.activity(route, DAY)
    other = await school.activity(route, DAY + timedelta(days=6))
    async with school.sessions() as session, session.begin():
        person = (await session.get_one(Route, route)).teacher_id
    things = {f"activity:{first}": DAY.isoformat()}
    await school.add(
        Snooze(
            person_id=person, said_on=DAY - timedelta(days=3), again_on=DAY - timedelta(days=2), things=things
        )
    )
    school.at(DAY - timedelta(days=2))
    assert [lines(one) for one in await school.sweep()] == [[("activity", 2)]]
    assert await school.sweep() == []
    again = {**things, f"activity:{other}": (DAY + timedelta(days=6)).isoformat()}
    await school.add(
        Snooze(
            person_id=person, said_on=DAY - timedelta(days=2), again_on=DAY - timedelta(days=1), things=again
        )
    )
    school.at(DAY - timedelta(days=1))
    assert [lines(one) for one in await school.sweep()] == [[("activity", 1), ("activity", 7)]]


async def test_a_snooze_on_what_is_over_done_or_moved_is_silent(school, route):
    over = await school.activity(route, DAY - timedelta(days=1), ActivityState.HELD)
    moved = await school.activity(route, DAY + timedelta(days=9))
    async with school.sessions() as session, session.begin():
        person = (await session.get_one(Route, route)).teacher_id
    await school.add(Report(activity_id=over, route_id=route, state=ReportState.SUBMITTED, began_at=BORN))
    things = {
        f"activity:{over}": (DAY - timedelta(days=1)).isoformat(),
        f"report:{over}": (DAY + timedelta(days=6)).isoformat(),
        f"activity:{moved}": (DAY + timedelta(days=1)).isoformat(),
    }
    await school.add(Snooze(person_id=person, said_on=DAY - timedelta(days=1), again_on=DAY, things=things))
    school.at(DAY)
    assert await school.sweep() == []
