"""`marshrut needs --out FILE.csv`: the bank of needs, whole, without names, harmless in a spreadsheet."""

from __future__ import annotations

import asyncio

from sqlalchemy import select

from bot.clock import Clock
from bot.database import open_engine, sessions
from bot.settings import Settings
from models.need import Need, Source
from models.people import Organisation, Person
from tests.wire.operator import Operator
from tests.wire.rosters import csv, row


async def _asks(text: str) -> None:
    engine = open_engine(Settings().database)
    async with sessions(engine)() as session, session.begin():
        author = (await session.scalars(select(Person))).one()
        home = (await session.scalars(select(Organisation))).one()
        need = Need.begun(author, home, Source.TEACHER, Clock().now())
        need.write("text", text)
        need.write("competency", "method")
        need.write("kind", "seminar")
        need.send()
        session.add(need)
        session.add(Need.begun(author, home, Source.TEACHER, Clock().now()))
    await engine.dispose()


def test_needs_are_written_without_names_and_formulas(operator: Operator) -> None:
    operator.file("people.csv", csv(row()))
    operator.types("import", "people", "people.csv", "--codes", "codes.csv")
    asyncio.run(_asks("=ССЫЛКА(1)"))
    assert operator.types("needs", "--out", "needs.csv") == 0, operator.err
    assert "1 needs" in operator.out
    (one,) = operator.sheet("needs.csv")
    assert (one["state"], one["competency"], one["kind"], one["people"]) == (
        "new",
        "Методические",
        "Семинар",
        "1",
    )
    assert one["text"] == "'=ССЫЛКА(1)" and one["organisation"] == "школа № 3"
    assert "Иванова" not in (operator.folder / "needs.csv").read_text("utf-8-sig")


def test_a_file_that_cannot_be_written_is_said(operator: Operator) -> None:
    assert operator.types("needs", "--out", "nowhere/needs.csv") == 1
    assert "cannot be written" in operator.err
    assert operator.types("needs") == 2
