"""Everything that goes wrong in a region at once, seeded, while people work; and what is asked of it afterwards."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any

from simulator.core import TOKEN
from tests import machine
from tests.wire.country import Country, kill
from tests.wire.phones import Phone
from tests.wire.processes import PATIENCE
from tests.wire.records import FIRST_PHONE, code_of
from tests.wire.test_faults import answers
from tests.wire.test_kill import NOT_YET
from tests.wire.unruly import Road
from tests.wire.working_days import comes_in, step_of

BAD_LINE = {"drop": 0.02, "lose": 0.02, "error": 0.02, "delay": 0.02, "delay_seconds": 0.3}
BAD_ROAD = {"twice": 0.1, "late": 0.05, "lost": 0.03}
CUT = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND application_name LIKE 'marshrut %' AND random() < 0.5"""
DOUBT_SECONDS = 150
DAY_OFF = 86_400
PUT_OFF = """UPDATE notices SET state = 'waiting', sent_at = NULL, due_at = due_at + interval '2 hours'
WHERE id = (SELECT max(id) FROM notices WHERE person_id = 1 AND state = 'sent')"""


@dataclass
class Trouble:
    """Chooses what goes wrong next; `done` counts it."""

    here: Country
    database: str
    chance: random.Random
    done: dict[str, int] = field(default_factory=dict)

    async def until(self, end: asyncio.Future[Any], pause: float) -> None:
        """Again and again, every `pause` seconds or so, until the people have done."""
        acts = (self.kill_one, self.kill_the_holder, self.cut, self.slow_down, self.move_the_clock)
        while not end.done():
            await asyncio.wait({end}, timeout=self.chance.uniform(0.5, 1.5) * pause)
            if not end.done():
                act = self.chance.choice(acts)
                if await act():
                    self.done[act.__name__] = self.done.get(act.__name__, 0) + 1

    async def kill_one(self) -> bool:
        """`kill -9` of a worker, while another one lives."""
        living = sorted(self.here.workers().values())
        if len(living) > 1:
            kill(self.chance.choice(living))
        return len(living) > 1

    async def kill_the_holder(self) -> bool:
        """`kill -9` of the postman, in whatever hand its notices are."""
        holder = await asyncio.to_thread(self.here.holder)
        living = self.here.workers().values()
        if len(living) > 1 and holder in living:
            kill(holder)
        return len(living) > 1 and holder in living

    async def cut(self) -> bool:
        """Half of all connections to the database end, whatever they were doing."""
        await machine.execute(self.database, CUT)
        return True

    async def slow_down(self) -> bool:
        """Telegram says 429 for one chat, for a second."""
        chat = FIRST_PHONE + self.chance.randrange(len(self.here.names) - 1)
        await self.here.street.do("faults", slow_down={"chat_id": chat, "seconds": 1})
        return True

    async def move_the_clock(self) -> bool:
        """Minutes are over at once: what a killed postman had in hand is in doubt."""
        await self.here.street.do("clock", add_seconds=DOUBT_SECONDS)
        return True


async def day(here: Country, database: str, road: Road, seed: int, pause: float) -> dict[str, int]:
    """The tutor is in; all teachers work at once, and everything goes wrong. Returns what did."""
    teachers = range(1, len(here.names) - 1)
    phones = [await here.phone(number) for number in range(len(here.names) - 1)]
    await comes_in(phones[0], code_of(0))
    work = [answers(phones[number], number) for number in teachers]
    figures = await in_trouble(here, database, road, seed, pause, work)
    every_answer_is_in_once(here, phones)
    told_twice = await told_once_or_in_doubt(here, phones[0], len(teachers))
    await nobody_is_stuck(phones)
    return {
        **figures,
        "updates": sum(phone.updates for phone in phones),
        "told twice": told_twice,
        "doubts": doubts(here),
    }


async def in_trouble(
    here: Country,
    database: str,
    road: Road,
    seed: int,
    pause: float,
    days: Sequence[Coroutine[Any, Any, None]],
) -> dict[str, int]:
    """Everybody's day over a bad line and a bad road, among kills and cuts; then all is well, and all is told."""
    trouble = Trouble(here, database, random.Random(seed))
    await here.street.do("faults", seed=seed, **BAD_LINE)
    vars(road).update(BAD_ROAD)
    work = asyncio.gather(*days)
    await trouble.until(work, pause)
    await work
    vars(road).update(dict.fromkeys(BAD_ROAD, 0.0))
    await here.street.do("faults", seed=seed)
    await here.street.quiet(TOKEN)
    await everything_told(here)
    return {**trouble.done, **road.went_wrong}


async def everything_told(here: Country) -> None:
    """No notice waits or is in doubt any more."""
    async with asyncio.timeout(PATIENCE):
        while await asyncio.to_thread(here.records.one, NOT_YET):
            await here.street.do("clock", add_seconds=DOUBT_SECONDS)
            await asyncio.sleep(1.0)  # the postman looks every second


def every_answer_is_in_once(here: Country, phones: Sequence[Phone]) -> None:
    """Forty answers of each teacher, each thing done once, each update taken once."""
    for number in range(1, len(phones)):
        done = here.records.of_teacher(number + 1)
        assert done["answers"] == {one - 1: step_of(one) for one in range(1, 41)}, phones[number].name
        assert {done["history"][verb] for verb in ("route.begun", "diagnosis.finished", "plan.sent")} == {1}
    taken = here.records.one("SELECT count(*) FROM taken_updates")
    assert taken == sum(phone.updates for phone in phones)


def doubts(here: Country) -> int:
    """Urgent notices that a killed postman had in hand: they may be told twice (decision 1)."""
    return sum(bool(line["urgent"]) for line in here.bot.events("postman.in_doubt"))


async def told_once_or_in_doubt(here: Country, tutor: Phone, teachers: int) -> int:
    """Each plan was shown to the tutor; twice only where the postman was killed. How often twice."""
    chat = await tutor.chat()
    shown = [data for _, data in chat.buttons("pl:confirm")]
    assert len(set(shown)) == teachers
    lost_receipts = len(here.bot.events("postman.not_delivered"))
    assert len(shown) - teachers <= doubts(here) + lost_receipts
    return len(shown) - teachers


async def nobody_is_stuck(phones: Sequence[Phone]) -> None:
    """The menu comes, and a button in it leads somewhere."""
    for phone in phones:
        await phone.says("/menu", lambda chat: chat.button(data="go:help"))
        await phone.goes("Помощь", "go:help", until=lambda chat: chat.says("Что здесь можно"))


async def stands_still_for_a_day(here: Country, database: str, workers: int) -> int:
    """Stopped while a notice of the tutor was put off; a day later it is told, once. Returns how many were told."""
    assert here.bot.end() == 0  # what it was still showing is shown first
    last = here.records.one("SELECT max(id) FROM notices")
    phones = [await here.phone(number) for number in range(len(here.names) - 1)]
    heard = [len((await phone.chat()).all) for phone in phones]
    await machine.execute(database, PUT_OFF)
    await here.street.do("clock", add_seconds=DAY_OFF)
    here.bot.start()
    await here.all_work(workers)
    await everything_told(here)
    mine = "SELECT count(*) FROM notices WHERE person_id = ? AND id > ? AND state = 'sent'"
    told = [here.records.one(mine, number + 1, last) for number in range(len(phones))]
    told[0] += 1
    for phone, before, new in zip(phones, heard, told, strict=True):
        assert len((await phone.chat()).all) == before + new, phone.name
    return sum(told)
