"""S-15.1: one digest at 08:30 of working days, for whoever has something to review."""

import asyncio
from datetime import date, timedelta

from sqlalchemy import select

from bot import ticks
from models.notice import Notice, NoticeState
from models.people import Role
from models.reminder_settings import ReminderSettings
from models.report import Report
from models.review_queue import Morning
from tests.stories.town import Guest, Town
from tests.stories.walking import reported, walks

FRIDAY = date(2026, 9, 18)


async def waits(town: Town, *ages: int) -> tuple[Guest, Guest]:
    """Reports of one teacher, sent so many days before Friday morning."""
    teacher, tutor = await town.pair()
    titles = [f"Семинар {number}" for number in range(1, len(ages) + 1)]
    await walks(town, teacher, *((title, town.today) for title in titles))
    for title in titles:
        await teacher.says("/menu")
        await teacher.taps("menu-report")
        if title != titles[-1]:
            await teacher.taps("report-line", title)
        await reported(town, teacher)
    town.set_local(FRIDAY, 8, 29)
    async with town.app.sessions() as session, session.begin():
        rows = (await session.scalars(select(Report).order_by(Report.id))).all()
        for row, age in zip(rows, ages, strict=True):
            row.submitted_at = town.now - timedelta(days=age)
    return teacher, tutor


async def digests(town: Town) -> list[Notice]:
    """Every digest that was written."""
    return await town.all(select(Notice).where(Notice.kind == "review-digest"))


async def test_half_past_eight_says_how_many_wait_and_how_many_for_long(town: Town) -> None:
    _, tutor = await waits(town, 9, 8, 7, 1, 0)
    await town.tick()
    assert await digests(town) == []
    town.wait(minutes=1)
    await town.tick()
    assert len(await digests(town)) == 1
    tutor.sees("review-digest", "ждут 5 отчётов, 2 дольше недели", among_last=1)
    await tutor.taps("review-digest.begin")
    tutor.sees("review-card", "Семинар 1", among_last=1)


async def test_two_ticks_a_restart_and_a_moved_clock_say_it_once(town: Town) -> None:
    _, tutor = await waits(town, 0)
    town.set_local(FRIDAY, 9, 40)
    await asyncio.gather(*(ticks.sweep(town.app) for _ in range(3)))
    await town.tick()
    town.set_local(FRIDAY, 8, 30)
    await town.tick()
    tutor.sees("review-digest", "ждёт 1 отчёт.", among_last=1)
    assert len(await digests(town)) == 1
    async with town.app.sessions() as session, session.begin():
        for mark in (await session.scalars(select(Morning))).all():
            await session.delete(mark)
    assert await town.tick() == 0
    town.set_local(FRIDAY + timedelta(days=3), 8, 31)
    assert await town.tick() == 1
    assert len(await digests(town)) == 2


async def test_at_the_weekend_on_a_holiday_and_in_the_afternoon_there_is_silence(town: Town) -> None:
    await waits(town, 0)
    town.set_local(FRIDAY, 12)
    assert await town.tick() == 0
    for rest in (FRIDAY + timedelta(days=1), FRIDAY + timedelta(days=2), date(2026, 11, 4)):
        town.set_local(rest, 9)
        assert await ticks._look(town.app, ticks.review_digest.sweep) == 0
    assert await digests(town) == []


async def test_an_empty_queue_and_what_waits_for_an_answer_say_nothing(town: Town) -> None:
    teacher, tutor = await waits(town, 3)
    await tutor.says("/menu")
    await tutor.taps("menu-queue")
    await tutor.taps("review-card.question")
    await tutor.taps("review-ask.photo")
    town.wait(minutes=1)
    assert await town.tick() == 0
    await teacher.taps("review-question.answer")
    await teacher.says("Фото нет.")
    town.set_local(FRIDAY + timedelta(days=3), 8, 30)
    assert await town.tick() == 1
    await tutor.taps("review-card.accept")
    town.set_local(FRIDAY + timedelta(days=4), 8, 30)
    assert await town.tick() == 0


async def test_nobody_hears_of_their_own_reports_or_before_they_have_come_in(town: Town) -> None:
    tutor = await town.person("Орлова Мария Сергеевна", Role.TUTOR)
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER, Role.TUTOR, tutor=tutor)
    await walks(town, teacher, ("Семинар", town.today))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await reported(town, teacher)
    town.set_local(FRIDAY, 8, 30)
    await town.tick()
    assert await digests(town) == []


async def test_a_digest_that_could_not_go_in_time_has_the_numbers_of_now_or_is_needless(town: Town) -> None:
    _, tutor = await waits(town, 9, 0)
    town.wait(minutes=1)
    assert await ticks.sweep(town.app) == 1
    found = await town.all(select(Report).order_by(Report.id))
    town.posting = False
    await tutor.taps_again(tutor.last["message_id"], f"rv:accept:{found[0].id}:{found[0].version}:0")
    town.posting = True
    await town.deliver()
    tutor.sees("review-digest", "ждёт 1 отчёт.", among_last=1)
    town.set_local(FRIDAY + timedelta(days=3), 8, 30)
    assert await ticks.sweep(town.app) == 1
    town.wait(days=1)
    await town.deliver()
    assert [one.state for one in await digests(town)] == [NoticeState.SENT, NoticeState.NEEDLESS]


async def test_who_is_on_vacation_is_left_alone_until_the_end_of_it(town: Town) -> None:
    _, tutor = await waits(town, 1)
    async with town.app.sessions() as session, session.begin():
        away = ReminderSettings.usual(tutor.person_id, FRIDAY)
        away.leave_from(FRIDAY - timedelta(days=3))
        away.leave_until(FRIDAY + timedelta(days=2))
        session.add(away)
    town.wait(minutes=1)
    await town.tick()
    assert await digests(town) == []
    town.set_local(FRIDAY + timedelta(days=3), 8, 30)
    await town.tick()
    assert len(await digests(town)) == 1
