"""`marshrut import catalogue`: all of a file or nothing, row numbers and reasons, the same again changes nothing."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest
from sqlalchemy import select

from bot.clock import Clock
from bot.database import open_engine, sessions
from bot.settings import Settings
from models.catalogue import CatalogueEntry, EntryState, Scope
from models.catalogue_chosen import Chosen
from models.notice import Notice
from models.people import Person
from models.plan import Activity, ActivityState
from models.route import Route, RouteState
from tests.wire.operator import Operator
from tests.wire.rosters import csv, row
from tests.wire.workbooks import workbook

COLUMNS = (
    "key",
    "title",
    "date",
    "until",
    "level",
    "competencies",
    "region",
    "organisation",
    "hours",
    "away",
    "state",
)
EVENT = {
    "key": "e1",
    "title": "Семинар о чтении",
    "date": "20.11.2026",
    "level": "Региональный",
    "competencies": "Методические, subject",
    "region": "Удмуртская Республика",
    "hours": "6",
    "away": "да",
}


def event(**changed: str) -> dict[str, str]:
    """An event, but for what is changed."""
    return EVENT | changed


@pytest.fixture
def school(operator: Operator) -> Operator:
    """An operator whose school is loaded."""
    operator.file("people.csv", csv(row()))
    assert operator.types("import", "people", "people.csv", "--codes", "codes.csv") == 0
    return operator


def loads(operator: Operator, *events: dict[str, str], check: bool = False) -> int:
    """One import; its exit code."""
    operator.file("events.csv", csv(*events, columns=COLUMNS))
    return operator.types("import", "catalogue", "events.csv", *(["--check"] if check else []))


def entries(operator: Operator) -> list[CatalogueEntry]:
    """What is there."""

    async def all_of(session):  # type: ignore[no-untyped-def]
        return list((await session.scalars(select(CatalogueEntry).order_by(CatalogueEntry.id))).all())

    return list(operator.asks(all_of))


def test_events_come_in_with_their_codes_and_places(school: Operator) -> None:
    period = event(
        key="e2", date="03.11.2026", until="2026-11-05", organisation="Школа № 3", title="Курс ИКТ"
    )
    assert loads(school, event(), period) == 0
    first, second = entries(school)
    assert (first.kind, first.level, first.competencies) == ("seminar", "regional", ["method", "subject"])
    assert (first.on_date, first.hours, first.away, first.scope) == (
        date(2026, 11, 20),
        6,
        True,
        Scope.REGION,
    )
    assert first.search_title == "семинар о чтении"
    assert (second.starts_on, second.on_date, second.scope) == (
        date(2026, 11, 3),
        date(2026, 11, 5),
        Scope.SCHOOL,
    )
    assert "2 events" in school.out and "2 events new" in school.out


def test_the_same_file_again_changes_nothing(school: Operator) -> None:
    loads(school, event())
    assert loads(school, event()) == 0
    assert "nothing changes" in school.out
    assert loads(school, event(hours="8")) == 0
    assert "1 events changed" in school.out and len(entries(school)) == 1


def test_a_check_says_what_would_happen_and_changes_nothing(school: Operator) -> None:
    assert loads(school, event(), check=True) == 0
    assert "this would change" in school.out and entries(school) == []


def test_every_faulty_row_is_named_and_nothing_is_loaded(school: Operator) -> None:
    faulty = (
        event(),
        event(key="e2", level="вселенский"),
        event(key="e3", date="32.11.2026"),
        event(key="e4", region="Атлантида"),
        event(key="e5", organisation="Школа № 99"),
        event(key="e6", until="01.11.2026"),
        event(key="e1"),
        event(key="", title=""),
        event(key="e8", hours="шесть", away="может быть"),
        event(key="e9", competencies="пение"),
        event(key="e10", state="авось"),
    )
    assert loads(school, *faulty) == 1
    assert entries(school) == []
    for words in (
        "row 3, level: 'вселенский' is not one of",
        "row 4, date: is no date",
        "row 5, region: nobody of 'Атлантида' is loaded",
        "row 6, organisation: 'Школа № 99' is no school",
        "row 7, until: lies before the date",
        "row 8, key: stands in row 2 already",
        "row 9, key: is empty",
        "row 9, title: is empty",
        "row 10, hours: 'шесть' is no whole number",
        "row 10, away: 'может быть' is neither yes nor no",
        "row 11, competencies: 'пение' is not one of",
        "row 12, state: 'авось' is neither",
    ):
        assert words in school.err, words
    assert loads(school, *faulty, check=True) == 1


def test_a_workbook_with_date_cells_is_read(school: Operator) -> None:
    cells = ["e1", "Форум учителей", date(2026, 11, 20), "federal", "Удмуртская Республика"]
    school.file("events.xlsx", workbook({"Лист1": [["key", "title", "date", "level", "region"], cells]}))
    assert school.types("import", "catalogue", "events.xlsx") == 0
    assert [(one.title, one.kind, one.on_date) for one in entries(school)] == [
        ("Форум учителей", "conference", date(2026, 11, 20))
    ]


def test_a_file_without_the_columns_or_that_is_none_is_refused_in_words(school: Operator) -> None:
    school.file("wrong.csv", "key;title;colour\n1;2;3\n")
    assert school.types("import", "catalogue", "wrong.csv") == 1
    assert "unknown columns: colour" in school.err and "missing columns: date, level, region" in school.err
    school.file("empty.csv", "a;b\n1;2\n")
    assert school.types("import", "catalogue", "empty.csv") == 1
    assert "one of them must be key" in school.err


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//centre//EN
BEGIN:VEVENT
UID:a@centre
SUMMARY:Вебинар о чтении
DTSTART:20261119T213000Z
DTEND:20261119T230000Z
CATEGORIES:Методические,вебинар,прочее
ORGANIZER;CN=Центр:mailto:centre@example.org
URL:https://example.org/a
END:VEVENT
BEGIN:VEVENT
UID:b@centre
SUMMARY:Форум
DTSTART;VALUE=DATE:20261201
DTEND;VALUE=DATE:20261204
{more}END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def loads_calendar(operator: Operator, more: str = "", **told: str) -> int:
    """One import of a calendar; its exit code."""
    operator.sets(default_timezone="Europe/Samara")
    operator.file("events.ics", CALENDAR.replace("{more}", more))
    options = told or {"region": "Удмуртская Республика", "level": "regional"}
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    return operator.types("import", "catalogue", "events.ics", *words)


def test_a_calendar_gives_local_days_kinds_and_competencies(school: Operator) -> None:
    assert loads_calendar(school) == 0, school.err
    first, second = entries(school)
    assert (first.key, first.on_date, first.starts_on) == ("a@centre", date(2026, 11, 20), None)
    assert (first.kind, first.competencies, first.organiser) == ("webinar", ["method"], "Центр")
    assert (second.starts_on, second.on_date, second.kind) == (
        date(2026, 12, 1),
        date(2026, 12, 3),
        "conference",
    )
    assert loads_calendar(school, "STATUS:CANCELLED\r\n") == 0
    assert [one.state for one in entries(school)] == [EntryState.OPEN, EntryState.CALLED_OFF]


def test_a_calendar_that_repeats_or_says_no_region_is_refused(school: Operator) -> None:
    assert loads_calendar(school, "RRULE:FREQ=WEEKLY\r\n") == 1
    assert "row 2, date: the event repeats" in school.err and entries(school) == []
    assert loads_calendar(school, region="Удмуртская Республика") == 2
    assert "--level" in school.err
    school.file("events.ics", "no calendar at all")
    assert school.types("import", "catalogue", "events.ics", "--region", "x", "--level", "regional") == 1
    assert "is no calendar" in school.err


def test_who_has_an_event_in_a_plan_hears_of_a_move_once(school: Operator) -> None:
    loads(school, event())
    asyncio.run(_take(school))
    assert loads(school, event(date="25.11.2026")) == 0
    assert "1 events moved" in school.out
    assert loads(school, event(date="25.11.2026")) == 0
    assert loads(school, event(date="25.11.2026", state="called_off")) == 0
    assert "1 events called off" in school.out

    async def kinds(session):  # type: ignore[no-untyped-def]
        return list((await session.scalars(select(Notice.kind))).all())

    assert school.asks(kinds) == ["catalogue-off"]


async def _take(operator: Operator) -> None:
    """The teacher has the event in the plan."""
    engine = open_engine(Settings().database)
    now = Clock().now()
    async with sessions(engine)() as session, session.begin():
        teacher = (await session.scalars(select(Person))).one()
        route = Route(
            teacher_id=teacher.id,
            organisation_id=teacher.organisation_id,
            regulation="udmurtia",
            edition=1,
            state=RouteState.ACTIVE,
            created_at=now,
        )
        session.add(route)
        await session.flush()
        entry = (await session.scalars(select(CatalogueEntry))).one()
        made = Activity(
            route_id=route.id,
            author_id=teacher.id,
            title=entry.title,
            competencies=["method"],
            on_date=entry.on_date,
            state=ActivityState.PLANNED,
            created_at=now,
        )
        session.add(made)
        await session.flush()
        session.add(Chosen(activity_id=made.id, entry_id=entry.id))
    await engine.dispose()
