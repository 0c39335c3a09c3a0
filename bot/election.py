"""One of the workers of a PostgreSQL database holds the office: postman and clockwork (DESIGN 16, 17)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog
from sqlalchemy import func, literal, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

log = structlog.get_logger()
POST_OFFICE = 20_460_017
"""The number of the advisory lock: any, as long as nobody else uses it in this database."""


class Election:
    """Holds the lock on a connection of its own; a process that dies lets go of it by dying.

    `on_won` is called when this worker takes the office: what fell due while nobody held it is looked at at once.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._held: AsyncConnection | None = None
        self._asking = asyncio.Lock()
        self.on_won: Callable[[], None] | None = None

    async def won(self) -> bool:
        """May this worker send notices and tick now? SQLite has one process, which always may."""
        if self._engine.dialect.name == "sqlite":
            return True
        async with self._asking:
            if self._held is not None:
                return await self._still_held(self._held)
            return await self._try_for_it()

    async def _still_held(self, connection: AsyncConnection) -> bool:
        try:
            await connection.scalar(select(literal(1)))
        except (DBAPIError, OSError):
            log.warning("election.lost")
            await self.leave()
        return self._held is not None

    async def _try_for_it(self) -> bool:
        connection = await self._engine.connect()
        try:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            if await connection.scalar(select(func.pg_try_advisory_lock(POST_OFFICE))):
                self._held = connection
        finally:
            if self._held is None:
                await connection.close()
        if self._held is not None:
            log.info("election.won")
            if self.on_won is not None:
                self.on_won()
        return self._held is not None

    async def leave(self) -> None:
        """Let another worker be elected."""
        if self._held is not None:
            await self._held.invalidate()
            await self._held.close()
            self._held = None
