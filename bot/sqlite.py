"""SQLite close at hand: a statement takes microseconds, a hop to another thread and back many times that."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Self

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_dbapi
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.util import await_only
from sqlalchemy.util.concurrency import in_greenlet

BEGIN = "BEGIN IMMEDIATE"
PATIENCE = 15.0
PAUSE = 0.02
MANNERS = ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=0", "foreign_keys=ON")
"""Keys are checked; who waits for the file does so in `_begin`; what reaches the disk when is up to `on_disk`."""


def open_engine(url: str) -> AsyncEngine:
    """One connection: SQLite's writes are one after another anyway, and so nobody ever waits on its lock."""
    engine = create_async_engine(
        url,
        module=_Driver(aiosqlite, sqlite3),
        connect_args={"isolation_level": None},
        pool_size=1,
        max_overflow=0,
        pool_timeout=60,
    )
    engine.dialect.do_begin = _begin  # type: ignore[assignment, method-assign]
    return engine


def reading_engine(url: str) -> AsyncEngine:
    """One connection that only reads: what stood at its first look, however long it reads; it holds nobody up."""
    engine = open_engine(url)
    engine.dialect.do_begin = _begin_reading  # type: ignore[assignment, method-assign]
    return engine


class _Driver(AsyncAdapt_aiosqlite_dbapi):
    """SQLAlchemy's aiosqlite without its thread: nothing waits here, a commit only hands bytes to the system."""

    def connect(self, *args: Any, **options: Any) -> Any:
        """Opens the file, and teaches the connection its manners."""
        connection = sqlite3.connect(*args, factory=_Connection, **options)
        for pragma in MANNERS:
            connection.execute(f"PRAGMA {pragma}")
        return connection


class _Connection(sqlite3.Connection):
    """sqlite3's own connection, where SQLAlchemy expects one of the asynchronous world."""

    def cursor(self, *_: Any) -> _Cursor:  # type: ignore[override]  # nobody asks for another factory
        """A cursor whose results may be read at once."""
        return super().cursor(_Cursor)

    def terminate(self) -> None:
        """Closes it in the middle of whatever was going on: nothing of that is kept."""
        self.close()


class _Cursor(sqlite3.Cursor):
    """sqlite3's own cursor. A connection used by itself insists that something is awaited, so nothing is."""

    def execute(self, *statement: Any) -> Self:
        """One statement, on the spot."""
        if in_greenlet():
            await_only(_nothing())
        return super().execute(*statement)

    def executemany(self, *statement: Any) -> Self:
        """One statement for many rows, on the spot."""
        if in_greenlet():
            await_only(_nothing())
        return super().executemany(*statement)

    async def _async_soft_close(self) -> None:
        """Asked for before a result is handed over: its rows stay at hand."""


async def _nothing() -> None:
    return


def _begin(connection: Any) -> None:
    """Take the write lock first: a transaction that reads and then writes can never fail half-way.

    Another process (an import, a backup) may hold the file: it is asked again and again, and the loop goes on.
    Raises what SQLite raises after PATIENCE seconds; at once where nobody can wait.
    """
    if not in_greenlet():
        connection.cursor().execute(BEGIN)
        return
    for _ in range(int(PATIENCE / PAUSE)):
        try:
            connection.cursor().execute(BEGIN)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            await_only(asyncio.sleep(PAUSE))
        else:
            return
    connection.cursor().execute(BEGIN)


def _begin_reading(connection: Any) -> None:
    """Takes no lock, and refuses to write."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA query_only=ON")
    cursor.execute("BEGIN")


def on_disk(file: Path | None) -> Callable[[], Awaitable[None]]:
    """A function that returns when everything committed so far would survive a power cut.

    A commit survives the process at once; the disk has it after one fsync of the log, which many commits share:
    an update is confirmed to Telegram only after it (docs/decisions/0005). None: a server, whose care it is.
    """
    behind = (
        file.resolve() if file is not None else None
    )  # SQLite follows a link, too, and logs beside the file
    log = behind.with_name(f"{behind.name}-wal") if behind is not None else None

    async def settle() -> None:
        if log is not None:
            await asyncio.to_thread(_sync, log)

    return settle


def _sync(log: Path) -> None:
    try:
        number = os.open(log, os.O_RDONLY)
    except FileNotFoundError:
        return  # a clean close has moved the log into the database, which SQLite has synced
    try:
        os.fsync(number)
    finally:
        os.close(number)
