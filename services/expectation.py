"""Expected achievements of the road map, direction by direction (S002, point 4; R2-019)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.beginning import Expectation, expectations_of
from models.errors import BadAnswer, NotYours, Outdated
from models.plan import activities_of
from models.route import Route, RouteState, route_by_id
from regulations.pupils import is_list_of_pupils
from regulations.rule import Named
from regulations.schema import Regulation
from services import directions, plan
from services.work import Work

CELL = "row.expected"


@dataclass(frozen=True)
class Expected:
    """The directions in which something is planned, and what the teacher expects in each."""

    route: Route
    directions: list[Named]
    said: Mapping[str, str]


def asks(regulation: Regulation) -> bool:
    """Whether a paper of the text has a column for it."""
    return any(CELL in part.cells for one in regulation.documents for part in one.parts)


async def of_route(work: Work, route: Route) -> dict[str, str]:
    """What is expected, by direction; the asker is known to see the route."""
    return {one.direction: one.text for one in await work.all(expectations_of(route.id))}


async def own(work: Work) -> Expected:
    """The acting teacher's. Refuses NotYours to people who walk no route, and where no paper wants it."""
    return await look(work, (await plan.own_route(work)).id)


async def look(work: Work, route_id: int) -> Expected:
    """The same by its route."""
    route = await work.get(route_by_id(route_id))
    route.only_teacher(work.person)
    regulation = work.rules.of(route)
    if not asks(regulation):
        raise NotYours("refusal-not-yours")
    found = directions.of_plan(regulation, await work.all(activities_of(route_id)))
    return Expected(route, found, await of_route(work, route))


async def write(work: Work, route_id: int, direction: str, text: str) -> Expected:
    """The teacher says what they expect in one direction; the newest word counts.

    Refuses: NotYours, a list of pupils (X47), Outdated once the route is over.
    """
    if is_list_of_pupils(text):
        raise BadAnswer("beginning-pupils")
    found = await look(work, route_id)
    if direction not in {one.code for one in found.directions}:
        raise NotYours("refusal-not-yours")
    if found.route.state is RouteState.CLOSED:
        raise Outdated("refusal-outdated")
    kept = await work.session.get(Expectation, (route_id, direction))
    if kept is None:
        kept = Expectation(route_id=route_id, direction=direction)
        work.session.add(kept)
    kept.text, kept.at = " ".join(text.split()), work.now
    await work.session.flush()
    return await look(work, route_id)
