"""The real server of the local Telegram, in this process, with a client for each side."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from simulator.clock import Clock
from simulator.core import TOKEN, Telegram
from simulator.server import LocalServer, serving

NOON = 1_790_000_000.0
ANNA = 5_111_222_333


class Sides:
    """The bot's HTTP, the people's HTTP and the Telegram behind both; `slept`: the waits of the server."""

    def __init__(
        self, base: str, telegram: Telegram, session: aiohttp.ClientSession, slept: list[float]
    ) -> None:
        self.base, self.telegram, self.session, self.slept = base, telegram, session, slept

    async def bot(self, method: str, **params: Any) -> Any:
        """A call that Telegram must not refuse; its result."""
        status, body = await self.call(method, **params)
        assert status == 200, body
        return body["result"]

    async def call(self, method: str, token: str = TOKEN, **params: Any) -> tuple[int, Any]:
        """A call; status and body."""
        async with self.session.post(f"{self.base}/bot{token}/{method}", json=params) as answer:
            return answer.status, await answer.json()

    async def look(self, path: str) -> Any:
        """GET of the people API."""
        async with self.session.get(f"{self.base}/sim/{path}") as answer:
            body = await answer.json()
            assert answer.status == 200, body
            return body

    async def do(self, path: str, **body: Any) -> Any:
        """POST to the people API that must succeed."""
        status, found = await self.tell(path, **body)
        assert status == 200, found
        return found

    async def tell(self, path: str, **body: Any) -> tuple[int, Any]:
        """POST to the people API; status and body."""
        async with self.session.post(f"{self.base}/sim/{path}", json=body) as answer:
            return answer.status, await answer.json()

    async def history(self, user: int = ANNA) -> list[Any]:
        """The messages of a chat."""
        found: list[Any] = (await self.look(f"chats/{user}"))["messages"]
        return found

    async def send_files(
        self, kind: str, *files: tuple[str, bytes], user: int = ANNA, caption: str = ""
    ) -> Any:
        """A person sends files."""
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("kind", kind)
        form.add_field("caption", caption)
        for name, content in files:
            form.add_field("file", content, filename=name)
        async with self.session.post(f"{self.base}/sim/chats/{user}/files", data=form) as answer:
            return await answer.json()


@asynccontextmanager
async def local_telegram() -> AsyncIterator[Sides]:
    """A server on a free port with one person, Anna, who has not started the bot yet."""
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    clock = Clock(lambda: NOON)
    telegram = Telegram(now=clock)
    async with (
        serving(LocalServer(telegram, clock, sleep=sleep), 0) as base,
        aiohttp.ClientSession() as session,
    ):
        sides = Sides(base, telegram, session, slept)
        await sides.do("people", first_name="Анна", user_id=ANNA, seat="учитель, школа № 3")
        yield sides
