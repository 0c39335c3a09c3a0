"""`marshrut run --workers N`: several processes, one address, one office; whoever dies is started again."""

from __future__ import annotations

import asyncio
import random
import signal
import socket
from pathlib import Path

import pytest

from bot.workers import LONGEST_PAUSE, SETTLED, Place
from simulator.core import TOKEN
from tests.wire.country import alive, country, kill
from tests.wire.operator import Operator
from tests.wire.processes import LOOK_EVERY, PATIENCE, Nursery
from tests.wire.records import code_of
from tests.wire.test_faults import NAMES, UNKNOWN, answers
from tests.wire.working_days import comes_in, step_of

TAKEN_OVER_WITHIN = 10.0
POSTGRES = "postgresql+asyncpg://nobody@127.0.0.1:9/nothing"
SOMEBODYS_TOKEN = "123456789:AAnobody-knows-this-token-00000000"


def test_several_workers_need_a_server_for_the_data(operator: Operator) -> None:
    operator.sets(bot_token=SOMEBODYS_TOKEN)
    assert operator.types("run", "--workers", "2") == 2
    assert operator.err == (
        "marshrut: --workers 2: needs PostgreSQL in DATABASE_URL: "
        "an SQLite file lets one process write at a time.\n"
    )


def test_several_workers_need_a_webhook(operator: Operator) -> None:
    operator.sets(bot_token=SOMEBODYS_TOKEN, database_url=POSTGRES)
    assert operator.types("run", "--workers", "2") == 2
    assert operator.err.startswith("marshrut: --workers 2: needs WEBHOOK_URL: ")


@pytest.mark.parametrize("count", ["0", "-1", "65"])
def test_a_foolish_number_of_workers_is_refused(operator: Operator, count: str) -> None:
    operator.sets(bot_token=SOMEBODYS_TOKEN, database_url=POSTGRES)
    assert operator.types("run", "--workers", count) == 2
    assert operator.err == f"marshrut: --workers {count}: must be a number from 1 to 64.\n"


def test_who_dies_again_and_again_is_started_less_and_less_often() -> None:
    place, now, pauses = Place(1), 0.0, []
    for _ in range(8):
        place.born = now
        now += 1
        pauses.append(place.died(now))
        now = place.due
    assert pauses == [1, 2, 4, 8, 16, 30, 30, 30]
    assert max(pauses) == LONGEST_PAUSE


def test_who_had_long_been_well_is_started_at_once() -> None:
    place = Place(1, process=7, born=0.0, deaths=4)
    assert place.died(SETTLED) == 0.0
    assert (place.process, place.due, place.deaths) == (0, SETTLED, 1)


@pytest.mark.postgres
async def test_two_workers_are_killed_in_turn_and_nothing_is_lost(
    tmp_path: Path, nursery: Nursery, postgres_url: str
) -> None:
    async with country(tmp_path, nursery, postgres_url, NAMES) as here:
        here.bot.start()
        await here.all_work(2)
        phone, chance = await here.phone(1), random.Random(3)
        day = asyncio.ensure_future(answers(phone, 1))
        for _ in range(4):
            await asyncio.wait({day}, timeout=chance.uniform(0.2, 0.8))
            if not day.done() and (living := here.workers()):
                kill(chance.choice(sorted(living.values())))
        await day
        await here.street.quiet(TOKEN)
        ended = here.bot.events("worker.ended")
        assert ended and {line["ended"] for line in ended} == {-signal.SIGKILL}
        done = here.records.of_teacher(2)
        assert done["answers"] == {number - 1: step_of(number) for number in range(1, 41)}
        assert done["history"]["plan.sent"] == 1
        assert here.records.one("SELECT count(*) FROM taken_updates") == phone.updates
        assert here.bot.end() == 0
        assert here.workers() == {}


@pytest.mark.postgres
async def test_the_office_is_taken_over_when_its_holder_is_killed(
    tmp_path: Path, nursery: Nursery, postgres_url: str
) -> None:
    async with country(tmp_path, nursery, postgres_url, NAMES) as here:
        here.bot.start()
        await here.all_work(2)
        tutor, teacher = await here.phone(0), await here.phone(1)
        await comes_in(tutor, code_of(0))
        first = await here.held_by_another(0, PATIENCE)
        kill(first)
        second = await here.held_by_another(first, TAKEN_OVER_WITHIN)
        assert second in here.workers().values()
        await answers(teacher, 1)
        await tutor.sees(lambda chat: chat.buttons("pl:confirm"), "the plan that waits for a word")
        kill(here.bot._pid)
        assert await asyncio.to_thread(here.bot.ended) == -signal.SIGKILL
        async with asyncio.timeout(PATIENCE):
            while here.workers():
                await asyncio.sleep(LOOK_EVERY)


@pytest.mark.postgres
async def test_a_stop_finishes_the_turn_in_hand(tmp_path: Path, nursery: Nursery, postgres_url: str) -> None:
    async with country(tmp_path, nursery, postgres_url, NAMES) as here:
        here.bot.start()
        await here.all_work(2)
        processes = here.workers().values()
        phone = await here.phone(1)
        await comes_in(phone, code_of(1))
        await here.street.do("faults", delay=1.0, delay_seconds=1.0)
        await here.street.do(f"chats/{phone.user}/text", text="/help")
        async with asyncio.timeout(PATIENCE):
            while here.records.one("SELECT count(*) FROM taken_updates") == phone.updates:
                await asyncio.sleep(LOOK_EVERY)
        assert here.bot.end() == 0
        assert not any(map(alive, processes))
        chat = await phone.chat()
        assert chat.says("Что здесь можно")
        assert len(here.bot.events("bot.stopped")) == 2


@pytest.mark.postgres
async def test_an_unknown_token_ends_all_workers_with_one_clear_line(
    tmp_path: Path, nursery: Nursery, postgres_url: str
) -> None:
    async with country(tmp_path, nursery, postgres_url, NAMES, BOT_TOKEN=UNKNOWN) as here:
        here.bot.start()
        assert await asyncio.to_thread(here.bot.ended) == 2
        [said] = [line for line in here.bot.said().splitlines() if not line.startswith("{")]
        assert said.startswith("marshrut: BOT_TOKEN: Telegram does not know it")
        assert here.workers() == {}


@pytest.mark.postgres
def test_a_busy_address_is_named(operator: Operator, postgres_url: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        operator.sets(bot_token=SOMEBODYS_TOKEN, database_url=postgres_url, webhook_port=port)
        operator.sets(webhook_url="https://bot.example.org", webhook_secret="a-secret-of-this-test")
        assert operator.types("run", "--workers", "2") == 1
    assert operator.err.splitlines()[-1].startswith(
        f"marshrut: The address 127.0.0.1:{port} cannot be opened"
    )
