"""`python -m bench.load --people N --seconds S --database sqlite|postgres --workers W`: whole routes under load.

N teachers come within S seconds, each with a code; they and everybody around them walk N routes to the end through a
real local Telegram and a webhook. Ends with an error when anything was lost, done twice, or ended otherwise.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import uvloop

from bench.load import look, report, room
from bench.load.bot import Bot, database, running
from bench.load.day import Days
from bench.load.phone import Street
from bench.load.report import Mark, Result
from bench.load.town import MORNING, Member, everybody, settle
from bot.database import open_engine
from simulator.clock import Clock
from simulator.core import Telegram
from simulator.server import LocalServer, serving

STARTS_WITHIN = 90.0
NEVER_TOO_LATE = 10 * 366 * 86400.0


async def load(folder: Path, url: str, members: list[Member], asked: argparse.Namespace) -> Result:
    """The whole run against a bot of its own."""
    clock = Clock(time.time, folder / "clock-offset")
    clock.add(MORNING.timestamp() - time.time())
    telegram = Telegram(now=clock, seed=asked.seed)
    telegram.callback_seconds = NEVER_TOO_LATE
    street = Street(telegram, asked.think, asked.patience)
    engine = open_engine(url)
    cores = sorted(os.sched_getaffinity(0))
    if asked.pin:
        os.sched_setaffinity(0, cores[-1:])

    async def left() -> tuple[int, int]:
        return await look.waiting(engine, datetime.fromtimestamp(clock(), UTC))

    async with serving(LocalServer(telegram, clock), 0) as address:
        with running(folder, url, address, asked.workers, set(cores[:-1]) if asked.pin else None) as bot:
            await _ready(telegram, bot)
            gc.collect()
            gc.freeze()
            before = await Mark.now(engine, bot)
            days = Days(street, clock, left, asked.haste, asked.seconds, asked.seed)
            await days.pass_by(members)
            after = await Mark.now(engine, bot)
            found = await look.faults(engine, days)
            tables = await room.by_table(engine, len(days.ways)) if asked.database == "postgres" else []
            result = Result(asked, days, before, after, found, report.bugs(bot.log), tables)
    await engine.dispose()
    return result


async def _ready(telegram: Telegram, bot: Bot) -> None:
    """Until the bot has set its webhook. Raises SystemExit with the end of its log."""
    end = time.perf_counter() + STARTS_WITHIN
    while not telegram.webhook:
        if time.perf_counter() > end:
            raise SystemExit(bot.log.read_text(errors="replace")[-2000:])
        await asyncio.sleep(0.1)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The flags."""
    line = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    line.add_argument(
        "--people", type=int, default=40, help="teachers; everybody around them comes by itself"
    )
    line.add_argument("--seconds", type=float, default=60.0, help="within so many all have come; 0: at once")
    line.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    line.add_argument("--workers", type=int, default=1)
    line.add_argument(
        "--think", type=float, default=2.0, help="median seconds before a tap; typing takes thrice"
    )
    line.add_argument(
        "--haste", type=float, default=20.0, help="how much quicker than ours the schools' clock goes"
    )
    line.add_argument("--patience", type=float, default=300.0, help="seconds after which somebody is stuck")
    line.add_argument("--seed", type=int, default=1)
    line.add_argument(
        "--pin", action="store_true", help="the generator has the last core for itself, the bot the rest"
    )
    line.add_argument("--json", action="store_true", help="a last line for a program")
    return line.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Run, print, and fail where something is wrong."""
    asked = parse(arguments)
    # An exception unwinds the run and ends the bot; the signal's default would leave it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    members = everybody(asked.people)
    with (
        tempfile.TemporaryDirectory(prefix="bench-load-") as name,
        database(asked.database, Path(name)) as url,
    ):
        settle(url, members, MORNING)
        result = uvloop.run(load(Path(name), url, members, asked))
    print(report.words(result))
    if asked.json:
        print(report.numbers(result))
    return 1 if result.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
