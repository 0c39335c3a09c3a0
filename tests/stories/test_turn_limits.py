"""Telegram's «slower»: a chat that must wait holds up nobody else, and gets its answer in the end (telegram.md 27)."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot import post
from bot.wire import ApiError, WireDown
from models.people import Role
from tests.stories.town import Guest, Town


@dataclass
class Line:
    """What the wire says instead of doing; the bot's waits end when the test lets time go by."""

    town: Town
    refusals: dict[int, list[Exception]] = field(default_factory=dict)
    waited: list[float] = field(default_factory=list)
    later: asyncio.Event = field(default_factory=asyncio.Event)

    async def call(self, method: str, params: Any, files: Any = None, *, seconds: float = 0) -> Any:
        """One call: refused as long as a refusal is left for this chat."""
        waiting = self.refusals.get(params.get("chat_id", 0), [])
        if waiting and method != "answerCallbackQuery":
            raise waiting.pop(0)
        return await self.done(method, params, files)

    async def sleep(self, seconds: float) -> None:
        """Waits for the test."""
        self.waited.append(seconds)
        await self.later.wait()

    def __post_init__(self) -> None:
        self.done = self.town.wire.call


@pytest.fixture
def line(town: Town, monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    """The town's wire with refusals."""
    made = Line(town)
    monkeypatch.setattr(town.wire, "call", made.call)
    monkeypatch.setattr(post.asyncio, "sleep", made.sleep)
    yield made
    made.later.set()


def too_many(seconds: float) -> ApiError:
    """429."""
    return ApiError(429, "Too Many Requests: retry after", seconds)


async def take(town: Town) -> None:
    """Everything that waits is taken; nobody waits for the replies."""
    for one in town.telegram.updates(offset=town.offset, limit=100, allowed=None):
        town.offset = one["update_id"] + 1
        await town.app.turn.take(one)


async def heard(guest: Guest, key: str) -> None:
    """Until the guest sees it: the loop is given its turns."""
    for _ in range(1000):
        try:
            guest.sees(key)
            return
        except (AssertionError, IndexError):
            await asyncio.wait([asyncio.create_task(asyncio.Event().wait())], timeout=0)
    guest.sees(key)


async def test_a_chat_that_must_wait_holds_up_nobody_else(town: Town, line: Line) -> None:
    slowed, other = (
        await town.person("Иванова Галина Петровна", Role.TEACHER),
        await town.person("Петров Олег"),
    )
    line.refusals[slowed.telegram_id] = [too_many(7), too_many(11)]
    for guest in (slowed, other):
        town.telegram.say(guest.telegram_id, "/start")
    await take(town)
    await heard(other, "entry-stranger")
    assert slowed.heard == []
    line.later.set()
    await town.app.post.settle()
    slowed.sees("entry-stranger")
    assert line.waited == [7, 11]


async def test_what_comes_while_a_chat_waits_is_said_in_one_answer(town: Town, line: Line) -> None:
    slowed = await town.person("Иванова Галина Петровна", Role.TEACHER)
    line.refusals[slowed.telegram_id] = [too_many(7)]
    for _ in range(12):
        town.telegram.say(slowed.telegram_id, "/start")
        await take(town)
    line.later.set()
    await town.app.post.settle()
    assert len(slowed.heard) <= 2


async def test_a_lost_line_is_tried_again_with_growing_pauses_and_given_up_without_harm(
    town: Town, line: Line
) -> None:
    guest = await town.person("Иванова Галина Петровна", Role.TEACHER)
    line.later.set()
    line.refusals[guest.telegram_id] = [WireDown("sendMessage")] * 3
    await guest.says("/start")
    guest.sees("entry-stranger")
    assert line.waited == sorted(line.waited) and len(line.waited) == 3
    line.refusals[guest.telegram_id] = [WireDown("sendMessage")] * 4
    before = len(guest.heard)
    await guest.says("/start")
    assert len(guest.heard) == before
    await guest.says("/start")
    assert len(guest.heard) == before + 1, "the next one is shown as ever"


async def test_an_answer_that_telegram_refuses_for_good_breaks_nothing(town: Town, line: Line) -> None:
    guest = await town.person("Иванова Галина Петровна", Role.TEACHER)
    line.refusals[guest.telegram_id] = [
        ApiError(400, "Bad Request: chat not found"),
        ApiError(403, "Forbidden"),
    ]
    for _ in range(2):
        await guest.says("/start")
    assert guest.heard == []
    assert line.waited == []
    await guest.says("/start")
    guest.sees("entry-stranger")
