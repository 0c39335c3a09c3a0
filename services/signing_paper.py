"""A signature given by hand: the methodist or the deputy head enters who, when, and the scan (S-21, X46)."""

from __future__ import annotations

from datetime import date

from models.errors import BadAnswer, NotYours
from models.evidence import Evidence, EvidenceKind
from models.paper import Paper, papers_waiting_around
from models.paper_slot import Office
from models.people import Appointment, Role
from services import signing, signing_offices, signing_seat
from services.signing_kind import title
from services.signing_seat import Seat
from services.work import Work

SCANS = (EvidenceKind.PHOTO, EvidenceKind.DOCUMENT)


async def may_enter(work: Work, slot_id: int, drawn: int) -> Seat:
    """The acting person is about to enter a signature on paper. Refuses NotYours to who may not, and as `may_sign`."""
    found = await signing_seat.seat(work, slot_id)
    if found.enters is None:
        raise NotYours("refusal-not-yours")
    found.paper.only_due(found.slot, drawn, lambda role: title(work, found.paper, role))
    return found


async def holders(work: Work, found: Seat) -> list[Office]:
    """Who could have signed by hand, for the buttons; any other name may be typed."""
    offices = await signing_offices.around(work, found.paper.route)
    day = signing_offices.day_of(work, found.paper.route)
    return signing_offices.holders(found.paper, found.slot, day, offices)


async def earliest(work: Work, slot_id: int) -> date:
    """The day before which nobody can have signed: the route's first."""
    route = (await signing_seat.seat(work, slot_id)).paper.route
    return route.organisation.today(route.created_at)


async def enter(work: Work, slot_id: int, drawn: int, name: str, on: date, scan: Evidence) -> Seat:
    """Signed by hand on that day by whoever bears the name; the chain goes on, and that person hears.

    Refuses: as `may_enter`; signing-paper-day-wrong; signing-paper-scan for what is no photo or file.
    """
    found = await may_enter(work, slot_id, drawn)
    if not await earliest(work, slot_id) <= on <= work.today:
        raise BadAnswer("signing-paper-day-wrong")
    if scan.kind not in SCANS:
        raise BadAnswer("signing-paper-scan")
    paper, slot = found.paper, found.slot
    known = next((one for one in await holders(work, found) if one.person.full_name == name), None)
    slot.on_paper(known.role if known else Role(slot.held_by[0]), name, on, work.person, work.now)
    if known is not None:
        slot.is_of(known)
    scan.slot_id = slot.id
    scan.to_copy(work.rules.largest_copy)
    work.session.add(scan)
    facts = {"kind": paper.kind.value, "act": slot.act, "name": name, "on": on}
    work.remember(paper.route_id, "paper.on_paper", **facts, by=work.person.short_name)
    await signing.signed(work, paper, slot)
    if known is not None and known.person.id != work.person.id:
        once = f"signing-entered:{slot.id}:{slot.version}"
        work.notify(
            known.person.id,
            "signing-entered",
            once=once,
            slot=slot.id,
            version=slot.version,
            name=paper.route.teacher.short_name,
            act=slot.act,
            on=on,
            by=work.person.short_name,
        )
    return found


async def going_round(work: Work) -> list[Paper]:
    """The open papers around which the acting person may enter a signature, the longest waiting first."""
    offices = await signing_offices.own(work)
    around = {one.organisation_id for one in offices}, {one.organisation.region for one in offices}
    every = [one.value for one in Role]
    papers = await work.all(papers_waiting_around(work.person.id, *around, every))
    mine = (one for one in papers if _enters(work, one, offices))
    return sorted(mine, key=lambda one: (one.stage_at, one.id))


def _enters(work: Work, paper: Paper, offices: list[Appointment]) -> bool:
    if paper.route.teacher_id == work.person.id:
        return False
    day, roles = signing_offices.day_of(work, paper.route), signing_offices.ENTERING
    return signing_offices.holds(paper.route, work.person.id, day, offices, roles) is not None
