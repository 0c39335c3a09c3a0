"""SQLite close at hand: a statement takes microseconds, a hop to another thread and back many times that."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiosqlite

BEGIN = "BEGIN IMMEDIATE"
ROWS_AT_ONCE = 64


class CloseConnection(aiosqlite.Connection):
    """aiosqlite, but what never waits is done on the spot.

    Only what may wait goes to the thread, so that the loop goes on meanwhile: BEGIN for another process to
    let go of the file, COMMIT and closing for the disk.
    """

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Every call of aiosqlite passes here: `fn` is a method of sqlite3's connection or cursor."""
        if fn in (self._conn.commit, self._conn.close) or args[:1] == (BEGIN,):
            return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
        return fn(*args, **kwargs)


def connect(file: Path) -> CloseConnection:
    """A connection to be awaited. Its thread never keeps a process from ending."""
    connection = CloseConnection(lambda: sqlite3.connect(file, check_same_thread=False), ROWS_AT_ONCE)
    connection._thread.daemon = True
    return connection
