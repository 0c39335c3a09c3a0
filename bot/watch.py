"""For whoever watches the bot: is it alive, is it ready, and its numbers. Never for the open net (WATCH_HOST)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST
from sqlalchemy.exc import SQLAlchemyError

from bot import metrics
from bot.clock import Clock
from bot.database import Sessions
from bot.pulse import Pulse
from models.notice import waiting_notices

log = structlog.get_logger()
DATABASE_SECONDS = 5.0


class Watch:
    """`/healthz`: the process answers. `/readyz`: it can take an update. `/metrics`: Prometheus."""

    def __init__(self, sessions: Sessions, clock: Clock, pulse: Pulse) -> None:
        self.sessions, self.clock, self.pulse = sessions, clock, pulse

    def application(self) -> web.Application:
        """The server's routes."""
        application = web.Application()
        application.router.add_get("/healthz", healthy)
        application.router.add_get("/readyz", self.ready)
        application.router.add_get("/metrics", self.numbers)
        return application

    async def ready(self, _: web.Request) -> web.Response:
        """200, or 503 and what is in the way: `database`, `ticks`, `postman`, `updates`."""
        missing = [*self.pulse.silent(), *([] if await self._queue() else ["database"])]
        return web.json_response({"ready": not missing, "missing": missing}, status=503 if missing else 200)

    async def numbers(self, _: web.Request) -> web.Response:
        """The numbers; those of the queue are counted now. When the database is silent, the last ones stand."""
        await self._queue()
        return web.Response(body=metrics.exposition(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _queue(self) -> bool:
        """Counts the queue of notices; False when the database does not answer."""
        try:
            async with asyncio.timeout(DATABASE_SECONDS), self.sessions() as session, session.begin():
                now = self.clock.now()
                waiting, oldest = (await session.execute(waiting_notices(now))).one()
        except (SQLAlchemyError, OSError, TimeoutError) as error:
            log.warning("watch.no_database", error=type(error).__name__)
            return False
        metrics.WAITING.set(waiting)
        metrics.OLDEST.set((now - oldest) / timedelta(seconds=1) if oldest else 0.0)
        return True


async def healthy(_: web.Request) -> web.Response:
    """The process answers."""
    return web.json_response({"ok": True})


@asynccontextmanager
async def open_to(host: str, port: int | None, watch: Watch) -> AsyncIterator[None]:
    """Serve while the block runs; without a port nothing is served."""
    if port is None:
        yield
        return
    runner = web.AppRunner(watch.application(), access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port, reuse_port=True).start()
        log.info("watch.open", host=host, port=port)
        yield
    finally:
        await runner.cleanup()
