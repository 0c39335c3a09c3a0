"""What the bot's database holds of a person, as one value: two people who did the same must have the same."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from bot.database import migrate, open_engine, sessions
from bot.moving import NEXT_KEY
from models.entry import Invitation
from models.people import CENTRE_ROLES, Appointment, Organisation, OrganisationKind, Person, Role

FIRST_PHONE = 5_100_000_000


def code_of(number: int) -> str:
    """The code of the person with this number."""
    return f"ABCDEFGH{number:02}".translate(str.maketrans("01", "XY"))


def settle(database: Path | str, names: list[str]) -> None:
    """A migrated database (a file, or the URL of an empty one) with a school; the first is the tutor of all others.

    The last one is no teacher: the methodist and both heads in one person, who signs what they sign.
    """
    url = database if isinstance(database, str) else f"sqlite+aiosqlite:///{database}"
    migrate(url)
    asyncio.run(_settle(url, names))


async def _settle(url: str, names: list[str]) -> None:
    engine = open_engine(url)
    async with sessions(engine)() as session, session.begin():
        await session.run_sync(_people, names)
        if engine.dialect.name == "postgresql":
            await session.execute(text(NEXT_KEY.format("people")))
    await engine.dispose()


def _people(session: Session, names: list[str]) -> None:
    school = Organisation(
        name="Школа № 3",
        municipality="Глазов",
        region="Удмуртская Республика",
        timezone="Europe/Samara",
        regulation="udmurtia",
    )
    centre = Organisation(
        kind=OrganisationKind.CENTRE,
        name="ЦНППМ",
        municipality="Ижевск",
        region=school.region,
        timezone=school.timezone,
        regulation=school.regulation,
    )
    session.add_all([school, centre])
    session.flush()
    for number, name in enumerate(names):
        session.add(_person(school.id, number, name))
        session.flush()
        for role in _roles(number, len(names)):
            place = centre if role in CENTRE_ROLES else school
            office = {"organisation_id": place.id, "role": role, "since": date(2020, 1, 1)}
            session.add(Appointment(person_id=number + 1, **office))
        invitation = Invitation(person_id=number + 1)
        invitation.give(code_of(number), datetime.now(UTC))
        session.add(invitation)


def _roles(number: int, people: int) -> tuple[Role, ...]:
    if number == people - 1:
        return (Role.METHODIST, Role.CENTRE_HEAD, Role.HEAD)
    return (Role.TEACHER,) if number else (Role.TUTOR,)


def _person(school: int, number: int, name: str) -> Person:
    tutor = 1 if number else None
    return Person(
        id=number + 1, external_id=f"p{number}", organisation_id=school, full_name=name, tutor_id=tutor
    )


class Records:
    """Looks into the database of a running bot; nothing is changed."""

    def __init__(self, database: Path | str) -> None:
        self._database = database

    def rows(self, query: str, *facts: Any) -> list[tuple[Any, ...]]:
        """The rows of a query, which names its facts by `?`."""
        if isinstance(self._database, str):
            with ThreadPoolExecutor(1) as aside:
                return aside.submit(asyncio.run, self._of_server(query, facts)).result()
        with closing(sqlite3.connect(f"file:{self._database}?mode=ro", uri=True, timeout=30)) as connection:
            return connection.execute(query, facts).fetchall()

    async def _of_server(self, query: str, facts: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        for number in range(1, len(facts) + 1):
            query = query.replace("?", f"${number}", 1)
        server = make_url(str(self._database)).set(drivername="postgresql")
        connection = await asyncpg.connect(dsn=server.render_as_string(hide_password=False))
        try:
            return [tuple(row) for row in await connection.fetch(query, *facts)]
        finally:
            await connection.close()

    def one(self, query: str, *facts: Any) -> Any:
        """The first column of the first row."""
        return self.rows(query, *facts)[0][0]

    def of_teacher(self, person: int) -> dict[str, Any]:
        """Everything that a teacher has done: ids and times left out, versions kept."""
        route = self.one("SELECT id FROM routes WHERE teacher_id = ?", person)
        return {
            "consents": self.rows("SELECT decision FROM consents WHERE person_id = ?", person),
            "route": self.rows("SELECT state, version FROM routes WHERE teacher_id = ?", person),
            "diagnosis": self.rows("SELECT state, version FROM diagnoses WHERE teacher_id = ?", person),
            "answers": dict(self.rows(ANSWERS, person)),
            "rows": self.rows(
                "SELECT title, state, version, presenting FROM activities WHERE route_id = ? ORDER BY id",
                route,
            ),
            "reports": [
                (state, version, list(json.loads(said).values()))
                for state, version, said in self.rows(REPORTS, route)
            ],
            "evidence": [count for (count,) in self.rows(EVIDENCE, route)],
            "history": self._counted("SELECT verb FROM history WHERE route_id = ?", route),
            "told": self._counted(TOLD, person),
        }

    def _counted(self, query: str, number: int) -> Counter[str]:
        """How often each word: the tutor's words come in between the teacher's, now sooner, now later."""
        return Counter(word for (word,) in self.rows(query, number))


ANSWERS = """SELECT statement, value FROM diagnosis_answers JOIN diagnoses ON diagnoses.id = diagnosis_id
WHERE teacher_id = ?"""
REPORTS = "SELECT state, version, said FROM reports WHERE route_id = ? ORDER BY id"
EVIDENCE = """SELECT count(DISTINCT unique_id) FROM evidence JOIN reports ON reports.id = report_id
WHERE route_id = ? GROUP BY report_id ORDER BY report_id"""
TOLD = "SELECT kind FROM notices WHERE person_id = ? AND kind NOT LIKE 'reminder%'"
