"""Delivery of updates to a webhook (setWebhook): a chat's in order, again and again until the bot answers 200."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import orjson

from simulator.bell import Bell
from simulator.core import Telegram
from simulator.errors import ApiError

LONGEST_PAUSE = 60.0
ANSWER_WITHIN = aiohttp.ClientTimeout(total=60)
LOOKED_THROUGH = 100
"""How many waiting updates are looked through for a chat that has none under way."""

Post = Callable[[str, bytes, dict[str, str]], Awaitable[tuple[int, bytes]]]


def pause_after(failures: int) -> float:
    """Seconds before the next attempt: 1, 2, 4 ... 60."""
    return min(2.0 ** max(failures - 1, 0), LONGEST_PAUSE)


def chat_of(update: dict[str, Any]) -> int:
    """The chat an update came from, else the person behind it: its updates are delivered one after another."""
    body: dict[str, Any] = next((one for name, one in update.items() if name != "update_id"), {})
    chat = body.get("chat") or (body.get("message") or {}).get("chat") or body.get("from") or {}
    return int(chat.get("id", 0))


class Courier:
    """Carries a chat's updates one at a time, those of several chats side by side, `max_connections` at most.

    What was not accepted stays in the queue.
    """

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
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._failures: Counter[int] = Counter()
        self._again = asyncio.Event()

    def hurry(self) -> None:
        """setWebhook was called: a pause between two attempts ends, failures are forgotten."""
        self._failures.clear()
        self._again.set()

    async def run(self) -> None:
        """Until cancelled: deliver what waits, then sleep till the bell."""
        try:
            while not self._bell.closed:
                self._set_out()
                await self._bell.wait(60)
        finally:
            tasks = tuple(self._under_way.values())
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def _set_out(self) -> None:
        """The oldest update of each chat that has none under way."""
        hook = self._telegram.webhook
        if not hook:
            self._failures.clear()
            return
        for update in self._telegram.updates(offset=None, limit=LOOKED_THROUGH, allowed=None):
            if len(self._under_way) >= hook["max_connections"]:
                return
            chat = chat_of(update)
            if chat not in self._under_way:
                self._under_way[chat] = asyncio.create_task(self._carry(chat, update))

    async def _carry(self, chat: int, update: dict[str, Any]) -> None:
        """One update, until it is accepted or there is no webhook any more."""
        try:
            while hook := self._telegram.webhook:
                if await self._deliver(hook, update):
                    self._telegram.accepted(int(update["update_id"]))
                    del self._failures[chat]
                    return
                self._failures[chat] += 1
                await self._rest(chat)
        finally:
            del self._under_way[chat]
            self._bell.ring()

    async def _rest(self, chat: int) -> None:
        self._again.clear()
        rests = [
            asyncio.ensure_future(self._pause(pause_after(self._failures[chat]))),
            asyncio.ensure_future(self._again.wait()),
        ]
        try:
            await asyncio.wait(rests, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for rest in rests:
                rest.cancel()

    async def _deliver(self, hook: dict[str, Any], update: dict[str, Any]) -> bool:
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
