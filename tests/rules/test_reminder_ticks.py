"""The tick around the sweep: several workers, a crash half-way, the postman woken."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, cast

import pytest
from sqlalchemy import event, select
from sqlalchemy.exc import IntegrityError

from bot import ticks
from bot.app import App
from bot.clock import Clock
from bot.database import open_engine, sessions
from bot.pulse import Pulse
from bot.settings import Settings
from models.notice import Notice, TakenUpdate
from models.reminder import Swept
from models.reminder_settings import ReminderSettings
from models.route import Route
from services import reminder
from tests.rules.school_evening import DAY, RULES, School


@dataclass
class Postman:
    """Only its bell."""

    bell: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Office:
    """Who may tick."""

    mine: bool = True
    on_won: Any = None

    async def won(self) -> bool:
        """This worker, or not."""
        return self.mine


@dataclass
class Worker:
    """What a tick needs of the app."""

    sessions: Any
    clock: Clock
    rules: Any = RULES
    postman: Postman = field(default_factory=Postman)
    election: Office = field(default_factory=Office)
    pulse: Pulse = field(default_factory=Pulse)


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
        patch.setattr(reminder, "written_up_to", lambda *_: (_ for _ in ()).throw(MemoryError()))
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


def counted(school: School) -> list[str]:
    """Every statement that the database is asked from here on."""
    asked: list[str] = []

    def count(_: Any, __: Any, statement: str, *___: Any) -> None:
        asked.append(statement)

    event.listen(school.sessions.kw["bind"].sync_engine, "before_cursor_execute", count)
    return asked


async def test_a_tick_with_nothing_due_is_two_statements(school: School, route: int) -> None:
    await school.activity(route, DAY)
    person = (await school.rows(Route))[0].teacher_id
    async with school.sessions() as session, session.begin():
        session.add(ReminderSettings.usual(person, DAY))
    school.at(DAY - timedelta(days=2))
    await school.sweep()
    asked = counted(school)
    school.at(DAY - timedelta(days=2), 18)
    assert await school.sweep() == []
    looked = [one for one in asked if "notices" not in one and one.startswith("SELECT")]
    assert len(looked) == 2


async def test_a_hundred_people_are_as_many_statements_as_ten(school: School) -> None:
    home = await school.organisation("Школа № 3")
    told = {}
    for number in range(100):
        await school.activity(await school.route(home), DAY + timedelta(days=30 * (number >= 10)))
    asked = counted(school)
    for day in (DAY, DAY + timedelta(days=30)):
        school.at(day)
        asked.clear()
        told[day] = len(await school.sweep())
        told[day, "asked"] = len([one for one in asked if one.startswith("SELECT")])
    later = DAY + timedelta(days=30)
    assert (told[DAY], told[later]) == (10, 90 + 10 + 10)
    assert told[later, "asked"] <= told[DAY, "asked"] + 2


async def test_updates_of_long_ago_are_forgotten(school: School) -> None:
    old, new = school.now - timedelta(days=4), school.now - timedelta(days=2)
    await school.add(TakenUpdate(id=1, at=old, task=""), TakenUpdate(id=2, at=new, task=""))
    await ticks.forget_updates(worker(school))
    async with school.sessions() as session, session.begin():
        assert list(await session.scalars(select(TakenUpdate.id))) == [2]


class Slow:
    """A job that goes on until it is let go; `ended`: how."""

    __name__ = "slow"

    def __init__(self) -> None:
        self.began, self.go = asyncio.Event(), asyncio.Event()
        self.ended = ""

    async def __call__(self, app: App) -> None:
        self.began.set()
        try:
            await self.go.wait()
            self.ended = "whole"
        except asyncio.CancelledError:
            self.ended = "cut off"
            raise


@pytest.fixture
async def clockwork(school: School) -> ticks.Ticks:
    """The clock of a worker, which ticks."""
    settings = Settings(_env_file=None, bot_token=f"10000:{20 * 'a'}")  # type: ignore[call-arg]
    made = ticks.Ticks(worker(school), settings)
    made.start()
    return made


async def test_a_stop_waits_for_the_tick_in_hand(clockwork: ticks.Ticks) -> None:
    job = Slow()
    tick = asyncio.create_task(clockwork.tick(job))
    await job.began.wait()
    stop = asyncio.create_task(clockwork.stop())
    await asyncio.sleep(0)
    assert not stop.done()
    job.go.set()
    await asyncio.gather(tick, stop)
    assert job.ended == "whole"


async def test_a_stop_does_not_wait_for_ever(clockwork: ticks.Ticks) -> None:
    job = Slow()
    tick = asyncio.create_task(clockwork.tick(job))
    await job.began.wait()
    await clockwork.stop(patience=0.0)
    assert not tick.done()
    tick.cancel()
    await asyncio.gather(tick, return_exceptions=True)
    assert job.ended == "cut off"


async def test_who_does_not_hold_the_office_does_not_tick(school: School) -> None:
    app, job = worker(school), Slow()
    app.election.mine = False
    made = ticks.Ticks(app, Settings(_env_file=None))  # type: ignore[call-arg]
    await made.tick(job)
    assert not job.began.is_set()
