"""Row 57, S-14.1: while a route stands still, and in a vacation, nobody is reminded of a question or of a talk."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select, update

from bot import ticks
from models.notice import Notice, NoticeState
from models.route import Route
from tests.stories.helping import asks, school
from tests.stories.test_consultation import offered
from tests.stories.town import Guest, Town

WEDNESDAY = date(2026, 9, 16)


async def stands_still(town: Town, until: date) -> None:
    """The route stands still from today on (how it comes to that is told in test_suspension)."""
    async with town.app.sessions() as session, session.begin():
        await session.execute(update(Route).values(suspended_on=town.today, suspended_until=until))


async def vacation(guest: Guest, text: str) -> None:
    """By /remind."""
    await guest.says("/remind")
    await guest.taps("remind.vacation")
    await guest.says(text)


async def days_on(town: Town, kind: str, first: date, last: date) -> list[date]:
    """On which days notices of this kind were written, with a tick every hour of the day."""
    found, day, before = [], first, 0
    while day <= last:
        for hour in (9, 17):
            town.set_local(day, hour)
            await town.tick()
        after = len(await town.all(select(Notice).where(Notice.kind == kind)))
        found += [day] if after > before else []
        day, before = day + timedelta(days=1), after
    return found


async def test_a_question_waits_in_silence_while_the_route_stands_still_and_is_heard_of_after(
    town: Town,
) -> None:
    teacher, _, _ = await school(town)
    await asks(teacher, "Белова")
    await stands_still(town, date(2026, 9, 27))
    silent = await days_on(town, "help-request-word", date(2026, 9, 15), date(2026, 9, 27))
    assert silent == []
    after = await days_on(town, "help-request-word", date(2026, 9, 28), date(2026, 9, 29))
    assert after == [date(2026, 9, 28)]


async def test_a_word_that_waits_when_the_break_begins_does_not_go(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    await asks(teacher, "Белова")
    town.set_local(WEDNESDAY, 17)
    town.posting = False
    await ticks.sweep(town.app)
    await stands_still(town, date(2026, 9, 27))
    heard = len(deputy.heard)
    town.posting = True
    await town.deliver()
    words = await town.all(select(Notice).where(Notice.kind == "help-request-word"))
    assert [one.state for one in words] == [NoticeState.NEEDLESS]
    assert len(deputy.heard) == heard


async def test_a_teacher_on_vacation_hears_of_the_silence_when_it_is_over(town: Town) -> None:
    teacher, _, _ = await school(town)
    await asks(teacher, "Белова")
    await vacation(teacher, "с 17 сентября по 22 сентября")
    assert await days_on(town, "help-request-silent", date(2026, 9, 16), date(2026, 9, 25)) == [
        date(2026, 9, 23)
    ]


async def test_of_a_talk_nobody_is_reminded_while_the_route_stands_still(town: Town) -> None:
    teacher, _ = await offered(town)
    await teacher.taps("consultation-time", "15:00")
    await stands_still(town, date(2026, 9, 30))
    assert await days_on(town, "consultation-soon", date(2026, 9, 15), WEDNESDAY) == []
    assert await days_on(town, "consultation-after", date(2026, 9, 17), date(2026, 9, 30)) == []


async def test_of_a_talk_only_who_is_not_on_vacation_is_reminded(town: Town) -> None:
    teacher, deputy = await offered(town)
    await teacher.taps("consultation-time", "15:00")
    await vacation(deputy, "с 15 сентября по 20 сентября")
    await days_on(town, "consultation-soon", date(2026, 9, 15), date(2026, 9, 15))
    told = await town.all(select(Notice).where(Notice.kind == "consultation-soon"))
    assert {one.person_id for one in told} == {teacher.person_id}


async def test_after_a_talk_a_teacher_on_vacation_is_asked_when_back(town: Town) -> None:
    teacher, _ = await offered(town)
    await teacher.taps("consultation-time", "15:00")
    await vacation(teacher, "с 17 сентября по 18 сентября")
    asked = await days_on(town, "consultation-after", WEDNESDAY, date(2026, 9, 22))
    assert asked == [date(2026, 9, 19)]
