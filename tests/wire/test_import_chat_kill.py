"""`kill -9` while a table from the chat is read, and while it is loaded: it ends once, and nobody is there twice."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from models.import_file import LEASE, TRIES
from tests.wire.country import country, kill
from tests.wire.phones import Chat, Phone
from tests.wire.processes import LOOK_EVERY, PATIENCE, Nursery
from tests.wire.records import code_of
from tests.wire.sent_tables import HEAD
from tests.wire.test_faults import NAMES, post
from tests.wire.workbooks import workbook
from tests.wire.working_days import comes_in

SEED = 20261126
COUNT = 300
TABLE = workbook({"Лист1": [HEAD, *((str(n), f"Петрова Анна {n}", "педагог") for n in range(COUNT))]})
SENDER = len(NAMES) - 1
STANDS = "SELECT state, tries FROM import_files"
PEOPLE = "SELECT count(*), count(DISTINCT external_id) FROM people WHERE full_name LIKE 'Петрова Анна %'"
CODES = "SELECT count(*), count(DISTINCT person_id) FROM invitations"
OFFICES = "SELECT count(*), count(DISTINCT person_id) FROM appointments WHERE role = 'teacher'"
TEACHERS = len(NAMES) - 2
TO_LOAD = "im:load"


async def stands(here: Any, *wanted: tuple[str, int]) -> None:
    """Until the file is so far, at the try with this number."""
    async with asyncio.timeout(PATIENCE):
        while not set(await asyncio.to_thread(here.records.rows, STANDS)) & set(wanted):
            await asyncio.sleep(LOOK_EVERY)


async def killed_at(here: Any, state: str, end: Callable[[], Any], chance: random.Random) -> None:
    """Killed at every try but the last one, somewhere between its beginning and its end."""
    for tried in range(1, TRIES):
        await stands(here, (state, tried))
        await asyncio.sleep(chance.uniform(0.0, 1.5))  # waits for nothing: the moment itself varies
        if set(here.records.rows(STANDS)) != {(state, tried)}:
            return
        end()
        await here.street.do("clock", add_seconds=LEASE.total_seconds() + 1)


async def loads_at_last(here: Any, phone: Phone, end: Callable[[], Any]) -> None:
    """The head of the school sends a table and agrees; whatever dies meanwhile, everybody is there once."""
    chance = random.Random(SEED)
    await comes_in(phone, code_of(SENDER))
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("kind", "document")
    form.add_field("file", TABLE, filename="список.xlsx")
    await here.street.send(phone.user, form)
    await killed_at(here, "received", end, chance)
    await phone.sees(lambda chat: chat.buttons(TO_LOAD), "what would be loaded")
    assert here.records.rows(PEOPLE) == [(0, 0)]
    await phone.presses((await phone.chat()).buttons(TO_LOAD)[-1])
    await killed_at(here, "approved", end, chance)
    await phone.sees(lambda chat: chat.count("Загружено"), "that it is loaded")


async def everybody_once(here: Any, chat: Chat, folder: Path) -> None:
    """Each person, office and code is there once, it was told once, and no table lies about."""
    async with asyncio.timeout(PATIENCE):
        while list((folder / "incoming").iterdir()):
            await asyncio.sleep(LOOK_EVERY)
    assert here.records.rows(PEOPLE) == [(COUNT, COUNT)]
    assert here.records.rows(OFFICES) == [(COUNT + TEACHERS,) * 2]
    assert here.records.rows(CODES) == [(COUNT + len(NAMES),) * 2]
    assert {state for state, _ in here.records.rows(STANDS)} == {"loaded"}
    assert chat.count("<b>Загружено|Загружено\\.") == 1


async def test_a_bot_killed_over_a_table_loads_it_once(tmp_path: Path, nursery: Nursery) -> None:
    async with post(tmp_path, nursery) as here:
        here.bot.start()
        phone = await here.phone(SENDER)

        def again() -> None:
            here.bot.kill()
            here.bot.start()

        await loads_at_last(here, phone, again)
        await everybody_once(here, await phone.chat(), tmp_path)
        assert here.bot.lives > 2, "too few kills to say anything"
        assert here.bot.end() == 0


@pytest.mark.postgres
async def test_a_worker_killed_over_a_table_leaves_it_to_the_other(
    tmp_path: Path, nursery: Nursery, postgres_url: str
) -> None:
    async with country(tmp_path, nursery, postgres_url, NAMES) as here:
        here.bot.start()
        await here.all_work(2)
        phone, killed = await here.phone(SENDER), list[int]()

        def one_less() -> None:
            if holder := here.holder():
                kill(holder)
                killed.append(holder)

        await loads_at_last(here, phone, one_less)
        await everybody_once(here, await phone.chat(), tmp_path)
        assert len(killed) > 1, "too few kills to say anything"
        assert here.bot.end() == 0
