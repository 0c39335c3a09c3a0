"""An ordered file is made by a process of its own: what it finds, what it refuses, and how its end is told."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clerk import ErrandFailed, in_a_child
from models.entry import Account
from models.errors import NotYours
from models.file_order import FileKind, FileOrder
from tests.wire.operator import Operator, files
from tests.wire.test_papers_command import with_one_teacher

AT = datetime(2026, 9, 14, 9, tzinfo=UTC)


async def _orders(session: AsyncSession) -> None:
    session.add(Account(telegram_id=77, person_id=1, language="ru", place="", place_ids={}, wrong_codes=0))
    session.add_all(FileOrder.asked(1, kind, AT) for kind in (FileKind.PORTFOLIO, FileKind.CARDS))


@pytest.fixture
def ordered(operator: Operator, monkeypatch: pytest.MonkeyPatch) -> Operator:
    """A teacher in the bot who has ordered a portfolio, and what is not theirs to order."""
    with_one_teacher(operator)
    operator.asks(_orders)
    root = Path(__file__).parents[2]
    monkeypatch.setenv("PYTHONPATH", str(root))
    (operator.folder / "out").mkdir()
    return operator


def test_a_child_makes_the_file_as_the_person_who_asked(ordered: Operator) -> None:
    asyncio.run(in_a_child(1, ordered.folder / "out"))
    assert files(ordered.folder / "out") == ["Портфолио Иванова Г. П.zip"]


def test_a_child_asks_for_the_right_anew(ordered: Operator) -> None:
    for order in (2, 99):
        with pytest.raises(NotYours):
            asyncio.run(in_a_child(order, ordered.folder / "out"))
    assert files(ordered.folder / "out") == []


def test_a_child_that_dies_is_told_from_one_that_refuses(ordered: Operator) -> None:
    ordered.sets(database_url="sqlite+aiosqlite:////nowhere/at/all.sqlite")
    with pytest.raises(ErrandFailed):
        asyncio.run(in_a_child(1, ordered.folder / "out"))
