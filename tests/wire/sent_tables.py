"""A table that somebody has sent to a bot with a database of its own: the row, the bytes, the process that reads it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Select, select

from bot.clock import Clock
from bot.database import Sessions, open_engine, sessions
from bot.import_order import Carry, in_a_process
from bot.importer import Importer
from bot.settings import Settings
from models.entry import Account
from models.import_file import ImportFile, import_file_by_id
from models.people import Appointment, Organisation, Person, Role
from services import rules

NOW = datetime(2026, 9, 14, 9, 0, tzinfo=UTC)
HEAD = ("Табельный номер", "ФИО", "Роль")
ROWS = [HEAD, ("101", "Петрова Анна Ивановна", "педагог")]


class Shelf:
    """The wire that hands out one file."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    async def call(self, method: str, parameters: Any) -> Any:
        """Where the file is, or the bot's name."""
        return {"file_path": "table", "username": "bot"}

    async def download(self, path: str) -> AsyncIterator[bytes]:
        """The file, at once."""
        yield self.content


@dataclass
class Desk:
    """A bot's database, its clock, and the importer that takes what is due."""

    settings: Settings
    sessions: Sessions
    now: datetime = NOW

    @property
    def clock(self) -> Clock:
        """The bot's clock, moved by hand."""
        return Clock(source=self.now.timestamp)

    def later(self, time: timedelta) -> None:
        """So much later."""
        self.now += time

    def carry(self) -> Carry:
        """The process of an import as the bot starts it."""
        return in_a_process(self.settings, self.clock)

    async def works_off(self, content: bytes, carry: Carry | None = None) -> int:
        """Everything that is due, in processes; how many files were in hand."""
        importer = Importer(
            self.sessions, Shelf(content), self.clock, rules.load(),
            self.settings.data_dir / "imports", lambda: None, carry or self.carry(),
        )  # fmt: skip
        return await importer.work_off()

    async def sends(self) -> int:
        """The deputy head sends a file that nobody has read yet."""
        async with self.sessions() as session, session.begin():
            person = (await session.scalars(select(Person).where(Person.external_id == "p1"))).one()
            found = ImportFile(
                person_id=person.id,
                file_id="f",
                name="x.xlsx",
                headings=[],
                samples=[],
                mapping={},
                at=self.now,
            )
            found.outcome, found.tries = {}, 0
            session.add(found)
            await session.flush()
            return found.id

    async def agrees(self, import_id: int) -> None:
        """«Загрузить»."""
        async with self.sessions() as session, session.begin():
            found = (await session.scalars(import_file_by_id(import_id))).one()
            found.approve(found.version)

    async def all(self, query: Select[Any]) -> list[Any]:
        """Every row of a query."""
        async with self.sessions() as session, session.begin():
            return list((await session.scalars(query)).all())


@asynccontextmanager
async def desk(folder: Path, empty_database: Path) -> AsyncIterator[Desk]:
    """A desk in a folder, with a deputy head of a school."""
    shutil.copy(empty_database, folder / "m.sqlite")
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite+aiosqlite:///{folder / 'm.sqlite'}",
        data_dir=folder,
    )
    engine = open_engine(settings.database)
    try:
        made = Desk(settings, sessions(engine))
        await _settle(made.sessions)
        yield made
    finally:
        await engine.dispose()


async def _settle(made: Sessions) -> None:
    async with made() as session, session.begin():
        home = Organisation(
            name="Школа № 3", municipality="Глазов", region="Удмуртская Республика",
            timezone="Europe/Samara", regulation="udmurtia",
        )  # fmt: skip
        session.add(home)
        await session.flush()
        person = Person(
            external_id="p1", organisation_id=home.id, full_name="Зуева Нина Фёдоровна", position=""
        )
        session.add(person)
        await session.flush()
        office = Appointment(person_id=person.id, organisation_id=home.id, role=Role.DEPUTY_HEAD)
        office.since = date(2026, 1, 1)
        account = Account(telegram_id=5, language="ru", place="", place_ids={}, person_id=person.id)
        account.wrong_codes = 0
        session.add_all([office, account])
