"""A full disk and a failing database: nothing is confirmed, it is tried again later, and then it takes effect once."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot import updates
from models.diagnosis import DiagnosisAnswer
from models.notice import Notice, NoticeState, TakenUpdate
from models.people import Role
from models.report import ReportState
from tests.stories.town import Guest, Town
from tests.stories.walking import report, walks

STEP = "Пока трудно"
FAULTS = [
    "database or disk is full",
    "disk I/O error",
    "database is locked",
    "attempt to write a readonly database",
]


@pytest.fixture
def shared_database() -> str:
    """Faults of SQLite and of its file, whatever TEST_DATABASE says; a server's are in wire/test_country_faults."""
    return ""


def engine_of(town: Town) -> AsyncEngine:
    """The bot's engine."""
    engine: AsyncEngine = town.app.sessions.kw["bind"]
    return engine


@contextmanager
def failing(town: Town, words: str, statement: str = "INSERT INTO") -> Iterator[list[str]]:
    """The driver fails at each statement that begins so; which ones it failed at."""
    engine, failed = engine_of(town).sync_engine, []

    def fail(_: Any, asked: str, *__: Any) -> None:
        if asked.startswith(statement):
            failed.append(asked)
            raise sqlite3.OperationalError(words)

    event.listen(engine, "do_execute", fail)
    try:
        yield failed
    finally:
        event.remove(engine, "do_execute", fail)


@contextmanager
def failing_commits(town: Town, words: str) -> Iterator[None]:
    """Everything works but the last step."""
    dialect = engine_of(town).sync_engine.dialect
    whole = dialect.do_commit

    def fail(_: Any) -> None:
        raise sqlite3.OperationalError(words)

    dialect.do_commit = fail  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        dialect.do_commit = whole  # type: ignore[method-assign]


@asynccontextmanager
async def full_disk(town: Town) -> AsyncIterator[None]:
    """SQLite itself finds no room: not one page more than there is, and all of them filled."""
    async with town.app.sessions() as session, session.begin():
        await session.execute(text("CREATE TABLE ballast (weight BLOB)"))
    async with town.app.sessions() as session, session.begin():
        pages = (await session.execute(text("PRAGMA page_count"))).scalar_one()
        await session.execute(text(f"PRAGMA max_page_count = {pages}"))
    try:
        yield
    finally:
        async with town.app.sessions() as session, session.begin():
            await session.execute(text("PRAGMA max_page_count = 1000000000"))
            await session.execute(text("DROP TABLE ballast"))


async def answering(town: Town) -> Guest:
    """A teacher at the first statement of the diagnosis."""
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.begin")
    return teacher


async def waiting(town: Town) -> list[dict[str, Any]]:
    """What waits for the bot, not confirmed."""
    return town.telegram.updates(offset=town.offset, limit=100, allowed=updates.ALLOWED)


@pytest.mark.parametrize("words", FAULTS)
async def test_an_update_that_cannot_be_written_is_not_confirmed_and_takes_effect_later(
    town: Town, words: str
) -> None:
    teacher = await answering(town)
    message, data = teacher.button("diagnosis-question.step", STEP)
    town.telegram.tap(teacher.telegram_id, message["message_id"], data)
    batch, heard = await waiting(town), teacher.chat
    with failing(town, words) as failed:
        for _ in range(3):
            assert not await town.polling.take(batch)
            assert town.polling._offset == batch[0]["update_id"]
    assert len(failed) == 3
    await town.app.post.settle()
    assert teacher.chat == heard, "nothing is shown that was not written"
    await town.settle()
    assert [(one.statement, one.value) for one in await town.all(select(DiagnosisAnswer))] == [(0, 0)]
    assert "Вопрос 2 из" in teacher.last_text


@pytest.mark.parametrize("words", FAULTS)
async def test_a_commit_that_fails_shows_nothing_and_tells_nobody(town: Town, words: str) -> None:
    teacher, tutor = await town.pair()
    await walks(town, teacher, ("Вебинар", town.today - timedelta(days=1)))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-was.held")
    await teacher.says("Взяли три приёма.")
    message, data = teacher.button("report-draft.send")
    heard = len(tutor.heard)
    town.telegram.tap(teacher.telegram_id, message["message_id"], data)
    with failing_commits(town, words):
        assert not await town.polling.take(await waiting(town))
        await town.app.post.settle()
    assert (await report(town, "Вебинар")).state is ReportState.DRAFT
    assert "report-sent" not in town.text.said
    await town.settle()
    assert (await report(town, "Вебинар")).state is ReportState.SUBMITTED
    teacher.sees("report-sent")
    assert len(tutor.heard) == heard + 1


