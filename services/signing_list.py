"""«Ждут подписи»: what waits for the acting person's signature, those that they have opened first (people.md, HEAD)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

from models.errors import Outdated
from models.paper import Paper, PaperLook, looks_of, papers_of_slots, papers_waiting_around
from models.paper_slot import PaperSlot
from models.people import CENTRE_ROLES
from services import signing_offices, signing_pad, signing_seat
from services.signing_pad import MOST_AT_ONCE, Pad
from services.signing_seat import Seat
from services.standing import Standing, Waiting
from services.work import Work


@dataclass(frozen=True)
class ToSign:
    """A slot that waits for the acting person; `opened`: they have read the paper."""

    paper: Paper
    slot: PaperSlot
    opened: bool


async def waiting(work: Work) -> list[ToSign]:
    """Everything that waits for the acting person's signature: the opened first, then the longest waiting."""
    offices = await signing_offices.own(work)
    schools = {one.organisation_id for one in offices}
    regions = {one.organisation.region for one in offices if one.role in CENTRE_ROLES}
    roles = {one.role.value for one in offices}
    papers = await work.all(papers_waiting_around(work.person.id, schools, regions, roles))
    looked = set(await work.all(looks_of(work.person.id)))
    found = [
        ToSign(paper, slot, paper.id in looked)
        for paper in papers
        for slot in paper.due
        if signing_offices.may(work, paper, slot, offices) is not None
    ]
    return sorted(found, key=lambda one: (not one.opened, one.paper.stage_at, one.slot.id))


async def open_paper(work: Work, slot_id: int) -> Seat:
    """The acting person reads a paper; kept once. Refuses NotYours."""
    found = await signing_seat.seat(work, slot_id)
    if found.office is not None and found.paper.id not in set(await work.all(looks_of(work.person.id))):
        work.session.add(PaperLook(paper_id=found.paper.id, person_id=work.person.id, at=work.now))
        await work.session.flush()
    return found


def seal(listed: Iterable[ToSign]) -> int:
    """A number for exactly these slots in these versions: what was listed is what is signed."""
    return crc32(",".join(sorted(f"{one.slot.id}.{one.slot.version}" for one in listed)).encode())


async def opened(work: Work) -> list[ToSign]:
    """What one code may sign: only papers that the acting person has read."""
    return [one for one in await waiting(work) if one.opened][:MOST_AT_ONCE]


async def sign_opened(work: Work, sealed: int) -> Pad:
    """«Подписать все просмотренные»: one keypad for what was listed. Refuses Outdated where it is another list."""
    listed = await opened(work)
    if not listed or seal(listed) != sealed:
        raise Outdated("signing-all-outdated")
    return await signing_pad.begin(work, [(one.slot.id, one.slot.version) for one in listed])


async def still_waiting(work: Work, those: Sequence[Waiting]) -> dict[int, Standing]:
    """A word about a signature that is there meanwhile, or no longer asked for, is needless."""
    papers = await work.all(papers_of_slots({one.facts["slot"] for one in those}))
    due = {slot.id: slot.version for paper in papers for slot in paper.due}
    return {
        one.id: Standing(one.facts) for one in those if due.get(one.facts["slot"]) == one.facts["version"]
    }
