"""Copies evidence from Telegram to the file store, in the background: first the message, then the copy (S-09)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

import structlog

from bot.clock import Clock
from bot.database import Sessions
from bot.file_store import NoRoom, Store, Stored, StoreFailed
from bot.wire import BAD_REQUEST, ApiError, Wire, WireDown
from models.evidence import Evidence, NotCopied, copies_due, evidence_by_id, kept_keys

log = structlog.get_logger()
AT_ONCE = 3
NO_ROOM_WAIT = timedelta(minutes=10)
KEPT_AFTER = timedelta(days=1)
TOO_BIG = "file is too big"


class Downloads(Wire, Protocol):
    """A wire that also brings the bytes of a file."""

    def download(self, path: str) -> AsyncIterator[bytes]:
        """The bytes behind a `file_path` of getFile, piece by piece. Raises WireDown."""


@dataclass(frozen=True)
class Order:
    """One copy to be made. `name`: what it is called until it is whole, by the evidence and the try."""

    evidence_id: int
    name: str
    file_id: str
    size: int


@dataclass
class Copyist:
    """Copies a few files at once, never within a transaction. What a crash interrupts is tried again later."""

    sessions: Sessions
    wire: Downloads
    store: Store
    clock: Clock

    async def work_off(self) -> int:
        """Everything that is due now. Returns how many copies were made."""
        made = 0
        while orders := await self._take():
            made += sum(await asyncio.gather(*(self._copy(one) for one in orders)))
        return made

    async def _take(self) -> list[Order]:
        """A few are taken in hand and committed: their next try is set before this one begins."""
        async with self.sessions() as session, session.begin():
            now = self.clock.now()
            due = (await session.scalars(copies_due(now, AT_ONCE))).all()
            for one in due:
                one.take(now)
            return [_order(one) for one in due]

    async def _copy(self, order: Order) -> bool:
        try:
            file = await self.wire.call("getFile", {"file_id": order.file_id})
            content = self.wire.download(file["file_path"])
            stored = await self.store.put(order.name, content, order.size)
        except NoRoom:
            log.error("copies.no_room", evidence=order.evidence_id)
            await self._put_off(order, NO_ROOM_WAIT)
        except ApiError as refusal:
            await self._refused(order, refusal)
        except (WireDown, StoreFailed) as fault:
            log.warning("copies.failed", evidence=order.evidence_id, error=str(fault))
        except Exception:
            log.exception("copies.bug", evidence=order.evidence_id)
        else:
            await self._mark(order, stored)
            return True
        return False

    async def _refused(self, order: Order, refusal: ApiError) -> None:
        """What a no means: later; or never, because Telegram has it no more or gives out nothing so large."""
        log.warning("copies.refused", evidence=order.evidence_id, error=refusal.description)
        if refusal.retry_after is not None:
            await self._put_off(order, timedelta(seconds=refusal.retry_after))
        elif refusal.code == BAD_REQUEST:
            why = NotCopied.TOO_LARGE if TOO_BIG in refusal.description else NotCopied.GONE
            async with self.sessions() as session, session.begin():
                if evidence := (await session.scalars(evidence_by_id(order.evidence_id))).first():
                    evidence.give_up(why)

    async def _put_off(self, order: Order, wait: timedelta) -> None:
        async with self.sessions() as session, session.begin():
            if evidence := (await session.scalars(evidence_by_id(order.evidence_id))).first():
                evidence.put_off(self.clock.now() + wait)

    async def _mark(self, order: Order, stored: Stored) -> None:
        """The copy is there; when the evidence was taken off meanwhile, the file is nobody's and goes later."""
        async with self.sessions() as session, session.begin():
            if evidence := (await session.scalars(evidence_by_id(order.evidence_id))).first():
                evidence.copied(self.clock.now(), stored.place, stored.digest, stored.size)

    async def forget(self, before: datetime) -> int:
        """Copies of what was taken off go, and what a crash has left. Returns how many files."""
        gone = await self.store.forget(before - KEPT_AFTER, self._kept)
        if gone:
            log.info("copies.forgotten", files=gone)
        return gone

    async def _kept(self, keys: list[str]) -> set[str]:
        async with self.sessions() as session, session.begin():
            found: Any = await session.scalars(kept_keys(keys))
            return set(found.all())


def _order(one: Evidence) -> Order:
    """What an earlier try still has under way writes under another name, and does not get in the way."""
    return Order(one.id, f"{one.id}.{one.copy_due_at:%Y%m%d%H%M%S}", one.file_id, one.size or 0)
