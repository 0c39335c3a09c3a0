"""`kill -9` while evidence is copied: every file is there once, whole, and nothing half-made is left (S-09)."""

from __future__ import annotations

import asyncio
import hashlib
import random
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.copyist import AT_ONCE
from bot.database import open_engine, sessions
from models.evidence import Evidence, EvidenceKind
from tests.wire.country import country, kill_another_holder
from tests.wire.phones import Phone
from tests.wire.processes import LOOK_EVERY, MORNING, PATIENCE, Nursery
from tests.wire.records import code_of
from tests.wire.test_faults import NAMES, post
from tests.wire.working_days import comes_in

SEED = 20261126
SIZE = 12 * 1024 * 1024
"""Bytes: half of them are more than one part, which lies on the disk when the bot dies."""
KILLS = 2
RETRY_SECONDS = 3600
NOT_COPIED = "SELECT count(*) FROM evidence WHERE copied_at IS NULL"
KEPT = "SELECT key, sha256, size, attempts FROM evidence ORDER BY id"


async def sends(here: Any, phone: Phone, database: str, due: datetime = MORNING) -> list[str]:
    """Four large files, two of them the same, become evidence whose copies are due; the sums of their contents."""
    chance = random.Random(SEED)
    contents = [chance.randbytes(SIZE + number) for number in range(AT_ONCE)]
    contents.append(contents[0])
    for number, content in enumerate(contents):
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("kind", "document")
        form.add_field("file", content, filename=f"{number}.pdf")
        await here.street.send(phone.user, form)
    theirs = [one for one in (await phone.chat()).messages if not one["from"]["is_bot"]]
    sent = [one["document"] for one in theirs if "document" in one]
    engine = open_engine(database)
    async with sessions(engine)() as session, session.begin():
        for one in sent:
            evidence = Evidence(
                kind=EvidenceKind.DOCUMENT,
                file_id=one["file_id"],
                unique_id=one["file_unique_id"],
                at=MORNING,
            )
            evidence.size, evidence.attempts, evidence.copy_due_at = one["file_size"], 0, due
            session.add(evidence)
    await engine.dispose()
    return [hashlib.sha256(content).hexdigest() for content in contents]


def coming(store: Path) -> list[Path]:
    """What is being written."""
    return [one for one in (store / "incoming").glob("*") if one.is_file()]


def halves(store: Path) -> list[Path]:
    """Files of which some bytes lie on the disk, and not all."""
    return [one for one in coming(store) if one.stat().st_size]


async def comes_to(found: Callable[[], Any]) -> None:
    """Until it is so."""
    async with asyncio.timeout(PATIENCE):
        while not await asyncio.to_thread(found):
            await asyncio.sleep(LOOK_EVERY)


async def copied_at_last(here: Any, store: Path, database: str, end: Callable[[], Any]) -> None:
    """Killed over halves, then at random moments of the copying; then everything is there, once."""
    phone, chance = await here.phone(1), random.Random(SEED)
    await comes_in(phone, code_of(1))
    stops = {"kind": "delay", "method": "file", "times": AT_ONCE, "seconds": PATIENCE}
    await here.street.do("faults", once=stops)
    wanted = await sends(here, phone, database)
    await comes_to(lambda: halves(store))
    end()
    left = coming(store)
    assert halves(store), "too early to say anything"
    for _ in range(KILLS):
        await here.street.do("clock", add_seconds=RETRY_SECONDS)
        await comes_to(lambda: set(coming(store)) - set(left) or not here.records.one(NOT_COPIED))
        await asyncio.sleep(chance.uniform(0.0, 0.05))  # waits for nothing: the moment itself varies
        end()
    await here.street.do("clock", add_seconds=RETRY_SECONDS)
    await comes_to(lambda: not here.records.one(NOT_COPIED))
    kept = here.records.rows(KEPT)
    assert all(attempts > 1 for *_, attempts in kept[:AT_ONCE]), "too few kills to say anything"
    whole(kept, store, wanted)


def whole(kept: list[tuple[Any, ...]], store: Path, wanted: list[str]) -> None:
    """Each content lies there once, under its sum; beside it there is nothing."""
    assert [digest for _, digest, *_ in kept] == wanted
    for key, digest, size, _ in kept:
        content = (store / key).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (digest, size)
    there = {str(one.relative_to(store)) for one in store.rglob("*") if one.is_file()}
    assert there == {key for key, *_ in kept}


async def test_a_bot_killed_while_it_copies_has_every_file_once_and_no_half(
    tmp_path: Path, nursery: Nursery
) -> None:
    async with post(tmp_path, nursery) as here:
        here.bot.start()

        def again() -> None:
            here.bot.kill()
            here.bot.start()

        await copied_at_last(here, tmp_path / "files", f"sqlite+aiosqlite:///{here.bot.database}", again)
        assert here.bot.end() == 0


@pytest.mark.postgres
async def test_a_worker_killed_while_it_copies_leaves_it_to_the_other(
    tmp_path: Path, nursery: Nursery, postgres_url: str
) -> None:
    async with country(tmp_path, nursery, postgres_url, NAMES) as here:
        here.bot.start()
        await here.all_work(2)
        killed = list[int]()

        await copied_at_last(
            here, tmp_path / "files", postgres_url, partial(kill_another_holder, here, killed)
        )
        assert killed, "too few kills to say anything"
        assert here.bot.end() == 0
