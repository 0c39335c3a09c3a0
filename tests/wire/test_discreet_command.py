"""`marshrut discreet`: names leave the chat, also those of the next list; doctor says where."""

from __future__ import annotations

from sqlalchemy import select

from models.people import Person
from tests.wire.operator import Operator
from tests.wire.rosters import csv, row


def loads(operator: Operator, *rows: dict[str, str]) -> None:
    operator.file("people.csv", csv(*rows))
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 0


def aliases(operator: Operator) -> list[tuple[str, str]]:
    async def read(session):  # type: ignore[no-untyped-def]
        return [
            (one.short_name, one.alias) for one in await session.scalars(select(Person).order_by(Person.id))
        ]

    found: list[tuple[str, str]] = operator.asks(read)
    return found


def test_names_leave_the_chat_and_come_back(operator: Operator) -> None:
    loads(operator, row(full_name="Иванова Галина Петровна", organisation="Школа № 3"))
    assert operator.types("discreet", " школа № 3", "on") == 0
    assert "Школа № 3: 1 people go without names in the chat now." in operator.out
    assert aliases(operator) == [("Г. П. И.", "Г. П. И.")]
    loads(
        operator,
        row(full_name="Иванова Галина Петровна", organisation="Школа № 3"),
        row(external_id="2", full_name="Орлов Пётр", organisation="Школа № 3"),
    )
    assert aliases(operator) == [("Г. П. И.", "Г. П. И."), ("П. О.", "П. О.")]
    operator.types("doctor")
    assert "1 organisations go without" in operator.out
    assert operator.types("discreet", "Школа № 3", "off") == 0
    assert aliases(operator) == [("Иванова Г. П.", ""), ("Орлов П.", "")]


def test_an_organisation_that_is_not_there_or_not_the_only_one_is_refused(operator: Operator) -> None:
    loads(
        operator,
        row(organisation="Школа № 3", municipality="Глазов"),
        row(external_id="2", organisation="Школа № 3", municipality="Ижевск"),
    )
    assert operator.types("discreet", "Школа № 3", "on") == 2
    assert "2 organisations are called so" in operator.err
    assert operator.types("discreet", "Школа № 3, Ижевск", "on") == 0
    assert operator.types("discreet", "Школа № 4", "on") == 2
