"""One postman among the workers of a PostgreSQL database: whoever holds the advisory lock (DESIGN 17)."""

from __future__ import annotations

import structlog
from sqlalchemy import func, literal, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

log = structlog.get_logger()
POST_OFFICE = 20_460_017
"""The number of the lock: any, as long as nobody else uses it in this database."""


class Election:
    """Holds the lock on a connection of its own; a process that dies lets go of it by dying."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._held: AsyncConnection | None = None

    async def won(self) -> bool:
        """May this worker send notices now? SQLite has one process, which always may."""
        if self._engine.dialect.name == "sqlite":
            return True
        if self._held is not None:
            return await self._still_held(self._held)
        return await self._try_for_it()

    async def _still_held(self, connection: AsyncConnection) -> bool:
        try:
            await connection.scalar(select(literal(1)))
        except DBAPIError:
            log.warning("election.lost")
            await self.leave()
        return self._held is not None

    async def _try_for_it(self) -> bool:
        connection = await self._engine.connect()
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        if await connection.scalar(select(func.pg_try_advisory_lock(POST_OFFICE))):
            log.info("election.won")
            self._held = connection
            return True
        await connection.close()
        return False

    async def leave(self) -> None:
        """Let another worker be elected."""
        if self._held is not None:
            await self._held.invalidate()
            await self._held.close()
            self._held = None
