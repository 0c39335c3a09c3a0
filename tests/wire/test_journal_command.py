"""`marshrut journal`: the operator sees whether the history is whole, and takes it out as a file."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from models.history import HistoryLine
from models.journal import NOTHING_BEFORE, REFUSING, Seal, digest
from models.people import Person
from models.route import Route, RouteState
from tests.wire.operator import Operator
from tests.wire.rosters import csv, row

LONG_AGO = datetime.now(UTC) - timedelta(days=1)


@pytest.fixture
def lived(operator: Operator) -> Operator:
    """An operator whose bot has three lines of two routes, two of them sealed."""
    operator.file("people.csv", csv(row()))
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 0

    async def write(session):  # type: ignore[no-untyped-def]
        person = (await session.scalars(select(Person))).first()
        session.add_all(
            Route(
                id=number,
                teacher_id=person.id,
                organisation_id=person.organisation_id,
                regulation="udmurtia",
                edition=1,
                state=RouteState.DRAFT,
                created_at=LONG_AGO,
            )
            for number in (1, 2)
        )
        await session.flush()
        lines = [
            HistoryLine(route_id=route, verb="route.begun", facts={"n": route}, at=LONG_AGO)
            for route in (1, 2, 1)
        ]
        session.add_all(lines)
        await session.flush()
        session.add(Seal(first=1, last=2, lines=2, digest=digest(NOTHING_BEFORE, lines[:2]), at=LONG_AGO))

    operator.asks(write)
    return operator


def test_a_whole_journal_is_said_to_be_whole(lived: Operator) -> None:
    assert lived.types("journal", "verify") == 0
    assert lived.out == "The journal is whole: 1 seals over 2 lines; 1 not sealed yet.\n"


def test_a_changed_line_is_found(lived: Operator) -> None:
    with sqlite3.connect(lived.folder / "data" / "marshrut.sqlite") as connection:
        connection.execute("DROP TRIGGER history_no_update")
        connection.execute("UPDATE history SET verb = 'route.closed' WHERE id = 2")
    assert lived.types("journal", "verify") == 1
    assert "lines 1 to 2 are not what was sealed" in lived.out


def test_the_migrated_database_refuses_a_change(lived: Operator) -> None:
    with (
        sqlite3.connect(lived.folder / "data" / "marshrut.sqlite") as connection,
        pytest.raises(sqlite3.IntegrityError, match=REFUSING),
    ):
        connection.execute("DELETE FROM history")


def test_the_history_is_written_as_json_of_one_route_or_of_all(lived: Operator) -> None:
    assert lived.types("journal", "export", "--out", "all.jsonl") == 0
    lines = [json.loads(line) for line in (lived.folder / "all.jsonl").read_text().splitlines()]
    assert [(line["number"], line["route"], line["facts"]) for line in lines] == [
        (1, 1, {"n": 1}),
        (2, 2, {"n": 2}),
        (3, 1, {"n": 1}),
    ]
    assert lived.types("journal", "export", "--route", "1", "--out", "one.jsonl") == 0
    assert "one.jsonl: 2 lines." in lived.out


def test_a_folder_that_is_not_there_is_said(lived: Operator) -> None:
    assert lived.types("journal", "export", "--out", "nowhere/all.jsonl") == 1
    assert "cannot be written" in lived.err
