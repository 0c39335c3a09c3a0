"""A small town for story tests: people sit down, say, tap (by locale key), send files, see; the clock is moved by hand.

Nothing is faked but the wire, and the wire is the strict core of the simulator.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Dialect, Select, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot import errand, own_name, ticks
from bot.app import App, build
from bot.clock import Clock
from bot.database import open_engine
from bot.file_store import store_of
from bot.pace import Pace
from bot.settings import Settings
from bot.updates import ALLOWED, Polling
from bot.wire import ApiError, Upload, WireDown
from models.entry import Invitation, new_code
from models.people import Appointment, Organisation, OrganisationKind, Person, Role
from services.address import Address
from simulator import core
from simulator.errors import ApiError as Refused
from tests import log_lines
from tests.stories import overheard
from tests.stories.manners import KeepingText, Manners

START = datetime(2026, 9, 14, 9, 0, tzinfo=UTC)
"""A Monday, 13:00 in Izhevsk (UTC+4)."""
ZONE = "Europe/Samara"


class CoreWire:
    """The bot's wire straight into the simulator's core; `calls` keeps what was asked, `manners` reads along."""

    def __init__(self, telegram: core.Telegram, manners: Manners) -> None:
        self.telegram, self.manners = telegram, manners
        self.calls: list[tuple[str, dict[str, Any]]] = []

    async def call(
        self,
        method: str,
        params: Mapping[str, Any],
        files: Mapping[str, Upload] | None = None,
        *,
        seconds: float = 0,
    ) -> Any:
        """One Bot API method."""
        self.calls.append((method, dict(params)))
        sent = {name: core.Upload(one.name, _bytes(one)) for name, one in (files or {}).items()}
        try:
            result = self.telegram.call(self.telegram.token, method, params, sent or None)
        except Refused as refusal:
            self.manners.was_refused(method, refusal.description)
            raise ApiError(
                refusal.code, refusal.description, refusal.parameters.get("retry_after")
            ) from refusal
        self.manners.went(method, params)
        return result

    async def download(self, path: str) -> AsyncIterator[bytes]:
        """The bytes of a file, in two pieces."""
        try:
            content = self.telegram.download(self.telegram.token, path)
        except Refused as refusal:
            raise WireDown(refusal.description) from refusal
        for piece in (content[: len(content) // 2], content[len(content) // 2 :]):
            yield piece


def _bytes(upload: Upload) -> bytes:
    return upload.content if isinstance(upload.content, bytes) else upload.content.read_bytes()


@dataclass(repr=False)
class Guest:
    """One person with a phone."""

    town: Town
    person_id: int
    telegram_id: int
    code: str
    name: str

    async def says(self, text: str) -> None:
        """Types a text and sends it."""
        self.town.telegram.say(self.telegram_id, text)
        await self.town.settle()

    async def edits(self, message_id: int, text: str) -> None:
        """Edits an own message."""
        self.town.telegram.edit(self.telegram_id, message_id, text)
        await self.town.settle()

    async def sends(self, kind: str, *names: str, caption: str | None = None) -> None:
        """Sends one file, or several as an album."""
        uploads = [core.Upload(name, name.encode()) for name in names]
        files = uploads if len(uploads) > 1 else uploads[0]
        self.town.telegram.send(self.telegram_id, kind, files, caption=caption)
        await self.town.settle()

    async def sends_other(self, kind: str, payload: dict[str, Any]) -> None:
        """A location, poll, contact, dice or sticker."""
        self.town.telegram.send_other(self.telegram_id, kind, payload)
        await self.town.settle()

    async def taps(self, key: str, words: str = "", *, times: int = 1) -> None:
        """Presses the newest button with this locale key (and these words on it); several times: a double tap."""
        message, data = self.button(key, words)
        for _ in range(times):
            self.town.telegram.tap(self.telegram_id, message["message_id"], data)
        await self.town.settle()

    async def taps_again(self, message_id: int, data: str) -> None:
        """The app re-sends an old press, or a forged one is made."""
        self.town.telegram.tap(self.telegram_id, message_id, data, forged=True)
        await self.town.settle()

    def button(self, key: str, words: str = "") -> tuple[dict[str, Any], str]:
        """The newest button with this key: its message and its data."""
        known = self.town.text.said.get(key, set())
        for message in reversed(self.chat):
            for one in buttons(message):
                if one["text"] in known and words in one["text"]:
                    return message, one["callback_data"]
        raise AssertionError(f"{self.name} sees no button {key} {words}; the chat ends with:\n{self.tail()}")

    def has_button(self, key: str) -> bool:
        """Does the last message of the bot have this button?"""
        known = self.town.text.said.get(key, set())
        return any(one["text"] in known for one in buttons(self.last))

    @property
    def chat(self) -> list[dict[str, Any]]:
        """Every message of the private chat."""
        return self.town.telegram.history(self.telegram_id)

    @property
    def heard(self) -> list[dict[str, Any]]:
        """The bot's messages."""
        return [message for message in self.chat if message["from"]["is_bot"]]

    @property
    def last(self) -> dict[str, Any]:
        """The bot's last message."""
        return self.heard[-1]

    @property
    def last_text(self) -> str:
        """The words of the bot's last message."""
        return str(self.last.get("text") or self.last.get("caption") or "")

    def sees(self, key: str, *words: str, among_last: int = 2) -> None:
        """One of the bot's last messages says this key, and has these words."""
        known = self.town.text.said.get(key, set())
        for message in self.heard[-among_last:]:
            text = str(message.get("text") or message.get("caption") or "")
            if any(one in text for one in known) and all(word in text for word in words):
                return
        raise AssertionError(f"{self.name} does not see {key} {words}; the chat ends with:\n{self.tail()}")

    def hears_toast(self, key: str, among_last: int = 1) -> None:
        """The last tap, or one of the last, was answered with this key."""
        toasts = [
            params.get("text") for method, params in self.town.wire.calls if method == "answerCallbackQuery"
        ]
        known = self.town.text.said.get(key, set())
        last = toasts[-among_last:]
        assert {one[:200] for one in known} & set(last), f"{last} is not {key}"

    def tail(self, count: int = 3) -> str:
        """The end of the chat, for a failed test."""
        lines = []
        for message in self.chat[-count:]:
            who = "bot" if message["from"]["is_bot"] else "me "
            lines.append(f"{who}: {message.get('text') or message.get('caption') or '(file)'}")
            lines += [f"     [{one['text']}] {one.get('callback_data', '')}" for one in buttons(message)]
        return "\n".join(lines)


