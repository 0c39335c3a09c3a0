"""The seam to the product: how `marshrut run` is prepared and driven.

Everybody has come in long ago (bound, consenting, with a route) and stands at the first statement of the
self-diagnosis: /start offers to go on, each tap on a step of the scale keeps one answer and shows the next one.
Behind the last one the card turns to lists of difficulties, and the seat goes to somebody else.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, insert
from sqlalchemy.orm import DeclarativeBase

from bench.contestant import DATABASE, Contestant, count_rows
from bench.questions import COUNT
from bot.database import migrate
from documents import consent
from models.diagnosis import Diagnosis, DiagnosisState
from models.entry import Account, Consent, ConsentDecision
from models.people import Appointment, Organisation, OrganisationKind, Person, Role
from models.route import Route, RouteState
from services import rules
from services.rules import Rules

CAME_IN = datetime(2026, 1, 12, 8, 0, tzinfo=UTC)
NAME = "Иванова Галина Петровна"
REGULATION = "udmurtia"
SCHOOL: dict[str, Any] = {
    "kind": OrganisationKind.SCHOOL,
    "name": "Школа № 3",
    "municipality": "Глазов",
    "region": "Удмуртская Республика",
    "timezone": "Europe/Samara",
    "regulation": REGULATION,
}
Rows = list[dict[str, Any]]


def prepare(folder: Path, people: range) -> None:
    """A migrated database with one school, and a teacher at the first statement for every Telegram id."""
    migrate(f"sqlite+aiosqlite:///{folder / DATABASE}")
    settle(folder / DATABASE, people)


def settle(database: Path, people: range, first: int = 1) -> None:
    """These people come to a migrated database; their ids begin with `first`, which is free in every table."""
    engine = create_engine(f"sqlite:///{database}")
    with engine.begin() as connection:
        for table, rows in _tables(people, rules.load(), first):
            connection.execute(insert(table), rows)
    engine.dispose()


def _tables(people: range, known: Rules, first: int) -> Iterator[tuple[type[DeclarativeBase], Rows]]:
    """Person number n (from `first`) has the id n in every table."""
    ids = range(first, first + len(people))
    at_school = [{"id": n, "organisation_id": first} for n in ids]
    edition, asked = known.regulations.get(REGULATION).edition, known.questionnaire("teacher")
    name = {"full_name": NAME, "search_name": NAME.casefold(), "position": "", "tutor_id": None}
    yield Organisation, [{"id": first, **SCHOOL}]
    yield Person, [{**row, **name, "external_id": f"p{row['id']}"} for row in at_school]
    office = {"role": Role.TEACHER, "since": date(2026, 1, 1), "until": None}
    yield Appointment, [{**row, **office, "person_id": row["id"]} for row in at_school]
    agreed = {
        "decision": ConsentDecision.AGREED,
        "version": consent.VERSION,
        "language": "ru",
        "fingerprint": "",
    }
    yield Consent, [{"id": n, "person_id": n, **agreed, "at": CAME_IN} for n in ids]
    begun = {"regulation": REGULATION, "edition": edition, "state": RouteState.DRAFT, "version": 1}
    yield Route, [{**row, **begun, "teacher_id": row["id"], "created_at": CAME_IN} for row in at_school]
    yield (
        Diagnosis,
        [{"id": n, "route_id": n, "teacher_id": n, **_standing(asked.id, asked.edition)} for n in ids],
    )
    yield Account, [_account(n, telegram_id) for n, telegram_id in zip(ids, people, strict=True)]


def _standing(questionnaire: str, edition: int) -> dict[str, Any]:
    """A diagnosis just begun."""
    began = {"state": DiagnosisState.IN_PROGRESS, "version": 1, "began_at": CAME_IN, "answered_at": CAME_IN}
    return {"questionnaire": questionnaire, "edition": edition, **began}


def _account(number: int, telegram_id: int) -> dict[str, Any]:
    """The account of a person who was asked the first statement."""
    where = {"place": "diagnosis.question", "place_ids": {"diagnosis": number}}
    return {
        "id": number,
        "person_id": number,
        "telegram_id": telegram_id,
        "language": "ru",
        "wrong_codes": 0,
        "hat": "",
        **where,
    }


CONTESTANT: Contestant | None = Contestant(
    name="ours",
    command=(sys.executable, "-m", "bot", "run"),
    answer="^da:",
    onward="^dg:resume:",
    opening="/start",
    questions=COUNT,
    prepare=prepare,
    stored=lambda folder: count_rows(folder, "SELECT count(*) FROM diagnosis_answers"),
)
