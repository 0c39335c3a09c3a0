"""SQLAlchemy's asynchronous session over SQLite without the ways of a server: nothing in it ever waits.

AsyncSession moves every statement to a greenlet and back, so that a driver may wait for the network. SQLite
answers in the time of a function call, so here each method calls the session behind it (docs/decisions/0006).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import SessionTransaction
from sqlalchemy.util import greenlet_spawn

GATE_PATIENCE = 60.0
"""Seconds: a transaction takes milliseconds; one inside another would wait for itself."""


class SpotSession(AsyncSession):
    """One transaction at a time over the one connection: `gate` is shared by all sessions of an engine."""

    def __init__(self, *args: Any, gate: asyncio.Lock, **options: Any) -> None:
        super().__init__(*args, **options)
        self._gate = gate

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[SessionTransaction]:  # type: ignore[override]  # used with `async with` only
        """A transaction: committed at the end, nothing kept after an exception. Waits for its turn, and for the file.

        Raises TimeoutError when no turn comes, and what bot/sqlite.py raises when another process holds the file.
        """
        async with asyncio.timeout(GATE_PATIENCE):
            await self._gate.acquire()
        try:
            with self.sync_session.begin() as transaction:
                if not self._begun_at_once():
                    await greenlet_spawn(self.sync_session.connection)
                yield transaction
        finally:
            self._gate.release()

    def _begun_at_once(self) -> bool:
        """Whether the connection is open and nobody else holds the file, as nearly always: nothing had to wait."""
        pool: Any = self.sync_session.get_bind().engine.pool
        if not pool.checkedin():
            return False
        try:
            self.sync_session.connection()
        except OperationalError:
            return False
        return True

    async def execute(self, *args: Any, **options: Any) -> Any:
        """Session.execute."""
        return self.sync_session.execute(*args, **options)

    async def scalars(self, *args: Any, **options: Any) -> Any:
        """Session.scalars."""
        return self.sync_session.scalars(*args, **options)

    async def scalar(self, *args: Any, **options: Any) -> Any:
        """Session.scalar."""
        return self.sync_session.scalar(*args, **options)

    async def get(self, *args: Any, **options: Any) -> Any:
        """Session.get."""
        return self.sync_session.get(*args, **options)

    async def get_one(self, *args: Any, **options: Any) -> Any:
        """Session.get_one."""
        return self.sync_session.get_one(*args, **options)

    async def delete(self, instance: object) -> None:
        """Session.delete."""
        self.sync_session.delete(instance)

    async def flush(self, objects: Any = None) -> None:
        """Session.flush."""
        self.sync_session.flush(objects)

    async def close(self) -> None:
        """Session.close."""
        self.sync_session.close()

    async def __aexit__(self, *error: object) -> None:
        self.sync_session.close()
