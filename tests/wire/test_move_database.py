"""`marshrut move-database`: every row, both ways, over `kill -9`, and never over somebody's data."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import JSON, select

from bot import moving
from bot.database import MOVING, migrate, open_engine
from models.base import Base
from models.plan import Activity
from tests.stories.town import Guest, open_town
from tests.stories.walking import reported, walks
from tests.wire.everything import ROWS, fill
from tests.wire.operator import Operator

ROOT = Path(__file__).parents[2]
IN_SMALL_STEPS = """
import sys
from bot import moving
from bot.__main__ import main
moving.PORTION = 2
sys.exit(main(sys.argv[1:]))
"""
DIES_BEHIND = 40
"""Tables of seventy that a move has brought when it is killed."""
pytestmark = pytest.mark.postgres


def contents(url: str) -> dict[str, moving.Content]:
    """What every table of a database holds."""

    async def look() -> dict[str, moving.Content]:
        engine = open_engine(url)
        async with engine.connect() as connection:
            found = {one.name: await moving.content(connection, one) for one in Base.metadata.sorted_tables}
        await engine.dispose()
        return found

    return asyncio.run(look())


@pytest.fixture
def full(tmp_path: Path) -> str:
    """An SQLite file with rows in every table."""
    url = f"sqlite+aiosqlite:///{tmp_path / 'full.sqlite'}"
    migrate(url)

    async def filling() -> None:
        engine = open_engine(url)
        await fill(engine)
        await engine.dispose()

    asyncio.run(filling())
    return url


def test_everything_goes_to_the_server_and_back(
    operator: Operator, full: str, postgres_url: str, tmp_path: Path
) -> None:
    wanted = contents(full)
    assert {one.rows for one in wanted.values()} == {ROWS}
    assert operator.types("move-database", full, postgres_url) == 0, operator.err
    assert f"{ROWS * len(wanted)} rows are in" in operator.out
    assert contents(postgres_url) == wanted
    assert operator.types("move-database", postgres_url, str(tmp_path / "back.sqlite")) == 0, operator.err
    assert contents(f"sqlite+aiosqlite:///{tmp_path / 'back.sqlite'}") == wanted
    with sqlite3.connect(tmp_path / "back.sqlite") as back:
        assert back.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert back.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_killed_move_cannot_be_used_and_goes_on(operator: Operator, full: str, postgres_url: str) -> None:
    wanted = contents(full)
    moving_on = [sys.executable, "-u", "-c", IN_SMALL_STEPS, "move-database", full, postgres_url]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(moving_on, env=environment, stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout
        for _ in range(DIES_BEHIND):
            killed.stdout.readline()
        killed.send_signal(signal.SIGKILL)
    assert killed.returncode == -signal.SIGKILL
    assert contents(postgres_url) != wanted
    operator.sets(database_url=postgres_url)
    assert operator.types("migrate") == 1
    assert "was broken off: marshrut move-database again." in operator.err
    assert operator.types("move-database", full, postgres_url) == 0, operator.err
    assert "A move that was broken off goes on." in operator.out
    assert contents(postgres_url) == wanted
    assert operator.types("migrate") == 0


def test_a_source_that_somebody_used_meanwhile_is_noticed(
    operator: Operator, full: str, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken_off(*_: object) -> None:
        raise moving.MoveRefused("broken off by the test")

    with monkeypatch.context() as patch:
        patch.setattr(moving.Move, "_compare", broken_off)
        assert operator.types("move-database", full, postgres_url) == 1
    file = full.removeprefix("sqlite+aiosqlite:///")
    with sqlite3.connect(file) as source:
        source.execute("UPDATE people SET full_name = 'Другая Анна Ильинична' WHERE id = 3")
    assert operator.types("move-database", full, postgres_url) == 1
    assert "table people is not the same: 7 rows in the source, 7 in the target" in operator.err
    operator.sets(database_url=postgres_url)
    assert operator.types("migrate") == 1


def test_a_target_with_data_is_refused_and_left_alone(
    operator: Operator, full: str, postgres_url: str
) -> None:
    assert operator.types("move-database", full, postgres_url) == 0
    before = contents(postgres_url)
    assert operator.types("move-database", full, postgres_url) == 1
    assert "the target has data already (table " in operator.err
    assert contents(postgres_url) == before


def test_a_target_with_anothers_half_is_refused(operator: Operator, full: str, postgres_url: str) -> None:
    migrate(postgres_url)
    set_revision(postgres_url, MOVING + "somebody else")
    assert operator.types("move-database", full, postgres_url) == 1
    assert "a part of another database" in operator.err


@pytest.mark.parametrize("side", ["source", "target"])
def test_another_revision_is_refused(operator: Operator, full: str, postgres_url: str, side: str) -> None:
    migrate(postgres_url)
    set_revision(full if side == "source" else postgres_url, "0001")
    assert operator.types("move-database", full, postgres_url) == 1
    assert f"the tables of the {side} are at 0001, the program at " in operator.err


def test_what_cannot_be_moved_is_said(operator: Operator, full: str) -> None:
    assert operator.types("move-database", full, full) == 2
    assert operator.types("move-database", "nowhere.sqlite", "somewhere.sqlite") == 2
    assert operator.err == "marshrut: There is no file nowhere.sqlite.\n"
    assert operator.types("move-database", full, "mysql://here/there") == 2
    nobody = "postgresql+asyncpg://somebody:a-password@127.0.0.1:9/nothing"
    assert operator.types("move-database", full, nobody) == 1
    assert "a-password" not in operator.err and "Traceback" not in operator.err


async def test_a_town_goes_on_at_the_server(
    tmp_path: Path, empty_database: Path, operator: Operator, postgres_url: str
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    async with open_town(home, empty_database) as town:
        teacher, tutor = await town.pair()
        await walks(town, teacher, ("Вебинар", town.today - timedelta(days=1)))
        await teacher.says("/menu")
        await teacher.taps("menu-report")
        await reported(town, teacher)
    stamp = "CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32))"
    with sqlite3.connect(home / "town.sqlite") as file:
        file.execute(stamp)
        file.execute("INSERT INTO alembic_version VALUES (?)", (moving._head(),))
    moved = ("move-database", str(home / "town.sqlite"), postgres_url)
    assert await asyncio.to_thread(operator.types, *moved) == 0, operator.err
    away = tmp_path / "away"
    away.mkdir()
    async with open_town(away, empty_database, postgres_url) as town:
        rows = await town.all(select(Activity.title).order_by(Activity.id))
        assert rows == ["Вебинар"]
        phone = town.telegram.person(first_name="Мария", start=None)["id"]
        back = Guest(town, tutor.person_id, phone, "", tutor.name)
        await back.says("/menu")
        assert "Ждёт Вашего решения 1 отчёт" in back.last_text
        assert await town.organisation("Школа № 9") == 2


def set_revision(url: str, revision: str) -> None:
    """A database says of itself that it is at this revision."""

    async def say() -> None:
        engine = open_engine(url)
        async with engine.begin() as connection:
            await moving._set_revision(connection, revision)
        await engine.dispose()

    asyncio.run(say())


def test_no_column_has_two_ways_of_being_empty() -> None:
    """JSON's null and SQL's NULL read the same: a move could not tell them apart."""
    columns = [column for table in Base.metadata.sorted_tables for column in table.columns]
    assert not [one for one in columns if isinstance(one.type, JSON) and one.nullable]
