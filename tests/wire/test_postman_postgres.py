"""Several workers on one PostgreSQL: each reminder is written once, each notice goes once (DESIGN 16, 17)."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.database import open_engine, sessions
from handlers import notices
from handlers.views import say, view
from models.base import Base
from models.notice import NoticeState
from services import reminder
from services.work import Work
from tests.rules.school_evening import BORN, DAY, RULES, School
from tests.wire.post_office import Office, open_office
from tests.wire.workers import LOOK_EVERY, LOOKS, WAITING

pytestmark = pytest.mark.postgres


@pytest.fixture
async def offices(
    tmp_path: Path, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Office, Office]]:
    """Two postmen, each with connections of its own."""
    monkeypatch.setitem(notices.KINDS, "news", lambda text: view(say("news", text=text)))
    engine = open_engine(postgres_url)
    async with open_office(tmp_path, postgres_url) as first:
        yield first, Office(sessions(engine), first.text)
    await engine.dispose()


async def test_two_postmen_send_each_notice_once(offices: tuple[Office, Office]) -> None:
    first, second = offices
    for person in await first.crowd(60):
        for number in range(2):
            await first.write(person, f"{number} to {person}")
    await asyncio.gather(first.rounds(), second.rounds(), first.rounds(), second.rounds())
    await first.rounds()
    assert set(Counter(first.sent + second.sent).values()) == {1}
    assert len(first.sent + second.sent) == 120
    assert {one.state for one in await first.notices()} == {NoticeState.SENT}


@pytest.fixture
async def school(postgres_url: str) -> AsyncIterator[School]:
    """A school on PostgreSQL."""
    engine = open_engine(postgres_url)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield School(sessions(engine), BORN)
    await engine.dispose()


async def until_somebody_waits(school: School) -> None:
    """Another connection is held up by a lock."""
    for _ in range(LOOKS):
        async with school.sessions() as looking, looking.begin():
            if (await looking.execute(WAITING)).scalar_one():
                return
        await asyncio.sleep(LOOK_EVERY)
    raise AssertionError("nobody waits")


async def test_a_second_worker_waits_for_the_first_and_finds_nothing_to_do(school: School) -> None:
    route = await school.route(await school.organisation("Школа № 3"))
    await school.activity(route, DAY)
    school.at(DAY.replace(day=5))
    await school.sweep()
    school.at(DAY)
    async with school.sessions() as first, school.sessions() as second:
        await first.begin()
        await second.begin()
        assert await reminder.sweep(Work(first, None, school.now, RULES)) == 1
        late = asyncio.create_task(reminder.sweep(Work(second, None, school.now, RULES)))
        await until_somebody_waits(school)
        await first.commit()
        assert await late == 0
        await second.commit()
    assert await school.sweep() == []


async def test_the_rungs_and_questions_are_the_same_on_postgresql(school: School) -> None:
    route = await school.route(await school.organisation("Школа № 3"))
    activity = await school.activity(route, DAY)
    told = []
    for day in range(1, 21):
        school.at(DAY.replace(day=day))
        told += [(day, one["kind"]) for one in await school.sweep()]
    assert activity
    expected = {5: "day", 11: "day", 12: "day", 13: "nudge", 18: "day", 19: "day", 20: "day"}
    assert told == [(day, f"reminder-{kind}") for day, kind in expected.items()]
