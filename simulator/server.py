"""The HTTP server of the local Telegram: the Bot API, the people API and the page, for this machine only."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from simulator.asked import reply
from simulator.bell import Bell
from simulator.bot_api import BODY_LIMIT, BotApi, refusal
from simulator.clock import Clock
from simulator.core import Telegram
from simulator.errors import ApiError
from simulator.live_api import LiveApi
from simulator.people_api import PeopleApi
from simulator.seats import Seats
from simulator.webhook import Courier, Poster

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Sleep = Callable[[float], Awaitable[None]]

PAGE = Path(__file__).parent / "page"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
PAGE_HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
}


class LocalServer:
    """The application and what runs beside it."""

    def __init__(
        self,
        telegram: Telegram,
        clock: Clock,
        *,
        seats: Seats | None = None,
        run: str = "1",
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.telegram = telegram
        self._clock = clock
        self._seats = seats or Seats()
        self._run = run
        self._bell = Bell()
        self._poster = Poster()
        self._courier = Courier(telegram, self._bell, self._poster, pause=sleep)
        self._bot_api = BotApi(telegram, self._bell, webhook_set=self._courier.hurry, sleep=sleep)
        telegram.listeners.append(self._heard)

    def app(self) -> web.Application:
        """All routes, guarded against other web sites."""
        app = web.Application(middlewares=[guard, words], client_max_size=BODY_LIMIT)
        app.cleanup_ctx.append(self._webhooks)
        app.on_shutdown.append(self._close)
        people = PeopleApi(self.telegram, self._seats)
        live = LiveApi(self.telegram, self._bell, self._clock, run=self._run)
        app.add_routes([*people.routes(), *live.routes(), *self._bot_api.routes()])
        app.add_routes([web.get("/healthz", healthy), web.get("/", page), web.get("/page/{name}", page)])
        return app

    async def _webhooks(self, app: web.Application) -> AsyncIterator[None]:
        async with self._poster:
            delivery = asyncio.create_task(self._courier.run())
            yield
            delivery.cancel()
            with suppress(asyncio.CancelledError):
                await delivery

    async def _close(self, app: web.Application) -> None:
        self._bell.close()

    def _heard(self, kind: str, event: dict[str, Any]) -> None:
        self._bell.ring()


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Only programs of this machine and the page itself may speak here; another site may only link to `/`."""
    if not from_here(request):
        return reply({"error": "Only for this machine."}, status=403)
    answer = await handler(request)
    if not answer.prepared:
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
    return answer


def from_here(request: web.Request) -> bool:
    """Whether Host, Origin and Sec-Fetch-Site show a caller of this machine."""
    host = urlsplit(f"//{request.headers.get('Host', '')}")
    origin = request.headers.get("Origin")
    if host.hostname not in LOOPBACK or (origin is not None and urlsplit(origin).netloc != host.netloc):
        return False
    site = request.headers.get("Sec-Fetch-Site", "none")
    return site in ("none", "same-origin") or request.path == "/"


@web.middleware
async def words(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refusals in the words of the side that asked: a sentence for people, Telegram's JSON for bots."""
    people = request.path.startswith("/sim/")
    try:
        return await handler(request)
    except (ValueError, ApiError) as wrong:
        if not people:
            raise
        return reply({"error": str(wrong)}, status=400)
    except web.HTTPException as refused:
        if people:
            return reply({"error": refused.reason}, status=refused.status)
        return refusal(ApiError(refused.status, refused.reason))


async def healthy(request: web.Request) -> web.Response:
    """200 while the server works."""
    return reply({"ok": True})


async def page(request: web.Request) -> web.StreamResponse:
    """A file of the page; no other file of the machine."""
    file = PAGE / request.match_info.get("name", "index.html")
    if file.parent != PAGE or not file.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(file, headers=PAGE_HEADERS)


@asynccontextmanager
async def serving(server: LocalServer, port: int) -> AsyncIterator[str]:
    """The server on 127.0.0.1 (port 0 = any free one) while the block runs; its address."""
    runner = web.AppRunner(server.app(), handler_cancellation=True, shutdown_timeout=1, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    try:
        await site.start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
