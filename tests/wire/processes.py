"""Real processes: the local Telegram, and bots that can be killed at any moment and started again."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp

from simulator.core import TOKEN
from tests import log_lines

ROOT = Path(__file__).parents[2]
HIDDEN = ("BOT_TOKEN", "WEBHOOK_SECRET", "SECOND_FACTOR_KEY", "S3_SECRET_ACCESS_KEY")
PATIENCE = 90.0
"""Seconds for one step on a busy machine; nothing waits longer than it must."""
LOOK_EVERY = 0.02
MORNING = datetime(2026, 9, 14, 6, tzinfo=UTC)
"""A Monday, 10:00 in the school of the tests: no reminder is due, and no midnight is near."""


class Nursery:
    """The process that has imported everything and forks bots (tests/wire/nursery.py)."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def start(self, log: Path, environment: dict[str, str], arguments: list[str]) -> int:
        """A whole bot as a process of its own; its id."""
        asked = {"log": str(log), "environment": environment, "arguments": arguments}
        return self._ask("start " + json.dumps(asked))

    def wait(self, pid: int) -> int:
        """Its exit code; negative: the signal that killed it."""
        return self._ask(f"wait {pid}")

    def _ask(self, line: str) -> int:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


@contextmanager
def nursery() -> Iterator[Nursery]:
    """One for all tests of a session: the imports cost seconds."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.wire.nursery"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin and process.stdout
        assert process.stdout.readline() == "ready\n"
        try:
            yield Nursery(process)
        finally:
            process.stdin.close()
            process.wait(PATIENCE)


class Bot:
    """One bot over its lives: the same database, folder and settings; `log` keeps what all lives said."""

    def __init__(self, nursery: Nursery, folder: Path, telegram: str, **settings: str) -> None:
        self.log = folder / "bot.log"
        self.database = folder / "bot.sqlite"
        self.lives = 0
        self.arguments = ["run"]
        self._nursery, self._pid = nursery, 0
        self._environment = {
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": telegram,
            "DATABASE_URL": f"sqlite+aiosqlite:///{self.database}",
            "DATA_DIR": str(folder),
            "CLOCK_OFFSET_FILE": str(folder / "clock-offset"),
            "LOG_FORMAT": "json",
            "SECOND_FACTOR": "off",
            **settings,
        }

    def start(self) -> None:
        """A new life."""
        self.lives += 1
        self._pid = self._nursery.start(self.log, self._environment, self.arguments)

    def kill(self) -> None:
        """`kill -9`."""
        assert self.end(signal.SIGKILL) == -signal.SIGKILL

    def end(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Any other end; the exit code."""
        os.kill(self._pid, how)
        return self.ended()

    def ended(self) -> int:
        """Waits for an end that comes by itself."""
        pid, self._pid = self._pid, 0
        return self._nursery.wait(pid)

    def said(self) -> str:
        """Everything that it has written."""
        return self.log.read_text() if self.log.exists() else ""

    def events(self, name: str) -> list[dict[str, Any]]:
        """The lines of the log about one event."""
        lines = [json.loads(line) for line in self.said().splitlines() if line.startswith("{")]
        return [line for line in lines if line.get("event") == name]

    def read_its_log(self) -> None:
        """Nothing of anybody stands in the log of any life or worker: no Russian word, no token, no secret."""
        hidden = {value for name, value in self._environment.items() if name in HIDDEN}
        told = log_lines.faults(self.said().splitlines(), hidden)
        assert not told, "the log tells of people:\n" + "\n".join(told)

    async def says(self, event: str, times: int = 1) -> None:
        """Until the log names an event so often."""
        async with asyncio.timeout(PATIENCE):
            while self.said().count(f'"event": "{event}"') < times:
                await asyncio.sleep(LOOK_EVERY)

    async def ready(self) -> None:
        """Until the present life takes updates."""
        await self.says("bot.started", self.lives)


@contextmanager
def living(nursery: Nursery, folder: Path, telegram: str, **settings: str) -> Iterator[Bot]:
    """A bot that is started by the test and gone with the block."""
    bot = Bot(nursery, folder, telegram, **settings)
    try:
        yield bot
    finally:
        if bot._pid:
            bot.end(signal.SIGKILL)
    bot.read_its_log()


@asynccontextmanager
async def local_telegram(folder: Path, seed: int = 0, port: int = 0) -> AsyncIterator[str]:
    """`python -m simulator` on a port (0: any); its address. Its clock and the bot's begin at MORNING."""
    (folder / "clock-offset").write_text(str(MORNING.timestamp() - time.time()))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "simulator", "--port", str(port), "--seed", str(seed)),
        *("--clock-offset-file", str(folder / "clock-offset")),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    try:
        yield (await process.stdout.readline()).decode().strip()
    finally:
        process.terminate()
        await asyncio.wait_for(process.wait(), PATIENCE)


@asynccontextmanager
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    """A client for the people's side."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE)) as session:
        yield session
