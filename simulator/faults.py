"""What goes wrong between a bot and Telegram, on purpose and repeatably."""

from __future__ import annotations

import random
from collections import deque
from dataclasses import dataclass, field
from typing import Literal

from simulator.errors import Json

Kind = Literal["drop", "lose", "error", "delay"]
KINDS: tuple[Kind, ...] = ("drop", "lose", "error", "delay")


@dataclass(frozen=True)
class Fault:
    """One fault of one call.

    `drop`: the connection breaks before the call is done; `lose`: it is done, but the answer is lost;
    `error`: HTTP `status`, not done; `delay`: done, answered after `seconds`.
    """

    kind: Kind
    seconds: float = 0.0
    status: int = 500


@dataclass
class Faults:
    """Rates (0..1) and one-shot queues of faults; the order follows from the seed alone.

    `duplicate` is how often getUpdates brings confirmed updates once more, `disorder` how often it mixes.
    """

    seed: int = 0
    drop: float = 0.0
    lose: float = 0.0
    error: float = 0.0
    delay: float = 0.0
    delay_seconds: float = 1.0
    duplicate: float = 0.0
    disorder: float = 0.0
    _once: dict[str, deque[Fault]] = field(default_factory=dict)
    _repeat: int = 0

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311 - a reproducible fault, not a secret

    def once(
        self, kind: Kind, *, method: str = "*", times: int = 1, seconds: float = 0.0, status: int = 500
    ) -> None:
        """The next `times` calls of `method` (any, with "*") fail so, before any rate is asked."""
        waiting = self._once.setdefault(method.lower(), deque())
        waiting.extend([Fault(kind, seconds, status)] * times)

    def repeat_updates(self, times: int = 1) -> None:
        """The next `times` answers of getUpdates bring what was already confirmed once more."""
        self._repeat += times

    def next(self, method: str) -> Fault | None:
        """The fault of this call, if any; each asking consumes one-shot faults and randomness."""
        for name in (method.lower(), "*"):
            if self._once.get(name):
                return self._once[name].popleft()
        return self._by_rate()

    def _by_rate(self) -> Fault | None:
        if not (self.drop or self.lose or self.error or self.delay):
            return None
        roll = self._random.random()
        for kind in KINDS:
            rate: float = getattr(self, kind)
            if roll < rate:
                return Fault(kind, self.delay_seconds if kind == "delay" else 0.0)
            roll -= rate
        return None

    def repeats(self, fresh: bool) -> bool:
        """Whether confirmed updates come again in this answer; by rate only beside `fresh` ones."""
        if self._repeat:
            self._repeat -= 1
            return True
        return fresh and bool(self.duplicate) and self._random.random() < self.duplicate

    def shuffled(self, updates: list[Json]) -> list[Json]:
        """The updates of one answer, sometimes out of order."""
        if self.disorder and self._random.random() < self.disorder:
            self._random.shuffle(updates)
        return updates
