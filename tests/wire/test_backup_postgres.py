"""The commands of docs/backup.md for PostgreSQL, as they stand there: a dump, and everything back."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import subprocess
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


def test_the_page_brings_everything_back(postgres_url: str, tmp_path: Path) -> None:
    here = subprocess.run(["pg_dump", "--version"], capture_output=True, text=True, check=True).stdout
    if major(here) < major(asyncio.run(version(postgres_url))):
        pytest.skip("this pg_dump is older than the server")
    settle(postgres_url, ["Орлова Мария Сергеевна", "Иванова Галина Петровна", "Дубов Игорь Ильич"])
    before = contents(postgres_url)
    address = machine.plain(make_url(postgres_url))
    empty = f"{make_url(postgres_url).database}_empty"
    server = machine.server()
    assert server is not None
    asyncio.run(machine.execute(server, f'CREATE DATABASE "{empty}"'))
    back = make_url(postgres_url).set(database=empty)
    try:
        places = {"DATABASE": address, "EMPTY": machine.plain(back), "PATH": os.environ["PATH"]}
        lines = commands()
        assert len(lines) == 3
        for line in lines:
            subprocess.run(["sh", "-c", line], cwd=tmp_path, env=places, check=True, capture_output=True)
        url = back.render_as_string(hide_password=False)
        assert contents(url) == before
        migrate(url)
        again = ["sh", "-c", lines[-1]]
        twice = subprocess.run(again, cwd=tmp_path, env=places, check=False, capture_output=True)
        assert twice.returncode != 0
        assert contents(url) == before
    finally:
        asyncio.run(machine.execute(server, f'DROP DATABASE "{empty}" WITH (FORCE)'))


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
