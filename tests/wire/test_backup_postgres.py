"""The commands of docs/backup.md for PostgreSQL, as they stand there: a dump, and everything back."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy.engine import make_url

from bot.database import migrate
from tests import machine
from tests.wire.processes import LOOK_EVERY, PATIENCE
from tests.wire.records import settle
from tests.wire.test_move_database import contents

PAGE = Path(__file__).parents[2] / "docs" / "backup.md"
pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(shutil.which("pg_dump") is None, reason="pg_dump is not installed"),
]


def commands() -> list[str]:
    """Every line of the page's commands that calls the server's tools."""
    blocks = re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith("pg_")]


def major(said: str) -> int:
    """The number of a version."""
    found = re.search(r"(\d+)", said)
    assert found
    return int(found[1])


async def version(url: str) -> str:
    """The server's."""
    connection = await asyncpg.connect(dsn=machine.plain(make_url(url)))
    try:
        return str(await connection.fetchval("SHOW server_version"))
    finally:
        await connection.close()


@contextmanager
def scratch(beside: str) -> Iterator[str]:
    """An empty database beside another one."""
    empty = f"{make_url(beside).database}_empty"
    server = machine.server()
    assert server is not None
    asyncio.run(machine.execute(server, f'CREATE DATABASE "{empty}"'))
    try:
        yield make_url(beside).set(database=empty).render_as_string(hide_password=False)
    finally:
        asyncio.run(machine.execute(server, f'DROP DATABASE "{empty}" WITH (FORCE)'))


def test_the_page_brings_everything_back(postgres_url: str, tmp_path: Path) -> None:
    here = subprocess.run(["pg_dump", "--version"], capture_output=True, text=True, check=True).stdout
    if major(here) < major(asyncio.run(version(postgres_url))):
        pytest.skip("this pg_dump is older than the server")
    settle(postgres_url, ["Орлова Мария Сергеевна", "Иванова Галина Петровна", "Дубов Игорь Ильич"])
    before = contents(postgres_url)
    address = machine.plain(make_url(postgres_url))
    with scratch(postgres_url) as url:
        places = {"DATABASE": address, "EMPTY": machine.plain(make_url(url)), "PATH": os.environ["PATH"]}
        lines = commands()
        assert len(lines) == 3
        for line in lines:
            subprocess.run(["sh", "-c", line], cwd=tmp_path, env=places, check=True, capture_output=True)
        assert contents(url) == before
        migrate(url)
        again = ["sh", "-c", lines[-1]]
        twice = subprocess.run(again, cwd=tmp_path, env=places, check=False, capture_output=True)
        assert twice.returncode != 0
        assert contents(url) == before


def test_the_script_of_every_night_keeps_the_last_and_shows_no_half(
    postgres_url: str, tmp_path: Path
) -> None:
    migrate(postgres_url)
    places = {"DATABASE": machine.plain(make_url(postgres_url)), "FOLDER": str(tmp_path), "KEEP": "2"}
    places["PATH"] = os.environ["PATH"]
    for day in ("0912", "0913"):
        (tmp_path / f"marshrut-2026{day}T000000Z.dump").touch()
    line = ["sh", str(PAGE.parents[1] / "deploy" / "backup.sh"), "once"]
    subprocess.run(line, env=places, check=True, capture_output=True)
    oldest, newest = sorted(tmp_path.iterdir())
    assert oldest.name == "marshrut-20260913T000000Z.dump"
    assert subprocess.run(["pg_restore", "--list", newest], check=True, capture_output=True).stdout
    places["DATABASE"] += "_that_is_not_there"
    assert subprocess.run(line, env=places, check=False, capture_output=True).returncode == 1
    assert sorted(tmp_path.iterdir()) == [oldest, newest]


WAITS = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'pg_dump' AND datname = current_database()"


