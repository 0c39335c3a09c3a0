"""Methodical recommendations as a source of the plan, beside diagnosis and lesson protocols (S000 1.2; R0-011)."""

from __future__ import annotations

from models.errors import BadAnswer, Outdated
from models.recommendation import Recommendation, recommendations_of
from models.route import Route, RouteState, route_by_id
from regulations.pupils import is_list_of_pupils
from services.work import Work


async def look(work: Work, route_id: int) -> tuple[Route, list[Recommendation]]:
    """A route and what was advised for it, for its team. Refuses NotYours to the teacher and to strangers."""
    route = await work.get(route_by_id(route_id))
    route.only_team(work.person, work.today)
    return route, await work.all(recommendations_of(route_id))


async def of_route(work: Work, route: Route) -> list[Recommendation]:
    """What was advised for a route that the asker is known to see, the newest first."""
    return await work.all(recommendations_of(route.id))


async def write(work: Work, route_id: int, text: str) -> Route:
    """Somebody of the team advises; the teacher hears, and reads it while choosing.

    Refuses: NotYours, a list of pupils (X47), Outdated once the route is over, or for the same words again.
    """
    if is_list_of_pupils(text):
        raise BadAnswer("recommendation-pupils")
    route, given = await look(work, route_id)
    words = " ".join(text.split())
    if route.state is RouteState.CLOSED or any(one.text == words for one in given):
        raise Outdated("refusal-outdated")
    work.session.add(Recommendation(route_id=route_id, author_id=work.person.id, text=words, at=work.now))
    work.notify(route.teacher_id, "recommendation-told", name=work.person.short_name, text=words)
    work.remember(route_id, "plan.recommended")
    await work.session.flush()
    return route
