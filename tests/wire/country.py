"""A bot of several workers on PostgreSQL behind a webhook, over a real local Telegram; each worker can be killed."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.election import POST_OFFICE
from bot.local import free_port
from tests.wire.phones import Phone, Street, street
from tests.wire.processes import LOOK_EVERY, PATIENCE, Bot, Nursery, living, local_telegram
from tests.wire.records import FIRST_PHONE, Records, settle

SECRET = "a-secret-of-this-test"
HOLDER = f"""SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
WHERE locktype = 'advisory' AND granted AND objid = {POST_OFFICE}
AND datname = current_database()"""


@dataclass
class Country:
    """The bot, its people, and what stands in its database; `url` is where it listens."""

    url: str
    street: Street
    bot: Bot
    records: Records
    names: Sequence[str]

    async def phone(self, number: int) -> Phone:
        """The phone of the person with this number."""
        return await self.street.person(self.names[number], FIRST_PHONE + number)

    def workers(self) -> dict[int, int]:
        """The processes that live, by the number of the worker."""
        started = {int(line["worker"]): int(line["process"]) for line in self.bot.events("worker.started")}
        return {number: process for number, process in started.items() if alive(process)}

    async def all_work(self, count: int) -> None:
        """Until so many live workers have said that they work."""
        async with asyncio.timeout(PATIENCE):
            while len(self.workers()) < count or not self._all_said():
                await asyncio.sleep(LOOK_EVERY)

    def _all_said(self) -> bool:
        """The last that was heard of each worker after its start is that it works."""
        last = {}
        for line in (json.loads(one) for one in self.bot.said().splitlines() if one.startswith("{")):
            if line.get("event") in ("worker.started", "bot.started"):
                last[line["worker"]] = line["event"]
        return set(last.values()) == {"bot.started"}

    def holder(self) -> int:
        """The process that holds the office; 0 while nobody does."""
        found = [str(name) for (name,) in self.records.rows(HOLDER)]
        return int(found[0].rpartition(" ")[2]) if found else 0

    async def held_by_another(self, than: int, within: float) -> int:
        """Who takes the office after somebody, within so many seconds."""
        async with asyncio.timeout(within):
            while (now := self.holder()) in (0, than):
                await asyncio.sleep(LOOK_EVERY)
        return now


def alive(process: int) -> bool:
    """Is there such a process (and not only its grave)?"""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def kill(process: int) -> None:
    """`kill -9`."""
    os.kill(process, signal.SIGKILL)


def kill_another_holder(here: Country, killed: list[int]) -> None:
    """`kill -9` of who holds the office, unless the server has not heard yet of the end of one of the `killed`."""
    holder = here.holder()
    if holder and holder not in killed:
        kill(holder)
        killed.append(holder)


@asynccontextmanager
async def country(
    folder: Path, nursery: Nursery, database: str, names: Sequence[str], workers: int = 2, **settings: str
) -> AsyncIterator[Country]:
    """Everything of one test; the bot is not started yet."""
    await asyncio.to_thread(settle, database, list(names))
    port = free_port(0)
    url = settings.get("WEBHOOK_URL", f"http://127.0.0.1:{port}")
    settings |= {"WEBHOOK_URL": url, "WEBHOOK_SECRET": SECRET, "WEBHOOK_PORT": str(port)}
    async with local_telegram(folder) as base, street(base) as people:
        with living(nursery, folder, base, DATABASE_URL=database, **settings) as bot:
            bot.arguments = ["run", "--workers", str(workers)]
            yield Country(f"http://127.0.0.1:{port}", people, bot, Records(database), names)
