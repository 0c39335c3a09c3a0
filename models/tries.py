"""Whoever is wrong three times waits: a code of four digits, or the second one, is not to be guessed."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Mapped, mapped_column

from models.term import runs

WRONG_ALLOWED = 3
PAUSE = timedelta(minutes=15)


class Tries:
    """How often a code was wrong, and until when it is not asked for."""

    wrong: Mapped[int] = mapped_column(default=0)
    paused_until: Mapped[datetime | None]

    def pause(self, at: datetime) -> int:
        """Minutes until the next try; 0 where there is no pause."""
        if self.paused_until is None or not runs(self.paused_until, at, PAUSE):
            return 0
        return int(-(-(self.paused_until - at).total_seconds() // 60))

    def right(self) -> None:
        """The code was right: what was wrong before counts no more."""
        self.wrong, self.paused_until = 0, None

    def was_wrong(self, at: datetime) -> int:
        """Counts a wrong code; the third begins a pause. Returns how many tries are left."""
        self.wrong += 1
        left = WRONG_ALLOWED - self.wrong
        if left <= 0:
            self.wrong, self.paused_until = 0, at + PAUSE
        return max(left, 0)
