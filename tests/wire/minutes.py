"""Minutes of the postman at the limit of Telegram: real but for the time, which passes when nobody has to work."""

from __future__ import annotations

import asyncio
import heapq
import random
from collections import Counter
from collections.abc import Awaitable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, func, select

from bench import ours
from bench.contestant import DATABASE
from bench.postman import FIRST_CHAT, queue_up
from bot.clock import Clock
from bot.database import open_engine, sessions
from bot.pace import Pace
from bot.post import Post, Reply
from bot.postman import Postman
from bot.text import Reader, Text
from bot.visit import Visit
from bot.wire import ApiError, Upload
from handlers import notices, routes
from models.base import Base
from models.notice import Notice, NoticeState
from services import rules
from simulator.core import Telegram
from simulator.errors import ApiError as Refused

BEGAN = datetime(2026, 9, 14, 14, tzinfo=UTC).timestamp()
CHATS, ANSWERED = 300, 7_000_000_001
STEPS = 12
"""Of the loop, from an answer of Telegram to the next letter that is taken in hand for it."""
ROAD = 0.02, 0.3
"""Seconds that a call is on its way."""
KIND, FACTS = "self-analysis-asked", {"clause": "3.1.4"}


class Time:
    """Seconds that pass only when everybody sleeps, or is still at work after so many steps of the loop."""

    def __init__(self, steps: int = 3) -> None:
        self.now, self.steps = 0.0, steps
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []

    async def sleep(self, seconds: float) -> None:
        """Until that moment is reached."""
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.now + seconds, len(self._sleepers), woken))
        await woken

    async def run(self, work: Iterable[Awaitable[None]]) -> None:
        """Everything, to its end."""
        tasks = [asyncio.ensure_future(one) for one in work]
        while not all(task.done() for task in tasks):
            for _ in range(self.steps):
                await asyncio.sleep(0)
            if self._sleepers:
                at, _, woken = heapq.heappop(self._sleepers)
                self.now = max(self.now, at)
                woken.set_result(None)
        await asyncio.gather(*tasks)


@dataclass
class Road:
    """The wire: a call takes a while, and Telegram, whose limits hold, answers 429 to what is too fast."""

    time: Time
    telegram: Telegram
    chance: random.Random
    sent: Counter[int] = field(default_factory=Counter)
    refused: int = 0

    async def call(
        self,
        method: str,
        params: Mapping[str, Any],
        files: Mapping[str, Upload] | None = None,
        *,
        seconds: float = 0,
    ) -> Any:
        """One Bot API method."""
        await self.time.sleep(self.chance.uniform(*ROAD))
        try:
            result = self.telegram.call(self.telegram.token, method, params)
        except Refused as refusal:
            self.refused += 1
            wait = refusal.parameters.get("retry_after")
            raise ApiError(refusal.code, refusal.description, wait) from refusal
        self.sent[params["chat_id"]] += 1
        return result


@dataclass(frozen=True)
class Minutes:
    """What went: notices and replies; what Telegram refused; how many notices the database has as sent."""

    notices: int
    replies: int
    refused: int
    marked: int

    def at_the_limit(self, seconds: float) -> None:
        """Not one 429; as many messages as Telegram takes in these seconds; each notice marked."""
        assert self.refused == 0
        assert seconds * 29.9 <= self.notices + self.replies <= (seconds + 2) * 30
        assert self.marked == self.notices


async def minutes(folder: Path, seconds: float, replies: float) -> Minutes:
    """The postman over more notices than can go, while so many `replies` a second go to people who wait for nobody."""
    _settle(folder, int((seconds + 10) * 30))
    routes.root()
    time, chance = Time(STEPS), random.Random(7)
    road = Road(time, _telegram(time), chance)
    pace = Pace(now=lambda: time.now, sleep=time.sleep)
    post = Post(road, Text(), spent=pace.spent)
    engine = open_engine(f"sqlite+aiosqlite:///{folder / DATABASE}")
    made = sessions(engine)
    postman = Postman(made, post, Clock(source=lambda: BEGAN + time.now), rules.load(), pace)

    async def end() -> None:
        await time.sleep(seconds)
        postman.stop()

    async def answering() -> None:
        shown = notices.view_of(KIND, FACTS, datetime.fromtimestamp(BEGAN, UTC).date())
        while replies and time.now < seconds:
            await time.sleep(chance.expovariate(replies))
            chat = ANSWERED + chance.randrange(CHATS)
            post.show(Reply(Visit(1, chat, chat, "ru"), Reader("ru"), shown))

    await time.run([postman.run(), answering(), end(), post.settle()])
    await post.settle()
    async with made() as session, session.begin():
        marked = await session.scalar(select(func.count()).where(Notice.state == NoticeState.SENT))
    await engine.dispose()
    told = sum(count for chat, count in road.sent.items() if chat >= FIRST_CHAT)
    return Minutes(told, road.sent.total() - told, road.refused, int(marked or 0))


def _settle(folder: Path, letters: int) -> None:
    """An SQLite file with a queue of letters."""
    engine = create_engine(f"sqlite:///{folder / DATABASE}")
    Base.metadata.create_all(engine)
    engine.dispose()
    ours.settle(folder / DATABASE, range(ANSWERED, ANSWERED + 1))
    queue_up(folder, letters, CHATS)


def _telegram(time: Time) -> Telegram:
    """Its limits hold; everybody has a phone."""
    telegram = Telegram(now=lambda: BEGAN + time.now, flood=True)
    for number in range(CHATS + 2):
        telegram.person(first_name="Анна", user_id=FIRST_CHAT + number, start="")
        telegram.person(first_name="Анна", user_id=ANSWERED + number, start="")
    return telegram
