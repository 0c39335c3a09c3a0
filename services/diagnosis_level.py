"""A value in a hole of the table of levels: a methodist or a tutor may set the neighbour level, with a reason (X02)."""

from __future__ import annotations

from dataclasses import dataclass

from models.diagnosis_record import RecordState
from models.errors import NotYours, Outdated
from models.level_choice import LevelChoice
from models.people import Role
from models.route import Route
from regulations.schema import Regulation
from services import diagnosis_record, diagnosis_result
from services import diagnosis_sources as sources
from services.levels import Finding
from services.work import Work

CHOOSERS = frozenset({Role.TUTOR.value, Role.METHODIST.value, Role.CENTRE_METHODIST.value})
DIAGNOSIS, RECORD = "diagnosis", "record"
"""What a level stands on: a self-diagnosis that is shown, or a record by others."""


@dataclass(frozen=True)
class Hole:
    """One value in a hole: of which source, how it reads now, and whose route it is."""

    kind: str
    source: int
    route: Route
    finding: Finding
    regulation: Regulation


async def may_choose(work: Work, route: Route) -> bool:
    """Is the acting person a methodist or a tutor around this route, and not its teacher (X27)?"""
    return bool(CHOOSERS & await diagnosis_record.roles_around(work, route))


async def look(work: Work, kind: str, source: int, competency: str) -> Hole:
    """A value that the table has no line for, for whoever may choose its level.

    Refuses: NotYours, diagnosis-not-shared, diagnosis-level-no-hole where the table prints the value.
    """
    route, found, regulation = await _findings(work, kind, source)
    if not await may_choose(work, route):
        raise NotYours("refusal-not-yours")
    for one in found:
        if one.competency == competency:
            if one.reading.neighbour is None:
                raise Outdated("diagnosis-level-no-hole")
            return Hole(kind, source, route, one, regulation)
    raise NotYours("refusal-not-yours")


async def _findings(work: Work, kind: str, source: int) -> tuple[Route, list[Finding], Regulation]:
    if kind == DIAGNOSIS:
        result = await diagnosis_result.result(work, source)
        return result.route, result.findings, result.regulation
    record = await diagnosis_record.look(work, source)
    if record.state is not RecordState.RECORDED:
        raise NotYours("refusal-not-yours")
    regulation = await diagnosis_record.regulation_of(work, record)
    found = await sources.findings(work, regulation, sources.source(regulation, record))
    return record.route, found, regulation


async def choose(work: Work, kind: str, source: int, competency: str, reason: str) -> Hole:
    """The other level across the hole is set, with its reason; the teacher hears. Refuses as `look`."""
    hole = await look(work, kind, source, competency)
    before, now = hole.finding.reading.deficit, hole.finding.reading.neighbour
    work.session.add(
        LevelChoice(
            route_id=hole.route.id,
            diagnosis_id=source if kind == DIAGNOSIS else None,
            record_id=source if kind == RECORD else None,
            competency=competency,
            score=hole.finding.reading.score,
            deficit=str(now),
            reason=reason,
            author_id=work.person.id,
            at=work.now,
        )
    )
    facts = {"competency": competency, "before": str(before), "now": str(now), "reason": reason}
    work.remember(hole.route.id, "diagnosis.level-chosen", kind=kind, source=source, **facts)
    work.notify(
        hole.route.teacher_id,
        "diagnosis-level-chosen",
        source_kind=kind,
        source=source,
        author=work.person.short_name,
        reason=reason,
    )
    await work.session.flush()
    return await look(work, kind, source, competency)
