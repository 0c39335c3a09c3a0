"""A road between Telegram and the bot on which updates come twice, late, or lose their receipt; seeded."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
from aiohttp import web

HEADERS = ("Content-Type", "X-Telegram-Bot-Api-Secret-Token")


@dataclass
class Road:
    """How often (0..1) each thing goes wrong, and how often it did; `past` are updates that may come once more."""

    target: str
    chance: random.Random
    twice: float = 0.0
    late: float = 0.0
    lost: float = 0.0
    url: str = ""
    went_wrong: dict[str, int] = field(default_factory=lambda: {"twice": 0, "late": 0, "lost": 0})
    past: list[tuple[bytes, dict[str, str]]] = field(default_factory=list)

    async def carry(self, request: web.Request) -> web.Response:
        """One delivery of Telegram's; 502 where the receipt is lost."""
        body = await request.read()
        headers = {name: request.headers[name] for name in HEADERS if name in request.headers}
        copies = [(body, headers)]
        if self._wrong("twice", self.twice):
            copies.append((body, headers))
        if self.past and self._wrong("late", self.late):
            copies.insert(0, self.chance.choice(self.past))
        status, *_ = reversed(await asyncio.gather(*(self._hand(*one) for one in copies)))
        self.past.append((body, headers))
        if status == 200 and self._wrong("lost", self.lost):
            return web.Response(status=502)
        return web.Response(status=status)

    def _wrong(self, kind: str, rate: float) -> bool:
        hit = self.chance.random() < rate
        self.went_wrong[kind] += hit
        return hit

    async def _hand(self, body: bytes, headers: dict[str, str]) -> int:
        try:
            async with (
                aiohttp.ClientSession() as session,
                session.post(self.target, data=body, headers=headers) as answer,
            ):
                return answer.status
        except aiohttp.ClientError:
            return 502


@asynccontextmanager
async def road(target: str, port: int, seed: int) -> AsyncIterator[Road]:
    """The road to `target`, which begins at a port of this machine."""
    made = Road(target, random.Random(seed), url=f"http://127.0.0.1:{port}")
    application = web.Application()
    application.router.add_post("/telegram", made.carry)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield made
    finally:
        await runner.cleanup()
