"""A bad line to Telegram, over real HTTP: the conversation still comes to its end, nothing happens twice."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.local import free_port
from simulator.core import TOKEN
from tests.wire.phones import Phone, Street, street
from tests.wire.processes import LOOK_EVERY, PATIENCE, Bot, Nursery, living, local_telegram
from tests.wire.records import FIRST_PHONE, Records, code_of, settle
from tests.wire.working_days import comes_in, diagnoses, plans, step_of

NAMES = [
    "Орлова Мария Сергеевна",
    "Иванова Галина Петровна",
    "Петров Олег Ильич",
    "Кузнецова Анна Львовна",
    "Дубов Игорь Ильич",
]
BAD_LINE = {"drop": 0.05, "lose": 0.05, "error": 0.05, "delay": 0.05, "delay_seconds": 0.2}
REPEATS = {"duplicate": 0.05, "disorder": 0.2}
UNKNOWN = "987654321:AAnobody-knows-this-token-00000000"


@dataclass
class Post:
    """A telegram, a bot that is not started yet, and what can be asked of both."""

    base: str
    street: Street
    bot: Bot
    records: Records

    async def phone(self, number: int) -> Phone:
        """The phone of the person with this number."""
        return await self.street.person(NAMES[number], FIRST_PHONE + number)

    async def faults(self, **faults: Any) -> None:
        """What shall go wrong from now on."""
        await self.street.do("faults", **faults)


@asynccontextmanager
async def post(folder: Path, nursery: Nursery, **settings: str) -> AsyncIterator[Post]:
    """Everything of one test, in its folder."""
    await asyncio.to_thread(settle, folder / "bot.sqlite", NAMES)
    async with local_telegram(folder) as base, street(base) as people:
        with living(nursery, folder, base, **settings) as bot:
            yield Post(base, people, bot, Records(folder / "bot.sqlite"))


async def answers(phone: Phone, number: int) -> None:
    """In, through the questionnaire, and the plan sent."""
    await comes_in(phone, code_of(number))
    await diagnoses(phone, random.Random(number))
    await plans(phone)


async def test_drops_lost_answers_errors_delays_and_repeats_lose_nothing_and_repeat_nothing(
    tmp_path: Path, nursery: Nursery
) -> None:
    async with post(tmp_path, nursery) as here:
        here.bot.start()
        undisturbed, disturbed = await here.phone(1), await here.phone(2)
        await answers(undisturbed, 1)
        await here.faults(seed=7, **BAD_LINE, **REPEATS)
        await answers(disturbed, 2)
        await here.faults(seed=8)  # and without rates: the line is well again
        await here.street.quiet(TOKEN)
        wanted = here.records.of_teacher(2)
        assert wanted["answers"] == {number - 1: step_of(number) for number in range(1, 41)}
        assert wanted["history"]["plan.sent"] == 1
        assert here.records.of_teacher(3) == wanted
        assert (
            here.records.one("SELECT count(*) FROM taken_updates") == undisturbed.updates + disturbed.updates
        )
        assert here.bot.events("updates.no_answer"), "the line was too good to say anything"
        assert here.bot.end() == 0


async def test_a_second_poller_is_spoken_of_and_the_bot_goes_on(tmp_path: Path, nursery: Nursery) -> None:
    async with post(tmp_path, nursery) as here:
        here.bot.start()
        await here.bot.ready()
        phone = await here.phone(1)
        await comes_in(phone, code_of(1))
        async with asyncio.timeout(PATIENCE):
            while not (refused := here.bot.events("updates.refused")):
                await here.street.call(TOKEN, "getUpdates", timeout=0)
                await asyncio.sleep(LOOK_EVERY)
        line, *_ = refused
        assert "terminated by other getUpdates request" in line["error"]
        await phone.says("/help", lambda chat: chat.says("Что здесь можно"))


async def test_a_left_over_webhook_is_removed_at_the_start(tmp_path: Path, nursery: Nursery) -> None:
    async with post(tmp_path, nursery) as here:
        await here.street.call(TOKEN, "setWebhook", url="http://127.0.0.1:9/left-over")
        phone = await here.phone(1)
        coming = asyncio.create_task(comes_in(phone, code_of(1)))
        here.bot.start()
        await coming
        info = await here.street.call(TOKEN, "getWebhookInfo")
        assert info["result"]["url"] == ""
        assert not here.bot.events("updates.refused")


async def test_an_unknown_token_ends_the_bot_with_one_clear_line(tmp_path: Path, nursery: Nursery) -> None:
    async with post(tmp_path, nursery, BOT_TOKEN=UNKNOWN) as here:
        here.bot.start()
        assert await asyncio.to_thread(here.bot.ended) == 2
        [said] = [line for line in here.bot.said().splitlines() if not line.startswith("{")]
        assert said.startswith("marshrut: BOT_TOKEN: Telegram does not know it")
        assert UNKNOWN.partition(":")[2] not in here.bot.said()


async def test_a_token_taken_back_in_the_middle_ends_the_bot(tmp_path: Path, nursery: Nursery) -> None:
    async with post(tmp_path, nursery) as here:
        here.bot.start()
        await here.bot.ready()
        await here.faults(once={"kind": "error", "method": "getUpdates", "status": 401})
        phone = await here.phone(1)
        await here.street.do(f"chats/{phone.user}/text", text="/start")  # ends the poll that waits
        assert await asyncio.to_thread(here.bot.ended) == 2
        assert here.bot.said().splitlines()[-1].startswith("marshrut: BOT_TOKEN:")


@pytest.mark.parametrize("status", [500, 502])
async def test_an_ill_telegram_is_waited_for(tmp_path: Path, nursery: Nursery, status: int) -> None:
    async with post(tmp_path, nursery) as here:
        for method in ("deleteWebhook", "getUpdates"):
            await here.faults(once={"kind": "error", "method": method, "status": status})
        phone = await here.phone(1)
        here.bot.start()
        await comes_in(phone, code_of(1))
        assert here.bot.events("updates.not_ready")
        assert here.bot.events("updates.no_answer")


async def test_a_telegram_that_is_not_there_yet_is_waited_for(tmp_path: Path, nursery: Nursery) -> None:
    port = free_port(0)
    await asyncio.to_thread(settle, tmp_path / "bot.sqlite", NAMES)
    with living(nursery, tmp_path, f"http://127.0.0.1:{port}") as bot:
        bot.start()
        await bot.says("updates.not_ready")
        async with local_telegram(tmp_path, port=port) as base, street(base) as people:
            phone = await people.person(NAMES[1], FIRST_PHONE + 1)
            await comes_in(phone, code_of(1))
            assert bot.end() == 0
