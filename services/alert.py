"""What whoever looks after the bot must hear: a bug, a queue that stands still, a full disk. Once an hour each."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from models.notice import waiting_notices
from models.people import OrganisationKind, administrators
from services.once import already_told
from services.work import Work

LONGEST_WAIT = timedelta(minutes=10)
"""How long a notice may be due before somebody looks: Telegram's own limits delay by minutes at most."""
LEAST_FREE = 200 * 1024 * 1024
"""Bytes of a disk below which nothing is safe: a copy of the database needs as much."""
MEGABYTE = 1024 * 1024


async def bug(work: Work, number: str) -> int:
    """An error that nobody foresaw: its number stands in the log and before the person whom it met."""
    return await _tell(work, "alert-bug", number=number)


async def look_after(work: Work, free: int) -> int:
    """A look at the queue and at the room on the disk (bytes). Returns how many notices it wrote."""
    return await _queue(work) + await _disk(work, free)


async def _queue(work: Work) -> int:
    waiting, oldest = (await work.session.execute(waiting_notices(work.now))).one()
    late = work.now - oldest if oldest else timedelta()
    if late < LONGEST_WAIT:
        return 0
    return await _tell(work, "alert-queue", waiting=waiting, minutes=late // timedelta(minutes=1))


async def _disk(work: Work, free: int) -> int:
    return await _tell(work, "alert-disk", megabytes=free // MEGABYTE) if free < LEAST_FREE else 0


async def _tell(work: Work, kind: str, **facts: Any) -> int:
    """Every administrator hears of a kind of trouble at most once an hour; how many do now."""
    hour = work.now.strftime("%Y-%m-%dT%H")
    keys = {person: f"{kind}:{hour}:{person}" for person in await _who(work)}
    told = await already_told(work, list(keys.values()))
    unheard = [(person, once) for person, once in keys.items() if once not in told]
    for person, once in unheard:
        work.notify(person, kind, once=once, **facts)
    return len(unheard)


async def _who(work: Work) -> set[int]:
    """The administrators of the centres; where no centre has one, those of the schools."""
    offices = await work.all(administrators())
    held = [one for one in offices if one.holds(one.organisation.today(work.now))]
    of_centres = [one for one in held if one.organisation.kind is OrganisationKind.CENTRE]
    return {one.person_id for one in of_centres or held}
