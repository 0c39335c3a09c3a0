"""One update = one transaction, then the replies (DESIGN 3)."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from aiogram import Bot, Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import Update
from pydantic import ValidationError
from sqlalchemy import Connection, bindparam, event
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapper, object_session

from bot import database, going_on, metrics, refused
from bot.clock import Clock
from bot.database import Sessions
from bot.going_on import Stopped
from bot.post import Post, Reply
from bot.text import Reader
from bot.visit import Visit, to_us, visit_of
from handlers import anything, places, tasks
from handlers.views import View, say, view
from models.entry import Account, account_of
from models.errors import NotYours, Outdated, Refusal, Traced
from models.notice import Notice, TakenUpdate
from services import alert, unreachable
from services.rules import Rules
from services.work import Work

log = structlog.get_logger()
Draw = Callable[[Work], Awaitable[View | None]]
# Built once: SQLAlchemy takes longer to write these two statements than SQLite to carry them out.
TAKEN = TakenUpdate.metadata.tables[TakenUpdate.__tablename__]
TAKING = {
    "sqlite": sqlite_insert(TAKEN).on_conflict_do_nothing(),
    "postgresql": postgres_insert(TAKEN).on_conflict_do_nothing(),
}
ACCOUNT = account_of(bindparam("telegram_id")).with_for_update(of=Account)  # type: ignore[arg-type]
TRIES = 5
"""Of those who decide at once about one thing each is behind one more; more of them wait at `Work.hold` in turn."""
NOTICED = "noticed"


@event.listens_for(Notice, "after_insert")
def _noticed(_: Mapper[Notice], __: Connection, notice: Notice) -> None:
    """Wherever a notice is written, its session knows that somebody must hear."""
    session = object_session(notice)
    if session is not None:
        session.info[NOTICED] = True


@dataclass(frozen=True)
class Turn:
    """Takes updates: each takes effect exactly once, in one transaction; its reply goes after the commit.

    `committed` is called after a commit that somebody else must hear of: the postman need not look after each.
    `on_disk` is awaited before Telegram is told that an update was taken.
    """

    sessions: Sessions
    root: Router
    bot: Bot
    clock: Clock
    rules: Rules
    post: Post
    zone: ZoneInfo
    committed: Callable[[], None]
    on_disk: Callable[[], Awaitable[None]]

    async def take(self, raw: dict[str, Any]) -> asyncio.Task[None] | None:
        """One update, whole. Returns the task that shows the reply, or None where nothing is to be said.

        Every line that is logged on the way carries the update's id and its task.

        Raises what the database raises: then the update was not taken and must come again.
        """
        update = self._read(raw)
        visit = visit_of(update) if update is not None else None
        if update is None or visit is None:
            return None
        with structlog.contextvars.bound_contextvars(update=visit.update_id, task=tasks.OTHER):
            began = time.perf_counter()
            reply = await self._reply(update, visit) if visit.private else self._to_group(update, visit)
            task = structlog.contextvars.get_contextvars()["task"]
            metrics.TURNS.labels(task).observe(time.perf_counter() - began)
            return self.post.show(reply) if reply is not None else None

    def _read(self, raw: dict[str, Any]) -> Update | None:
        """The update, or None for what is none: it would come again and again, and hold up all others."""
        try:
            return Update.model_validate(to_us(raw), context={"bot": self.bot})
        except ValidationError as error:
            metrics.BUGS.labels("unreadable").inc()
            log.error(
                "turn.unreadable", update=raw.get("update_id"), faults=[one["loc"] for one in error.errors()]
            )
            return None

    async def _reply(self, update: Update, visit: Visit, tries: int = TRIES) -> Reply | None:
        """Several at once: a later one is taken once more, as if it had come a moment later (DESIGN 3)."""
        try:
            return await self._try(update, visit)
        except Refusal as refusal:
            return await self._refuse(visit, update, refusal)
        except Exception as fault:
            if database.collided(fault):
                log.info("turn.collision")
                if tries > 1:
                    return await self._reply(update, visit, tries - 1)
                return await self._refuse(visit, update, Outdated("refusal-outdated"))
            if database.no_column_holds(fault):
                return await self._refuse(visit, update, NotYours("refusal-not-yours"))
            if database.passing(fault):
                raise
            return await self._apologise(visit)

    async def _try(self, update: Update, visit: Visit) -> Reply | None:
        """The update; where what was wanted before a question is refused now, the answer to the question alone."""
        try:
            return await self._once(visit, lambda work: self._handle(update, work, None))
        except Stopped as stop:
            why = stop.why
        return await self._once(visit, lambda work: self._handle(update, work, why))

    async def _once(self, visit: Visit, act: Draw) -> Reply | None:
        """The transaction: the update's id, the account, the act. A second delivery only shows the place."""
        async with self.sessions() as session, session.begin():
            work = Work(session, await self._account(session, visit), self.clock.now(), self.rules)
            first = await self._first_time(work, visit)
            missed = 0 if visit.gone else await unreachable.welcome_back(work)
            shown = await (act(work) if first else _again(work, visit))
            if missed:
                shown = await _led_by_missed(work, shown, missed)
            reply = self._addressed(visit, work.account, shown)
        if session.info.get(NOTICED):
            self.committed()
        return reply

    async def _handle(self, update: Update, work: Work, stopped: Refusal | None) -> View | None:
        if anything.answers_nothing(update, work.account):
            return await anything.unexpected(update, work)
        try:
            kind = update.event_type
            shown = await self.root.propagate_event(
                kind, getattr(update, kind), bot=self.bot, work=work, account=work.account
            )
        except Traced as refusal:
            metrics.REFUSALS.labels(type(refusal).__name__).inc()
            return await refused.drawn(work, refused.wanted_by(update), refusal)
        if shown is UNHANDLED:
            return await anything.unexpected(update, work)
        if shown is not None and not isinstance(shown, View):
            raise TypeError(f"a handler returned {type(shown).__name__}")
        if shown is not None and shown.goes_on is not None:
            return await going_on.go_on(self.root, update, work, shown, stopped)
        return shown

    async def _refuse(self, visit: Visit, update: Update, refusal: Refusal) -> Reply | None:
        """The rules said no: nothing changed but the update's id; the person hears why, and sees."""
        metrics.REFUSALS.labels(type(refusal).__name__).inc()
        if isinstance(refusal, NotYours):
            log.warning("turn.not_yours", telegram_id=visit.telegram_id, key=refusal.key)
        return await self._once(visit, lambda work: refused.drawn(work, refused.wanted_by(update), refusal))

    async def _apologise(self, visit: Visit) -> Reply | None:
        """A bug: the person gets a short number that is in the log, too; the update is not tried again."""
        number = secrets.token_hex(3).upper()
        metrics.BUGS.labels("turn").inc()
        log.exception("turn.bug", number=number)

        async def draw(work: Work) -> View | None:
            await alert.bug(work, number)
            return view(say("refusal-bug", number=number), rows=anything.way_home())

        return await self._once(visit, draw)

    def _to_group(self, update: Update, visit: Visit) -> Reply | None:
        shown = anything.in_a_group(update)
        if shown is None and visit.callback_id is None:
            return None
        return Reply(visit, Reader(visit.language, self.zone), shown)

    async def _first_time(self, work: Work, visit: Visit) -> bool:
        """Inserts the update's id, and whose it was; False when it is there already (DESIGN 2)."""
        insert = TAKING[work.session.get_bind().dialect.name]
        task = tasks.task_of(visit.data, work.account.place)
        row = {"id": visit.update_id, "at": work.now, "account_id": work.account.id, "task": task}
        taken = await work.session.execute(insert, row)
        first = bool(taken.rowcount)  # type: ignore[attr-defined]  # an INSERT's result has it
        structlog.contextvars.bind_contextvars(task=task)
        metrics.UPDATES.labels(task, "" if first else "again").inc()
        return first

    async def _account(self, session: AsyncSession, visit: Visit) -> Account:
        """The account behind the visit, its row locked where the database can; a new one for a newcomer."""
        await database.in_line(session, visit.telegram_id)
        account = (await session.scalars(ACCOUNT, {"telegram_id": visit.telegram_id})).first()
        if account is None:
            account = Account(telegram_id=visit.telegram_id, language=visit.language, place="", place_ids={})
            account.wrong_codes = 0
            account.person = None
            session.add(account)
            await session.flush()
        return account

    def _addressed(self, visit: Visit, account: Account, shown: View | None) -> Reply | None:
        if shown is None and visit.callback_id is None:
            return None
        return Reply(visit, reader_of(account, self.zone), shown)


async def _again(work: Work, visit: Visit) -> View | None:
    """A second delivery: where the person is; to somebody who has blocked the bot nothing can be shown."""
    return None if visit.gone else await places.here(work)


async def _led_by_missed(work: Work, shown: View | None, missed: int) -> View:
    """Somebody unblocked the bot or writes again: how much did not reach them, then what is now (S-13)."""
    return (shown or await places.here(work)).led_by(say("menu-missed", missed=missed)).in_new_message()


def reader_of(account: Account, zone: ZoneInfo) -> Reader:
    """The words' language and wall clock for an account."""
    if account.person is not None:
        zone = ZoneInfo(account.person.organisation.timezone)
    return Reader(account.language, zone)
