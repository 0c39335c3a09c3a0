"""Among several workers one sends."""

import pytest

from bot.database import open_engine
from bot.election import Election


@pytest.mark.postgres
async def test_one_of_two_workers_is_elected_and_the_other_after_it(postgres_url: str) -> None:
    first, second = open_engine(postgres_url), open_engine(postgres_url)
    one, other = Election(first), Election(second)
    assert await one.won()
    assert await one.won()
    assert not await other.won()
    await one.leave()
    assert await other.won()
    assert not await one.won()
    await other.leave()
    await first.dispose()
    await second.dispose()


@pytest.mark.postgres
async def test_a_lost_connection_loses_the_office(postgres_url: str) -> None:
    engine, rival = open_engine(postgres_url), open_engine(postgres_url)
    one, other = Election(engine), Election(rival)
    assert await one.won()
    async with rival.connect() as connection:
        await connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
        )
    assert not await one.won()
    assert await other.won()
    await other.leave()
    await engine.dispose()
    await rival.dispose()


async def test_sqlite_has_one_process(tmp_path: object) -> None:
    engine = open_engine(f"sqlite+aiosqlite:///{tmp_path}/a.sqlite")
    assert await Election(engine).won()
    await engine.dispose()
