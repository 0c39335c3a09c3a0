"""What the machine below the bot has said when it was last looked at; the look itself is the clock's (bot/ticks.py)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass
class Machine:
    """Nothing is known before the first look, nor where another worker looks.

    `free`: bytes of the disk; `backs_up`: are backups made here; `backed_up`: when the last one was.
    """

    free: int | None = None
    backs_up: bool = False
    backed_up: datetime | None = None

    def seen(self, free: int, *, backs_up: bool, backed_up: datetime | None) -> None:
        """One look."""
        self.free, self.backs_up, self.backed_up = free, backs_up, backed_up
