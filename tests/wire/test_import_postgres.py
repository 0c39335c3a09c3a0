"""The operator's commands on PostgreSQL: the same words, the same codes."""

from __future__ import annotations

import pytest

from tests.wire.operator import Operator
from tests.wire.rosters import csv, row, tutor

pytestmark = pytest.mark.postgres


def test_people_are_loaded_once_checked_and_changed(operator: Operator, postgres_url: str) -> None:
    operator.sets(database_url=postgres_url)
    other = tutor(external_id="9", full_name="Ложкин Максим Андреевич", role="methodist")
    operator.file("people.csv", csv(row(tutor="8"), row(role="mentor"), tutor(), other))
    for said in ("3 people; changed:", "3 people; nothing changes."):
        assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 0
        assert said in operator.out
    before = operator.sheet("codes.csv")
    operator.file("people.csv", csv(row(tutor="9", full_name="Петрова Галина")))
    assert operator.types("import", "people", "people.csv", "--check") == 0
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 0
    assert "1 people changed" in operator.out
    assert "1 offices ended" in operator.out
    (after,) = operator.sheet("codes.csv")
    assert (after["full_name"], after["code"]) == ("Петрова Галина", before[0]["code"])


def test_the_doctor_finds_tables_missing_and_then_in_order(operator: Operator, postgres_url: str) -> None:
    operator.sets(database_url=postgres_url)
    (operator.folder / "data").mkdir()
    assert operator.types("doctor") == 1
    assert "problem  migrations: the tables are at none, the program at" in operator.out
    assert operator.types("migrate") == 0
    assert operator.types("doctor") == 0
    assert "Everything is in order." in operator.out
