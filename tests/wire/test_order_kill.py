"""`kill -9` while an ordered file is made or goes: it comes once, nothing half-made is left (docs/decisions/0024)."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.wire.country import country, kill_another_holder
from tests.wire.phones import Chat, Phone
from tests.wire.processes import LOOK_EVERY, PATIENCE, Bot, Nursery
from tests.wire.records import Records, code_of
from tests.wire.test_faults import NAMES, post
from tests.wire.working_days import comes_in

STATE = "SELECT state FROM file_orders"
DOUBT = "связь прервалась, пока файл отправлялся"
KILLS = 2
"""Three tries are made in all."""
TRY_AGAIN_SECONDS = 600
SENDING_SECONDS = 1500


async def orders(phone: Phone) -> None:
    """Somebody inside asks for the portfolio, is asked once whether photos may be in it, and it goes on."""
    await phone.says("/menu", lambda chat: chat.button(data="go:papers"))
    await phone.goes(data="go:papers", until=lambda chat: chat.button(data="go:portfolio"))
    await phone.goes(data="go:portfolio", until=lambda chat: chat.button(data="fo:portfolio"))
    await phone.taps(data="fo:portfolio", until=lambda chat: chat.button(data="cu:yes"))
    await phone.taps(data="cu:yes", until=lambda chat: chat.says("Файл готовится"))


async def comes_to(records: Records, state: str) -> None:
    """Until the order stands so."""
    async with asyncio.timeout(PATIENCE):
        while await asyncio.to_thread(records.one, STATE) != state:
            await asyncio.sleep(LOOK_EVERY)


def portfolios(chat: Chat) -> int:
    """How many have arrived."""
    found = [one["document"]["file_name"] for one in chat.all if "document" in one]
    return sum(name.startswith("Портфолио") for name in found)


async def made_at_last(here: Any, phone: Phone, folder: Path, end: Callable[[], None]) -> None:
    """Killed again and again while it is made; each time two minutes and more pass; then it is there, once."""
    chance = random.Random(20261126)
    await comes_in(phone, code_of(1))
    await orders(phone)
    for _ in range(KILLS):
        await comes_to(here.records, "making")
        await asyncio.sleep(chance.uniform(0.0, 0.4))  # waits for nothing: the moment itself varies
        if await asyncio.to_thread(here.records.one, STATE) == "making":
            end()
        await here.street.do("clock", add_seconds=TRY_AGAIN_SECONDS)
    await comes_to(here.records, "sent")
    await phone.sees(lambda chat: chat.says("файл выше"), "the portfolio")
    assert portfolios(await phone.chat()) == 1
    assert list((folder / "outgoing").iterdir()) == []


def again(bot: Bot) -> None:
    """`kill -9`, and a new life at once."""
    bot.kill()
    bot.start()


async def test_a_bot_killed_while_it_makes_a_file_makes_it_once(tmp_path: Path, nursery: Nursery) -> None:
    async with post(tmp_path, nursery) as here:
        here.bot.start()
        await made_at_last(here, await here.phone(1), tmp_path, lambda: again(here.bot))
        assert here.bot.lives > 1, "too few kills to say anything"
        assert here.bot.end() == 0


@pytest.mark.postgres
async def test_a_worker_killed_while_it_makes_a_file_leaves_it_to_the_other(
    tmp_path: Path, nursery: Nursery, postgres_url: str
) -> None:
    async with country(tmp_path, nursery, postgres_url, NAMES) as here:
        here.bot.start()
        await here.all_work(2)
        killed = list[int]()

        await made_at_last(here, await here.phone(1), tmp_path, partial(kill_another_holder, here, killed))
        assert killed, "too few kills to say anything"
        assert here.bot.end() == 0


async def test_a_bot_killed_while_a_file_goes_says_so_and_sends_it_no_second_time(
    tmp_path: Path, nursery: Nursery
) -> None:
    async with post(tmp_path, nursery) as here:
        phone = await here.phone(1)
        here.bot.start()
        slow = {"kind": "delay", "method": "sendDocument", "seconds": PATIENCE}
        await comes_in(phone, code_of(1))
        await here.faults(once=slow)
        await orders(phone)
        await comes_to(here.records, "sending")
        await phone.sees(portfolios, "the file itself")
        again(here.bot)
        await here.bot.ready()
        await here.street.do("clock", add_seconds=SENDING_SECONDS)
        await phone.sees(lambda chat: chat.says(DOUBT), "the word that it may have arrived")
        assert portfolios(await phone.chat()) == 1
        assert here.records.one(STATE) == "doubt"
        assert list((tmp_path / "outgoing").glob("*/*")) == []
        assert here.bot.end() == 0
