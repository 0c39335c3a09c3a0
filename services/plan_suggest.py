"""What might stand in a plan: events of the catalogue and ready activities, the lowest competencies first (X08)."""

from __future__ import annotations

from dataclasses import dataclass

from models.catalogue import CatalogueEntry
from models.catalogue_search import open_for
from models.errors import NotYours
from models.plan import Activity
from models.recommendation import Recommendation
from regulations import suggestions
from regulations.rule import Named
from regulations.scales import Reading
from regulations.suggestions import Suggestion
from services import catalogue_search, house, plan, plan_row, recommendation
from services.plan import Plan
from services.work import Work

EVENTS_OF_EACH = 2
STRONG_FIRST = "strong_first"


@dataclass(frozen=True)
class Offer:
    """Suggestions that are not in the plan yet, in the order of need; `readings` say why, empty without any.

    Events of the catalogue stand first: they have their date. `development`: where the school wants to get on, ""
    unknown (S003 1.3). `strong`: the plan is begun where the teacher is strongest, by the text's advice (S002).
    `advised`: what the team recommends (S000 1.2).
    """

    found: Plan
    suggestions: list[CatalogueEntry | Suggestion]
    readings: dict[str, Reading]
    development: str
    strong: Named | None
    advised: list[Recommendation]


async def offer(work: Work, route_id: int) -> Offer:
    """What the acting person may take into a plan. Refuses as writing a row does."""
    found = await plan.see(work, route_id)
    await plan_row.writable(work, found.route)
    readings = await plan.readings(work, found.route)
    codes = [one.code for one in found.regulation.competencies]
    strong = _strong_first(found) if readings else None
    order = tuple(dict.fromkeys([*(reversed(readings) if strong else readings), *codes]))
    titles = {one.title for one in found.activities}
    fitting = suggestions.load().for_order(found.regulation, order)
    ready = [one for one in fitting if one.title.get("ru") not in titles]
    events = await _events(work, found, order)
    development = await house.development_of(work, found.route.organisation)
    advised = await recommendation.of_route(work, found.route)
    return Offer(found, [*events, *ready], readings, development, strong, advised)


def _strong_first(found: Plan) -> Named | None:
    """The advice to begin with the strongest directions, while nothing is planned (S002, R2-027)."""
    advice = found.regulation.advice
    return advice.rule(STRONG_FIRST) if advice is not None and not found.activities else None


async def _events(work: Work, found: Plan, order: tuple[str, ...]) -> list[CatalogueEntry]:
    """Events that are not in the plan: of each competency the nearest, then the second ones."""
    school = found.route.organisation
    taken = await catalogue_search.taken(work, found.route.id)
    left = [one for one in await work.all(open_for(school, school.today(work.now))) if one.id not in taken]
    chosen: dict[int, CatalogueEntry] = {}
    for _ in range(EVENTS_OF_EACH):
        for code in order:
            one = next((one for one in left if code in one.competencies and one.id not in chosen), None)
            if one is not None:
                chosen[one.id] = one
    return list(chosen.values())


async def take(work: Work, route_id: int, code: str) -> Activity:
    """«Взять»: a row that only needs its date. Refuses: as `offer`; NotYours for a forged code."""
    found = await offer(work, route_id)
    wanted = suggestions.load().get(code)
    if wanted is None or not wanted.fits(found.found.regulation):
        raise NotYours("refusal-not-yours")
    return await plan_row.take(work, route_id, wanted)
