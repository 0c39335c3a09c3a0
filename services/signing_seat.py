"""Where the acting person stands to a paper: may they sign, is it their turn, whom does it wait for (X27, S-06.1)."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import NotYours, Refusal
from models.paper import Paper, paper_of_slot, to_hold
from models.paper_slot import Office, PaperSlot
from services import signing_offices
from services.signing_kind import title
from services.work import Work


@dataclass(frozen=True)
class Seat:
    """A slot as the acting person stands to it: by which office they sign, and by which they enter paper."""

    paper: Paper
    slot: PaperSlot
    office: Office | None
    enters: Office | None

    @property
    def is_due(self) -> bool:
        """Whether the acting person's signature is awaited now."""
        return self.office is not None and self.slot in self.paper.due


async def seat(work: Work, slot_id: int) -> Seat:
    """A slot as the acting person stands to it. Refuses NotYours to who is neither a signer nor around the route."""
    paper = await work.get_held(to_hold([slot_id]), paper_of_slot(slot_id))
    slot = paper.slot(slot_id)
    offices, day = await signing_offices.own(work), signing_offices.day_of(work, paper.route)
    office = signing_offices.may(work, paper, slot, offices)
    signs = any(signing_offices.may(work, paper, one, offices) is not None for one in paper.slots)
    enters = None
    if paper.route.teacher_id != work.person.id:
        roles = signing_offices.ENTERING
        enters = signing_offices.holds(paper.route, work.person.id, day, offices, roles)
    if not signs and enters is None and not _reads(work, paper):
        raise NotYours("refusal-not-yours")
    return Seat(paper, slot, office, enters)


def _reads(work: Work, paper: Paper) -> bool:
    team = {one.person_id for one in paper.route.team if one.holds(work.today)}
    signers = {one.person_id for one in paper.slots}
    return work.person.id in {paper.route.teacher_id, *team, *signers}


async def own_slot(work: Work, paper: Paper) -> PaperSlot:
    """The slot that the acting person may sign or return now.

    Refuses: NotYours to strangers and for the own work (X27), sign-waits-for to who comes later.
    """
    if paper.route.teacher_id == work.person.id:
        raise NotYours("refusal-own-work")
    mine = await due_for(work, paper)
    if mine is None:
        await seat(work, paper.slots[0].id)
        raise Refusal("signing-waits-for", role=title(work, paper, paper.due[0].held_by[0]))
    return mine


async def due_for(work: Work, paper: Paper | None) -> PaperSlot | None:
    """The slot of a paper that waits for the acting person."""
    offices = await signing_offices.own(work)
    for slot in paper.due if paper is not None else ():
        if paper is not None and signing_offices.may(work, paper, slot, offices) is not None:
            return slot
    return None


async def may_sign(work: Work, slot_id: int, drawn: int) -> Seat:
    """The acting person is about to sign. Refuses: NotYours, sign-signed-already, sign-not-waiting, sign-waits-for."""
    found = await seat(work, slot_id)
    if found.office is None:
        raise NotYours("refusal-not-yours")
    found.paper.only_due(found.slot, drawn, lambda role: title(work, found.paper, role))
    return found
