"""The one database: an engine with the right manners for SQLite and PostgreSQL, and its migrations."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import BigInteger, bindparam, func, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm.exc import StaleDataError

from bot import sqlite
from bot.spot_session import SpotSession

ROOT = Path(__file__).parent.parent
Sessions = async_sessionmaker[AsyncSession]
LINE = select(func.pg_advisory_xact_lock(bindparam("telegram_id", type_=BigInteger)))
"""Of a person, until the transaction ends; numbers below nought, so that no other lock has them."""
MOVING = "moving:"
"""How the revision of a database begins into which a move has not brought everything yet (bot/moving.py)."""
CONNECTIONS, MOST, FEWEST = 80, 20, 4
"""Of all workers together (PostgreSQL allows 100 unless told otherwise), at most and at least of one."""
SERVER_MANNERS = {
    "tcp_keepalives_idle": "4",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "2",
    "idle_in_transaction_session_timeout": "60000",
}
"""A machine that is cut off holds no row and no office for longer than 8 s; a worker that hangs, none for 60 s."""


def open_engine(url: str, workers: int = 1) -> AsyncEngine:
    """An engine for the settings' DATABASE_URL, whose server is shared by so many workers."""
    if sqlite_file(url) is not None:
        return sqlite.open_engine(url)
    share = min(max(CONNECTIONS // workers, FEWEST), MOST) // 2
    return create_async_engine(
        url,
        pool_size=share,
        max_overflow=share,
        pool_pre_ping=True,
        connect_args={"server_settings": {**SERVER_MANNERS, "application_name": f"marshrut {os.getpid()}"}},
    )


def reading_engine(url: str) -> AsyncEngine:
    """An engine that only reads, of one moment, beside a bot at work: it holds nobody up however long it takes."""
    if sqlite_file(url) is not None:
        return sqlite.reading_engine(url)
    options = {"isolation_level": "REPEATABLE READ", "execution_options": {"postgresql_readonly": True}}
    return create_async_engine(url, pool_size=1, max_overflow=0, **options)


def sessions(engine: AsyncEngine) -> Sessions:
    """Sessions whose objects stay readable after the commit: the reply is drawn from them. Each says `begin`."""
    options: dict[str, Any] = {"expire_on_commit": False, "autobegin": False}
    if engine.dialect.name == "sqlite":
        options |= {"class_": SpotSession, "gate": asyncio.Lock()}
    return async_sessionmaker(engine, **options)


def migrate(url: str, revision: str = "head") -> None:
    """Bring the tables to a revision. Safe to run at every start."""
    command.upgrade(alembic_config(url), revision)


def alembic_config(url: str) -> Config:
    """Alembic's settings for this database."""
    config = Config(str(ROOT / "alembic.ini"))
    config.set_main_option("script_location", str(ROOT / "migrations"))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config


def sqlite_file(url: str) -> Path | None:
    """The file of an SQLite database, or None for a server."""
    parts = make_url(url)
    if parts.get_backend_name() != "sqlite" or not parts.database:
        return None
    return Path(parts.database)


def sqlite_version() -> str:
    """The library in use, for `doctor`."""
    return sqlite3.sqlite_version


async def in_line(session: AsyncSession, telegram_id: int) -> None:
    """Waits until this person's earlier updates are through, in the order in which they came to the database.

    On a server, where workers share the work; a file has one process, which keeps the order itself. A lock of the row
    would not do: the server lets those who wait for a row that changes overtake one another.
    """
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(LINE, {"telegram_id": -telegram_id})


def collided(fault: Exception) -> bool:
    """Somebody else was quicker, or two waited for each other and the server sent one away (SQLSTATE class 40).

    Taken once more it finds what the other has done.
    """
    return isinstance(fault, StaleDataError | IntegrityError) or _state(fault).startswith("40")


def no_column_holds(fault: Exception) -> bool:
    """A forged number or text that the database cannot take (SQLSTATE class 22)."""
    return isinstance(fault, OverflowError | DataError) or _state(fault).startswith("22")


def passing(fault: Exception) -> bool:
    """A fault of the database that may be gone later (full, locked, away): the update must come again.

    A wrong statement (class 42) never gets better: its update would come for ever and hold up all others.
    """
    never = isinstance(fault, ProgrammingError) or _state(fault).startswith("42")
    return isinstance(fault, DBAPIError | PoolTimeout | OSError) and not never


def _state(fault: Exception) -> str:
    return str(getattr(getattr(fault, "orig", None), "sqlstate", None) or "")
