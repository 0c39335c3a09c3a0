"""The database as `doctor` sees it: does it answer, do its tables fit this version, is its content usable?"""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.check_machine import zones
from bot.clock import Clock
from bot.commands.migrate import UNREACHABLE, shown, unreachable
from bot.database import alembic_config, open_engine, sqlite_file
from bot.finding import Finding
from bot.settings import Settings
from models.notice import waiting_notices
from regulations.files import RegulationError
from services import rules
from services.alert import LONGEST_WAIT

SECONDS = 20.0
MANY_TRIES = 10


async def findings(settings: Settings, *, deep: bool) -> list[Finding]:
    """Reachable, migrated, and (deep) not broken and by regulations that we know."""
    url = settings.database
    file = sqlite_file(url)
    if file is not None and not file.exists():
        return [Finding("database", False, f"{shown(url)} is not there yet", "marshrut migrate makes it")]
    engine = open_engine(url)
    try:
        async with asyncio.timeout(SECONDS):
            return await _look(engine, url, deep, settings.clock_file)
    except (*UNREACHABLE, TimeoutError) as error:
        remedy = "start the database server, or correct DATABASE_URL"
        return [Finding("database", False, unreachable(url, error), remedy)]
    finally:
        await engine.dispose()


async def _look(engine: AsyncEngine, url: str, deep: bool, clock_file: Path | None) -> list[Finding]:
    async with engine.connect() as connection:
        found = [
            Finding("database", True, f"{shown(url)} answers"),
            await connection.run_sync(_migrated, url),
        ]
        if deep and found[-1].fine:
            found += [await connection.run_sync(_whole), *await connection.run_sync(_content)]
            found.append(await connection.run_sync(_queue, Clock(clock_file).now()))
            found.append(await connection.run_sync(_copies))
        await connection.rollback()
    return found


def _migrated(connection: Connection, url: str) -> Finding:
    """Are the tables those that this version of the program knows?"""
    there = set(MigrationContext.configure(connection).get_current_heads())
    wanted = set(ScriptDirectory.from_config(alembic_config(url)).get_heads())
    said = (
        f"the tables are at {', '.join(sorted(there)) or 'none'}, the program at {', '.join(sorted(wanted))}"
    )
    return Finding("migrations", there == wanted, said, "marshrut migrate; or update the program")


def _whole(connection: Connection) -> Finding:
    """SQLite looks through its file for damage; a server does so itself."""
    if connection.dialect.name != "sqlite":
        return Finding("database content", True, "is the server's care")
    said = str(connection.execute(text("PRAGMA quick_check(1)")).scalar())
    return Finding(
        "database content", said == "ok", f"quick_check: {said}", "stop the bot and restore the last backup"
    )


def _content(connection: Connection) -> list[Finding]:
    """People, and the regulations and zones that organisations go by."""
    try:
        known = rules.load().regulations.ids()
    except RegulationError:
        return []  # told by the look at the machine
    people = connection.execute(text("SELECT count(*) FROM people")).scalar_one()
    pairs = connection.execute(text("SELECT DISTINCT regulation, timezone FROM organisations")).all()
    missing = sorted({regulation for regulation, _ in pairs} - set(known))
    named = Finding(
        "organisations",
        not missing,
        f"go by regulations that are not there: {', '.join(missing)}"
        if missing
        else "their regulations are known",
        "put the files back into regulations/data, or import the organisations with another regulation",
    )
    quiet = connection.execute(text("SELECT count(*) FROM organisations WHERE discreet")).scalar_one()
    hint = "" if people else "; marshrut import people FILE --codes OUT.csv loads them"
    return [
        Finding("people", True, f"{people} loaded{hint}"),
        named,
        Finding("names in the chat", True, f"{quiet} organisations go without (marshrut discreet)"),
        zones((zone for _, zone in pairs), "zones of organisations"),
    ]


def _queue(connection: Connection, now: datetime) -> Finding:
    """Do notices go out?"""
    waiting, oldest = connection.execute(waiting_notices(now)).one()
    minutes = int((now - oldest) / timedelta(minutes=1)) if oldest else 0
    return Finding(
        "notices",
        minutes < LONGEST_WAIT / timedelta(minutes=1),
        f"{waiting} due, the oldest since {minutes} min",
        "start the bot; look for postman in its log; is Telegram reachable?",
    )


def _copies(connection: Connection) -> Finding:
    """Do files that people sent reach the file store?"""
    said = connection.execute(
        text(
            "SELECT count(copied_at), count(copy_due_at), count(not_copied), "
            "count(CASE WHEN copy_due_at IS NOT NULL AND attempts >= :many THEN 1 END) FROM evidence"
        ),
        {"many": MANY_TRIES},
    )
    copied, waiting, only_in_chat, stuck = said.one()
    return Finding(
        "files",
        not stuck,
        f"{copied} copied, {waiting} waiting, {stuck} of them in vain so far, {only_in_chat} only in the chat",
        "look for copies.failed and copies.no_room in the log: the network, the room on the disk",
    )
