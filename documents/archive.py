"""ZIP archives that are written piece by piece, in parts that a messenger takes."""

from __future__ import annotations

import zipfile
from pathlib import Path
from types import TracebackType
from typing import Self

from documents.file_names import Names

LARGEST_PART = 45 * 1024 * 1024
"""Bytes; Telegram takes 50 MB from a bot."""
CHUNK = 256 * 1024
PACKED = frozenset(
    {".jpg", ".jpeg", ".png", ".mp4", ".ogg", ".oga", ".mp3", ".zip", ".docx", ".xlsx", ".pdf"}
)
"""Endings of what does not become smaller."""
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""Every entry is as old: the same content gives the same bytes."""


class Archive:
    """One archive, or several parts of it, none larger than `largest` bytes unless one file alone is.

    `folder/stem.zip`; of several parts `stem, часть 2.zip` by the word given. Memory stays flat.
    """

    def __init__(self, folder: Path, stem: str, part: str, largest: int = LARGEST_PART) -> None:
        self.folder, self._stem, self._part, self._largest = folder, stem, part, largest
        self.paths: list[Path] = []
        self._names = Names()
        self._zip: zipfile.ZipFile | None = None
        self._size = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def add(self, name: str, content: bytes) -> str:
        """One file under this name, or the next free one; the name that it got."""
        found = self._names.once(name)
        with self._room(len(content)).open(_entry(found), "w") as into:
            into.write(content)
        return found

    def copy(self, name: str, path: Path) -> str:
        """A file of the disk, read piece by piece. Raises OSError."""
        size = path.stat().st_size
        with path.open("rb") as source:
            found = self._names.once(name)
            with self._room(size).open(_entry(found), "w") as into:
                while chunk := source.read(CHUNK):
                    into.write(chunk)
        return found

    def _room(self, size: int) -> zipfile.ZipFile:
        """The part that takes so many bytes more."""
        if self._zip is None or (self._size and self._size + size > self._largest):
            self._close()
            ending = f", {self._part} {len(self.paths) + 1}" if self.paths else ""
            path = self.folder / f"{self._stem}{ending}.zip"
            self.paths.append(path)
            self._zip, self._size = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED), 0
        self._size += size
        return self._zip

    def _close(self) -> None:
        if self._zip is not None:
            self._zip.close()
            self._zip = None


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EARLIEST)
    stored = Path(name).suffix.lower() in PACKED
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    return entry
