"""What changes for a route under another regulation, and whether it may take it at all (X45)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from models.diagnosis import Diagnosis
from models.diagnosis_record import DiagnosisRecord
from models.help_request import HelpRequest
from models.paper import Paper
from models.paper_slot import PaperSlot
from models.plan import activities_of
from models.route import Route
from regulations.rule import Named
from regulations.schema import Regulation
from regulations.words import Words
from services.work import Work


@dataclass(frozen=True)
class Bounds:
    """What one regulation asks: months of the term, rows of the plan, who decides in order."""

    least_months: int
    most_months: int
    rows: int
    chain: list[Words]


@dataclass(frozen=True)
class Mapping:
    """Two regulations side by side: competencies that are lost and gained, the bounds of each.

    `lacking`: what the route holds already and the new text does not know; with any of it the old edition stays.
    """

    old: Regulation
    new: Regulation
    lost: list[Words]
    gained: list[Words]
    before: Bounds
    after: Bounds
    lacking: list[Words]


def bounds(regulation: Regulation) -> Bounds:
    """The bounds of a regulation; 0 where its text has none."""
    least = regulation.min_activities
    return Bounds(
        regulation.duration.min_months or 0,
        regulation.duration.max_months or 0,
        least.planned if least else 0,
        [regulation.role(step.role).title for step in regulation.signing.chain],
    )


async def mapping(work: Work, route: Route, new: Regulation) -> Mapping | None:
    """What changes if the route takes this regulation; None where it works by it already."""
    old = work.rules.of(route)
    if (old.id, old.edition) == (new.id, new.edition):
        return None
    codes = {one.code for one in new.competencies}
    lost = [one for one in old.competencies if one.code not in codes]
    known = {one.code for one in old.competencies}
    gained = [one.title for one in new.competencies if one.code not in known]
    lacking = [one.title for one in lost] if await _measured(work, route) else []
    lacking += [old.role(old.walker).title] if new.walker != old.walker else []
    lacking += await _roles(work, route, old, new)
    return Mapping(old, new, [one.title for one in lost], gained, bounds(old), bounds(new), lacking)


async def _measured(work: Work, route: Route) -> bool:
    """Whether anybody has measured competencies on this route: what was measured is not to be lost."""
    for table in (Diagnosis, DiagnosisRecord):
        if await work.find(select(table.id).where(table.route_id == route.id).limit(1)) is not None:
            return True
    return False


async def _roles(work: Work, route: Route, old: Regulation, new: Regulation) -> list[Words]:
    """Roles that signed or were asked here and that the new text does not name: their words must stay readable."""
    asked = set(await work.all(select(HelpRequest.role).where(HelpRequest.route_id == route.id)))
    slots = select(PaperSlot).join(Paper, Paper.id == PaperSlot.paper_id).where(Paper.route_id == route.id)
    for slot in await work.all(slots):
        asked |= {role for role in slot.roles.split(",") if role} | (
            {slot.role.value} if slot.role else set()
        )
    named = {one.code for one in new.roles}
    return [one.title for one in old.roles if one.code in asked - named]


async def reword_rows(work: Work, route: Route, old: Regulation, new: Regulation) -> int:
    """Codes of the plan that the new text does not know become words, so that everybody reads what stood there.

    Returns how many rows changed.
    """
    a, b = old.activities, new.activities
    changed = 0
    for row in await work.all(activities_of(route.id)):
        before = (row.kind, row.level, row.organiser, row.presenting, row.competencies)
        row.kind = _word(row.kind, a.kinds, b.kinds)
        row.level = _word(row.level, a.levels, b.levels)
        row.organiser = _word(row.organiser, a.organisers, b.organisers)
        row.presenting = _word(row.presenting, a.forms, b.forms)
        row.competencies = [_word(code, old.competencies, new.competencies) for code in row.competencies]
        changed += before != (row.kind, row.level, row.organiser, row.presenting, row.competencies)
    return changed


def _word(stored: str, old: tuple[Named, ...], new: tuple[Named, ...]) -> str:
    if stored in {one.code for one in new}:
        return stored
    return next((one.title.get("ru") for one in old if one.code == stored), stored)
