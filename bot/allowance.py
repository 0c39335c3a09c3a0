"""How much one person may send before they are slowed: nobody else waits, and nothing is lost."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

BURST = 100
"""Updates at once that nobody is slowed for: ten albums of photos, a day's work sent when the net comes back."""
PER_SECOND = 8.0
REMEMBERED = 50_000


class Allowance:
    """Counts what each person has sent. `now`: seconds of a clock that only goes on."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._even_at: OrderedDict[int, float] = OrderedDict()

    def spend(self, person: int) -> float:
        """Counts one update of theirs; the seconds that it should wait: none within the allowance."""
        now = self._now()
        even_at = max(self._even_at.pop(person, now), now)
        self._even_at[person] = even_at + 1 / PER_SECOND
        self._forget(now)
        return max(0.0, even_at - now - (BURST - 1) / PER_SECOND)

    def _forget(self, now: float) -> None:
        """Whoever has been quiet since, and the longest quiet of too many."""
        while self._even_at:
            person = next(iter(self._even_at))
            if self._even_at[person] > now and len(self._even_at) <= REMEMBERED:
                return
            del self._even_at[person]
