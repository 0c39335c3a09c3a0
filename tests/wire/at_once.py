"""Several people decide at the same moment, each over a worker: none commits before all have come as far.

The second begins when the first has written and not committed, so that it is no matter of luck what they see.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.app import App
from bot.database import collided
from bot.turn import TRIES
from models.entry import account_of
from models.errors import Refusal
from services.work import Work
from tests.stories import server
from tests.stories.town import Guest, Town, open_town
from tests.wire.workers import LOOK_ANEW, LOOK_EVERY, LOOKS, WAITING, Workers, two_workers

Act = Callable[[Work], Awaitable[object]]
Said = tuple[Guest, Act]
State = Callable[[Town], Awaitable[object]]
Case = Callable[[Town], Awaitable[tuple[list[Said], State]]]


@pytest.fixture(scope="module")
def one_database() -> Iterator[str]:
    """One PostgreSQL database for all tests of a module, emptied before each."""
    with server.made() as url:
        yield url


@pytest.fixture
async def together(one_database: str, tmp_path: Path, empty_database: Path) -> AsyncIterator[Workers]:
    """Two workers of a town on PostgreSQL."""
    await server.empty(one_database)
    async with (
        open_town(tmp_path, empty_database, one_database) as town,
        two_workers(town, one_database) as made,
    ):
        yield made


async def does(town: Town, app: App, guest: Guest, act: Act) -> None:
    """One use case in a transaction of its own."""
    async with app.sessions() as session, session.begin():
        account = (await session.scalars(account_of(guest.telegram_id))).one()
        await act(Work(session, account, town.now, town.app.rules))


def counted(noun: type[Any], *which: Any) -> State:
    """How many rows there are of it."""

    async def count(town: Town) -> object:
        (found,) = await town.all(select(func.count()).select_from(noun).where(*which))
        return found

    return count


async def done(town: Town, guest: Guest, act: Act) -> Any:
    """What somebody did before, and what came of it."""
    made: list[Any] = []

    async def keeping(work: Work) -> None:
        made.append(await act(work))

    await does(town, town.app, guest, keeping)
    return made[0]


@dataclass
class Meeting:
    """Where those meet who decide at once; `came`: who has read and written, or was refused."""

    workers: Workers
    expected: int
    came: int = 0

    async def decides(self, number: int, app: App, guest: Guest, act: Act) -> str:
        """As the turn lets them: who comes too late tries again. Returns the key of a refusal, "" where it is done."""
        await self._until(number)
        for _ in range(TRIES):
            try:
                await does(self.workers.town, app, guest, self._and_waits(act))
                return ""
            except Refusal as refusal:
                self.came += 1
                return refusal.key
            except Exception as fault:
                if not collided(fault):
                    raise
        raise AssertionError("they collide for ever")

    def _and_waits(self, act: Act) -> Act:
        async def both(work: Work) -> None:
            await act(work)
            await work.session.flush()
            self.came += 1
            await self._until(self.expected)

        return both

    async def _until(self, so_many: int) -> None:
        """Until so many have come as far, or one of them is seen to wait for a lock."""
        async with self.workers.engine.connect() as looker:
            for _ in range(LOOKS):
                await looker.execute(LOOK_ANEW)
                if self.came >= so_many or (await looker.execute(WAITING)).scalar_one():
                    return
                await asyncio.sleep(LOOK_EVERY)
        raise AssertionError("they do not meet")


async def at_once(workers: Workers, *said: Said) -> list[str]:
    """All of them at the same moment, over two workers in turn. What each came to, in their order."""
    meeting = Meeting(workers, len(said))
    apps = (workers.both[number % 2] for number in range(len(said)))
    each = enumerate(zip(apps, said, strict=True))
    deciding = (meeting.decides(number, app, guest, act) for number, (app, (guest, act)) in each)
    return list(await asyncio.gather(*deciding))