async def killed_in_the_middle(url: str, line: list[str], places: dict[str, str]) -> None:
    """`kill -9` of the script and of everything that it has started, while the dump is being written."""
    address = machine.plain(make_url(url))
    holding, looking = await asyncpg.connect(dsn=address), await asyncpg.connect(dsn=address)
    try:
        async with holding.transaction():
            await holding.execute("LOCK TABLE people IN ACCESS EXCLUSIVE MODE")
            script = subprocess.Popen(line, env=places, start_new_session=True, stderr=subprocess.DEVNULL)
            async with asyncio.timeout(PATIENCE):
                while not await looking.fetchval(WAITS):
                    await asyncio.sleep(LOOK_EVERY)
            os.killpg(script.pid, signal.SIGKILL)
            assert script.wait(PATIENCE) == -signal.SIGKILL
    finally:
        await holding.close()
        await looking.close()


def test_a_dump_killed_in_the_middle_is_none_and_the_next_night_has_a_whole_one(
    postgres_url: str, tmp_path: Path
) -> None:
    settle(postgres_url, ["Орлова Мария Сергеевна", "Иванова Галина Петровна", "Дубов Игорь Ильич"])
    places = {"DATABASE": machine.plain(make_url(postgres_url)), "FOLDER": str(tmp_path), "KEEP": "2"}
    places["PATH"] = os.environ["PATH"]
    line = ["sh", str(PAGE.parents[1] / "deploy" / "backup.sh"), "once"]
    asyncio.run(killed_in_the_middle(postgres_url, line, places))
    assert not [one for one in tmp_path.iterdir() if one.name.startswith("marshrut-")]
    subprocess.run(line, env=places, check=True, capture_output=True)
    (whole,) = tmp_path.iterdir()
    assert whole.name.startswith("marshrut-")
    listed = subprocess.run(
        ["pg_restore", "--list", whole], check=True, capture_output=True, text=True
    ).stdout
    assert "TABLE DATA public people" in listed


HOLDS = """CREATE FUNCTION held() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_advisory_xact_lock(1); END $$;
CREATE EVENT TRIGGER held ON ddl_command_end WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION held();
SELECT pg_advisory_lock(1)"""
"""Indexes are made behind the rows: a restore comes so far, and waits."""
STANDS = (
    "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'advisory' AND datname = current_database()"
)
OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'pg_restore' AND datname = current_database()"
LEFT = "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"


async def restore_killed(url: str, line: list[str], folder: Path, places: dict[str, str]) -> int:
    """`kill -9` of a restore behind its rows; how many tables and indexes the server has kept of it."""
    address = machine.plain(make_url(url))
    holding, looking = await asyncpg.connect(dsn=address), await asyncpg.connect(dsn=address)
    try:
        await holding.execute(HOLDS)
        script = subprocess.Popen(line, cwd=folder, env=places, start_new_session=True)
        async with asyncio.timeout(PATIENCE):
            while not await looking.fetchval(STANDS):
                await asyncio.sleep(LOOK_EVERY)
        os.killpg(script.pid, signal.SIGKILL)
        assert script.wait(PATIENCE) == -signal.SIGKILL
        await holding.execute("SELECT pg_advisory_unlock(1); DROP EVENT TRIGGER held; DROP FUNCTION held")
        async with asyncio.timeout(PATIENCE):
            while await looking.fetchval(OTHERS):
                await asyncio.sleep(LOOK_EVERY)
        return int(await looking.fetchval(LEFT))
    finally:
        await holding.close()
        await looking.close()


def test_a_restore_killed_behind_its_rows_leaves_nothing_and_asking_again_brings_all(
    postgres_url: str, tmp_path: Path
) -> None:
    settle(postgres_url, ["Орлова Мария Сергеевна", "Иванова Галина Петровна", "Дубов Игорь Ильич"])
    before = contents(postgres_url)
    with scratch(postgres_url) as back:
        places = {"DATABASE": machine.plain(make_url(postgres_url)), "EMPTY": machine.plain(make_url(back))}
        places["PATH"] = os.environ["PATH"]
        dump, _, restore = commands()
        subprocess.run(["sh", "-c", dump], cwd=tmp_path, env=places, check=True, capture_output=True)
        assert asyncio.run(restore_killed(back, ["sh", "-c", restore], tmp_path, places)) == 0
        subprocess.run(["sh", "-c", restore], cwd=tmp_path, env=places, check=True, capture_output=True)
        assert contents(back) == before
