"""Whose end the acting person sums up: by the place on the team or the office that the regulation names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from models.conclusions import Conclusions
from models.conclusions_search import Summing, newest_conclusions, routes_to_end
from models.people import CENTRE_ROLES, ROUTE_ROLES, Appointment, Role
from models.route import Route, RouteState
from services import pages, signing_offices
from services.diagnosis_final import LAST_DAYS
from services.pages import Page
from services.work import Work


@dataclass(frozen=True)
class Line:
    """One route of the list; `stage`: going, near (its end), closed, or the state of its newest conclusions."""

    route: Route
    stage: str


def opens(work: Work, roles: Collection[Role], routes: Collection[Route]) -> bool:
    """Does somebody with these roles sum up routes: of their region, or by the regulation of their school or `routes`?

    `routes`: those of their teams.
    """
    near = {work.person.organisation.regulation, *(route.regulation for route in routes)}
    named = {role: ids for role, ids in _named(work).items() if role in roles}
    return any(role in CENTRE_ROLES or near.intersection(ids) for role, ids in named.items())


def _named(work: Work) -> dict[Role, list[str]]:
    """The roles that the regulations name for the summary, each with its regulations; not whoever walks the route."""
    found: dict[Role, list[str]] = {}
    for one in work.rules.regulations.regulations:
        role = Role(one.conclusion.summary_by)
        if role not in ROUTE_ROLES:
            found.setdefault(role, []).append(one.id)
    return found


async def page(work: Work, text: str = "", at: int = 0) -> Page[Line]:
    """The routes whose end is the acting person's to sum up, those that end first on top; `text`: a part of a name."""
    offices = await signing_offices.own(work)
    summing = [_summing(role, ids, offices) for role, ids in _named(work).items()]
    query = routes_to_end(work.person.id, summing, work.today, text)
    turn = await pages.turn(work, query, Route.id, at)
    routes = await work.all(turn.query)
    newest = {one.route_id: one for one in await work.all(newest_conclusions({one.id for one in routes}))}
    return turn.of([Line(one, _stage(work, one, newest.get(one.id))) for one in routes])


def _summing(role: Role, regulations: list[str], offices: Collection[Appointment]) -> Summing:
    held = [one for one in offices if one.role is role]
    schools = {one.organisation_id for one in held if role not in CENTRE_ROLES}
    regions = {one.organisation.region for one in held if role in CENTRE_ROLES}
    return Summing(role, regulations, schools, regions)


def _stage(work: Work, route: Route, one: Conclusions | None) -> str:
    if route.state is RouteState.CLOSED:
        return "closed"
    if one is not None and one.signed_at is None:
        return one.state.value
    today = route.organisation.today(work.now)
    near = route.ends_on is not None and today >= route.ends_on - LAST_DAYS
    return "near" if near else "going"
