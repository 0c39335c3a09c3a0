"""The only now() (DESIGN 15)."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path


class Clock:
    """The wall clock in UTC, moved by the seconds in `offset_file` (read at each look), for the demo and for tests."""

    def __init__(self, offset_file: Path | None = None, source: Callable[[], float] = time.time) -> None:
        self._offset_file = offset_file
        self._source = source

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return datetime.fromtimestamp(self._source(), UTC) + timedelta(seconds=self.offset())

    def offset(self) -> float:
        """Seconds added to now; an empty, missing or unreadable file moves nothing."""
        if self._offset_file is None:
            return 0.0
        try:
            return float(self._offset_file.read_text().strip() or 0)
        except (OSError, ValueError):
            return 0.0
