"""What whoever looks after the bot must hear: a bug, a queue that stands still, a full disk; a template that is wrong.

The first three at most once an hour each, a template once for each state of its file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from models.notice import waiting_notices
from models.people import Appointment, OrganisationKind, administrators, methodists_by
from services.once import already_told
from services.paper_files import Trouble
from services.work import Work

LONGEST_WAIT = timedelta(minutes=10)
"""How long a notice may be due before somebody looks: Telegram's own limits delay by minutes at most."""
LEAST_FREE = 200 * 1024 * 1024
"""Bytes of a disk below which nothing is safe: a copy of the database needs as much."""
MEGABYTE = 1024 * 1024


async def bug(work: Work, number: str) -> int:
    """An error that nobody foresaw: its number stands in the log and before the person whom it met."""
    return await _tell(work, "alert-bug", await _hourly(work, "alert-bug"), number=number)


async def look_after(work: Work, free: int) -> int:
    """A look at the queue and at the room on the disk (bytes). Returns how many notices it wrote."""
    return await _queue(work) + await _disk(work, free)


async def _queue(work: Work) -> int:
    waiting, oldest = (await work.session.execute(waiting_notices(work.now))).one()
    late = work.now - oldest if oldest else timedelta()
    if late < LONGEST_WAIT:
        return 0
    people = await _hourly(work, "alert-queue")
    return await _tell(work, "alert-queue", people, waiting=waiting, minutes=late // timedelta(minutes=1))


async def _disk(work: Work, free: int) -> int:
    if free >= LEAST_FREE:
        return 0
    people = await _hourly(work, "alert-disk")
    return await _tell(work, "alert-disk", people, megabytes=free // MEGABYTE)


async def template(work: Work, trouble: Trouble) -> int:
    """An organisation's Word template is wrong: administrators and the methodists who go by it hear once of each file.

    Papers are made by our template meanwhile.
    """
    people = await looking_after(work) | {
        one.person_id for one in await _methodists(work, trouble.regulation)
    }
    about = f"alert-template:{trouble.regulation}/{trouble.file}:{trouble.digest[:32]}"
    file, keys = f"{trouble.regulation}/{trouble.file}", {one: f"{about}:{one}" for one in people}
    return await _tell(work, "alert-template", keys, file=file, tag=trouble.tag, fault=trouble.fault)


async def _methodists(work: Work, regulation: str) -> list[Appointment]:
    return await work.all(methodists_by(regulation, work.now.date()))


async def _hourly(work: Work, kind: str) -> dict[int, str]:
    """Every administrator, and the key by which they hear of a kind of trouble at most once an hour."""
    hour = work.now.strftime("%Y-%m-%dT%H")
    return {person: f"{kind}:{hour}:{person}" for person in await looking_after(work)}


async def _tell(work: Work, kind: str, keys: Mapping[int, str], **facts: Any) -> int:
    """Each of these people hears, but for whose key has been told; how many do now."""
    told = await already_told(work, list(keys.values()))
    unheard = [(person, once) for person, once in keys.items() if once not in told]
    for person, once in unheard:
        work.notify(person, kind, once=once, **facts)
    return len(unheard)


async def looking_after(work: Work) -> set[int]:
    """The administrators of the centres; where no centre has one, those of the schools."""
    offices = await work.all(administrators())
    held = [one for one in offices if one.holds(one.organisation.today(work.now))]
    of_centres = [one for one in held if one.organisation.kind is OrganisationKind.CENTRE]
    return {one.person_id for one in of_centres or held}
