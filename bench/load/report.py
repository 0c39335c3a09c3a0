"""The figures of one run, a line each."""

from __future__ import annotations

import argparse
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine

from bench.load import look, room
from bench.load.bot import Bot
from bench.load.day import Days
from bench.process import cpu_seconds, machine_busy_seconds

MIDDLE = (0.2, 0.8)
"""The part of the first day in which everybody is at work: between these shares of its updates."""
SHOWN = 20


@dataclass(frozen=True)
class Mark:
    """The machine and the database at one moment; seconds of the processor, bytes, megabytes of each worker."""

    at: float
    bot: float
    server: float
    load: float
    machine: float
    size: int
    workers: list[float]

    @classmethod
    async def now(cls, engine: AsyncEngine, bot: Bot) -> Mark:
        """As things are."""
        return cls(
            time.perf_counter(),
            bot.cpu(),
            bot.server_cpu(),
            cpu_seconds(os.getpid()) - bot.cpu(),
            machine_busy_seconds(),
            await look.size(engine),
            bot.megabytes(),
        )


@dataclass(frozen=True)
class Result:
    """One run: what was asked, what happened, and what was wrong."""

    asked: argparse.Namespace
    days: Days
    before: Mark
    after: Mark
    faults: list[str]
    bugs: list[str]
    tables: list[tuple[str, float, float, float]]

    @property
    def updates(self) -> int:
        """What people did."""
        return self.days.street.updates

    def spent(self, name: str) -> float:
        """Milliseconds of the processor for an update, by whom."""
        return 1000 * (getattr(self.after, name) - getattr(self.before, name)) / max(self.updates, 1)

    def rate(self) -> float:
        """Updates a second while everybody is at work (MIDDLE)."""
        ends = [at for at, _ in self.days.street.acts if at <= self.days.spans[0][1]]
        first, last = (int(len(ends) * part) for part in MIDDLE)
        return (last - first) / (ends[last] - ends[first]) if last > first else 0.0

    def latency(self, part: float) -> float:
        """Milliseconds from a tap to what it brings."""
        ordered = sorted(took for _, took in self.days.street.acts)
        return 1000 * ordered[int(len(ordered) * part)]


def numbers(result: Result) -> str:
    """The same for a program, as one line of JSON."""
    return json.dumps(
        {
            "rate": result.rate(),
            "p99": result.latency(0.99),
            "faults": len(result.faults) + len(result.bugs),
            "bot": result.spent("bot"),
            "server": result.spent("server"),
            "memory": max(result.after.workers, default=0.0),
        }
    )


def bugs(log: Path) -> list[str]:
    """Lines of the log that are errors."""
    lines = log.read_text(errors="replace").splitlines()
    return [line for line in lines if '"level": "error"' in line or line.startswith("Traceback")]


def words(result: Result) -> str:
    """As it is printed."""
    asked, days = result.asked, result.days
    ended = sum(way.at == "known" for way in days.ways)
    teachers = max(len(days.ways), 1)
    roles = ", ".join(f"{role.value} {count}" for role, count in sorted(look.by_role(days).items()))
    seconds = sum(end - begun for begun, end in days.spans)
    return "\n".join((
        f"{asked.people} teachers, {asked.database}, {asked.workers} workers, thinking {asked.think:g} s: "
        f"{ended} routes to their end in {seconds:.0f} s",
        f"updates {result.updates} ({result.updates / teachers:.0f} a route: {roles})",
        f"updates/s {result.rate():.0f} while all are at work; "
        f"p50 {result.latency(0.5):.0f}, p95 {result.latency(0.95):.0f}, p99 {result.latency(0.99):.0f} ms",
        f"processor, ms an update: bot {result.spent('bot'):.2f}, database server {result.spent('server'):.2f}, "
        f"generator {result.spent('load'):.2f}, machine {result.spent('machine'):.2f}",
        "memory of a worker, MB: " + ", ".join(f"{one:.0f}" for one in result.after.workers),
        f"database: {(result.after.size - result.before.size) / teachers / 1024:.0f} KiB a teacher",
        *(room.lines(result.tables) if result.tables else []),
        f"errors in the log: {len(result.bugs)}; faults: {len(result.faults)}",
        *result.faults[:SHOWN],
        *result.bugs[:3],
    ))  # fmt: skip
