"""`marshrut house`: the own rules of an organisation at the command line (X25, R0-029, R3-012)."""

from __future__ import annotations

from sqlalchemy import select

from models.house import HouseRules
from tests.wire.operator import Operator
from tests.wire.rosters import csv, row


def decided(operator: Operator) -> list[tuple[str, int, int | None, str, str]]:
    async def read(session):  # type: ignore[no-untyped-def]
        return [
            (one.reapproval, one.reapproval_rows, one.diagnosis_months, one.diagnosis_act, one.development)
            for one in await session.scalars(select(HouseRules))
        ]

    found: list[tuple[str, int, int | None, str, str]] = operator.asks(read)
    return found


def test_x25_an_organisation_decides_and_what_is_not_named_stays(operator: Operator) -> None:
    operator.file("people.csv", csv(row(organisation="Школа № 3")))
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 0
    assert operator.types("house", "школа № 3", "--reapproval", "many", "--rows", "2") == 0
    assert "reapproval of corrections: over 2 rows" in operator.out
    assert operator.types("house", "Школа № 3", "--diagnosis-every", "12", "--ordered-by", "Приказ № 5") == 0
    assert operator.types("house", "Школа № 3", "--development", "Чтение") == 0
    assert decided(operator) == [("many", 2, 12, "Приказ № 5", "Чтение")]
    assert operator.types("house", "Школа № 3", "--reapproval", "regulation", "--diagnosis-every", "0") == 0
    assert "as the regulation says" in operator.out
    assert decided(operator) == [("", 0, None, "", "Чтение")]


def test_an_act_that_orders_nothing_and_an_unknown_place_are_refused(operator: Operator) -> None:
    operator.file("people.csv", csv(row(organisation="Школа № 3")))
    operator.types("import", "people", "people.csv", "--codes", "codes.csv")
    assert operator.types("house", "Школа № 3", "--ordered-by", "Приказ № 5") == 2
    assert "--diagnosis-every" in operator.err
    assert operator.types("house", "Школа № 3", "--reapproval", "many", "--rows", "0") == 2
    assert operator.types("house", "Школа № 9") == 2
    assert decided(operator) == []
