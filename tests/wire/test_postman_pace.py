"""30 messages a second in all, one a second in a chat: over time that is injected."""

import asyncio
import random
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import pace
from bot.pace import Pace
from simulator.errors import ApiError
from simulator.flood import Flood
from simulator.wire import Request
from tests.wire.minutes import Time, minutes


async def sent(chats: list[int], **limits: float) -> list[tuple[float, int, int]]:
    """When each of these messages went, in which chat; `n` is its place in the order of asking."""
    time, log = Time(), []
    made = Pace(now=lambda: time.now, sleep=time.sleep, **limits)

    async def send(number: int, chat: int) -> None:
        await made.turn_of(chat)
        log.append((time.now, chat, number))

    await time.run(send(number, chat) for number, chat in enumerate(chats))
    return log


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 12), max_size=80))
def test_no_second_has_more_than_thirty_and_no_chat_two(chats: list[int]) -> None:
    log = asyncio.run(sent(chats))
    moments = sorted(at for at, _, _ in log)
    assert len(moments) == len(chats)
    assert all(late - early >= 1 - 1e-9 for early, late in zip(moments, moments[30:], strict=False))
    by_chat = defaultdict(list)
    for at, chat, _ in log:
        by_chat[chat].append(at)
    for times in by_chat.values():
        assert all(late - early >= 1 - 1e-9 for early, late in pairwise(times))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 4), max_size=30))
def test_a_chat_gets_its_messages_in_order(chats: list[int]) -> None:
    log = asyncio.run(sent(chats))
    for chat in set(chats):
        numbers = [number for _, of, number in log if of == chat]
        assert numbers == sorted(numbers)


async def test_a_busy_chat_holds_up_nobody() -> None:
    log = await sent([1] * 10 + [2, 3])
    first = {chat: at for at, chat, _ in reversed(log)}
    assert first[2] < 0.2
    assert first[3] < 0.2


async def test_messages_held_back_by_their_chats_do_not_crowd_later() -> None:
    log = await sent([chat for chat in range(14) for _ in range(2)] + list(range(100, 128)))
    moments = sorted(at for at, _, _ in log)
    assert max(sum(start <= at < start + 1 - 1e-9 for at in moments) for start in moments) <= 30


async def test_the_limits_are_arguments() -> None:
    log = await sent([1, 2, 1], per_second=10, per_chat=5)
    assert [(round(at, 3), chat) for at, chat, _ in log] == [(0, 1), (0.1, 2), (5, 1)]


async def test_chats_of_long_ago_are_forgotten_but_not_one_where_somebody_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pace, "CHATS_REMEMBERED", 3)
    log = await sent([1, 1, 1, 2, 3, 4, 5, 6, 1])
    times = [at for at, chat, _ in log if chat == 1]
    assert all(late - early >= 1 - 1e-9 for early, late in pairwise(times))


@pytest.mark.parametrize("replies", [0.0, 5.0])
async def test_ten_minutes_at_the_limit_meet_no_429_whatever_people_do_meanwhile(replies: float) -> None:
    """`replies`: messages a second that answer people; they wait for nobody, and count for Telegram like notices."""
    time, chance = Time(), random.Random(7)
    flood = Flood(lambda: time.now, on=True)
    made = Pace(now=lambda: time.now, sleep=time.sleep)
    queue, sent, refused = iter([n % 3000 for n in range(20_000)]), 0, 0

    def send(chat: int) -> None:
        nonlocal sent, refused
        try:
            flood.check("sendmessage", Request({"chat_id": chat + 1}, None))
            sent += 1
        except ApiError:
            refused += 1

    async def postman() -> None:
        while time.now < 600:
            chat = next(queue)
            await made.turn_of(chat)
            send(chat)
            await time.sleep(chance.uniform(0.03, 0.4))

    async def people() -> None:
        while replies and time.now < 600:
            await time.sleep(chance.expovariate(replies))
            made.spent()
            send(chance.randrange(10_000, 90_000))

    await time.run([people(), *(postman() for _ in range(30))])
    assert refused == 0
    assert 600 * 29.9 <= sent <= 601 * 30 + 30


@pytest.mark.parametrize("replies", [0.0, 6.0])
async def test_postman_and_database_keep_the_limit_of_telegram_without_one_429(
    tmp_path: Path, replies: float
) -> None:
    """A minute; ten of them are in `make soak`. Everything but the passing of time is real."""
    (await minutes(tmp_path, 60.0, replies)).at_the_limit(60.0)
