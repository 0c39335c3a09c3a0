"""`marshrut registry`: the registry as XLSX, CSV and JSON on the command line, beside a bot at work."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import open_engine, reading_engine, sessions
from bot.settings import Settings
from models.conclusions import PROLONGED, SUCCESS, Conclusions, ConclusionsState, Known
from models.people import Organisation, OrganisationKind, Person
from models.registry import RegistryEntry
from models.route import Route, RouteState
from tests.wire.operator import Operator, files
from tests.wire.rosters import csv, row

AT = datetime(2026, 9, 14, 9, tzinfo=UTC)


@pytest.fixture
def region(operator: Operator) -> Operator:
    """Two schools with a route each, one of them prolonged and finished, and a centre of that region."""
    here = row(full_name="Иванова Галина Петровна", organisation="Школа № 3")
    other = row(external_id="p2", full_name="Зайцева Нина Львовна", organisation="Школа № 8", region="Другая")
    operator.file("people.csv", csv(here, other))
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 0, operator.err
    operator.asks(_walks)
    return operator


async def _walks(session: AsyncSession) -> None:
    people = (await session.scalars(select(Person).order_by(Person.id))).all()
    homes = {one.id: one for one in (await session.scalars(select(Organisation))).all()}
    routes = []
    for person in people:
        one = Route(teacher_id=person.id, organisation_id=person.organisation_id, regulation="udmurtia")
        one.edition, one.state, one.created_at, one.topic = 1, RouteState.ACTIVE, AT, "=1+1"
        one.starts_on, one.ends_on = date(2025, 9, 1), date(2026, 9, 1)
        session.add(one)
        routes.append(one)
    first = routes[0]
    first.state, first.ended_on = RouteState.CLOSED, date(2026, 9, 10)
    await session.flush()
    home = homes[first.organisation_id]
    session.add_all(
        Conclusions(
            route_id=first.id,
            number=number,
            author_id=people[0].id,
            state=ConclusionsState.SIGNED,
            begun_at=AT,
            paragraphs=["Пройден."],
            outcome=outcome,
            prolongation=times,
            past=bool(times),
            known=known,
        )
        for number, outcome, times, known in ((1, PROLONGED, 1, None), (2, SUCCESS, 0, Known.READ))
    )
    session.add(
        RegistryEntry(
            route_id=first.id, region=home.region, year=2026, number=7, entered_on=date(2026, 9, 10)
        )
    )
    centre = {"region": home.region, "timezone": home.timezone, "regulation": home.regulation}
    session.add(Organisation(kind=OrganisationKind.CENTRE, name="ЦНППМ", municipality="Ижевск", **centre))


def rows_of(operator: Operator, name: str, sheet: str) -> list[list[Any]]:
    """The cells of a sheet."""
    return CalamineWorkbook.from_path(str(operator.folder / name)).get_sheet_by_name(sheet).to_python()


def test_the_workbook_has_filters_a_frozen_head_dates_as_dates_and_no_formula(region: Operator) -> None:
    assert region.types("registry", "--out", "registry.xlsx") == 0, region.err
    assert "2 routes" in region.out
    cells = rows_of(region, "registry.xlsx", "Реестр")
    head = next(at for at, row in enumerate(cells) if row[0] == "Номер в реестре")
    assert "Реестр ИОМ педагогических работников УР" in cells[0][0]
    by_name = {row[1]: dict(zip(cells[head], row, strict=True)) for row in cells[head + 1 :]}
    done, late = by_name["Иванова Галина Петровна"], by_name["Зайцева Нина Львовна"]
    assert (done["Номер в реестре"], done["Завершён"]) == ("2026-0007", date(2026, 9, 10))
    assert (done["Итог"], done["Продлён раз"], done["Сверх предельного срока"]) == ("успешно", 1, "да")
    assert (done["Слово педагога"], done["Отметка"], late["Отметка"]) == (
        "ознакомлен(а)",
        "завершён",
        "срок вышел",
    )
    assert late["Тема"] == "=1+1"
    with ZipFile(region.folder / "registry.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<autoFilter" in sheet and 'state="frozen"' in sheet and "<conditionalFormatting" in sheet
    assert "<f>" not in sheet and "<hyperlink" not in sheet
    assert rows_of(region, "registry.xlsx", "Сводка")[-3][2:] == [2, 0, 0, 0, 1, 1]


def test_a_spreadsheet_takes_no_cell_of_the_csv_for_a_formula(region: Operator) -> None:
    assert region.types("registry", "--out", "registry.csv") == 0, region.err
    (done,) = (one for one in region.sheet("registry.csv") if one["Номер в реестре"])
    assert (done["Тема"], done["Срок до"], done["Педагог"]) == (
        "'=1+1",
        "01.09.2026",
        "Иванова Галина Петровна",
    )


def test_json_has_codes_and_iso_dates(region: Operator) -> None:
    assert region.types("registry", "--out", "registry.json") == 0, region.err
    found = json.loads((region.folder / "registry.json").read_text("utf-8"))
    (done,) = (one for one in found if one["stage"] == "closed")
    assert (done["ends_on"], done["mark"], done["past"], done["topic"]) == (
        "2026-09-01",
        "closed",
        True,
        "=1+1",
    )


def test_a_centre_gets_its_region_and_a_school_itself(region: Operator) -> None:
    for asked in (("--centre", "ЦНППМ"), ("--organisation", "Школа № 3")):
        assert region.types("registry", "--out", "one.csv", *asked) == 0, region.err
        assert [one["Педагог"] for one in region.sheet("one.csv")] == ["Иванова Галина Петровна"]
    assert region.types("registry", "--out", "one.csv", "--centre", "Школа № 3") == 1
    assert region.err == "marshrut: There is no centre «Школа № 3».\n"


def test_a_municipality_gets_its_schools_and_one_of_two_names_is_asked_for(region: Operator) -> None:
    asked = ("registry", "--out", "one.csv", "--municipality")
    assert region.types(*asked, "Увинский район, Удмуртская Республика") == 0, region.err
    assert [one["Педагог"] for one in region.sheet("one.csv")] == ["Иванова Галина Петровна"]
    assert region.types(*asked, "Увинский район") == 1
    assert "There are several: Увинский район, Другая; Увинский район, Удмуртская Республика." in region.err
    assert region.types(*asked, "Нигде") == 1
    assert region.err == "marshrut: There is no school in «Нигде».\n"


def test_the_cards_of_finished_routes_are_one_archive(region: Operator) -> None:
    assert region.types("registry", "--cards", "cards.zip") == 0, region.err
    assert "1 routes" in region.out
    with ZipFile(region.folder / "cards.zip") as found:
        names = found.namelist()
        assert found.testzip() is None
    assert names[-1] == "Перечень.html" and len(names) == 3
    assert "2026-0007 Карта ИОМ Иванова Г. П.pdf" in names[0]
    assert region.types("registry", "--cards", "cards.rar") == 2
    assert region.types("registry", "--cards", "a.zip", "--out", "a.csv") == 2


def test_what_cannot_be_written_is_said_and_leaves_nothing(region: Operator) -> None:
    assert region.types("registry", "--out", "registry.pdf") == 2
    assert "ends in .xlsx, .csv or .json" in region.err
    assert region.types("registry", "--out", "nowhere/registry.csv") == 1
    assert "cannot be written" in region.err
    before = files(region.folder)
    assert region.types("registry", "--out", "two.csv", "--organisation", "Никакая") == 1
    assert files(region.folder) == before


async def test_a_long_reading_holds_up_nobody_and_sees_one_moment(region: Operator) -> None:
    url = Settings().database
    reader, writer = reading_engine(url), open_engine(url)
    count = select(func.count()).select_from(Person)
    async with sessions(reader)() as reading, reading.begin():
        before = await reading.scalar(count)
        async with sessions(writer)() as session, session.begin():
            session.add(Person(external_id="p9", organisation_id=1, full_name="Новая Анна Ильинична"))
        assert await reading.scalar(count) == before
    async with sessions(reader)() as reading, reading.begin():
        assert await reading.scalar(count) == before + 1
    for engine in (reader, writer):
        await engine.dispose()
