"""The protocol of a paper: every signature with who, by what right, when and how; the tutor's visa apart (X23, X39)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.approval import Assent, assents_of
from models.errors import NotYours
from models.evidence import Evidence, scans_of
from models.paper import Paper, PaperKind, papers_about, papers_signed_by
from models.people import CENTRE_ROLES, Organisation, Role, organisation_by_id
from services import second_factor, signing, signing_offices, signing_seat
from services.signing_seat import Seat
from services.work import Work

ANSWERING = (Role.HEAD, Role.CENTRE_HEAD, Role.ADMIN)
"""Who enters the act by which an organisation signs electronically."""
SHOWN = 20


@dataclass(frozen=True)
class Protocol:
    """A paper with everything that is known of its signatures; `loops`: how often it came back before."""

    seat: Seat
    visas: list[Assent]
    scans: list[Evidence]
    loops: int
    may_date: bool

    @property
    def paper(self) -> Paper:
        """The paper."""
        return self.seat.paper


async def of(work: Work, slot_id: int) -> Protocol:
    """The protocol for anybody around the paper. Refuses NotYours."""
    found = await signing_seat.seat(work, slot_id)
    paper = found.paper
    visas = await work.all(assents_of(paper.subject_id)) if paper.kind is PaperKind.CARD else []
    earlier = [
        one for one in await work.all(papers_about(paper.route_id, paper.kind.value)) if one.id < paper.id
    ]
    return Protocol(
        found,
        [one for one in visas if one.person_id != paper.route.teacher_id],
        await work.all(scans_of([one.id for one in paper.slots])),
        signing.loops(earlier),
        found.enters is not None and found.enters.role in CENTRE_ROLES,
    )


async def signed(work: Work) -> list[Paper]:
    """The papers that the acting person has signed or entered, the latest first."""
    return await work.all(papers_signed_by(work.person.id).limit(SHOWN))


async def begin_on(work: Work, slot_id: int, on: date, *, drawn: int) -> Paper:
    """The methodist says when the route really began (X20); who and from what to what stays in the history.

    Refuses: NotYours, signing-not-begun, Outdated.
    """
    found = await of(work, slot_id)
    if not found.may_date:
        raise NotYours("refusal-not-yours")
    route = found.paper.route
    before = route.began_on
    route.began(on, drawn)
    work.remember(route.id, "route.began", before=before, on=on)
    await work.session.flush()
    return found.paper


async def answers_for(work: Work) -> Organisation | None:
    """The organisation whose head or administrator the acting person is."""
    offices = await signing_offices.own(work)
    return next((one.organisation for one in offices if one.role in ANSWERING), None)


async def agree_to_signatures(work: Work, act: str) -> Organisation:
    """The head enters the act by which people of the organisation sign electronically (63-FZ art. 9); "" removes it.

    Signatures given before keep what they were. Refuses NotYours.
    """
    mine = await answers_for(work)
    if mine is None:
        raise NotYours("refusal-not-yours")
    await second_factor.only_confirmed(work)
    organisation = await work.get(organisation_by_id(mine.id))
    organisation.agree_to_signatures(act, work.person.short_name, work.now)
    await work.session.flush()
    return organisation
