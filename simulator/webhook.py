"""Delivery of updates to a webhook (setWebhook): in order, again and again until the bot answers 200."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import orjson

from simulator.bell import Bell
from simulator.core import Telegram
from simulator.errors import ApiError

LONGEST_PAUSE = 60.0
ANSWER_WITHIN = aiohttp.ClientTimeout(total=60)

Post = Callable[[str, bytes, dict[str, str]], Awaitable[tuple[int, bytes]]]


def pause_after(failures: int) -> float:
    """Seconds before the next attempt: 1, 2, 4 ... 60."""
    return min(2.0 ** max(failures - 1, 0), LONGEST_PAUSE)


class Courier:
    """Carries one update at a time; what was not accepted stays in the queue."""

    def __init__(
        self,
        telegram: Telegram,
        bell: Bell,
        post: Post,
        *,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._telegram = telegram
        self._bell = bell
        self._post = post
        self._pause = pause
        self._confirmed: int | None = None
        self._failures = 0
        self._again = asyncio.Event()

    def hurry(self) -> None:
        """setWebhook was called: a pause between two attempts ends, failures are forgotten."""
        self._failures = 0
        self._again.set()

    async def run(self) -> None:
        """Until cancelled: deliver what waits, then sleep till the bell."""
        while not self._bell.closed:
            update = self._next()
            if update is None:
                await self._bell.wait(60)
            elif await self._deliver(update):
                self._confirmed = int(update["update_id"]) + 1
                self._failures = 0
            else:
                self._failures += 1
                await self._rest()

    async def _rest(self) -> None:
        self._again.clear()
        rests = [
            asyncio.ensure_future(self._pause(pause_after(self._failures))),
            asyncio.ensure_future(self._again.wait()),
        ]
        try:
            await asyncio.wait(rests, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for rest in rests:
                rest.cancel()

    def _next(self) -> dict[str, Any] | None:
        if not self._telegram.webhook:
            self._failures = 0
            return None
        found = self._telegram.updates(offset=self._confirmed, limit=1, allowed=None)
        return found[0] if found else None

    async def _deliver(self, update: dict[str, Any]) -> bool:
        hook = self._telegram.webhook or {}
        headers = {"Content-Type": "application/json"}
        if hook.get("secret_token"):
            headers["X-Telegram-Bot-Api-Secret-Token"] = str(hook["secret_token"])
        try:
            status, body = await self._post(str(hook["url"]), orjson.dumps(update), headers)
        except (aiohttp.ClientError, TimeoutError, OSError):
            return False
        if not 200 <= status < 300:
            return False
        self._reply(body)
        return True

    def _reply(self, body: bytes) -> None:
        """A method in the answer is carried out ("Making requests when getting updates"), unanswered."""
        try:
            params = orjson.loads(body)
            method = params.pop("method")
            self._telegram.call(self._telegram.token, str(method), params)
        except (orjson.JSONDecodeError, AttributeError, KeyError, TypeError, ApiError):
            return


class Poster:
    """POST over the network; redirects are not followed, as Telegram does not."""

    async def __aenter__(self) -> Poster:
        self._session = aiohttp.ClientSession(timeout=ANSWER_WITHIN)
        return self

    async def __aexit__(self, *problem: object) -> None:
        await self._session.close()

    async def __call__(self, url: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
        async with self._session.post(url, data=body, headers=headers, allow_redirects=False) as answer:
            return answer.status, await answer.read()