def buttons(message: dict[str, Any]) -> list[dict[str, Any]]:
    """The inline buttons under a message."""
    return [one for row in message.get("reply_markup", {}).get("inline_keyboard", []) for one in row]


@dataclass(repr=False)
class Town:
    """The bot, its Telegram, its database, its clock, and the people."""

    app: App
    telegram: core.Telegram
    wire: CoreWire
    text: KeepingText
    polling: Polling
    moment: list[datetime]
    guests: dict[str, Guest] = field(default_factory=dict)
    offset: int | None = None
    posting: bool = True
    has_tutors: bool = False
    """Does a regulation here begin with a tutor as the companion, or does anybody hold that office?"""

    @property
    def now(self) -> datetime:
        """The town's moment."""
        return self.moment[0]

    def wait(self, **span: float) -> None:
        """Time goes by; nothing ticks until `tick`."""
        self.moment[0] += timedelta(**span)

    def set_local(self, day: date, hour: int, minute: int = 0) -> None:
        """The clock is moved to a local moment of the schools (UTC+4)."""
        self.moment[0] = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC) - timedelta(hours=4)

    @property
    def today(self) -> date:
        """The local date of the schools."""
        return (self.now + timedelta(hours=4)).date()

    async def settle(self) -> None:
        """Everything that was said is taken, answered, and noticed."""
        while updates := self.telegram.updates(offset=self.offset, limit=100, allowed=ALLOWED):
            assert await self.polling.take(updates), "an update was not taken"
            self.offset = updates[-1]["update_id"] + 1
        await self.app.post.settle()
        if self.posting:
            await self.deliver()
        self.wire.manners.settled()

    async def files(self) -> int:
        """Everything ordered is made and sent; the postman tells what could not be. Returns how many arrived."""
        arrived = await self.app.clerk.work_off()
        await self.deliver()
        return arrived

    async def deliver(self) -> None:
        """The postman makes rounds until nothing is due."""
        while await self.app.postman.round():
            pass

    async def tick(self) -> int:
        """The clock's sweep, then the postman. Returns how many reminders were written."""
        written = await ticks.sweep(self.app)
        await self.deliver()
        return written

    async def all(self, query: Select[Any]) -> list[Any]:
        """Rows of the database, in a transaction of their own."""
        async with self.app.sessions() as session, session.begin():
            return list((await session.scalars(query)).unique().all())

    async def organisation(
        self,
        name: str,
        kind: OrganisationKind = OrganisationKind.SCHOOL,
        *,
        regulation: str = "udmurtia",
        region: str = "Удмуртская Республика",
    ) -> int:
        """A school (or a centre) of the region, which works by a regulation."""
        self.has_tutors |= self.app.rules.regulations.get(regulation).team.companions[0] == Role.TUTOR
        async with self.app.sessions() as session, session.begin():
            made = Organisation(
                kind=kind,
                name=name,
                municipality="Глазов",
                region=region,
                timezone=ZONE,
                regulation=regulation,
            )
            session.add(made)
            await session.flush()
            return made.id

    async def person(
        self,
        name: str,
        *roles: Role,
        organisation: str = "Школа № 3",
        tutor: Guest | None = None,
        position: str = "",
    ) -> Guest:
        """Somebody named by an organisation, with a code and a phone, but not yet in the bot."""
        self.has_tutors |= Role.TUTOR in roles
        async with self.app.sessions() as session, session.begin():
            home = (
                await session.scalars(select(Organisation).where(Organisation.name == organisation))
            ).first()
            home_id = home.id if home else None
        home_id = home_id or await self.organisation(organisation)
        async with self.app.sessions() as session, session.begin():
            made = Person(
                external_id=f"p{len(self.guests) + 1}",
                organisation_id=home_id,
                full_name=name,
                position=position,
                tutor_id=tutor.person_id if tutor else None,
            )
            session.add(made)
            await session.flush()
            code = new_code()
            invited = Invitation(person_id=made.id)
            invited.give(code, self.now)
            session.add(invited)
            session.add_all(
                Appointment(person_id=made.id, organisation_id=home_id, role=role, since=date(2026, 1, 1))
                for role in roles
            )
            person_id = made.id
        seat = self.telegram.person(first_name=name.split()[1] if " " in name else name, start=None)
        guest = Guest(self, person_id, seat["id"], code, name)
        self.guests[name] = guest
        return guest

    async def member(self, name: str, *roles: Role, **more: Any) -> Guest:
        """Somebody who has come in and agreed to the consent."""
        guest = await self.person(name, *roles, **more)
        await guest.says(f"/start {guest.code}")
        await guest.taps("entry-consent.agree")
        return guest

    async def pair(self) -> tuple[Guest, Guest]:
        """A teacher and their tutor, both in the bot."""
        tutor = await self.member("Орлова Мария Сергеевна", Role.TUTOR)
        teacher = await self.member("Иванова Галина Петровна", Role.TEACHER, tutor=tutor)
        return teacher, tutor