async def test_on_a_disk_that_is_full_what_fits_is_taken_and_the_rest_waits(town: Town) -> None:
    teacher, _ = await town.pair()
    await walks(town, teacher, ("Вебинар", town.today - timedelta(days=1)))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-was.held")
    newcomers = [await town.person(f"Учитель{number} Анна Ильинична", Role.TEACHER) for number in range(10)]
    long = "слово " * 450
    async with full_disk(town):
        town.telegram.say(teacher.telegram_id, long)
        town.telegram.say(teacher.telegram_id, "И ещё одно.")
        for guest in newcomers:
            town.telegram.say(guest.telegram_id, "/start")
        batch = await waiting(town)
        assert [await town.polling.take(batch) for _ in range(3)] == [False] * 3
        await town.app.post.settle()
    assert (await report(town, "Вебинар")).text == ""
    await town.settle()
    assert (await report(town, "Вебинар")).text == f"{long.strip()}\nИ ещё одно."
    for guest in newcomers:
        guest.sees("entry-stranger")
        assert len(guest.heard) == 1, "shown once"
    ids = {one.id for one in await town.all(select(TakenUpdate))}
    assert {one["update_id"] for one in batch} <= ids


async def test_one_persons_fault_does_not_stop_the_others(town: Town) -> None:
    teacher = await answering(town)
    other = await town.member("Петров Олег Ильич", Role.TEACHER)
    message, data = teacher.button("diagnosis-question.step", STEP)
    with failing(town, "disk I/O error", "INSERT INTO diagnosis_answers"):
        town.telegram.tap(teacher.telegram_id, message["message_id"], data)
        town.telegram.say(other.telegram_id, "/help")
        town.telegram.tap(teacher.telegram_id, message["message_id"], data)
        assert not await town.polling.take(await waiting(town))
        await town.app.post.settle()
        other.sees("help", among_last=1)
    await town.settle()
    assert len(await town.all(select(DiagnosisAnswer))) == 1
    assert not town.telegram.unanswered()


async def test_the_pauses_grow_while_the_fault_lasts_and_end_with_it(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher = await answering(town)
    town.telegram.say(teacher.telegram_id, "/menu")
    pauses: list[float] = []
    faulty = failing(town, "database or disk is full")
    faulty.__enter__()

    async def rest(_: Any, seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 7:
            faulty.__exit__(None, None, None)

    call = town.wire.call

    async def until_quiet(method: str, params: Any, files: Any = None, *, seconds: float = 0) -> Any:
        answer = await call(method, params, files)
        if method == "getUpdates" and not answer:
            town.polling.stop()
        return answer

    monkeypatch.setattr(updates, "until", rest)
    monkeypatch.setattr(town.wire, "call", until_quiet)
    await town.polling.run()
    assert pauses == [1, 3, 7, 15, 30, 30, 30]
    assert town.telegram.pending == 0
    await town.app.post.settle()
    teacher.sees("menu", among_last=1)
    assert town.polling._pause == 0


async def test_the_postman_waits_out_a_fault_and_tells_once(town: Town) -> None:
    teacher, tutor = await town.pair()
    await walks(town, teacher, ("Вебинар", town.today - timedelta(days=1)))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-was.held")
    await teacher.says("Взяли три приёма.")
    town.posting = False
    await teacher.taps("report-draft.send")
    heard = len(tutor.heard)
    with failing(town, "disk I/O error", "UPDATE notices"), pytest.raises(Exception, match="disk I/O error"):
        await town.app.postman.round()
    assert len(tutor.heard) == heard, "what could not be taken in hand does not go"
    await town.deliver()
    assert len(tutor.heard) == heard + 1
    states = [one.state for one in await town.all(select(Notice).where(Notice.kind == "review-new"))]
    assert states == [NoticeState.SENT]
