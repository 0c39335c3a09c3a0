"""Tables that people send: fetched from Telegram, read and loaded in a process of its own, within bounds."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import structlog

from bot.clock import Clock
from bot.copyist import Downloads
from bot.database import Sessions
from bot.import_order import Carry, Failed, Order
from bot.wire import BAD_REQUEST, ApiError, WireDown
from models.import_file import import_file_by_id, import_files_due, import_files_in_hand
from services import import_told
from services.rules import Rules
from services.work import Work

log = structlog.get_logger()


TRIES_OF_THE_WIRE = 2
TABLE = "table"


@dataclass
class Importer:
    """Takes what is due, one at a time. What a crash interrupts is taken again; the row in the table is the truth."""

    sessions: Sessions
    wire: Downloads
    clock: Clock
    rules: Rules
    folder: Path
    done: Callable[[], None]
    carry: Carry
    _username: str = field(default="", init=False)

    async def work_off(self) -> int:
        """Everything that is due now. Returns how many files were in hand."""
        await self._forget()
        count = 0
        while (order := await self._take()) is not None:
            count += 1
            await self._carry_out(order)
            self.done()
        return count

    async def _take(self) -> Order | None:
        async with self.sessions() as session, session.begin():
            now = self.clock.now()
            due = (await session.scalars(import_files_due(now))).first()
            if due is None:
                return None
            if due.take(now):
                return Order(due.id, due.file_id)
            await session.flush()
            import_told.tell(Work(session, None, now, self.rules), due)
        return await self._take()

    async def _forget(self) -> None:
        """Tables that a crash has left here, full of people's names, and that nobody has in hand any more, go."""
        left = {one.name: one for one in self.folder.glob("*")}
        if left:
            numbers = [int(name) for name in left if name.isdecimal()]
            async with self.sessions() as session, session.begin():
                in_hand = set((await session.scalars(import_files_in_hand(numbers))).all())
            for name, place in left.items():
                if not name.isdecimal() or int(name) not in in_hand:
                    await asyncio.to_thread(shutil.rmtree, place, True)

    async def _carry_out(self, order: Order) -> None:
        place = self.folder / str(order.import_id)
        try:
            await asyncio.to_thread(place.mkdir, parents=True, exist_ok=True)
            await self._fetch(order, place / TABLE)
            await self.carry(Order(order.import_id, order.file_id, place / TABLE, await self._name()))
        except ApiError as refusal:
            log.warning("import.refused", file=order.import_id, error=refusal.description)
            await self._give_up(order, "import-file-gone", for_good=refusal.code == BAD_REQUEST)
        except WireDown as fault:
            log.warning("import.wire", file=order.import_id, error=str(fault))
            await self._give_up(order, "import-file-gone", for_good=False)
        except Failed as fault:
            log.warning("import.failed", file=order.import_id, error=str(fault))
            await self._give_up(order, "import-file-hard", for_good=True)
        finally:
            await asyncio.to_thread(shutil.rmtree, place, True)

    async def _fetch(self, order: Order, path: Path) -> None:
        found = await self.wire.call("getFile", {"file_id": order.file_id})
        with await asyncio.to_thread(path.open, "wb") as file:
            async for chunk in self.wire.download(found["file_path"]):
                await asyncio.to_thread(file.write, chunk)

    async def _name(self) -> str:
        if not self._username:
            self._username = str((await self.wire.call("getMe", {})).get("username", ""))
        return self._username

    async def _give_up(self, order: Order, key: str, *, for_good: bool) -> None:
        """For good: the sender hears. Else the next look tries again, until the tries are over."""
        async with self.sessions() as session, session.begin():
            found = (await session.scalars(import_file_by_id(order.import_id))).one()
            if found.taken_at is None:
                return
            if for_good:
                found.refuse(key, {})
                await session.flush()
                import_told.tell(Work(session, None, self.clock.now(), self.rules), found)
            elif found.tries < TRIES_OF_THE_WIRE:
                found.taken_at = None
