"""SQLite close at hand: who waits for what, and what a commit promises."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot import sqlite
from bot.database import open_engine

WRITE = text("INSERT INTO kept VALUES (1)")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one table."""
    file = tmp_path / "test.sqlite"
    sqlite3.connect(file).execute("CREATE TABLE kept (value)")
    return file


@pytest.fixture
async def engine(path: Path) -> AsyncIterator[AsyncEngine]:
    """The bot's engine over that file."""
    engine = open_engine(f"sqlite+aiosqlite:///{path}")
    yield engine
    await engine.dispose()


async def write(engine: AsyncEngine) -> None:
    """One transaction."""
    async with engine.begin() as connection:
        await connection.execute(WRITE)


def kept(path: Path) -> int:
    """How many rows another process sees."""
    return int(sqlite3.connect(path).execute("SELECT count(*) FROM kept").fetchone()[0])


def hold(path: Path) -> sqlite3.Connection:
    """Another process in the middle of a transaction."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


async def test_a_commit_outlives_the_process_and_keys_are_checked(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        mode = (await connection.exec_driver_sql("PRAGMA journal_mode")).scalar()
        synchronous = (await connection.exec_driver_sql("PRAGMA synchronous")).scalar()
        keys = (await connection.exec_driver_sql("PRAGMA foreign_keys")).scalar()
    assert (mode, synchronous, keys) == ("wal", 1, 1)


async def test_while_another_process_holds_the_file_the_loop_goes_on(engine: AsyncEngine, path: Path) -> None:
    await write(engine)
    other = hold(path)
    waiting = asyncio.create_task(write(engine))
    await asyncio.wait([waiting], timeout=4 * sqlite.PAUSE)
    assert not waiting.done()
    other.execute("COMMIT")
    await waiting
    assert kept(path) == 2


async def test_who_waits_too_long_is_told_and_can_try_again(
    engine: AsyncEngine, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 2 * sqlite.PAUSE)
    other = hold(path)
    with pytest.raises(OperationalError, match="locked"):
        await write(engine)
    other.execute("ROLLBACK")
    await write(engine)
    assert kept(path) == 1


async def test_what_is_cancelled_in_the_middle_leaves_nothing_and_blocks_nobody(
    engine: AsyncEngine, path: Path
) -> None:
    begun = asyncio.Event()

    async def forever() -> None:
        async with engine.begin() as connection:
            await connection.execute(WRITE)
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(forever())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert kept(path) == 0
    await write(engine)
    assert kept(path) == 1


async def test_a_commit_that_is_cancelled_on_its_way_leaves_a_usable_engine(
    engine: AsyncEngine, path: Path
) -> None:
    for beats in range(1, 12):
        task = asyncio.create_task(write(engine))
        for _ in range(beats):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
    before = kept(path)
    await write(engine)
    assert kept(path) == before + 1


async def test_the_log_is_put_on_the_disk_and_a_missing_one_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr("bot.sqlite.os.fsync", synced.append)
    file = tmp_path / "a.sqlite"
    await sqlite.on_disk(file)()
    assert synced == []
    (tmp_path / "a.sqlite-wal").write_bytes(b"frames")
    await sqlite.on_disk(file)()
    assert len(synced) == 1
    await sqlite.on_disk(None)()
    assert len(synced) == 1
    (tmp_path / "b.sqlite").symlink_to(file)
    file.touch()
    await sqlite.on_disk(tmp_path / "b.sqlite")()
    assert len(synced) == 2, "SQLite logs beside the file behind a link"
