"""`marshrut journal verify | export`: was anything changed in the history of the routes; the history as a file."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import orjson

from bot.clock import Clock
from bot.code_list import replacing
from bot.commands import DONE, PROBLEM, Failed, Subparsers, migrate
from bot.database import open_engine, sessions
from bot.settings import Settings
from models.history import HistoryLine
from services import journal, rules
from services.journal import Checked
from services.work import Work

Answer = TypeVar("Answer")


def declare(commands: Subparsers) -> None:
    """The command and its options."""
    command = commands.add_parser("journal", help="verify or export the history of the routes")
    kinds = command.add_subparsers(metavar="verify|export", required=True)
    verify = kinds.add_parser("verify", help="compute every seal anew: was a line taken out, added, changed?")
    verify.set_defaults(act=check)
    export = kinds.add_parser("export", help="write the lines as JSON, one a line; without names")
    export.add_argument("--out", type=Path, required=True, metavar="FILE.jsonl", help="where to write it")
    export.add_argument("--route", type=int, metavar="NUMBER", help="only the history of this route")
    export.set_defaults(act=write)


def check(_: argparse.Namespace, settings: Settings) -> int:
    """Exit code 1 where the chain of seals is broken."""
    migrate.prepare(settings)
    found: Checked = asyncio.run(_with(settings, journal.verify))
    if found.broken is not None:
        print(
            f"The journal is broken: lines {found.broken.first} to {found.broken.last} are not what was sealed at "
            f"{found.broken.at:%Y-%m-%d %H:%M} UTC. Compare them with a backup of before."
        )
        return PROBLEM
    print(
        f"The journal is whole: {found.seals} seals over {found.lines} lines; {found.unsealed} not sealed yet."
    )
    return DONE


def write(asked: argparse.Namespace, settings: Settings) -> int:
    """Every line, the earliest first."""
    migrate.prepare(settings)

    async def written(work: Work) -> int:
        with replacing(asked.out) as fresh, fresh.open("wb") as file:
            return sum(
                [file.write(_shown(line)) and 1 async for line in journal.every_line(work, asked.route)]
            )

    try:
        count: int = asyncio.run(_with(settings, written))
    except OSError as error:
        raise Failed(f"{asked.out} cannot be written: {error.strerror}.") from error
    print(f"{asked.out}: {count} lines.")
    return DONE


def _shown(line: HistoryLine) -> bytes:
    row = {
        "number": line.id,
        "at": line.at.isoformat(),
        "route": line.route_id,
        "person": line.person_id,
        "verb": line.verb,
        "facts": line.facts,
    }
    return orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)


async def _with(settings: Settings, ask: Callable[[Work], Awaitable[Answer]]) -> Answer:
    """An answer out of one transaction of the database in use."""
    engine = open_engine(settings.database)
    try:
        async with sessions(engine)() as session, session.begin():
            return await ask(Work(session, None, Clock(settings.clock_file).now(), rules.load()))
    finally:
        await engine.dispose()
