"""S-14.6, S-14.7 and S-13: a reminder that had to wait is looked at once more before it goes."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot import ticks
from bot.wire import ApiError
from models.final_event import FinalEvent, FinalEventState
from models.notice import Notice, NoticeState
from models.plan import Activity
from models.route import Route
from tests.stories.town import Guest, Town
from tests.stories.walking import activity, reported, walks

WEBINAR = date(2026, 9, 25)
TITLE = "Вебинар о чтении"


async def waiting(town: Town, day: date) -> None:
    """The evening of a day is written, and the postman has not been yet."""
    town.set_local(day, 17)
    assert await ticks.sweep(town.app) >= 1


async def states(town: Town, kind: str) -> list[NoticeState]:
    """What became of the notices of a kind."""
    return [one.state for one in await town.all(select(Notice).where(Notice.kind == kind))]


async def held(town: Town) -> None:
    """The webinar has taken place."""
    async with town.app.sessions() as session, session.begin():
        (await session.scalars(select(Activity))).one().hold()


async def test_s_14_7_an_accepted_report_stops_the_reminder_that_waits_in_the_outbox(town: Town) -> None:
    teacher, tutor = await town.pair()
    await walks(town, teacher, (TITLE, WEBINAR))
    await waiting(town, WEBINAR + timedelta(days=6))
    before = [notice.kind for notice in await town.all(select(Notice).where(Notice.kind == "reminder-day"))]
    assert before
    town.posting = False
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await reported(town, teacher)
    town.posting = True
    await town.settle()
    await tutor.taps("review-card.accept")
    assert await states(town, "reminder-day") == [NoticeState.NEEDLESS] * len(before)
    assert not [one for one in teacher.heard if "внутренний срок" in one.get("text", "")]
    for days in (7, 8, 14):
        town.set_local(WEBINAR + timedelta(days=days), 17)
        assert await town.tick() == 0


async def test_s_14_7_one_done_thing_of_several_is_left_out(town: Town) -> None:
    teacher, _ = await town.pair()
    await walks(town, teacher, (TITLE, WEBINAR), ("Открытый урок", WEBINAR))
    await waiting(town, WEBINAR - timedelta(days=1))
    async with town.app.sessions() as session, session.begin():
        row = (await session.scalars(select(Activity).where(Activity.title == TITLE))).one()
        row.move(WEBINAR + timedelta(days=3))
    await town.deliver()
    teacher.sees("reminder-activity", "Открытый урок")
    assert TITLE not in teacher.last_text


async def test_a_question_about_what_is_answered_meanwhile_does_not_come(town: Town) -> None:
    teacher, _ = await town.pair()
    await walks(town, teacher, (TITLE, WEBINAR))
    await waiting(town, WEBINAR + timedelta(days=1))
    await held(town)
    await town.deliver()
    assert await states(town, "reminder-nudge") == [NoticeState.NEEDLESS]


async def test_a_question_of_an_earlier_edition_of_the_program_is_still_asked(town: Town) -> None:
    teacher, _ = await town.pair()
    await walks(town, teacher, (TITLE, WEBINAR))
    await waiting(town, WEBINAR + timedelta(days=1))
    async with town.app.sessions() as session, session.begin():
        (notice,) = await session.scalars(select(Notice).where(Notice.kind == "reminder-nudge"))
        notice.facts = {**notice.facts, "ago": 1}
        (await session.scalars(select(Activity))).one().title = "Вебинар о письме"
    await town.deliver()
    teacher.sees("report-was", "Вебинар о письме", "вчера")
    await teacher.taps("report-was.held")
    teacher.sees("report-ask")


def refusing(town: Town, monkeypatch: pytest.MonkeyPatch, guest: Guest, seconds: float) -> list[float]:
    """Telegram's 429 to every message for one chat, until the wait it asked for is over."""
    until = town.now + timedelta(seconds=seconds)
    asked: list[float] = []
    call: Callable[..., Any] = town.wire.call

    async def refused(method: str, params: Any, files: Any = None, *, seconds: float = 0) -> Any:
        if params.get("chat_id") == guest.telegram_id and town.now < until:
            asked.append(town.now.timestamp())
            raise ApiError(429, "Too Many Requests", (until - town.now).total_seconds())
        return await call(method, params, files, seconds=seconds)

    monkeypatch.setattr(town.wire, "call", refused)
    return asked


