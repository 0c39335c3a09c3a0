"""Where copies of evidence lie: a folder behind obstore, named by content and never by people (S-09)."""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore

MEGABYTE = 1024 * 1024
LEAST_ROOM = 200 * MEGABYTE
"""Bytes that copies leave free: the database needs room first."""
COPIES, COMING = "evidence", "incoming"
Kept = Callable[[list[str]], Awaitable[set[str]]]


class NoRoom(Exception):
    """The disk is full, or nearly: a copy has to wait."""


class StoreFailed(Exception):
    """A copy could not be written; nothing half-written has a name of its own."""


@dataclass(frozen=True)
class Stored:
    """A copy: its name in the store, the SHA-256 of the content, its size in bytes."""

    place: str
    digest: str
    size: int


@dataclass
class FileStore:
    """The folder of copies. The same content lies there once; `room` says how many bytes are free."""

    folder: Path
    room: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free

    @cached_property
    def _store(self) -> LocalStore:
        return LocalStore(self.folder, mkdir=True)

    async def put(self, name: str, content: AsyncIterator[bytes], size: int) -> Stored:
        """Keep a stream of about `size` bytes; `name` is its name until all of it has come.

        Raises NoRoom before anything is written, StoreFailed, and whatever the stream raises.
        """
        store = self._store
        if self.room(self.folder) < LEAST_ROOM + size:
            raise NoRoom
        digest, count = hashlib.sha256(), 0

        async def counted() -> AsyncIterator[bytes]:
            nonlocal count
            async for chunk in content:
                digest.update(chunk)
                count += len(chunk)
                yield chunk

        coming, found = f"{COMING}/{name}", ""
        try:
            await obstore.put_async(store, coming, counted())
            found = digest.hexdigest()
            copy = f"{COPIES}/{found[:2]}/{found}"
            await asyncio.to_thread(_to_disk, self.folder / coming)
            await obstore.rename_async(store, coming, copy)
        except (BaseError, OSError) as error:
            raise StoreFailed(type(error).__name__) from error
        return Stored(copy, found, count)

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


def _to_disk(path: Path) -> None:
    """A copy that is said to be there survives a power cut."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
