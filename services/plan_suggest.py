"""What might stand in a plan: ready activities, those for the lowest competencies of the diagnosis first (X08)."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import NotYours
from models.plan import Activity
from regulations import suggestions
from regulations.scales import Reading
from regulations.suggestions import Suggestion
from services import plan, plan_row
from services.plan import Plan
from services.work import Work


@dataclass(frozen=True)
class Offer:
    """Suggestions that are not in the plan yet, in the order of need; `readings` say why, empty without any."""

    found: Plan
    suggestions: list[Suggestion]
    readings: dict[str, Reading]


async def offer(work: Work, route_id: int) -> Offer:
    """What the acting person may take into a plan. Refuses as writing a row does."""
    found = await plan.see(work, route_id)
    await plan_row.writable(work, found.route)
    readings = await plan.readings(work, found.route)
    codes = [one.code for one in found.regulation.competencies]
    order = tuple(dict.fromkeys([*readings, *codes]))
    titles = {one.title for one in found.activities}
    fitting = suggestions.load().for_order(found.regulation, order)
    return Offer(found, [one for one in fitting if one.title.get("ru") not in titles], readings)


async def take(work: Work, route_id: int, code: str) -> Activity:
    """«Взять»: a row that only needs its date. Refuses: as `offer`; NotYours for a forged code."""
    found = await offer(work, route_id)
    wanted = suggestions.load().get(code)
    if wanted is None or not wanted.fits(found.found.regulation):
        raise NotYours("refusal-not-yours")
    return await plan_row.take(work, route_id, wanted)
