"""`python -m bench.files`: cards, the archive of five hundred, the registry of twenty thousand, and the bot meanwhile.

A line for each figure: name, value, target, met or not.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bench import ours, papers, town_of_routes
from bench.__main__ import Bench
from bench.contestant import DATABASE
from bench.figure import Figure
from bench.process import peak_kib
from documents import paper_docx, paper_pdf

CARDS, ROUTES = 500, 20_000
AT_ONCE, SECONDS = 10, 6.0
BEHIND_THEM = 1_000_000
"""No table of the town has so many rows."""
KINDNESS = 10
"""As bot/errand.py."""


def cards() -> Iterator[Figure]:
    """The median of one card, warm; and without what others on the machine take: the mean of the processor's time."""
    for name, make, target in (("PDF", paper_pdf.pdf, 30), ("DOCX", paper_docx.docx, 120)):
        begun = time.process_time()
        median, _ = papers.measured(make, papers.ROWS)
        spent = (time.process_time() - begun) * 1000 / (papers.WARM + papers.ROUNDS)
        yield Figure(f"a card as {name}, median", median, "ms", target)
        yield Figure(f"a card as {name}, processor", spent, "ms", target)


def command(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """`marshrut registry` on the database of a folder, as kind as the child of the bot is."""
    line = ["nice", "-n", str(KINDNESS), sys.executable, "-m", "bot", "registry", *arguments]
    known = {**os.environ, "DATA_DIR": str(folder), "BOT_TOKEN": "", "DATABASE_URL": ""}
    if (folder / DATABASE).exists():
        known["DATABASE_URL"] = f"sqlite+aiosqlite:///{folder / DATABASE}"
    return subprocess.Popen(line, env=known, stdout=subprocess.DEVNULL)


def measured(folder: Path, *arguments: str) -> tuple[float, float, float]:
    """Seconds, seconds of the processor and the most megabytes of one command, its start with it."""
    begun, before, peak = time.perf_counter(), _spent(), 0
    with command(folder, *arguments) as process:
        while process.poll() is None:
            peak = max(peak, peak_kib(process.pid))
            time.sleep(0.02)
    if process.returncode:
        raise SystemExit(f"{arguments}: exit code {process.returncode}")
    return time.perf_counter() - begun, _spent() - before, peak / 1024


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def archive(place: Path) -> Iterator[Figure]:
    """Five hundred finished routes with card and outcome in one archive."""
    folder = _town(place / "cards", CARDS, closed=True)
    seconds, spent, megabytes = measured(folder, "--cards", str(folder / "cards.zip"))
    yield Figure(f"an archive of {CARDS} cards with outcomes", seconds, "s", 60)
    yield Figure(f"an archive of {CARDS} cards, processor", spent, "s", 60)
    yield Figure(f"an archive of {CARDS} cards, memory", megabytes, "MB", 400)


def registry(folder: Path) -> Iterator[Figure]:
    """Twenty thousand routes as a workbook."""
    seconds, spent, megabytes = measured(folder, "--out", str(folder / "registry.xlsx"))
    yield Figure(f"a registry of {ROUTES} routes as XLSX", seconds, "s", 10)
    yield Figure(f"a registry of {ROUTES} routes, processor", spent, "s", 10)
    yield Figure(f"a registry of {ROUTES} routes, memory", megabytes, "MB", 250)


def answers(place: Path) -> Iterator[Figure]:
    """The p95 of an answer while registries are made of the bot's own database, beside the quiet one."""
    assert ours.CONTESTANT is not None
    bot = replace(ours.CONTESTANT, name="among-routes", prepare=_among_routes)
    bench = Bench(place)
    quiet = bench.trial(bot, AT_ONCE, SECONDS).p95
    busy = bench.trial(bot, AT_ONCE, SECONDS, _registries).p95
    yield Figure(f"p95 of an answer, {AT_ONCE} people, quiet {quiet:.1f} ms", busy, "ms", 2 * quiet)


def _among_routes(folder: Path, people: range) -> None:
    town_of_routes.prepare(folder / DATABASE, ROUTES)
    ours.settle(folder / DATABASE, people, BEHIND_THEM)


@contextmanager
def _registries(folder: Path) -> Iterator[None]:
    over = threading.Event()

    def again() -> None:
        while not over.is_set():
            with command(folder, "--out", str(folder / "again.xlsx")) as process:
                process.wait()

    worker = threading.Thread(target=again)
    worker.start()
    try:
        yield
    finally:
        over.set()
        worker.join()


def _town(folder: Path, routes: int, *, closed: bool = False) -> Path:
    folder.mkdir()
    town_of_routes.prepare(folder / "marshrut.sqlite", routes, closed=closed)
    return folder


def figures() -> Iterator[Figure]:
    """All of them, each as soon as it is known."""
    with tempfile.TemporaryDirectory(prefix="bench-files-") as name:
        place = Path(name)
        large = _town(place / "large", ROUTES)
        for some in (cards(), archive(place), registry(large), answers(place)):
            yield from some


if __name__ == "__main__":
    for figure in figures():
        print(figure.line(), flush=True)
