"""Papers and signatures: the one way in which a card, a correction or conclusions are signed (docs/decisions/0016).

Whoever has a paper to be signed registers what follows with `signing_kind.paper_kind`, calls `open_for`, and reads
`state_of`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from models.base import ids
from models.errors import Outdated
from models.evidence import scans_of
from models.history import words_since
from models.notice import told_since
from models.paper import Paper, PaperKind, PaperState, fingerprint_of, papers_about, signed_together, to_hold
from models.paper_slot import Office, PaperSlot, SlotState, Way
from models.people import Appointment
from models.route import Route
from regulations.approval import Stage
from services import signing_kind, signing_offices, signing_seat
from services.signing_seat import Seat
from services.work import Work

FRESH = timedelta(hours=1)
"""Ours: a word about a waiting signature is not said again so soon (signed, taken back, signed again)."""


async def open_for(
    work: Work,
    route: Route,
    kind: PaperKind,
    subject_id: int,
    content: Mapping[str, Any],
    *,
    number: int = 1,
    author_id: int | None = None,
    chained: bool = False,
) -> Paper | None:
    """A paper goes round to be signed, as the route's regulation says; whoever is first hears.

    `chained`: those who approve plans approve it, too (X25). None where the regulation asks for nobody's word (X30).
    """
    stages = work.rules.of(route).signing.stages(kind.value, chained=chained)
    if not stages:
        return None
    paper = Paper(
        route_id=route.id,
        route=route,
        kind=kind,
        subject_id=subject_id,
        number=number,
        content=dict(content),
        fingerprint=fingerprint_of(content),
        regulation=route.regulation,
        edition=route.edition,
        author_id=author_id,
        stage=0,
        stage_at=work.now,
        opened_at=work.now,
        slots=_slots(stages),
    )
    work.session.add(paper)
    await work.session.flush()
    work.remember(route.id, "paper.opened", kind=kind.value, number=number, sha256=paper.fingerprint)
    await begin_stage(work, paper)
    return paper


def _slots(stages: tuple[Stage, ...]) -> list[PaperSlot]:
    return [
        PaperSlot.waiting(at, number, slot.roles, slot.next_roles, slot.act.value)
        for at, stage in enumerate(stages)
        for number, slot in enumerate(stage, 1)
    ]


async def begin_stage(work: Work, paper: Paper) -> None:
    """The slots whose turn it is: where nobody free holds one, the next role decides, with a note; they hear."""
    offices = await signing_offices.around(work, paper.route)
    day = signing_offices.day_of(work, paper.route)
    for slot in paper.due:
        _escalate(work, paper, slot, day, offices)
    await work.session.flush()
    for slot in paper.due:
        asked = signing_offices.holders(paper, slot, day, offices)
        await _tell(work, paper, slot, asked)


def _escalate(work: Work, paper: Paper, slot: PaperSlot, day: date, offices: list[Appointment]) -> None:
    if signing_offices.holders(paper, slot, day, offices):
        return
    for role in filter(None, slot.next_roles.split(",")):
        if signing_offices.holders(paper, slot, day, offices, (role,)):
            before = slot.held_by[0]
            slot.go_to(role)
            work.remember(
                paper.route_id, "paper.escalated", kind=paper.kind.value, role=role, instead_of=before
            )
            return


async def _tell(work: Work, paper: Paper, slot: PaperSlot, asked: list[Office]) -> None:
    """Everybody who is asked, but who has heard a moment ago: the buttons of that word still hold."""
    facts = await signing_kind.summary(work, paper, slot)
    about = f"signing-waiting:{slot.id}:{slot.version}:"
    heard = set(await work.all(told_since(about, work.now - FRESH)))
    for person_id in [one.person.id for one in asked if one.person.id not in heard]:
        work.notify(person_id, "signing-waiting", once=f"{about}{paper.version}:{person_id}", **facts)


async def state_of(work: Work, route_id: int, kind: PaperKind, subject_id: int) -> Paper | None:
    """The newest paper about something: its state, its slots and whose turn it is; None: nothing goes round."""
    found = await work.all(papers_about(route_id, kind.value))
    return next((one for one in found if one.subject_id == subject_id), None)


async def sign(work: Work, slot_id: int, drawn: int) -> Seat:
    """The acting person signs; their code was right (services/signing_pad.py). Refuses as `may_sign`."""
    found = await signing_seat.may_sign(work, slot_id, drawn)
    assert found.office is not None
    found.slot.signed(Way.PIN, found.office, work.now)
    found.slot.with_code(work.person.organisation.signature_act, work.account.telegram_id)
    facts = {"kind": found.paper.kind.value, "role": found.office.role.value, "act": found.slot.act}
    work.remember(found.paper.route_id, "paper.signed", **facts)
    await signed(work, found.paper, found.slot)
    return found


async def signed(work: Work, paper: Paper, slot: PaperSlot) -> None:
    """What follows from a signature: the next stage hears, or all is signed."""
    more = paper.go_on(work.now)
    await work.session.flush()
    if more and paper.due:
        await begin_stage(work, paper)
    elif more:
        await signing_kind.KINDS[paper.kind].done(work, paper, slot)


async def give_back(work: Work, slot_id: int, drawn: int, reason: str, *, kind: PaperKind) -> Seat:
    """The acting person returns the paper instead of signing, with a reason; the next version is another paper (X31).

    Signatures of this version stay in its protocol and count for no other. Refuses as `may_sign`; Outdated for a
    paper of another kind: what follows from a return is the kind's.
    """
    found = await signing_seat.may_sign(work, slot_id, drawn)
    assert found.office is not None
    if found.paper.kind is not kind:
        raise Outdated("refusal-outdated")
    found.slot.returned(found.office, work.now, reason)
    found.paper.give_back(work.now)
    await work.session.flush()
    return found


async def withdraw(work: Work, paper: Paper) -> None:
    """The paper's author takes it back before everybody has signed; nobody's word is awaited any more."""
    paper.withdraw(work.now)
    await work.session.flush()


async def undo(work: Work, slot_id: int) -> Seat:
    """The acting person takes their signature back: for two minutes, and only where nobody has acted on it.

    Refuses: sign-no-undo.
    """
    found = await signing_seat.seat(work, slot_id)
    if not await _may_undo(work, found):
        raise Outdated("signing-no-undo")
    await _take_back(work, found)
    return found


@dataclass(frozen=True)
class Undone:
    """What became of the signatures of one code: taken back, or staying because somebody has acted on them."""

    back: list[Seat]
    stay: list[Seat]


async def undo_all(work: Work, slot_id: int) -> Undone:
    """Every signature given with the same code as this one is taken back where nobody has acted on it.

    All are looked at before the first goes back: one route may have several papers. Refuses: sign-no-undo, where
    none can go back.
    """
    first = await signing_seat.seat(work, slot_id)
    at = first.slot.at if first.slot.person_id == work.person.id else None
    ids = await work.all(signed_together(work.person.id, at)) if at is not None else []
    await work.hold(to_hold(ids))
    seats = [await signing_seat.seat(work, one) for one in ids]
    back = [one for one in seats if await _may_undo(work, one)]
    if not back:
        raise Outdated("signing-no-undo")
    for one in back:
        await _take_back(work, one)
    return Undone(back, [one for one in seats if one not in back])


async def _may_undo(work: Work, found: Seat) -> bool:
    paper, slot = found.paper, found.slot
    at = slot.at
    if at is None or not slot.is_fresh(work.person, work.now) or paper.acted_on(slot, at):
        return False
    await work.hold(ids(Route, paper.route_id), alone=True)
    return await work.find(words_since(paper.route_id, at)) is None


async def _take_back(work: Work, found: Seat) -> None:
    paper, slot = found.paper, found.slot
    slot.take_back(work.person, work.now)
    for scan in await work.all(scans_of([slot.id])):
        await work.session.delete(scan)
    if paper.state is PaperState.DONE:
        await signing_kind.KINDS[paper.kind].undone(work, paper)
    paper.go_back(slot.stage, work.now)
    work.remember(paper.route_id, "paper.undone", kind=paper.kind.value)
    await work.session.flush()


def loops(papers: list[Paper]) -> int:
    """How many times a paper came back."""
    return sum(any(slot.state is SlotState.RETURNED for slot in one.slots) for one in papers)
