"""The tick around the sweep: several workers, a crash half-way, the postman woken."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, cast

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot import ticks
from bot.app import App
from bot.clock import Clock
from bot.database import open_engine, sessions
from models.notice import Notice, TakenUpdate
from models.reminder import Swept
from services import reminder
from tests.rules.school_evening import DAY, RULES, School


@dataclass
class Postman:
    """Only its bell."""

    bell: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Worker:
    """What a tick needs of the app."""

    sessions: Any
    clock: Clock
    rules: Any = RULES
    postman: Postman = field(default_factory=Postman)


def worker(school: School, made: Any = None) -> App:
    """A worker on the school's database and clock."""
    return cast("App", Worker(made or school.sessions, Clock(source=school.seconds)))


async def test_a_tick_that_wrote_rings_the_postman(school: School, route: int) -> None:
    await school.activity(route, DAY)
    app = worker(school)
    school.at(DAY)
    assert await ticks.sweep(app) == 1
    assert app.postman.bell.is_set()
    app.postman.bell.clear()
    assert await ticks.sweep(app) == 0
    assert not app.postman.bell.is_set()


async def test_two_workers_at_once_write_once(school: School, route: int) -> None:
    await school.activity(route, DAY)
    engine = open_engine(str(school.sessions.kw["bind"].url))
    workers = [worker(school), worker(school, sessions(engine))]
    school.at(DAY)
    assert sorted(await asyncio.gather(*(ticks.sweep(one) for one in workers * 3))) == [0, 0, 0, 0, 0, 1]
    await engine.dispose()


async def test_a_crash_before_the_commit_loses_nothing(
    school: School, route: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    await school.activity(route, DAY)
    await school.activity(route, DAY - timedelta(days=1))
    school.at(DAY)
    with monkeypatch.context() as patch:
        patch.setattr(reminder, "_mark", lambda *_: (_ for _ in ()).throw(MemoryError()))
        with pytest.raises(MemoryError):
            await ticks.sweep(worker(school))
    assert await school.count(Notice) == 0
    assert sorted(one["kind"] for one in await school.sweep()) == ["reminder-day", "reminder-nudge"]


async def test_when_another_worker_was_quicker_the_tick_gives_way(
    school: School, route: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    await school.activity(route, DAY)
    school.at(DAY)

    async def collides(_: Any) -> int:
        raise IntegrityError("INSERT", {}, Exception("UNIQUE"))

    with monkeypatch.context() as patch:
        patch.setattr(reminder, "sweep", collides)
        assert await ticks.sweep(worker(school)) == 0
    assert len(await school.sweep()) == 1


async def test_a_mark_never_goes_back(school: School, route: int) -> None:
    school.at(DAY)
    await school.sweep()
    school.at(DAY - timedelta(days=5))
    await school.sweep()
    async with school.sessions() as session, session.begin():
        assert (await session.scalars(select(Swept))).one().evening == DAY


async def test_updates_of_long_ago_are_forgotten(school: School) -> None:
    old, new = school.now - timedelta(days=4), school.now - timedelta(days=2)
    await school.add(TakenUpdate(id=1, at=old, task=""), TakenUpdate(id=2, at=new, task=""))
    await ticks.forget_updates(worker(school))
    async with school.sessions() as session, session.begin():
        assert list(await session.scalars(select(TakenUpdate.id))) == [2]
