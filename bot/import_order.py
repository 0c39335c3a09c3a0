"""One import as an order, and the process that carries it out within bounds (bot/import_job.py)."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import structlog

from bot.child import child
from bot.clock import Clock
from bot.settings import Settings

log = structlog.get_logger()
MOST_MEMORY = 1536 * 1024 * 1024
"""Bytes of address space, most of which the interpreter and its libraries only reserve."""
MOST_SECONDS = 150
DONE = "import.done"
FAULT = re.compile(r"((?:\w+\.)*[A-Z]\w*(?:Error|Exception|Refused|Yours|Timeout|Interrupt|Exit))(?::|$)")
"""A line of a traceback that names what was raised."""


@dataclass(frozen=True)
class Order:
    """One file in hand: its row, its name with Telegram, where it lies now, the bot's username."""

    import_id: int
    file_id: str
    path: Path = Path()
    username: str = ""


class Failed(Exception):
    """The process of an import has ended with nothing done: too large, too slow, killed."""


Carry = Callable[[Order], Awaitable[None]]
"""Carries one order out. Raises Failed."""


def in_a_process(settings: Settings, clock: Clock) -> Carry:
    """Carries an order out in a child: its memory and its time are its own."""

    async def carry(order: Order) -> None:
        said = list[str]()
        arguments = (str(order.import_id), str(order.path), clock.now().isoformat(), order.username)
        environment = {"DATABASE_URL": settings.database, "DEFAULT_TIMEZONE": settings.default_timezone}
        module = ("bot.import_job", *arguments)
        async with child("import", module, ready=DONE, hear=said.append, environment=environment) as running:
            try:
                code = await asyncio.wait_for(running.ended(), MOST_SECONDS)
            except TimeoutError as late:
                raise Failed("too slow") from late
        if code:
            log.warning("import.child", file=order.import_id, ended=code, fault=fault_in(said))
            raise Failed(f"exit code {code}")

    return carry


def fault_in(said: Sequence[str]) -> str:
    """The kind of the last fault that a process has told of; never its words, which hold people's names."""
    kinds = [found[1] for line in said if (found := FAULT.match(line))]
    return kinds[-1] if kinds else ""
