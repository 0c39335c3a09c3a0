"""The journal: what was done to a route cannot be changed unseen; the seals form a chain."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot import ticks
from models.history import HistoryLine
from models.journal import Seal
from models.people import Role
from services import journal
from services.journal import Checked
from services.work import Work
from tests.stories.town import Town


async def lived(town: Town, name: str = "Иванова Галина Петровна") -> None:
    """A teacher begins a route."""
    teacher = await town.member(name, Role.TEACHER)
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.begin")


async def verified(town: Town) -> Checked:
    """A look through all seals."""
    async with town.app.sessions() as session, session.begin():
        return await journal.verify(Work(session, None, town.now, town.app.rules))


async def altered(town: Town, statement: str) -> None:
    """Somebody with the keys of the database gets round its guards."""
    async with town.app.sessions() as session, session.begin():
        if session.get_bind().dialect.name == "sqlite":
            for verb in ("update", "delete"):
                await session.execute(text(f"DROP TRIGGER IF EXISTS history_no_{verb}"))
        else:
            await session.execute(text("SET LOCAL session_replication_role = replica"))
        await session.execute(text(statement))


async def sealed(town: Town) -> None:
    """Two teachers' lines, each under a seal of its own."""
    for name in ("Иванова Галина Петровна", "Петров Олег Ильич"):
        await lived(town, name)
        town.wait(minutes=6)
        await ticks.seal_journal(town.app)


async def test_lines_come_under_a_seal_when_they_have_settled(town: Town) -> None:
    await lived(town)
    lines = len(await town.all(select(HistoryLine)))
    await ticks.seal_journal(town.app)
    assert await verified(town) == Checked(0, 0, lines, None)
    town.wait(minutes=6)
    await ticks.seal_journal(town.app)
    assert await verified(town) == Checked(1, lines, 0, None)
    await ticks.seal_journal(town.app)
    assert len(await town.all(select(Seal))) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET verb = 'other' WHERE id = 1",
        "UPDATE history SET person_id = NULL WHERE id = 1",
        "UPDATE history SET facts = '{\"x\": 1}' WHERE id = 1",
        "UPDATE history SET at = '2026-01-01 00:00:00.000000' WHERE id = 1",
        "DELETE FROM history WHERE id = 1",
    ],
)
async def test_a_line_that_was_changed_or_taken_out_breaks_its_seal(town: Town, statement: str) -> None:
    await sealed(town)
    await altered(town, statement)
    found = await verified(town)
    assert found.broken is not None
    assert found.broken.first == 1


async def test_a_seal_that_was_made_anew_breaks_the_next_one(town: Town) -> None:
    await sealed(town)
    assert len(await town.all(select(Seal))) == 2
    await altered(town, "UPDATE journal_seals SET digest = 'f' || substr(digest, 2) WHERE id = 1")
    assert (await verified(town)).broken is not None


@pytest.mark.parametrize("statement", ["UPDATE history SET verb = 'other'", "DELETE FROM history"])
async def test_the_database_refuses_to_change_a_line(town: Town, statement: str) -> None:
    await lived(town)
    with pytest.raises(DBAPIError, match="history only grows"):
        async with town.app.sessions() as session, session.begin():
            await session.execute(text(statement))
    assert await town.all(select(HistoryLine))


async def test_two_workers_at_once_make_one_seal(town: Town) -> None:
    await lived(town)
    town.wait(minutes=6)
    await ticks.seal_journal(town.app)
    [seal] = await town.all(select(Seal))
    with pytest.raises(IntegrityError):
        async with town.app.sessions() as session, session.begin():
            session.add(Seal(first=seal.first, last=seal.last, lines=1, digest="", at=town.now))
