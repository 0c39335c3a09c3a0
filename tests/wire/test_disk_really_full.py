"""A disk that is really full, database and files on it: nothing confirmed is lost, and it goes on when room is made.

A memory disk is mounted for it, in the name space of this machine; where that is not allowed the test is skipped.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from simulator.core import TOKEN
from tests.wire.phones import Phone
from tests.wire.processes import LOOK_EVERY, MORNING, PATIENCE, Nursery
from tests.wire.records import code_of
from tests.wire.test_copy_kill import KEPT, NOT_COPIED, RETRY_SECONDS, comes_to, sends, whole
from tests.wire.test_disk_full import ANSWERS, behind_the_first, in_vain, pending
from tests.wire.test_faults import Post, post
from tests.wire.working_days import STEPS, comes_in, question

SIZE = 300
"""Megabytes: what copies leave free for the database, and four files."""
PIECE = 4096
LATER = timedelta(hours=1)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk that this test alone may fill."""
    place = tmp_path / "disk"
    place.mkdir()
    line = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(line, check=False, capture_output=True).returncode:
        pytest.skip("nothing may be mounted here: that needs root")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def filled(disk: Path) -> Path:
    """Somebody else's file takes all the room that is left."""
    path = disk / "of-somebody-else"
    with path.open("wb", buffering=0) as file:
        os.posix_fallocate(file.fileno(), 0, os.statvfs(disk).f_bavail * PIECE - PIECE)
        with suppress(OSError):
            while file.seek(0, os.SEEK_END) and file.write(bytes(PIECE)):
                continue
    return path


async def words_until_one_finds_no_room(here: Post, phone: Phone) -> None:
    """What has been written already may be written over; then there is no page left."""
    async with asyncio.timeout(PATIENCE):
        while not here.bot.events("updates.not_taken"):
            await here.street.do(f"chats/{phone.user}/text", text="слово " * 600)
            phone.updates += 1
            await asyncio.sleep(LOOK_EVERY)


async def test_on_a_full_disk_nothing_confirmed_is_lost_and_it_goes_on_when_there_is_room(
    small_disk: Path, tmp_path: Path, nursery: Nursery
) -> None:
    (tmp_path / "bot.sqlite").symlink_to(small_disk / "bot.sqlite")
    async with post(tmp_path, nursery, DATA_DIR=str(small_disk)) as here:
        phone = await here.phone(1)
        here.bot.start()
        await comes_in(phone, code_of(1))
        wanted = await sends(here, phone, f"sqlite+aiosqlite:///{here.bot.database}", MORNING + LATER)
        phone.updates += len(wanted)
        await phone.says("/menu", lambda chat: chat.button(data="go:diagnosis"))
        await phone.goes(data="go:diagnosis", until=lambda chat: chat.button(data="rt:begin"))
        await phone.taps(data="rt:begin", until=lambda chat: question(chat) == 1)
        others = filled(small_disk)
        assert os.statvfs(small_disk).f_bavail == 0
        await here.street.do("clock", add_seconds=LATER.total_seconds())
        message, data = (await phone.chat()).button(STEPS[0], "da:") or (0, "")
        await words_until_one_finds_no_room(here, phone)
        await here.street.do(f"chats/{phone.user}/tap", message_id=message, data=data, forged=True)
        phone.updates += 1
        await in_vain(here, 2)
        assert await pending(here) > 0
        assert here.records.one(ANSWERS) == 0
        assert here.records.one(NOT_COPIED) == len(wanted)
        here.bot.kill()
        here.bot.start()
        others.unlink()
        await here.street.quiet(TOKEN)
        await phone.sees(behind_the_first, "the next question")
        await here.street.do("clock", add_seconds=RETRY_SECONDS)
        await comes_to(lambda: not here.records.one(NOT_COPIED))
        whole(here.records.rows(KEPT), small_disk / "files", wanted)
        assert here.records.one(ANSWERS) == 1
        assert here.records.one("SELECT count(*) FROM taken_updates") == phone.updates
        assert here.bot.end() == 0
        with closing(sqlite3.connect(here.bot.database)) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
