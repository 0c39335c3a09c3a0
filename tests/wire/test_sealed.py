"""The bot in what compose.yaml gives it: nothing can be written but the data and /tmp, and no rights are there."""

from __future__ import annotations

import asyncio
import csv
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from simulator.core import TOKEN
from tests import log_lines
from tests.wire import rosters, sealed
from tests.wire.phones import street
from tests.wire.processes import LOOK_EVERY, PATIENCE, local_telegram
from tests.wire.records import FIRST_PHONE
from tests.wire.working_days import comes_in

NAME = "Иванова Галина Петровна"
TROUBLE = ("Read-only file system", "Permission denied", "turn.bug", "Traceback")


class Sealed:
    """Programs around one folder of data, all of the same telegram."""

    def __init__(self, folder: Path, telegram: str) -> None:
        self.data, self.log = folder / "data", folder / "bot.log"
        self._environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(sealed.ROOT),
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": telegram,
            "SECOND_FACTOR": "off",
            "BACKUP_DIR": str(sealed.DATA / "backups"),
        }

    async def start(self, *arguments: str) -> asyncio.subprocess.Process:
        """One more program, all that it says in the log."""
        with self.log.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                *sealed.command(self.data, *arguments),
                cwd=sealed.ROOT,
                env=self._environment,
                stdout=log,
                stderr=log,
            )

    async def does(self, *arguments: str) -> int:
        """A command, to its end; its exit code."""
        process = await self.start(*arguments)
        return await asyncio.wait_for(process.wait(), PATIENCE)

    def said(self) -> str:
        """All that was said."""
        return self.log.read_text("utf-8")


@asynccontextmanager
async def running(made: Sealed) -> AsyncIterator[asyncio.subprocess.Process]:
    """`marshrut run`, ready; killed with the block if it has not ended."""
    process = await made.start("run")
    try:
        async with asyncio.timeout(PATIENCE):
            while "bot.started" not in made.said():
                assert process.returncode is None, made.said()
                await asyncio.sleep(LOOK_EVERY)
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@pytest.mark.sealed
async def test_a_list_is_loaded_a_teacher_comes_in_and_gets_a_file_and_nothing_else_is_written(
    tmp_path: Path,
) -> None:
    async with local_telegram(tmp_path) as base, street(base) as people:
        made = Sealed(tmp_path, base)
        made.data.mkdir()
        (made.data / "people.csv").write_text(rosters.csv(rosters.row(full_name=NAME)), "utf-8")
        assert await made.does("import", "people", "people.csv", "--codes", "codes.csv") == 0, made.said()
        (code,) = [
            one["code"]
            for one in csv.DictReader(
                (made.data / "codes.csv").read_text("utf-8-sig").splitlines(), delimiter=";"
            )
        ]
        elsewhere = str(sealed.ROOT / "codes.csv")
        assert await made.does("import", "people", "people.csv", "--codes", elsewhere) != 0
        async with running(made) as process:
            phone = await people.person(NAME, FIRST_PHONE)
            await comes_in(phone, code)
            await phone.says("/mydata", lambda chat: chat.button(data="fo:mydata"))
            await phone.taps(data="fo:mydata", until=lambda chat: chat.says("файл выше", among_last=3))
            assert await made.does("doctor", "--quick") == 0, made.said()
            assert await made.does("backup") == 0, made.said()
            process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(process.wait(), PATIENCE) == 0
    lines = [line for line in made.said().splitlines() if line.startswith("{")]
    assert not [line for line in lines if any(one in line for one in TROUBLE)]
    assert not log_lines.faults(lines, {TOKEN, code, *NAME.split()})
    assert {one.stat().st_uid for one in made.data.rglob("*")} == {sealed.SOMEBODY}
