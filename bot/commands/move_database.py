"""`marshrut move-database FROM TO`: from the file of one school to the server of a region, or back."""

from __future__ import annotations

import argparse
import asyncio

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot import database, sqlite
from bot.commands import DONE, REFUSED, Failed, Subparsers
from bot.commands.migrate import UNREACHABLE, shown, unreachable
from bot.logs import Curtain
from bot.moving import Move, MoveRefused
from bot.settings import DATABASE_EXAMPLE, Settings


def declare(commands: Subparsers) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "move-database",
        help="carry everything from one database to another, empty one",
        description="Stop the bot first. All is compared; a move that was broken off goes on when asked again.",
    )
    command.add_argument("source", metavar="FROM", help=f"where the data is: {DATABASE_EXAMPLE}")
    command.add_argument("target", metavar="TO", help="where it shall be; its tables are made")
    command.set_defaults(act=act)


def act(asked: argparse.Namespace, settings: Settings) -> int:
    """Move, and say where to go on. Raises Failed."""
    source, target = _known(asked.source), _known(asked.target)
    if shown(source) == shown(target):
        raise Failed("FROM and TO are the same database.", REFUSED)
    file = database.sqlite_file(source)
    if file is not None and not file.exists():
        raise Failed(f"There is no file {file}.", REFUSED)
    try:
        rows = asyncio.run(_move(source, target))
    except MoveRefused as refused:
        raise Failed(f"Nothing is lost; the source is as it was: {refused}.") from refused
    except UNREACHABLE as error:
        secrets = [password for url in (source, target) if (password := make_url(url).password)]
        raise Failed(Curtain(secrets).over(unreachable(target, error))) from error
    print(f"{rows} rows are in {shown(target)}, each compared. Set DATABASE_URL to it and start the bot;")
    print(f"{shown(source)} is as it was: keep it as a backup, and start no bot on it.")
    return DONE


async def _move(source: str, target: str) -> int:
    first, second = database.open_engine(source), database.open_engine(target)
    try:
        move = Move(first, second, shown(source), print)
        rows = await move.run(lambda: database.migrate(target))
        await sqlite.on_disk(database.sqlite_file(target))()
        return rows
    finally:
        await first.dispose()
        await second.dispose()


def _known(url: str) -> str:
    """An URL of a database, or the path of an SQLite file. Raises Failed."""
    if "://" not in url:
        return f"sqlite+aiosqlite:///{url}"
    try:
        driver = make_url(url).drivername
    except ArgumentError as error:
        raise Failed(
            f"A database's address cannot be read; an example: {DATABASE_EXAMPLE}", REFUSED
        ) from error
    if driver not in ("sqlite+aiosqlite", "postgresql+asyncpg"):
        raise Failed(f"'{driver}' is not supported; an example: {DATABASE_EXAMPLE}", REFUSED)
    return url
