"""«… было вчера?»: asked once, on the evening after, at most three a day."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from models.plan import Activity, ActivityState
from models.route import RouteState
from tests.rules.school_evening import DAY, School

NEXT = DAY + timedelta(days=1)


async def questions(school: School) -> list[int]:
    """The activities that this tick asks about."""
    return [one["activity"] for one in await school.sweep() if one["kind"] == "reminder-nudge"]


@pytest.mark.parametrize(
    ("days", "hour", "asked"),
    [(0, 17, False), (1, 8, False), (1, 16, False), (1, 17, True), (2, 8, True), (9, 17, True)],
)
async def test_it_is_asked_from_the_evening_after_on(school, route, days, hour, asked):
    activity = await school.activity(route, DAY)
    school.at(DAY + timedelta(days=days), hour)
    assert await questions(school) == ([activity] if asked else [])


@pytest.mark.parametrize("state", [state for state in ActivityState if state is not ActivityState.PLANNED])
async def test_only_what_stands_in_the_plan_is_asked_about(school, route, state):
    await school.activity(route, DAY, state)
    school.at(NEXT)
    assert await questions(school) == []


async def test_a_draft_of_a_route_asks_nothing(school):
    draft = await school.route(await school.organisation("Школа № 3"), RouteState.DRAFT)
    await school.activity(draft, DAY)
    school.at(NEXT)
    assert await questions(school) == []


async def test_it_is_asked_once_and_the_drawn_card_stays_valid(school, route):
    activity = await school.activity(route, DAY)
    school.at(NEXT)
    (asked,) = await school.sweep()
    async with school.sessions() as session, session.begin():
        row = await session.get_one(Activity, activity)
    assert (asked["title"], asked["on"], asked["more"]) == ("Вебинар", DAY, 0)
    assert (row.version, row.asked_on) == (asked["version"], NEXT)
    for days in range(1, 9):
        school.at(DAY + timedelta(days=days), 18)
        assert await questions(school) == []


async def test_after_a_move_the_new_day_is_asked_about(school, route):
    activity = await school.activity(route, DAY)
    school.at(NEXT)
    assert await questions(school) == [activity]
    async with school.sessions() as session, session.begin():
        (await session.get_one(Activity, activity)).move(DAY + timedelta(days=2))
    school.at(DAY + timedelta(days=2))
    assert await questions(school) == []
    school.at(DAY + timedelta(days=3))
    assert await questions(school) == [activity]


async def test_of_many_the_latest_three_are_asked_about_and_the_rest_on_the_next_evenings(school, route):
    ids = [await school.activity(route, DAY - timedelta(days=days)) for days in range(7)]
    school.at(NEXT)
    asked = [one for one in await school.sweep() if one["kind"] == "reminder-nudge"]
    assert [one["activity"] for one in asked] == ids[:3]
    assert [one["more"] for one in asked] == [0, 0, 4]
    school.at(NEXT, 18)
    assert await questions(school) == []
    school.at(NEXT + timedelta(days=1))
    assert await questions(school) == ids[3:6]
    school.at(NEXT + timedelta(days=2))
    assert await questions(school) == ids[6:]


async def test_a_clock_moved_back_makes_no_more_questions_of_one_day(school, route):
    for days in range(7):
        await school.activity(route, DAY - timedelta(days=days))
    school.at(NEXT)
    assert len(await questions(school)) == 3
    school.at(NEXT + timedelta(days=1))
    assert len(await questions(school)) == 3
    for _ in range(3):
        school.at(NEXT, 18)
        assert await questions(school) == []


async def test_the_question_of_each_teacher_is_their_own(school):
    home = await school.organisation("Школа № 3")
    routes = [await school.route(home) for _ in range(3)]
    for route in routes:
        await school.activity(route, DAY)
    school.at(NEXT)
    asked = [one for one in await school.sweep() if one["kind"] == "reminder-nudge"]
    async with school.sessions() as session, session.begin():
        owners = {one.id: one.author_id for one in (await session.scalars(select(Activity))).all()}
    assert {one["activity"]: one["to"] for one in asked} == owners
