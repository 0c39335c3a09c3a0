"""SQLite close at hand: a statement takes microseconds, a hop to another thread and back many times that."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiosqlite

BEGIN = "BEGIN IMMEDIATE"
PATIENCE = 15.0
PAUSE = 0.02
ROWS_AT_ONCE = 64


class CloseConnection(aiosqlite.Connection):
    """aiosqlite, but a statement is carried out on the spot.

    The loop goes on while something waits: a BEGIN for another process to let go of the file is asked again and
    again, and the disk is waited for in `on_disk`, not at a COMMIT. Nothing else waits in between (WAL, one writer).
    """

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Every call of aiosqlite passes here: `fn` is a method of sqlite3's connection or cursor."""
        if args[:1] == (BEGIN,):
            return await _patiently(fn, *args)
        if fn == self._conn.close:
            return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
        return fn(*args, **kwargs)


async def _patiently(begin: Callable[..., Any], *args: Any) -> Any:
    """Begins as soon as the file is free; raises what SQLite raises after PATIENCE seconds."""
    for _ in range(int(PATIENCE / PAUSE)):
        try:
            return begin(*args)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
        await asyncio.sleep(PAUSE)
    return begin(*args)


def on_disk(file: Path | None) -> Callable[[], Awaitable[None]]:
    """A function that returns when everything committed so far would survive a power cut.

    A commit survives the process at once; the disk has it after one fsync of the log, which many commits share:
    an update is confirmed to Telegram only after it (docs/decisions/0005). None: a server, whose care it is.
    """
    log = file.with_name(f"{file.name}-wal") if file is not None else None

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


def connect(file: Path) -> CloseConnection:
    """A connection to be awaited. Its thread never keeps a process from ending."""
    connection = CloseConnection(lambda: sqlite3.connect(file, check_same_thread=False), ROWS_AT_ONCE)
    connection._thread.daemon = True
    return connection
