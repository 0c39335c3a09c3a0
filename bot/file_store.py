"""Where copies of evidence lie: a folder or a bucket behind obstore, named by content, never by people (S-09)."""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import LocalStore, ObjectStore, S3Store

from bot.settings import Settings

MEGABYTE = 1024 * 1024
LEAST_ROOM = 200 * MEGABYTE
"""Bytes that copies leave free: the database needs room first."""
COPIES, COMING = "evidence", "incoming"
TRIES = 3
Kept = Callable[[list[str]], Awaitable[set[str]]]


class NoRoom(Exception):
    """The disk is full, or nearly: a copy has to wait."""


class StoreFailed(OSError):
    """A copy could not be written or read; nothing half-written has a name of its own."""


@dataclass(frozen=True)
class Stored:
    """A copy: its name in the store, the SHA-256 of the content, its size in bytes."""

    place: str
    digest: str
    size: int


class Store(ABC):
    """Copies under names of their content: the same content lies there once."""

    @property
    @abstractmethod
    def _store(self) -> ObjectStore:
        """What carries the bytes."""

    @abstractmethod
    def _has_room(self, size: int) -> bool:
        """May so many bytes come?"""

    @abstractmethod
    async def _settle(self, name: str) -> None:
        """What has come would survive a power cut."""

    @abstractmethod
    async def _clear(self, name: str) -> None:
        """What an earlier try of this has left goes; one that is still under way fails, and is tried again."""

    async def put(self, name: str, content: AsyncIterator[bytes], size: int) -> Stored:
        """Keep a stream of about `size` bytes; `name` is its name until all of it has come: WHAT, or WHAT.TRY.

        Raises NoRoom before anything is written, StoreFailed, and whatever the stream raises.
        """
        store, coming, found = self._store, f"{COMING}/{name}", ""
        if not self._has_room(size):
            raise NoRoom
        digest, count = hashlib.sha256(), 0

        async def counted() -> AsyncIterator[bytes]:
            nonlocal count
            async for chunk in content:
                digest.update(chunk)
                count += len(chunk)
                yield chunk

        try:
            await self._clear(coming)
            await obstore.put_async(store, coming, counted())
            found = digest.hexdigest()
            copy = f"{COPIES}/{found[:2]}/{found}"
            await self._settle(coming)
            await obstore.rename_async(store, coming, copy)
        except (BaseError, OSError) as error:
            raise StoreFailed(type(error).__name__) from error
        return Stored(copy, found, count)

    async def fetch(self, key: str, into: Path) -> None:
        """The copy behind a key into a file of the disk, piece by piece.

        Raises FileNotFoundError when there is no such copy, StoreFailed, and OSError of the disk.
        """
        try:
            found = await obstore.get_async(self._store, key)
            with await asyncio.to_thread(into.open, "wb") as file:
                async for chunk in found.stream(min_chunk_size=MEGABYTE):
                    await asyncio.to_thread(file.write, chunk)
        except (NotFoundError, FileNotFoundError) as none:
            raise FileNotFoundError(key) from none
        except BaseError as error:
            raise StoreFailed(type(error).__name__) from error

    async def forget(self, before: datetime, kept: Kept) -> int:
        """Files from before that moment that are nobody's evidence go; `kept` knows which are. Returns how many."""
        gone = 0
        async for page in obstore.list(self._store):
            old = [one["path"] for one in page if one["last_modified"] < before]
            useless = sorted(set(old) - await kept(old)) if old else []
            if useless:
                await obstore.delete_async(self._store, useless)
            gone += len(useless)
        return gone


@dataclass
class FileStore(Store):
    """A folder of copies; `room` says how many bytes are free."""

    folder: Path
    room: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free

    @cached_property
    def _store(self) -> LocalStore:
        return LocalStore(self.folder, mkdir=True)

    def _has_room(self, size: int) -> bool:
        return self.room(self.folder) >= LEAST_ROOM + size

    async def _settle(self, name: str) -> None:
        await asyncio.to_thread(_to_disk, self.folder / name)

    async def _clear(self, name: str) -> None:
        what = Path(name).name.partition(".")[0]
        await asyncio.to_thread(_no_halves, self.folder / COMING, f"{what}[.#]*")

    async def forget(self, before: datetime, kept: Kept) -> int:
        """The halves of files, too, which a crash leaves and no listing shows."""
        halves = await asyncio.to_thread(_no_halves, self.folder / COMING, "*#*", before)
        return halves + await super().forget(before, kept)


@dataclass(frozen=True)
class Bucket(Store):
    """A bucket of a store that speaks S3, where several machines share the copies (`s3://bucket/prefix`).

    `endpoint` is the store's address, "" for Amazon's own; the secret is never shown.
    """

    url: str
    endpoint: str
    region: str
    key: str
    secret: str = field(repr=False)

    @cached_property
    def _store(self) -> ObjectStore:
        asked: Any = {
            "access_key_id": self.key,
            "secret_access_key": self.secret,
            "region": self.region,
        }
        if self.endpoint:
            asked["endpoint"] = self.endpoint
        patience: Any = {"max_retries": TRIES, "retry_timeout": timedelta(seconds=60)}
        options: Any = {"allow_http": self.endpoint.startswith("http://"), "timeout": "60s"}
        return S3Store.from_url(self.url, config=asked, client_options=options, retry_config=patience)

    def _has_room(self, size: int) -> bool:
        return True  # a bucket says no by itself

    async def _settle(self, name: str) -> None:
        return  # it has seen to that when it answers

    async def _clear(self, name: str) -> None:
        return  # a part is nothing with a name; the store's own rule throws it away (.env.example)


def store_of(settings: Settings) -> Store:
    """Where the copies of this bot lie."""
    if settings.files is not None:
        return FileStore(settings.files)
    about = (settings.files_endpoint, settings.files_region, settings.files_key, settings.files_secret)
    return Bucket(settings.files_url, *about)


def _no_halves(folder: Path, names: str, before: datetime | None = None) -> int:
    """What obstore had not finished writing (`NAME#1`) goes, all of it or what is older. Returns how many files."""
    gone = 0
    for one in folder.glob(names):
        with suppress(FileNotFoundError):  # it has just been finished
            if before is None or one.stat().st_mtime < before.timestamp():
                one.unlink()
                gone += 1
    return gone


def _to_disk(path: Path) -> None:
    """A copy that is said to be there survives a power cut."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
