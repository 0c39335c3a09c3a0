"""Makes the files that people have ordered, one after another, and sends each once (docs/decisions/0024)."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import structlog

from bot.child import child
from bot.clock import Clock
from bot.database import Sessions
from bot.errand import MADE, REFUSED
from bot.post import Post
from bot.text import Reader
from bot.turn import reader_of
from bot.wire import ApiError, WireDown
from handlers import file_order as told
from handlers.views import File
from models.entry import account_of_person
from models.errors import NotYours, Refusal
from models.file_order import FileKind, FileOrder, OrderState, order_by_id, orders_due
from services.address import Address
from services.rules import Rules
from services.work import Work

log = structlog.get_logger()
Carry = Callable[[int, Path, Address], Awaitable[None]]
"""Makes the file of an order into a folder; papers in it lead to the bot at that address.

Refuses (Refusal) for good; raises ErrandFailed for another try.
"""
FORBIDDEN = 403
LONGEST_MAKING = timedelta(minutes=10)


class ErrandFailed(Exception):
    """The process that makes a file has ended without one."""


@dataclass(frozen=True)
class Job:
    """One order in hand."""

    order_id: int
    kind: FileKind
    sent_parts: int


@dataclass(frozen=True)
class Clerk:
    """Works off the orders; only the elected worker does, so that a file is made and sent by one."""

    sessions: Sessions
    post: Post
    clock: Clock
    rules: Rules
    zone: ZoneInfo
    folder: Path
    carry: Carry
    elected: Callable[[], Awaitable[bool]]

    async def work_off(self) -> int:
        """Everything that is due now. Returns how many files have arrived."""
        arrived = 0
        if await self.elected():
            while (job := await self._take()) is not None:
                arrived += await self._fulfil(job)
        return arrived

    async def _take(self) -> Job | None:
        """The next order, in hand and committed; what cannot go on any more is ended with a word to its person."""
        ended: list[int] = []
        try:
            async with self.sessions() as session, session.begin():
                work = Work(session, None, self.clock.now(), self.rules)
                while (order := await work.find(orders_due(work.now))) is not None:
                    if order.was_cut_off:
                        _end(work, order, OrderState.DOUBT, "file-doubt")
                    elif order.is_worn_out:
                        _end(work, order, OrderState.FAILED, "file-failed")
                    else:
                        order.take(work.now)
                        return Job(order.id, order.kind, order.sent_parts)
                    ended.append(order.id)
                    await session.flush()
            return None
        finally:
            for one in ended:
                await asyncio.to_thread(shutil.rmtree, self._place(one), True)

    def _place(self, order_id: int) -> Path:
        """Where the file of an order lies until it has gone; a crash leaves it there."""
        return self.folder / str(order_id)

    async def _fulfil(self, job: Job) -> bool:
        place = self._place(job.order_id)
        await asyncio.to_thread(_emptied, place)
        try:
            async with asyncio.timeout(LONGEST_MAKING.total_seconds()):
                await self.carry(job.order_id, place, self.rules.address)
            return await self._send(job, sorted(place.iterdir(), key=lambda path: path.stat().st_mtime))
        except Refusal:
            log.warning("files.refused", order=job.order_id)
            await self._settle(job, OrderState.FAILED, "file-refused")
        except (ErrandFailed, OSError, TimeoutError) as fault:
            log.error("files.not_made", order=job.order_id, fault=type(fault).__name__)
        finally:
            await asyncio.to_thread(shutil.rmtree, place, True)
        return False

    async def _send(self, job: Job, parts: list[Path]) -> bool:
        """Part after part; each is counted before the next one goes."""
        where = await self._addressed(job)
        if where is None:
            await self._settle(job, OrderState.FAILED)
            return False
        chat, reader = where
        try:
            for number, path in enumerate(parts, 1):
                if number > job.sent_parts:
                    caption = told.caption(job.kind, number, len(parts))
                    file = File("document", name=path.name, path=path, caption=caption)
                    last = number == len(parts)
                    await self.post.deliver(chat, reader, told.part(file, job.kind, last=last))
                    await self._count(job, number)
        except ApiError as refusal:
            await self._not_taken(job, refusal)
            return False
        except WireDown:
            await self._settle(job, OrderState.DOUBT, "file-doubt")
            return False
        await self._settle(job, OrderState.SENT)
        return True

    async def _addressed(self, job: Job) -> tuple[int, Reader] | None:
        """The chat of whoever asked, while they are here; from now on a crash leaves the order in doubt."""
        async with self.sessions() as session, session.begin():
            work = Work(session, None, self.clock.now(), self.rules)
            order = await work.get(order_by_id(job.order_id))
            account = await work.find(account_of_person(order.person_id))
            if account is None:
                return None
            order.send(work.now)
            return account.telegram_id, reader_of(account, self.zone)

    async def _count(self, job: Job, number: int) -> None:
        async with self.sessions() as session, session.begin():
            order = await Work(session, None, self.clock.now(), self.rules).get(order_by_id(job.order_id))
            order.sent_parts = number

    async def _not_taken(self, job: Job, refusal: ApiError) -> None:
        """Telegram said no: later, or never."""
        log.warning("files.not_sent", order=job.order_id, error=refusal.description)
        if refusal.retry_after is None:
            told_why = "" if refusal.code == FORBIDDEN else "file-failed"
            await self._settle(job, OrderState.FAILED, told_why)
            return
        async with self.sessions() as session, session.begin():
            work = Work(session, None, self.clock.now(), self.rules)
            order = await work.get(order_by_id(job.order_id))
            order.put_off(work.now + timedelta(seconds=refusal.retry_after))

    async def _settle(self, job: Job, state: OrderState, notice: str = "") -> None:
        async with self.sessions() as session, session.begin():
            work = Work(session, None, self.clock.now(), self.rules)
            _end(work, await work.get(order_by_id(job.order_id)), state, notice)


def _end(work: Work, order: FileOrder, state: OrderState, notice: str) -> None:
    order.end(state, work.now)
    facts: dict[str, Any] = {"once": f"file:{order.id}:{state.value}", "file": order.kind.value}
    if notice == "file-doubt":
        work.notify(order.person_id, "file-doubt", **facts)
    elif notice == "file-failed":
        work.notify(order.person_id, "file-failed", **facts)
    elif notice == "file-refused":
        work.notify(order.person_id, "file-refused", **facts)


def _emptied(place: Path) -> None:
    """A folder for the owner alone, with nothing in it that a crash has left."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700, parents=True)


async def in_a_child(order_id: int, folder: Path, address: Address) -> None:
    """A process of its own: neither its memory nor its work are the bot's. Refuses, and raises ErrandFailed."""
    said: list[str] = []
    module = ("bot.errand", str(order_id), str(folder), address.username)
    async with child("errand", module, ready="errand ", hear=said.append, environment={}) as running:
        await running.ended()
    last = said[-1] if said else ""
    if last == REFUSED:
        raise NotYours("refusal-not-yours")
    if last != MADE:
        raise ErrandFailed
