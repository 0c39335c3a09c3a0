"""Conclusions as a paper: what its signers read, and the end of the route once all have signed (X15, X20, 4.11)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import CursorResult

from models.conclusions import PROLONGED, Conclusions, conclusions_by_id
from models.errors import Outdated
from models.notice import recall
from models.paper import Paper, PaperKind, papers_about
from models.paper_slot import UNDO, PaperSlot
from models.registry import RegistryEntry, entry_of, keeper_of, last_number
from models.route import Route
from services import signing, signing_kind, signing_offices
from services.conclusions_check import Checks
from services.signing_seat import Seat
from services.work import Work


async def of(work: Work, one: Conclusions) -> Paper | None:
    """The newest paper about these conclusions."""
    return await signing.state_of(work, one.route_id, PaperKind.CONCLUSIONS, one.id)


def content_of(found: Checks, one: Conclusions) -> dict[str, Any]:
    """What is signed: the text, the outcome with its dates, and the checklist as it stood."""
    return {
        "paragraphs": list(one.paragraphs),
        "outcome": one.outcome,
        "reason": one.reason,
        "new_end": one.new_end.isoformat() if one.new_end else None,
        "prolongation": one.prolongation,
        "past": one.past,
        "few": one.few if found.is_few else "",
        "checks": found.facts(one),
    }


async def summary(work: Work, paper: Paper) -> dict[str, Any]:
    """The outcome, the count with its clause, what departs from the regulation and why, how long the text is."""
    content, rules = paper.content, work.rules.of(paper.route)
    until = content["new_end"]
    return {
        "outcome": content["outcome"],
        "reason": content["reason"],
        "until": date.fromisoformat(until) if until else None,
        "prolongation": content["prolongation"],
        "past": content["past"],
        "few": content["few"],
        "accepted": content["checks"]["accepted"],
        "least": content["checks"]["least"],
        "clause": content["checks"]["clause"],
        "text": "\n\n".join(content["paragraphs"]),
        "regulation": rules.short_title,
        "edition": await _edition(work, paper),
    }


async def _edition(work: Work, paper: Paper) -> int:
    """Which version of the same conclusions it is: one more each time that they come back and go round again."""
    every = await work.all(papers_about(paper.route_id, paper.kind.value))
    return sum(one.subject_id == paper.subject_id and one.id <= paper.id for one in every)


async def done(work: Work, paper: Paper, slot: PaperSlot) -> None:
    """Everybody has signed: the day of the last signature ends the route, or begins its prolonged part (X20)."""
    one = await work.get(conclusions_by_id(paper.subject_id))
    await settle(work, one, slot.paper_on or paper.route.organisation.today(work.now), paper)


async def settle(work: Work, one: Conclusions, on: date, paper: Paper | None = None) -> None:
    """The conclusions hold: closed with its number in the registry, or prolonged; everybody hears (S-17.5)."""
    route = one.route
    one.sign(work.now, route.ends_on)
    label = ""
    if one.outcome == PROLONGED and one.new_end is not None:
        route.prolong(one.new_end)
        work.remember(
            route.id,
            "route.prolonged",
            until=one.new_end,
            was=one.old_end,
            number=one.prolongation,
            past=one.past,
        )
    else:
        route.close(on)
        label = await _enter(work, route, on)
        work.remember(route.id, "route.closed", on=on, outcome=one.outcome, registry=label)
    await work.session.flush()
    _tell(work, one, on, label, await _hearers(work, one, paper))


async def _enter(work: Work, route: Route, on: date) -> str:
    """The number in the registry where the regulation keeps one, in sequence by year and centre; else "" (S003)."""
    if work.rules.of(route).registry is None:
        return ""
    entry = await work.find(entry_of(route.id))
    if entry is not None:
        return entry.label
    region = route.organisation.region
    await work.hold(keeper_of(region))
    number = (await work.find(last_number(region, on.year)) or 0) + 1
    entry = RegistryEntry(route_id=route.id, region=region, year=on.year, number=number, entered_on=on)
    work.session.add(entry)
    await work.session.flush()
    return entry.label


async def _hearers(work: Work, one: Conclusions, paper: Paper | None) -> list[int]:
    """Who hears beside the teacher: whoever wrote them, the team, whoever was asked to sign and did the monitoring."""
    route, day = one.route, one.route.organisation.today(work.now)
    monitors = work.rules.of(route).conclusion.monitoring_by
    offices = await signing_offices.around(work, route)
    team = [member.person_id for member in route.team if member.holds(day)]
    signers = sorted(await signing_offices.asked(work, paper)) if paper is not None else []
    watching = [office.person_id for office in offices if office.role == monitors]
    everybody = dict.fromkeys([one.author_id, *team, *signers, *watching])
    return [one_id for one_id in everybody if one_id != route.teacher_id]


def _tell(work: Work, one: Conclusions, on: date, label: str, hearers: list[int]) -> None:
    """The teacher reads and answers; the others read what it came to; told once it can no longer be taken back."""
    route, at = one.route, work.now
    shared: dict[str, Any] = {
        "outcome": one.outcome,
        "on": on,
        "until": one.new_end,
        "label": label,
        "past": one.past,
        "signed": bool(work.rules.of(route).signing.stages(PaperKind.CONCLUSIONS.value)),
    }
    work.notify(
        route.teacher_id,
        "conclusions-signed-own",
        once=_once(one, route.teacher_id, at),
        after=UNDO,
        conclusions=one.id,
        version=one.version,
        **shared,
    )
    for person_id in hearers:
        work.notify(
            person_id,
            "conclusions-signed",
            once=_once(one, person_id, at),
            after=UNDO,
            name=route.teacher.short_name,
            **shared,
        )


def _once(one: Conclusions, person_id: int, at: datetime) -> str:
    return f"conclusions-signed:{one.id}:{at.isoformat()}:{person_id}"


async def undone(work: Work, paper: Paper) -> None:
    """The last signature is taken back: the route goes on as before. Refuses where the teacher has been told already.

    A number in the registry stays with the route, and is not given to another one.
    """
    one = await work.get(conclusions_by_id(paper.subject_id))
    route, at = one.route, one.signed_at or work.now
    if not await _recall(work, _once(one, route.teacher_id, at)):
        raise Outdated("signing-no-undo")
    for person_id in await _hearers(work, one, paper):
        await _recall(work, _once(one, person_id, at))
    route.reopen()
    if one.outcome == PROLONGED and one.old_end is not None:
        route.prolong(one.old_end)
    one.unsign()


async def _recall(work: Work, once: str) -> int:
    result = await work.session.execute(recall(once, work.now))
    return cast("CursorResult[Any]", result).rowcount


async def give_back(work: Work, slot_id: int, reason: str, *, drawn: int) -> Seat:
    """A signer returns the conclusions with a reason; whoever wrote them hears and mends (X31).

    Refuses as `signing_seat.may_sign`.
    """
    seat = await signing.give_back(work, slot_id, drawn, reason, kind=PaperKind.CONCLUSIONS)
    one = await work.get(conclusions_by_id(seat.paper.subject_id))
    one.back()
    work.remember(one.route_id, "conclusions.returned", number=one.number, reason=reason)
    await work.session.flush()
    work.notify(
        one.author_id,
        "conclusions-returned",
        by=work.person.short_name,
        name=one.route.teacher.short_name,
        route=one.route_id,
        version=one.version,
        reason=reason,
    )
    return seat


async def number_of(work: Work, route_id: int) -> RegistryEntry | None:
    """The number of a route in the registry, once it has one."""
    return await work.find(entry_of(route_id))


signing_kind.paper_kind(PaperKind.CONCLUSIONS, signing_kind.Kind(done=done, undone=undone, summary=summary))
