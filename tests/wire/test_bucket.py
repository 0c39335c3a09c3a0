"""Copies of evidence in a bucket that speaks S3: whole, under the name of their content, and gone with it."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from obstore.store import MemoryStore

from bot import ticks
from bot.file_store import Bucket, FileStore, Store, StoreFailed
from tests.stories.test_report import begin
from tests.stories.town import open_town
from tests.wire.operator import Operator
from tests.wire.s3_store import BUCKET, KEY, REGION, S3, SECRET, s3

LATER = datetime(2027, 1, 1, tzinfo=UTC)
LARGE = 12 * 1024 * 1024
"""Bytes that no store takes in one part."""


async def pieces(content: bytes, size: int = 1024 * 1024) -> AsyncIterator[bytes]:
    """A stream as Telegram sends it."""
    for start in range(0, len(content), size):
        yield content[start : start + size]


async def nobodys(_: list[str]) -> set[str]:
    """No file is anybody's evidence."""
    return set()


def bucket(store: S3) -> Bucket:
    """The bot's side."""
    return Bucket(f"s3://{BUCKET}/bot", store.address, REGION, KEY, SECRET)


class InMemory(Bucket):
    """obstore's own store in memory."""

    _kept = MemoryStore()

    @property
    def _store(self) -> MemoryStore:  # type: ignore[override]
        return self._kept


@pytest.mark.parametrize("size", [0, 1, 400_000, LARGE])
async def test_what_is_kept_lies_there_once_under_its_content(size: int) -> None:
    content = bytes(size)
    name = hashlib.sha256(content).hexdigest()
    async with s3() as store:
        for number in (1, 2):
            kept = await bucket(store).put(str(number), pieces(content), size)
        assert (kept.place, kept.digest, kept.size) == (f"evidence/{name[:2]}/{name}", name, size)
        assert store.objects == {f"bot/{kept.place}": content}
        assert store.parts == {}


async def test_every_store_forgets_what_nobody_needs(tmp_path: Path) -> None:
    async with s3() as bought:
        stores: list[Store] = [
            bucket(bought),
            FileStore(tmp_path, lambda _: 2**40),
            InMemory("", "", "", "", ""),
        ]
        for store in stores:
            first = await store.put("1", pieces(b"first"), 5)
            await store.put("2", pieces(b"second"), 6)

            async def kept(_: list[str], one: str = first.place) -> set[str]:
                return {one}

            assert await store.forget(LATER, kept) == 1
            assert await store.forget(datetime(2020, 1, 1, tzinfo=UTC), nobodys) == 0
            assert await store.forget(LATER, nobodys) == 1
        assert bought.objects == {}


async def test_halves_that_a_crash_has_left_go_with_the_next_try_or_after_their_term(tmp_path: Path) -> None:
    store = FileStore(tmp_path, lambda _: 2**40)
    incoming = tmp_path / "incoming"
    incoming.mkdir()
    for name in ("1#1", "1#2", "11#1"):
        (incoming / name).write_bytes(b"half")
    kept = await store.put("1", pieces(b"whole"), 5)
    assert [one.name for one in incoming.iterdir()] == ["11#1"]
    assert await store.forget(datetime(2020, 1, 1, tzinfo=UTC), nobodys) == 0

    async def this(_: list[str]) -> set[str]:
        return {kept.place}

    assert await store.forget(LATER, this) == 1
    assert [one.name for one in tmp_path.rglob("*") if one.is_file()] == [Path(kept.place).name]


async def test_a_wrong_secret_keeps_nothing() -> None:
    async with s3() as store:
        with pytest.raises(StoreFailed):
            await replace(bucket(store), secret="another").put("1", pieces(b"photo"), 5)
        assert store.objects == {}


async def test_a_store_that_is_ill_for_a_moment_is_asked_again() -> None:
    async with s3() as store:
        store.ill = 2
        kept = await bucket(store).put("1", pieces(b"photo"), 5)
        assert store.objects == {f"bot/{kept.place}": b"photo"}


async def test_a_stream_that_breaks_off_leaves_no_copy() -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield bytes(100)
        raise ConnectionResetError

    async with s3() as store:
        with pytest.raises((StoreFailed, ConnectionResetError)):
            await bucket(store).put("1", broken(), 200)
        assert store.objects == {}


async def test_a_teachers_photo_reaches_the_bucket(tmp_path: Path, empty_database: Path) -> None:
    async with s3() as store, open_town(tmp_path, empty_database) as town:
        object.__setattr__(town.app.copyist, "store", bucket(store))
        teacher, _ = await begin(town)
        await teacher.taps("report-was.held")
        await teacher.sends("photo", "1.jpg", "2.jpg")
        assert await ticks.copy_evidence(town.app) == 2
        assert {hashlib.sha256(one).hexdigest() for one in store.objects.values()} == {
            Path(name).name for name in store.objects
        }
        assert len(store.objects) == 2
        assert not (tmp_path / "files").exists()


def test_a_bucket_needs_its_keys(operator: Operator) -> None:
    operator.sets(files_url="s3://bucket")
    assert operator.types("migrate") == 2
    assert operator.err == "marshrut: FILES_KEY: FILES_URL needs it\n"
    operator.sets(files_url="ftp://bucket")
    assert operator.types("migrate") == 2
    assert operator.err.startswith("marshrut: FILES_URL: must be like s3://bucket")
