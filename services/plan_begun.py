"""«Маршрут идёт»: the teacher hears with the signed card as a file, which is made when the message goes (S-06.5)."""

from __future__ import annotations

from collections.abc import Sequence

from documents.paper_model import Paper
from models.route import route_by_id
from services import papers
from services.standing import Standing, Waiting
from services.work import Work


async def with_card(work: Work, waiting: Sequence[Waiting]) -> dict[int, Standing]:
    """Every such notice stands; each gets the card as its reader may have it, with every signature of this moment.

    A notice of an earlier version of the bot knows no route, and goes without a file; so where it is discreet.
    """
    found = {}
    for one in waiting:
        route = one.facts.get("route")
        card = await _card(work, route, one) if route is not None else None
        found[one.id] = Standing({**one.facts, "card": card, "templates": work.rules.templates})
    return found


async def _card(work: Work, route_id: int, one: Waiting) -> Paper | None:
    route = await work.find(route_by_id(route_id))
    if route is None or route.teacher_id != one.person.id or route.teacher.alias:
        return None
    return await papers.card(work, route)
