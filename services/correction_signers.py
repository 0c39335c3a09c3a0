"""Who signs a correction, whether the plan's approvers do, too, and what they read (S000 4.6, X24, X25)."""

from __future__ import annotations

from typing import Any

from models.correction import Correction
from models.paper import Paper, PaperKind, PaperState, papers_about
from regulations.approval import Act
from services import house, plan, self_education, signing
from services.work import Work


async def open_for(work: Work, found: Correction) -> Paper | None:
    """It goes round, with the forms of self-education that are set (S001 4.4); None where nobody signs (X30)."""
    forms = await self_education.of(work, found.route)
    content = found.content(found.route.organisation.today(work.now))
    return await signing.open_for(
        work,
        found.route,
        PaperKind.CORRECTION,
        found.id,
        content | ({"self_education": forms.content} if forms is not None else {}),
        number=found.number,
        chained=await _is_approved(work, found),
    )


async def _is_approved(work: Work, found: Correction) -> bool:
    """Whether the plan's approvers decide on it (X25); on «изменений не требуется» never."""
    rule = await house.correction_rule(work, found.route.organisation, work.rules.of(found.route).correction)
    if found.unchanged or rule.reapproval != "many":
        return rule.reapproval == "always" and not found.unchanged
    return _past_the_term(found) or await _since_approved(work, found.route_id) >= rule.reapproval_rows


def _past_the_term(found: Correction) -> bool:
    day, ends = found.instead.on_date if found.instead else None, found.route.ends_on
    return day is not None and ends is not None and day > ends


async def _since_approved(work: Work, route_id: int) -> int:
    """How many corrections have come into force since the plan's approvers last decided."""
    signed = 0
    for paper in await work.all(papers_about(route_id, PaperKind.CORRECTION.value)):
        if paper.state is not PaperState.DONE or not paper.content["old"]:
            continue
        if any(slot.act == Act.APPROVE for slot in paper.slots):
            break
        signed += 1
    return signed


async def summary(work: Work, paper: Paper) -> dict[str, Any]:
    """The reason, the row that gives way, the row that takes its place, and how many are left."""
    content = paper.content
    regulation = work.rules.of(paper.route)
    least = regulation.min_activities
    left = await plan.of_route(work, paper.route)
    return {
        "reason": content["reason"],
        "old": content["old"]["title"] if content["old"] else "",
        "new": content["new"]["title"] if content["new"] else "",
        "when": content["new"]["when"][1] if content["new"] else "",
        "clause": regulation.correction.clause,
        "count": left.planned + bool(content["new"]),
        "least": least.planned if least else 0,
        "least_clause": least.clause if least else "",
    }
