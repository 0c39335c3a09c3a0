"""The one database: an engine with the right manners for SQLite and PostgreSQL, and its migrations."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from bot import sqlite

ROOT = Path(__file__).parent.parent
Sessions = async_sessionmaker[AsyncSession]


def open_engine(url: str) -> AsyncEngine:
    """An engine for the settings' DATABASE_URL.

    SQLite gets one connection: its writes are one after another anyway, and so nobody ever waits on its lock.
    """
    file = sqlite_file(url)
    if file is not None:
        engine = create_async_engine(
            url, pool_size=1, max_overflow=0, pool_timeout=60, async_creator=lambda: sqlite.connect(file)
        )
        event.listen(engine.sync_engine, "connect", _sqlite_manners)
        engine.dialect.do_begin = _begin_immediate  # type: ignore[assignment, method-assign]
        return engine
    return create_async_engine(url, pool_size=10, max_overflow=10, pool_pre_ping=True)


def sessions(engine: AsyncEngine) -> Sessions:
    """Sessions whose objects stay readable after the commit: the reply is drawn from them."""
    return async_sessionmaker(engine, expire_on_commit=False)


def _sqlite_manners(connection: Any, _: Any) -> None:
    """WAL, keys that are checked; who waits for the file, and what reaches the disk when, is `sqlite`'s care."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=0", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Any) -> None:
    """Take the write lock first: a transaction that reads and then writes can never fail half-way.

    The dialect's own place for it: an event would be asked about at every statement.
    """
    cursor = connection.cursor()
    cursor.execute(sqlite.BEGIN)
    cursor.close()


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
