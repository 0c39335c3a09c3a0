"""A region with as many routes as asked for, in every stage: what the figures of the registry are measured on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, insert
from sqlalchemy.orm import DeclarativeBase

from bench.ours import REGULATION, SCHOOL
from bot.database import migrate
from models.conclusions import SUCCESS, Conclusions, ConclusionsState
from models.people import Appointment, Organisation, OrganisationKind, Person, Role
from models.plan import Activity, ActivityState
from models.registry import RegistryEntry
from models.report import Report, ReportState
from models.route import Route, RouteState
from models.team_member import TeamMember
from services import rules

MADE = datetime(2026, 1, 12, 8, 0, tzinfo=UTC)
BEGAN = date(2026, 1, 12)
PER_SCHOOL, ROWS = 40, 6
CENTRE, TUTOR = 1, 1
STATES = (RouteState.DRAFT, RouteState.ON_CONFIRMATION, *(RouteState.ACTIVE,) * 5, *(RouteState.CLOSED,) * 3)
SURNAMES = ("Иванова", "Петрова", "Сидорова", "Кузнецова", "Орлова", "Зайцева", "Ёлкина")
Rows = list[dict[str, Any]]


def prepare(database: Path, routes: int, *, closed: bool = False) -> None:
    """A migrated database with so many routes; `closed`: every one of them is finished."""
    migrate(f"sqlite+aiosqlite:///{database}")
    engine = create_engine(f"sqlite:///{database}")
    with engine.begin() as connection:
        for table, rows in _tables(routes, STATES[-1:] if closed else STATES):
            connection.execute(insert(table), rows)
    engine.dispose()


def _tables(routes: int, states: tuple[RouteState, ...]) -> Iterator[tuple[type[DeclarativeBase], Rows]]:
    ids = range(1, routes + 1)
    by_state = {n: states[n % len(states)] for n in ids}
    closed = [n for n in ids if by_state[n] is RouteState.CLOSED]
    yield Organisation, list(_places(routes))
    yield Person, [_person(TUTOR, CENTRE), *(_person(n + TUTOR, _school(n)) for n in ids)]
    office = {"role": Role.CENTRE_HEAD, "since": BEGAN, "until": None}
    yield Appointment, [{"person_id": TUTOR, "organisation_id": CENTRE, **office}]
    yield Route, [_route(n, state) for n, state in by_state.items()]
    yield TeamMember, [{"route_id": n, "person_id": TUTOR, "role": Role.TUTOR, "since": BEGAN} for n in ids]
    rows = [(n, at) for n in ids for at in range(ROWS)]
    yield Activity, [_activity(n, at) for n, at in rows]
    yield Report, [_report(n, at, by_state[n]) for n, at in rows if by_state[n] in STATES[2:]]
    if closed:
        yield Conclusions, [_conclusions(n) for n in closed]
        yield RegistryEntry, [_entry(n, number) for number, n in enumerate(closed, 1)]


def _places(routes: int) -> Iterator[dict[str, Any]]:
    centre = {**SCHOOL, "kind": OrganisationKind.CENTRE, "name": "ЦНППМ", "municipality": "Ижевск"}
    yield {"id": CENTRE, **centre}
    for n in range(routes // PER_SCHOOL + 1):
        yield {"id": n + 2, **SCHOOL, "name": f"Школа № {n + 1}", "municipality": f"Район {n % 25 + 1}"}


def _school(route: int) -> int:
    return route // PER_SCHOOL + 2


def _person(n: int, organisation: int) -> dict[str, Any]:
    name = f"{SURNAMES[n % len(SURNAMES)]} Галина Петровна"
    known = {"external_id": f"p{n}", "position": "учитель начальных классов", "tutor_id": None}
    return {"id": n, "organisation_id": organisation, "full_name": name, "search_name": name.lower(), **known}


def _route(n: int, state: RouteState) -> dict[str, Any]:
    over = state is RouteState.CLOSED
    edition = rules.load().regulations.get(REGULATION).edition
    return {
        "id": n,
        "teacher_id": n + TUTOR,
        "organisation_id": _school(n),
        "regulation": REGULATION,
        "edition": edition,
        "topic": "Функциональная грамотность на уроках окружающего мира",
        "state": state,
        "starts_on": BEGAN,
        "ends_on": BEGAN + timedelta(days=200 + n % 400),
        "began_on": BEGAN if state in STATES[2:] else None,
        "ended_on": BEGAN + timedelta(days=280) if over else None,
        "created_at": MADE,
    }


def _activity(route: int, at: int) -> dict[str, Any]:
    return {
        "route_id": route,
        "author_id": TUTOR,
        "kind": "seminar",
        "title": f"Семинар № {at + 1} по читательской грамотности, группа {route}",
        "competencies": ["method"],
        "level": "municipal",
        "on_date": BEGAN + timedelta(days=20 * at + route % 17),
        "presenting": "subject_talk",
        "state": ActivityState.HELD,
        "created_at": MADE,
    }


def _report(route: int, at: int, state: RouteState) -> dict[str, Any]:
    waits = state is RouteState.ACTIVE and at == ROWS - 1 and not route % 7
    said = {"1": "Показали три приёма работы с текстом."}
    return {
        "activity_id": (route - 1) * ROWS + at + 1,
        "route_id": route,
        "state": ReportState.SUBMITTED if waits else ReportState.ACCEPTED,
        "began_at": MADE,
        "said": said,
    }


def _conclusions(route: int) -> dict[str, Any]:
    text = ["Маршрут пройден, траектория оптимальна."]
    signed = {"state": ConclusionsState.SIGNED, "signed_at": MADE, "begun_at": MADE, "outcome": SUCCESS}
    return {"route_id": route, "number": 1, "author_id": TUTOR, "paragraphs": text, **signed}


def _entry(route: int, number: int) -> dict[str, Any]:
    known = {"region": SCHOOL["region"], "year": BEGAN.year, "entered_on": BEGAN + timedelta(days=280)}
    return {"route_id": route, "number": number, **known}
