"""Somebody sends hundreds of updates: they alone are slowed, and every one of theirs is taken, in order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot import updates
from bot.allowance import BURST, PER_SECOND, Allowance
from bot.updates import Polling
from bot.webhook import HEADER, MOST_OF_ONE, PATH, Webhook
from tests.stories.town import open_town
from tests.wire.test_webhook import SECRET, Office, settings_of

FLOOD = 300


@dataclass
class Clock:
    """Seconds that pass only while somebody waits; `stands`: whoever waits goes on waiting."""

    now: float = 0.0
    waiting: int = 0
    goes: asyncio.Event = field(default_factory=asyncio.Event)

    async def sleep(self, seconds: float) -> None:
        """Waits until time goes on."""
        self.waiting += 1
        await self.goes.wait()
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    """The clock of the allowance."""
    return Clock()


@pytest.fixture
async def office(tmp_path: Path, empty_database: Path, clock: Clock) -> AsyncIterator[Office]:
    """A town whose updates are delivered by hand."""
    async with open_town(tmp_path, empty_database) as town:
        allowance = Allowance(lambda: clock.now)
        hook = Webhook(settings_of(town), town.wire, town.app.turn, allowance=allowance, sleep=clock.sleep)
        async with TestClient(TestServer(hook.application())) as client:
            yield Office(town, hook, client)


async def until_somebody_waits(clock: Clock) -> None:
    """Until the allowance is spent."""
    async with asyncio.timeout(30):
        while not clock.waiting:
            await asyncio.sleep(0)


async def test_a_flood_of_one_waits_a_neighbour_does_not_and_nothing_is_lost(
    office: Office, clock: Clock
) -> None:
    loud, quiet = await office.town.person("Громова Анна Ильинична"), await office.town.person("Тихонов Пётр")
    for number in range(FLOOD):
        office.town.telegram.say(loud.telegram_id, f"сообщение {number}")
    flood = [one for _ in range(FLOOD // 100) for one in office.next(100)]
    office.town.telegram.say(quiet.telegram_id, "/start")
    [single] = office.next()

    async def delivers() -> list[int]:
        return [await office.deliver(one) for one in flood]

    delivering = asyncio.create_task(delivers())
    await until_somebody_waits(clock)
    assert len(await office.taken()) == BURST
    assert await office.deliver(single) == 200
    await office.town.app.post.settle()
    quiet.sees("entry-stranger")
    assert len(await office.taken()) == BURST + 1
    clock.goes.set()
    assert await delivering == [200] * FLOOD
    assert await office.taken() == sorted(one["update_id"] for one in [*flood, single])
    assert clock.now == pytest.approx((FLOOD - BURST) / PER_SECOND)


async def test_one_person_never_holds_every_delivery_and_what_is_sent_back_comes_again(
    office: Office, clock: Clock
) -> None:
    loud, quiet = await office.town.person("Громова Анна Ильинична"), await office.town.person("Тихонов Пётр")
    for _ in range(BURST):
        office.hook._allowance.spend(loud.telegram_id)
    for number in range(MOST_OF_ONE + 5):
        office.town.telegram.say(loud.telegram_id, f"сообщение {number}")
    flood = office.next(MOST_OF_ONE + 5)
    held = [asyncio.create_task(office.deliver(one)) for one in flood[:MOST_OF_ONE]]
    async with asyncio.timeout(30):
        while office.hook._held[loud.telegram_id] < MOST_OF_ONE:
            await asyncio.sleep(0)
    async with office.client.post(PATH, json=flood[-1], headers={HEADER: SECRET}) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (429, "1")
    office.town.telegram.say(quiet.telegram_id, "/start")
    assert await office.deliver(office.next()[0]) == 200
    clock.goes.set()
    assert await asyncio.gather(*held) == [200] * MOST_OF_ONE
    assert [await office.deliver(one) for one in flood[MOST_OF_ONE:]] == [200] * 5
    assert len(await office.taken()) == len(flood) + 1
    assert not office.hook._held


class Sticking:
    """Turns whose replies to person 7 Telegram makes wait for ever."""

    def __init__(self) -> None:
        self.taken: list[int] = []
        self.shown: list[int] = []
        self.sticks = False

    async def take(self, update: dict[str, Any]) -> asyncio.Task[None]:
        """Takes it; the task of the reply."""
        self.taken.append(update["update_id"])
        return asyncio.create_task(self._show(update["message"]["from"]["id"]))

    async def _show(self, person: int) -> None:
        if person == 7 and self.sticks:
            await asyncio.Event().wait()
        self.shown.append(person)

    async def on_disk(self) -> None:
        """Done."""


async def test_a_batch_does_not_wait_for_the_replies_to_somebody_who_floods(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(updates, "REPLIES_AT_MOST", 3600.0)
    turn = Sticking()
    polling = Polling(None, turn, allowance=Allowance(lambda: 0.0))  # type: ignore[arg-type]

    def batch(first: int, count: int, *others: int) -> list[dict[str, Any]]:
        people = [7] * count + list(others)
        return [{"update_id": first + at, "message": {"from": {"id": one}}} for at, one in enumerate(people)]

    async with asyncio.timeout(30):
        assert await polling.take(batch(0, BURST))
        turn.sticks = True
        assert await polling.take(batch(100, 99, 8))
        assert await polling.take(batch(200, 99, 9))
    assert sorted(turn.taken) == list(range(300))
    assert turn.shown[-2:] == [8, 9]
