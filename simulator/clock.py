"""The simulated time: the real clock, moved ahead by a number of seconds that stands in a file.

The bot under test may look into the same file, so that Telegram and the bot live at one date.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path


class Clock:
    """Calling it gives the seconds of the epoch, simulated."""

    def __init__(self, real: Callable[[], float], offset_file: Path | None = None) -> None:
        self._real = real
        self._file = offset_file
        self._kept = 0.0

    def __call__(self) -> float:
        return self._real() + self.offset()

    def offset(self) -> float:
        """How far ahead of the real clock, in seconds; read anew at each look, an unreadable file is 0."""
        if self._file is None:
            return self._kept
        try:
            return float(self._file.read_text().strip() or 0)
        except (OSError, ValueError):
            return 0.0

    def add(self, seconds: float) -> None:
        """Move on; the file is replaced in one step, so that no reader sees half a number."""
        total = self.offset() + seconds
        if self._file is None:
            self._kept = total
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_name(self._file.name + ".new")
        fresh.write_text(f"{total}\n" if total != int(total) else f"{int(total)}\n")
        os.replace(fresh, self._file)  # noqa: PTH105 - Path.replace would hide that this is the atomic step
