"""Copies of evidence as services know them: a name that leads to bytes, wherever they lie."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class Copies(Protocol):
    """A folder or a bucket of copies."""

    async def fetch(self, key: str, into: Path) -> None:
        """The bytes behind a key into a file. Raises FileNotFoundError when there is no copy, OSError else."""
