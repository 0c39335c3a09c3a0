"""Corrections: an activity that cannot be held gives way to another, signed as the regulation says (S000 4.6, S-11)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, cast

from sqlalchemy import CursorResult

from models.base import ids
from models.correction import (
    Correction,
    correction_about,
    correction_by_id,
    correction_writing,
    corrections_of,
    last_number,
)
from models.errors import NotYours, Outdated, Refusal
from models.notice import recall
from models.paper import Paper, PaperKind
from models.paper_slot import UNDO, PaperSlot
from models.people import Role
from models.plan import Activity
from models.route import RouteState
from services import correction_signers, plan, plan_row, signing, signing_kind, signing_offices, signing_seat
from services.work import Work


async def begin(work: Work, activity_id: int, *, drawn: int) -> Correction:
    """The teacher or somebody of the team begins a correction of a row, or goes on with the one under way.

    Refuses: NotYours, plan-activity-outdated, correction-not-begun before the route has begun.
    """
    await work.hold(ids(Activity, activity_id))
    row = await plan_row.look(work, activity_id)
    if (known := await work.find(correction_about(row.id))) is not None:
        return known
    row.drawn(drawn)
    if row.route.teacher_id != work.person.id:
        row.route.only_roles(work.person, work.today, work.rules.of(row.route).team.drafting.roles)
    if row.route.state is not RouteState.ACTIVE:
        raise Refusal("correction-not-begun")
    if not row.may_give_way:
        raise Outdated("plan-activity-outdated")
    made = Correction(
        route_id=row.route_id,
        author_id=work.person.id,
        activity_id=row.id,
        reason=row.reason,
        created_at=work.now,
    )
    work.session.add(made)
    await work.session.flush()
    return await look(work, made.id)


async def look(work: Work, correction_id: int) -> Correction:
    """A correction for the teacher, the team, and its signers. Refuses NotYours."""
    found = await work.get(correction_by_id(correction_id))
    if found.route.teacher_id == work.person.id:
        return found
    if any(one.person_id == work.person.id and one.holds(work.today) for one in found.route.team):
        return found
    paper = await paper_of(work, found)
    if await signing_seat.due_for(work, paper) is None:
        raise NotYours("refusal-not-yours")
    return found


async def own(work: Work, correction_id: int, drawn: int | None = None) -> Correction:
    """A correction for who writes it. Refuses: NotYours; correction-outdated for an older card."""
    found = await work.get(correction_by_id(correction_id))
    if found.author_id != work.person.id:
        raise NotYours("refusal-not-yours")
    if drawn is not None:
        found.drawn(drawn)
    return found


async def of_route(work: Work, route_id: int) -> list[Correction]:
    """Every correction of a route, for whoever sees its plan. Refuses NotYours."""
    found = await plan.see(work, route_id)
    return await work.all(corrections_of(found.route.id))


async def of_row(work: Work, row_id: int) -> Correction:
    """The correction that the acting person writes a row for. Refuses NotYours."""
    return await own(work, (await work.get(correction_writing(row_id))).id)


async def paper_of(work: Work, found: Correction) -> Paper | None:
    """The newest paper that went round about it."""
    return await signing.state_of(work, found.route_id, PaperKind.CORRECTION, found.id)


async def explain(work: Work, correction_id: int, reason: str, *, drawn: int) -> Correction:
    """The author says why; kept at once. Refuses: as `own`; correction-not-draft."""
    found = await own(work, correction_id, drawn)
    found.explain(reason)
    await work.session.flush()
    return found


async def write_instead(work: Work, correction_id: int, *, drawn: int) -> Activity:
    """The author begins the row that takes the place; goes on with the one begun. Refuses: as `own`."""
    found = await own(work, correction_id, drawn)
    found.being_written()
    if found.instead is not None and found.instead.is_open:
        return found.instead
    row = Activity.begun(found.route, work.person.id, work.now)
    row.correcting = True
    work.session.add(row)
    await work.session.flush()
    found.replace_by(row)
    await work.session.flush()
    return row


async def leave_alone(work: Work, correction_id: int, *, drawn: int) -> Correction:
    """«Без замены»: the activity is taken out, nothing takes its place. Refuses: as `own`; correction-not-draft."""
    found = await own(work, correction_id, drawn)
    found.replace_by(None)
    await work.session.flush()
    return found


async def send(work: Work, correction_id: int, *, drawn: int) -> Correction:
    """The author sends it round; where nobody signs it is in force at once.

    Refuses: as `own`; correction-not-whole, correction-not-draft; plan-activity-outdated where the row has changed.
    """
    found = await own(work, correction_id, drawn)
    number = found.number or (await work.find(last_number(found.route_id)) or 0) + 1
    found.send(number)
    found.route.touch()
    work.remember(found.route_id, "correction.sent", correction=found.id, number=number, reason=found.reason)
    await work.session.flush()
    if await correction_signers.open_for(work, found) is None:
        await _enter(work, found, once=f"correction:{found.id}")
    return found


async def withdraw(work: Work, correction_id: int, *, drawn: int) -> Correction:
    """The author takes it back before everybody has signed. Refuses: as `own`; correction-not-signing."""
    found = await own(work, correction_id, drawn)
    found.come_back()
    paper = await paper_of(work, found)
    if paper is not None:
        await signing.withdraw(work, paper)
    work.remember(found.route_id, "correction.taken_back", correction=found.id)
    await work.session.flush()
    return found


async def drop(work: Work, correction_id: int, *, drawn: int) -> Correction:
    """The author throws the draft away; the row stays as it is. Refuses: as `own`; correction-not-draft."""
    found = await own(work, correction_id, drawn)
    found.drop(work.now)
    await work.session.flush()
    return found


async def give_back(work: Work, slot_id: int, reason: str, *, drawn: int) -> Correction:
    """A signer returns it with a reason; its author hears once (X31). Refuses as signing.give_back."""
    seat = await signing.give_back(work, slot_id, drawn, reason, kind=PaperKind.CORRECTION)
    found = await work.get(correction_by_id(seat.paper.subject_id))
    found.come_back(reason)
    work.remember(found.route_id, "correction.returned", correction=found.id, reason=reason)
    await work.session.flush()
    once = f"correction-returned:{found.id}:{found.version}"
    work.notify(
        found.author_id,
        "correction-returned",
        once=once,
        by=work.person.short_name,
        reason=reason,
        correction=found.id,
        version=found.version,
        title=found.title,
    )
    return found


async def _enter(
    work: Work, found: Correction, once: str, paper: Paper | None = None, after: timedelta = timedelta()
) -> None:
    """It is in force: the teacher, the team, the head (X25) and whoever was asked to sign hear."""
    found.enter(work.now)
    work.remember(found.route_id, "correction.done", correction=found.id, number=found.number)
    await work.session.flush()
    facts: dict[str, Any] = {
        "name": found.route.teacher.short_name,
        "number": found.number,
        "old": found.title,
        "new": found.instead.title if found.instead is not None else "",
        "on": found.instead.on_date if found.instead is not None else None,
        "signed": paper is not None,
    }
    for person_id in await _hearers(work, found, paper):
        own = person_id == found.route.teacher_id
        work.notify(person_id, "correction-done", once=f"{once}:{person_id}", after=after, own=own, **facts)


async def _hearers(work: Work, found: Correction, paper: Paper | None) -> list[int]:
    day = found.route.organisation.today(work.now)
    offices = await signing_offices.around(work, found.route)
    heads = {one.person_id for one in offices if one.role is Role.HEAD}
    team = {one.person_id for one in found.route.team if one.holds(day)}
    signers = await signing_offices.asked(work, paper) if paper is not None else set()
    return sorted({found.route.teacher_id, *team, *heads, *signers})


async def done(work: Work, paper: Paper, slot: PaperSlot) -> None:
    """Everybody has signed (X24); people hear when it can no longer be taken back."""
    found = await work.get(correction_by_id(paper.subject_id))
    await _enter(work, found, _once(paper), paper, UNDO)


async def undone(work: Work, paper: Paper) -> None:
    """The last signature is taken back. Refuses where somebody has been told already."""
    found = await work.get(correction_by_id(paper.subject_id))
    for person_id in await _hearers(work, found, paper):
        result = await work.session.execute(recall(f"{_once(paper)}:{person_id}", work.now))
        if not cast("CursorResult[Any]", result).rowcount:
            raise Outdated("signing-no-undo")
    found.leave()


def _once(paper: Paper) -> str:
    closed = paper.closed_at.isoformat() if paper.closed_at else ""
    return f"correction-done:{paper.id}:{closed}"


signing_kind.paper_kind(
    PaperKind.CORRECTION, signing_kind.Kind(done=done, undone=undone, summary=correction_signers.summary)
)
