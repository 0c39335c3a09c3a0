"""Updates by webhook: the secret is checked first, 200 is said only after the commit."""

from __future__ import annotations

import asyncio
import hmac
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any
from weakref import WeakValueDictionary

import orjson
import structlog
from aiohttp import web

from bot import calendar_feed, front_door, metrics, paper_door
from bot.allowance import Allowance
from bot.calendar_feed import CalendarFeed
from bot.paper_door import PaperDoor
from bot.settings import Settings
from bot.turn import Turn
from bot.updates import ALLOWED, REPLIES_AT_MOST, insist, person_behind
from bot.wire import Wire
from bot.workers import WAITING_CONNECTIONS, Seat

log = structlog.get_logger()
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST_BODY = 1024 * 1024
PATH = "/telegram"
AT_ONCE = 100
"""Deliveries that Telegram may have under way; each waits for its turn and, with several workers, its reply."""
MOST_OF_ONE = 40
"""Of these, how many one person may hold; what is more comes again by itself."""


class TooMany(Exception):
    """One person holds as many deliveries as one may."""


class Webhook:
    """An HTTP server for Telegram's deliveries; one person's updates go one after another.

    As one of several workers it accepts on the socket of all. The person's row keeps the order of turns; and because
    Telegram sends a chat's next update after the 200 to the one before, the 200 waits for the reply: so what is shown
    keeps the order, too, whichever worker takes the next.

    Who sends more than `allowance` lets through waits for their own turns, and holds only a part of the deliveries.
    """

    def __init__(
        self,
        settings: Settings,
        wire: Wire,
        turn: Turn,
        seat: Seat | None = None,
        calendars: CalendarFeed | None = None,
        *,
        papers: PaperDoor | None = None,
        allowance: Allowance | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.settings, self.wire, self.turn, self.seat = settings, wire, turn, seat
        self.calendars, self.papers = calendars, papers
        self.stopping = asyncio.Event()
        self._in_hand: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._held: Counter[int] = Counter()
        self._allowance, self._sleep = allowance or Allowance(), sleep

    async def run(self) -> None:
        """Serve until stopped; a delivery in hand is finished. Raises TokenRefused."""
        front_door.make_room()
        runner = front_door.runner(self.application())
        await runner.setup()
        await self._site(runner).start()
        try:
            if self.seat is None or self.seat.first:
                await insist(self.wire, "setWebhook", self._wish(), self.stopping)
            await self.stopping.wait()
        finally:
            await runner.cleanup()

    def _site(self, runner: web.AppRunner) -> web.BaseSite:
        if self.seat is not None:
            return web.SockSite(runner, self.seat.socket, backlog=WAITING_CONNECTIONS)
        host, port = self.settings.webhook_host, self.settings.webhook_port
        return web.TCPSite(runner, host, port, backlog=WAITING_CONNECTIONS)

    def _wish(self) -> dict[str, Any]:
        return {
            "url": self.settings.webhook_url.rstrip("/") + PATH,
            "secret_token": self.settings.webhook_secret,
            "allowed_updates": ALLOWED,
            "max_connections": AT_ONCE,
        }

    def stop(self) -> None:
        """Take no further deliveries."""
        self.stopping.set()

    def application(self) -> web.Application:
        """The server's routes."""
        application = web.Application(client_max_size=LARGEST_BODY)
        application.router.add_post(PATH, self.take)
        application.router.add_get("/healthz", self.healthy)
        if self.calendars is not None:
            application.router.add_get(calendar_feed.PATH, self.calendars.answer)
        if self.papers is not None:
            application.router.add_get(paper_door.PATH, self.papers.answer, allow_head=False)
        return application

    async def healthy(self, request: web.Request) -> web.Response:
        """For whoever watches the container."""
        return web.json_response({"ok": True})

    async def take(self, request: web.Request) -> web.Response:
        """One delivery: 403 without the secret, 400 for no update, 408 for a part; 429, 500 when it must come again."""
        if not hmac.compare_digest(
            request.headers.get(HEADER, "").encode(), self.settings.webhook_secret.encode()
        ):
            log.warning("webhook.wrong_secret")
            return web.Response(status=403)
        try:
            update: dict[str, Any] = orjson.loads(await front_door.body_of(request))
            int(update["update_id"])
        except front_door.TooSlow:
            return web.Response(status=408)
        except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
            return web.Response(status=400)
        try:
            await self._take(update)
            await self.turn.on_disk()
        except TooMany:
            return web.Response(status=429, headers={"Retry-After": "1"})
        except Exception:
            metrics.BUGS.labels("webhook").inc()
            log.exception("webhook.not_taken", update=update["update_id"])
            return web.Response(status=500)
        return web.Response(status=200)

    async def _take(self, update: dict[str, Any]) -> None:
        """Raises TooMany, and what the turn raises."""
        person = person_behind(update)
        if self._held[person] >= MOST_OF_ONE:
            metrics.SLOWED.labels("again").inc()
            raise TooMany
        self._held[person] += 1
        try:
            await self._in_order(person, update)
        finally:
            self._held[person] -= 1
            if not self._held[person]:
                del self._held[person]

    async def _in_order(self, person: int, update: dict[str, Any]) -> None:
        async with self._in_hand.setdefault(person, asyncio.Lock()):
            if (wait := self._allowance.spend(person)) > 0:
                metrics.SLOWED.labels("waited").inc()
                await self._sleep(wait)
            shown = await self.turn.take(update)
            if shown is not None and self.seat is not None:
                await asyncio.wait({shown}, timeout=REPLIES_AT_MOST)
