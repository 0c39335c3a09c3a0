"""Who hears of a transfer: the receiving side when it is asked, both schools and the teacher when it is done."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from models.people import Organisation, Role, methodists_of, offices_around
from models.transfer import Transfer
from services.work import Work

OF_THE_SCHOOL = (Role.HEAD, Role.DEPUTY_HEAD)


async def _officers(work: Work, place: Organisation) -> set[int]:
    """The head and the deputy of a school, and the methodists of its region."""
    day = place.today(work.now)
    offices = await work.all(offices_around(place.id, place.region, day))
    heads = {
        one.person_id for one in offices if one.role in OF_THE_SCHOOL and one.organisation_id == place.id
    }
    return heads | {one.person_id for one in await work.all(methodists_of(place.region, day))}


async def proposed(work: Work, transfer: Transfer) -> None:
    """The receiving side is asked."""
    assert transfer.to is not None
    for hearer in sorted(await _officers(work, transfer.to) - {work.person.id, transfer.route.teacher_id}):
        once = f"transfer-asked:{transfer.id}:{hearer}"
        work.notify(hearer, "transfer-asked", once=once, transfer=transfer.id, **_facts(transfer))


def declined(work: Work, transfer: Transfer) -> None:
    """Who proposed it hears why not."""
    once = f"transfer-declined:{transfer.id}"
    reason = transfer.reason
    work.notify(transfer.author_id, "transfer-declined", once=once, reason=reason, **_facts(transfer))


async def both_sides(work: Work, transfer: Transfer) -> set[int]:
    """The officers of both places, and the team of before: asked for before the route has moved."""
    assert transfer.to is not None
    today = transfer.left.today(work.now)
    team = {one.person_id for one in transfer.route.team if one.holds(today)}
    sides = await _officers(work, transfer.left) | await _officers(work, transfer.to)
    return team | sides | {transfer.author_id}


def accepted(work: Work, transfer: Transfer, hearers: Collection[int]) -> None:
    """The teacher, and everybody of both sides but who accepted; each once."""
    teacher_id = transfer.route.teacher_id
    for hearer in sorted({*hearers, teacher_id} - {work.person.id}):
        once = f"transfer-done:{transfer.id}:{hearer}"
        own = hearer == teacher_id
        number = transfer.route_id
        work.notify(hearer, "transfer-done", once=once, own=own, number=number, **_facts(transfer))


def _facts(transfer: Transfer) -> dict[str, Any]:
    return {
        "name": transfer.route.teacher.short_name,
        "school": transfer.left.name,
        "to": transfer.to.name if transfer.to else "",
    }
