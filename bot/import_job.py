"""One import, in a process of its own: `python -m bot.companion bot.import_job IMPORT PATH NOW USERNAME`.

It takes its memory and its time with it: a bomb kills this process, and the bot says a kind word.
"""

from __future__ import annotations

import asyncio
import resource
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from bot.database import Sessions, open_engine, sessions
from bot.import_order import MOST_MEMORY, MOST_SECONDS, Order
from bot.settings import Settings
from models.entry import Account
from models.errors import NotYours
from models.import_file import ImportFile, ImportState, import_file_by_id
from models.people import Person
from services import import_load, import_outcome, import_told, rules
from services.import_load import Sent
from services.import_outcome import Outcome
from services.people_file import FileRefused
from services.people_sheet import RowsRefused
from services.rules import Rules
from services.work import Work

Refused = FileRefused | NotYours


@dataclass(frozen=True)
class Job:
    """What a job works with: the database, the moment, the rules, and one file."""

    sessions: Sessions
    now: datetime
    rules: Rules
    order: Order

    async def carry_out(self) -> None:
        """Reads what was received, or loads what was agreed with; the row says what it came to."""
        async with self.sessions() as session, session.begin():
            _, found = await self._begin(session)
            state, only = found.state, found.kind
        try:
            if state in (ImportState.RECEIVED, ImportState.APPROVED):
                sent = import_load.read(self.rules, self.order.path.read_bytes(), only)
                await self._take(sent, keep=state is ImportState.APPROVED)
        except (FileRefused, NotYours) as refused:
            await self._refuse(refused)

    async def _take(self, sent: Sent, *, keep: bool) -> None:
        """A table that is understood is loaded: for good, or to see what it would change."""
        if not keep and not await self._understood(sent):
            return
        try:
            outcome = await self._load(sent, keep=keep)
        except RowsRefused as refused:
            await self._fail(sent, refused)
            return
        if not keep:
            async with self.sessions() as session, session.begin():
                work, found = await self._begin(session)
                found.show(outcome.as_json(), changes=outcome.changes)
                await self._tell(work, found)

    async def _understood(self, sent: Sent) -> bool:
        async with self.sessions() as session, session.begin():
            work, found = await self._begin(session)
            whole = await import_load.understand(work, found, sent)
            if not whole:
                found.ask()
                await self._tell(work, found)
        return whole

    async def _load(self, sent: Sent, *, keep: bool) -> Outcome:
        """All of it in one transaction, with the row that says so; taken back where it is only looked at."""
        async with self.sessions() as session, session.begin():
            work, found = await self._begin(session)
            outcome = await import_load.load(work, found, sent, "")
            if keep:
                found.load({**outcome.as_json(), "username": self.order.username})
                await self._tell(work, found)
            else:
                await session.rollback()
        return outcome

    async def _fail(self, sent: Sent, refused: RowsRefused) -> None:
        async with self.sessions() as session, session.begin():
            work, found = await self._begin(session)
            table = sent.table
            rows, headings = (table.rows, table.headings) if table is not None else ((), [])
            known = import_load.columns(self.rules, found.kind)
            outcome = import_outcome.of_faults(refused.faults, rows, headings, found.mapping, known)
            found.fail(outcome)
            await self._tell(work, found)

    async def _refuse(self, refused: Refused) -> None:
        async with self.sessions() as session, session.begin():
            work, found = await self._begin(session)
            key = refused.key if isinstance(refused, FileRefused) else "import-file-not-your-kind"
            found.refuse(key, import_load.plain_facts(refused.facts))
            await self._tell(work, found)

    async def _begin(self, session: AsyncSession) -> tuple[Work, ImportFile]:
        """The file, and its sender as who acts: rights are those of today."""
        found = (await session.scalars(import_file_by_id(self.order.import_id))).one()
        home = joinedload(Account.person).joinedload(Person.organisation)
        query = select(Account).options(home).where(Account.person_id == found.person_id)
        account = (await session.scalars(query)).first()
        return Work(session, account, self.now, self.rules), found

    async def _tell(self, work: Work, found: ImportFile) -> None:
        await work.session.flush()
        import_told.tell(work, found)


async def main(arguments: list[str]) -> None:
    """The import that the arguments name."""
    number, path, now, username = arguments
    order = Order(int(number), "", Path(path), username)
    engine = open_engine(Settings().database)
    try:
        await Job(sessions(engine), datetime.fromisoformat(now), rules.load(), order).carry_out()
    finally:
        await engine.dispose()


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    asyncio.run(main(sys.argv[1:]))
