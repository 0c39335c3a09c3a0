"""`python -m bench.start`: from the start of the bot to its first answer, and what one more worker takes of the memory.

The start is compared with `import aiogram` alone, which no bot can do without. The workers run on a PostgreSQL of
this machine; a worker's own memory is what it shares with nobody (Private of /proc/PID/smaps_rollup).
"""

from __future__ import annotations

import os
import resource
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench import ours
from bench.__main__ import Bench
from bench.figure import Figure
from bench.process import family
from bench.scratch import scratch_database
from bench.trial import ROOT, TOKEN
from tests.machine import server

IMPORT = (sys.executable, "-c", "import aiogram")
TARGET_SECONDS, TARGET_MB = 3.0, 40.0
WORKERS = 3
LOOKS, LOOK_SECONDS, SETTLED_SECONDS = 600, 0.1, 5.0


def first_answer() -> Iterator[Figure]:
    """Seconds of the clock and of the processor, above those of the import."""
    bot = ours.CONTESTANT
    assert bot is not None
    with tempfile.TemporaryDirectory(prefix="bench-start-") as name:
        outcome = Bench(Path(name)).trial(bot, 1, 0.5)
    begun, before = time.perf_counter(), _spent()
    subprocess.run(IMPORT, cwd=ROOT, check=True)
    seconds, spent = time.perf_counter() - begun, _spent() - before
    yield Figure("start to first answer, above import aiogram", outcome.opened - seconds, "s", TARGET_SECONDS)
    yield Figure("start to first answer, processor", outcome.opened_cpu - spent, "s", TARGET_SECONDS)


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def further_worker() -> Iterator[Figure]:
    """The mean of all idle workers but the first."""
    with tempfile.TemporaryDirectory(prefix="bench-workers-") as name, scratch_database() as url:
        own = _idle(Path(name), url)
    yield Figure(f"an idle further worker of {WORKERS}, of its own", statistics.mean(own), "MB", TARGET_MB)


def _idle(folder: Path, url: str) -> list[float]:
    """Megabytes of each further worker, some seconds after the last has started."""
    log = folder / "bot.log"
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": f"http://127.0.0.1:{_free()}",
        "DATABASE_URL": url,
        "DATA_DIR": str(folder),
        "WEBHOOK_URL": "https://bench.example",
        "WEBHOOK_SECRET": "bench-bench-bench-bench",
        "WEBHOOK_PORT": str(_free()),
    }
    command = (sys.executable, "-m", "bot", "run", "--workers", str(WORKERS))
    with log.open("wb") as out:
        bot = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=out, stderr=out, start_new_session=True
        )
    try:
        _wait_for(log)
        time.sleep(SETTLED_SECONDS)
        return [private_mb(pid) for pid in sorted(family(bot.pid))[2:]]
    finally:
        os.killpg(bot.pid, signal.SIGKILL)
        bot.wait()


def _wait_for(log: Path) -> None:
    """Raises RuntimeError with the log when not all of them start."""
    for _ in range(LOOKS):
        if log.read_text(errors="replace").count("bot.started") >= WORKERS:
            return
        time.sleep(LOOK_SECONDS)
    raise RuntimeError(log.read_text(errors="replace")[-1500:])


def private_mb(pid: int) -> float:
    """Megabytes of a process that it shares with nobody."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024


def _free() -> int:
    """A port of the loopback where nobody answers."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def figures() -> Iterator[Figure]:
    """Both; the workers where a PostgreSQL answers."""
    yield from first_answer()
    if server() is not None:
        yield from further_worker()


if __name__ == "__main__":
    for figure in figures():
        print(figure.line(), flush=True)