@asynccontextmanager
async def open_town(
    folder: Path, empty: Path, url: str = "", backups: Path | None = None
) -> AsyncIterator[Town]:
    """A fresh town on a copy of the empty database, or on the tables behind `url`."""
    path = folder / "town.sqlite"
    shutil.copy(empty, path)
    moment, logged = [START], len(log_lines.LINES)

    def seconds() -> float:
        return moment[0].timestamp()

    telegram = core.Telegram(now=seconds, seed=1)
    text = KeepingText()
    wire = CoreWire(telegram, Manners(text))
    engine = _engine(url or f"sqlite+aiosqlite:///{path}")
    settings = Settings(  # type: ignore[call-arg]
        _env_file=None,
        bot_token=telegram.token,
        default_timezone=ZONE,
        data_dir=folder,
        backup_dir=backups,
        second_factor="off",
    )
    pace = Pace(now=lambda: 0.0, sleep=_no_wait)
    clock = Clock(source=seconds)

    async def carry(order_id: int, place: Path, address: Address) -> None:
        """What a process of its own does, here in a thread."""
        found, store = url or f"sqlite+aiosqlite:///{path}", store_of(settings)
        making = errand.carry_out(found, clock, order_id, place, store, address)
        await asyncio.to_thread(asyncio.run, making)

    app = build(settings, wire, engine, clock, pace, text, carry)
    await own_name.learn(wire, app.rules.address)
    try:
        town = Town(app, telegram, wire, text, Polling(wire, app.turn), moment)
        yield town
        wire.manners.tutors = town.has_tutors
        wire.manners.check()
        overheard.check(town, logged)
    finally:
        await app.election.leave()
        await engine.dispose()


_COMPILED: dict[Any, Any] = {}
_DIALECTS: dict[str, Dialect] = {}


def _engine(url: str) -> AsyncEngine:
    """An own engine, with statements that an earlier town has compiled: SQL differs in nothing but the database."""
    engine = open_engine(url)
    engine.sync_engine.dialect = _DIALECTS.setdefault(engine.dialect.name, engine.dialect)
    engine.sync_engine.update_execution_options(compiled_cache=_COMPILED)
    return engine


async def _no_wait(_: float) -> None:
    return
