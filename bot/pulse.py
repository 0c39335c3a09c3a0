"""When each standing part of a process last worked: what hangs is told from what has nothing to do."""

from __future__ import annotations

import time
from collections.abc import Callable

LONGEST_SILENCE = {"ticks": 180.0, "postman": 120.0, "updates": 180.0}
"""Seconds after which a standing part that did nothing is said to hang; each of them works at least once a minute."""


class Pulse:
    """When each standing part of the process last worked, by the monotonic clock."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._beats: dict[str, float] = {}

    def beat(self, part: str) -> None:
        """This part has just worked."""
        self._beats[part] = self._now()

    def silent(self) -> list[str]:
        """Parts that have begun to work and then stopped."""
        now = self._now()
        return [part for part, last in self._beats.items() if now - last > LONGEST_SILENCE[part]]
