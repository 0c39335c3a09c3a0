"""Terms that are over after minutes, whatever the clock has done meanwhile."""

from __future__ import annotations

from datetime import datetime, timedelta


def runs(until: datetime | None, at: datetime, lasts: timedelta) -> bool:
    """Whether a term that lasts so long still runs until then. None: none has begun.

    One that would run far longer was begun by a clock that ran ahead: once the clock is right, it is over.
    """
    return until is not None and at < until <= at + 2 * lasts
