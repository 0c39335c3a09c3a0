"""The bot under load: its database, its processes, and what they take of the machine."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from sqlalchemy.engine import make_url

from bench.process import cpu_seconds, family, resident_kib
from bot.local import free_port
from simulator.core import TOKEN
from tests.machine import LOCAL_SERVER, execute, server

ROOT = Path(__file__).parents[2]
SECRET = "a-secret-of-the-load"
ENDS_WITHIN = 60.0


@dataclass(frozen=True)
class Bot:
    """A running bot. `pid` is the process that was started; `cores`: where it and its workers may run."""

    pid: int
    url: str
    database: str
    log: Path

    @property
    def workers(self) -> list[int]:
        """The processes that take updates."""
        members = family(self.pid)
        return members[1:] or members

    def cpu(self) -> float:
        """Seconds of the processor so far, without those of the database's server."""
        return cpu_seconds(self.pid)

    def server_cpu(self) -> float:
        """Seconds that the server's processes for this database have used so far; 0 for SQLite."""
        return sum(cpu_seconds(pid) for pid in backends(str(make_url(self.database).database)))

    def megabytes(self) -> list[float]:
        """Of each worker: its own memory and its part of what it shares with others (PSS)."""
        return [_pss_kib(pid) / 1024 for pid in self.workers]


def backends(database: str) -> list[int]:
    """The processes of a PostgreSQL of this machine that serve a database."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = path.read_bytes().decode(errors="replace")
        except OSError:
            continue
        if line.startswith("postgres:") and f" {database} " in line:
            found.append(int(path.parent.name))
    return found


def _pss_kib(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return resident_kib(pid)
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


@contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """The URL of an empty database, gone afterwards. Raises SystemExit where no PostgreSQL answers."""
    if kind == "sqlite":
        yield f"sqlite+aiosqlite:///{folder / 'load.sqlite'}"
        return
    if server() is None:
        raise SystemExit("no PostgreSQL answers on 127.0.0.1:5432")
    home, name = server() or LOCAL_SERVER, f"marshrut_load_{uuid4().hex[:8]}"
    asyncio.run(execute(home, f'CREATE DATABASE "{name}"'))
    try:
        yield make_url(home).set(database=name).render_as_string(hide_password=False)
    finally:
        asyncio.run(execute(home, f'DROP DATABASE "{name}" WITH (FORCE)'))


@contextmanager
def running(folder: Path, url: str, telegram: str, workers: int, cores: set[int] | None) -> Iterator[Bot]:
    """`marshrut run` behind a webhook of this machine, on these cores; asked to end afterwards."""
    port = free_port(0)
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": telegram,
        "DATABASE_URL": url,
        "DATA_DIR": str(folder),
        "CLOCK_OFFSET_FILE": str(folder / "clock-offset"),
        "LOG_FORMAT": "json",
        "WEBHOOK_URL": f"http://127.0.0.1:{port}",
        "WEBHOOK_SECRET": SECRET,
        "WEBHOOK_PORT": str(port),
    }
    command = [sys.executable, "-m", "bot", "run", "--workers", str(workers)]
    log = folder / "bot.log"
    with log.open("wb") as said:
        bot = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=said, stderr=said, start_new_session=True
        )
        try:
            if cores:
                os.sched_setaffinity(bot.pid, cores)
            yield Bot(bot.pid, environment["WEBHOOK_URL"], url, log)
        finally:
            bot.send_signal(signal.SIGTERM)
            try:
                bot.wait(ENDS_WITHIN)
            except subprocess.TimeoutExpired:
                os.killpg(bot.pid, signal.SIGKILL)