async def test_s_14_6_a_429_is_obeyed_and_the_message_comes_once(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher, _ = await town.pair()
    await walks(town, teacher, (TITLE, WEBINAR))
    town.set_local(WEBINAR - timedelta(days=1), 17)
    asked = refusing(town, monkeypatch, teacher, 1800)
    for minutes in (0, 10, 10, 9):
        town.wait(minutes=minutes)
        await town.tick()
    assert len(asked) == 1
    town.wait(minutes=2)
    await town.tick()
    teacher.sees("reminder-activity", "Завтра", among_last=1)
    assert await states(town, "reminder-day") == [NoticeState.SENT]


async def test_s_14_6_held_up_over_night_it_waits_for_the_morning_and_says_the_right_day(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher, _ = await town.pair()
    await walks(town, teacher, (TITLE, WEBINAR))
    town.set_local(WEBINAR - timedelta(days=1), 17)
    refusing(town, monkeypatch, teacher, 5 * 3600)
    await town.tick()
    heard = len(teacher.heard)
    for hour in (23, 24 + 3, 24 + 7):
        town.set_local(WEBINAR - timedelta(days=1), 0)
        town.wait(hours=hour)
        await town.tick()
        assert len(teacher.heard) == heard
    town.set_local(WEBINAR, 8, 1)
    await town.tick()
    assert len(teacher.heard) == heard + 1
    teacher.sees("reminder-activity", "Сегодня", among_last=1)


async def test_what_a_late_reminder_says_is_no_longer_to_be_done(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher, _ = await town.pair()
    await walks(town, teacher, (TITLE, WEBINAR))
    town.set_local(WEBINAR, 17)
    refusing(town, monkeypatch, teacher, 10 * 3600)
    await town.tick()
    town.set_local(WEBINAR + timedelta(days=1), 9)
    await town.tick()
    assert await states(town, "reminder-day") == [NoticeState.NEEDLESS]


async def test_who_blocked_the_bot_has_not_missed_what_was_needless(town: Town) -> None:
    teacher, _ = await town.pair()
    await walks(town, teacher, (TITLE, WEBINAR))
    await waiting(town, WEBINAR)
    async with town.app.sessions() as session, session.begin():
        (await session.scalars(select(Activity))).one().move(WEBINAR + timedelta(days=2))
    await town.deliver()
    town.telegram.block(teacher.telegram_id)
    town.set_local(WEBINAR + timedelta(days=2), 17)
    await town.tick()
    town.telegram.unblock(teacher.telegram_id)
    await teacher.says("привет")
    teacher.sees("menu-missed", "1 сообщение", among_last=2)


async def test_the_end_of_the_route_is_told_and_it_does_not_close_by_itself(town: Town) -> None:
    teacher, _ = await town.pair()
    route = await walks(town, teacher)
    assert route.ends_on
    for days in (14, 7, 1, 0):
        town.set_local(route.ends_on - timedelta(days=days), 17)
        assert await town.tick() == 1
    teacher.sees("reminder-route", "Сегодня", among_last=1)
    for days in (1, 7):
        town.set_local(route.ends_on + timedelta(days=days), 17)
        assert await town.tick() == 1
    teacher.sees("reminder-route-over", among_last=1)
    assert not teacher.has_button("reminder-day.done")
    await teacher.taps("reminder-day.plan")
    teacher.sees("plan")
    (again,) = await town.all(select(Route))
    assert again.state == route.state


async def test_a_final_event_without_a_mark_is_told_a_week_later(town: Town) -> None:
    teacher, _ = await town.pair()
    await walks(town, teacher, (TITLE, WEBINAR + timedelta(days=90)))
    row = await activity(town, TITLE)
    on = WEBINAR + timedelta(days=20)
    async with town.app.sessions() as session, session.begin():
        state = FinalEventState.PLANNED
        made = FinalEvent(route_id=row.route_id, title="Мастер-класс", on_date=on, state=state)
        made.created_at = town.now
        session.add(made)
    town.set_local(on, 17)
    await town.tick()
    teacher.sees("reminder-final-event", "Сегодня", among_last=4)
    heard = len(await states(town, "reminder-day"))
    town.set_local(on + timedelta(days=1), 17)
    await town.tick()
    assert len(await states(town, "reminder-day")) == heard
    town.set_local(on + timedelta(days=7), 17)
    await town.tick()
    teacher.sees("reminder-final-event-over", "Мастер-класс", among_last=1)
