"""A post office: a real database and postman, a clock moved by hand, a wire that fails on purpose."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Select, select
from structlog.testing import capture_logs

from bot.clock import Clock
from bot.database import Sessions, open_engine, sessions
from bot.pace import Pace
from bot.post import Post
from bot.postman import Postman
from bot.text import Text
from bot.wire import Upload
from models.base import Base
from models.entry import Account
from models.notice import Notice
from models.people import Organisation, Person, Role
from models.route import Route, RouteState, TeamMember
from services import rules

START = datetime(2027, 5, 12, 13, tzinfo=UTC)
WORDS = "news = { $text }\nunreachable = unreachable { $name }\nmenu-button = Menu\n"
RULES = rules.load()


@dataclass
class Gate:
    """A call that is held until it is let through."""

    reached: asyncio.Event = field(default_factory=asyncio.Event)
    open: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Office:
    """The postman, and what went over its wire. Person n has chat 100 + n; people 1 to 3 are in, 4 is not."""

    sessions: Sessions
    text: Text
    now: datetime = START
    start: datetime = START
    sent: list[tuple[int, str]] = field(default_factory=list)
    asked: list[int] = field(default_factory=list)
    troubles: dict[int, list[Exception]] = field(default_factory=lambda: defaultdict(list))
    gates: dict[int, Gate] = field(default_factory=dict)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    dies_after: int | None = None
    dying: asyncio.Event = field(default_factory=asyncio.Event)
    logs: list[Any] = field(default_factory=list)
    postman: Postman = field(init=False)

    def __post_init__(self) -> None:
        self.reopen()

    def reopen(self) -> None:
        """A new process on the same database."""
        clock = Clock(source=self._seconds)
        pace = Pace(now=lambda: 0.0, sleep=_no_wait)
        self.postman = Postman(self.sessions, Post(self, self.text), clock, RULES, pace)

    def _seconds(self) -> float:
        return self.now.timestamp()

    async def call(
        self,
        method: str,
        params: Mapping[str, Any],
        files: Mapping[str, Upload] | None = None,
        *,
        seconds: float = 0,
    ) -> Any:
        """The wire: what arrives is kept in `sent`, every attempt in `asked`."""
        chat = int(params["chat_id"])
        self.asked.append(chat)
        if chat in self.gates:
            self.gates[chat].reached.set()
            await self.gates[chat].open.wait()
        if self.dies_after is not None and len(self.sent) >= self.dies_after:
            self.dying.set()
            await asyncio.Event().wait()
        if self.troubles[chat]:
            raise self.troubles[chat].pop(0)
        self.sent.append((chat, params["text"]))
        self.arrived.set()
        return {"message_id": len(self.sent)}

    def fails(self, chat: int, error: Exception, *, times: int = 1) -> None:
        """The next calls to a chat end so."""
        self.troubles[chat] += [error] * times

    def holds(self, chat: int) -> Gate:
        """Calls to a chat wait for the gate."""
        self.gates[chat] = Gate()
        return self.gates[chat]

    def wait(self, **span: float) -> None:
        """Time goes by."""
        self.now += timedelta(**span)

    async def killed_on_the_way(self, after: int) -> None:
        """The process works until so many messages have gone, and is no more; another one begins."""
        self.dies_after = after
        running = asyncio.create_task(self.rounds())
        await self.dying.wait()
        running.cancel()
        await asyncio.wait([running])
        self.dies_after = None
        self.reopen()

    async def rounds(self) -> None:
        """Until nothing is due."""
        while await self.postman.round():
            pass

    async def dies_with_it_in_hand(self) -> None:
        """The process ends between taking and sending."""
        await self.postman._take()
        self.reopen()

    async def write(
        self, person: int, text: str, *, after: timedelta = timedelta(), kind: str = "news", **more: Any
    ) -> None:
        """A notice in the outbox."""
        async with self.sessions() as session, session.begin():
            session.add(
                Notice(
                    person_id=person,
                    kind=kind,
                    facts={"text": text},
                    created_at=self.now,
                    due_at=self.now + after,
                    **more,
                )
            )

    async def rows(self, query: Select[Any]) -> list[Any]:
        """Rows of the database."""
        async with self.sessions() as session, session.begin():
            return list((await session.scalars(query)).all())

    async def notices(self) -> list[Notice]:
        """Every notice, in the order of writing."""
        return await self.rows(select(Notice).order_by(Notice.id))

    async def crowd(self, count: int) -> list[int]:
        """More people who are in."""
        ids = list(range(10, 10 + count))
        await self._settle(ids)
        return ids

    async def _settle(self, ids: list[int], names: Mapping[int, str] | None = None) -> None:
        async with self.sessions() as session, session.begin():
            for id in ids:
                name = (names or {}).get(id, "Петров Олег Ильич")
                session.add(Person(id=id, external_id=str(id), organisation_id=1, full_name=name))
            await session.flush()
            session.add_all(
                Account(telegram_id=100 + id, person_id=id, language="ru") for id in ids if id != 4
            )

    async def team(self) -> None:
        """Person 1 walks a route more; person 2 is the tutor."""
        async with self.sessions() as session, session.begin():
            route = Route(
                teacher_id=1,
                organisation_id=1,
                regulation="udmurtia",
                edition=1,
                state=RouteState.ACTIVE,
                created_at=START,
            )
            session.add(route)
            await session.flush()
            session.add(TeamMember(route_id=route.id, person_id=2, role=Role.TUTOR, since=date(2027, 1, 1)))


@asynccontextmanager
async def open_office(folder: Path, url: str = "") -> AsyncIterator[Office]:
    """An office with its first four people, over an SQLite file or the empty database at `url`."""
    for language, words in (("ru", WORDS), ("en", WORDS.replace("news = ", "news = EN "))):
        (folder / language).mkdir()
        (folder / language / "words.ftl").write_text(words)
    engine = open_engine(url or f"sqlite+aiosqlite:///{folder / 'office.sqlite'}")
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    office = Office(sessions(engine), Text(folder))
    async with office.sessions() as session, session.begin():
        session.add(
            Organisation(
                id=1,
                name="Школа № 3",
                municipality="Глазов",
                region="УР",
                timezone="Europe/Samara",
                regulation="udmurtia",
            )
        )
    await office._settle([1, 2, 3, 4], {1: "Иванова Галина Петровна"})
    with capture_logs() as office.logs:
        yield office
    await engine.dispose()


async def _no_wait(_: float) -> None:
    return
