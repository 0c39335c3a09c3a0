"""«Заполнить за педагога»: the teacher hands the typing of reports to somebody of the team (people.md 13, X22, X27)."""

from __future__ import annotations

from models.delegation import HELPERS, Delegation, delegated_to, delegations_of
from models.errors import NotYours
from models.people import Person
from models.report import Report
from models.route import Route, TeamMember, routes_of_teacher, routes_of_team
from services import plan
from services.work import Work


async def walks(work: Work) -> bool:
    """Whether the acting person has a route of their own to hand anything of."""
    return await work.find(routes_of_teacher(work.person.id)) is not None


async def given(work: Work) -> list[Delegation]:
    """To whom the acting teacher has handed the typing."""
    return await work.all(delegations_of((await plan.own_route(work)).id))


async def candidates(work: Work) -> list[Person]:
    """Who of the acting teacher's team could type for them, and does not yet."""
    route = await plan.own_route(work)
    helping = {one.helper_id for one in await given(work)}
    found = {one.person_id: one.person for one in _helpers(work, route) if one.person_id not in helping}
    return list(found.values())


def _helpers(work: Work, route: Route) -> list[TeamMember]:
    return [
        one
        for one in route.team
        if one.role in HELPERS and one.holds(work.today) and one.person_id != route.teacher_id
    ]


async def give(work: Work, person_id: int) -> Person:
    """The teacher hands the typing to somebody of the team, who hears once; a second tap changes nothing.

    Refuses NotYours for anybody else.
    """
    route = await plan.own_route(work)
    person = next((one.person for one in _helpers(work, route) if one.person_id == person_id), None)
    if person is None:
        raise NotYours("refusal-not-yours")
    if all(one.helper_id != person_id for one in await given(work)):
        work.session.add(Delegation(route_id=route.id, helper_id=person_id, given_at=work.now))
        work.remember(route.id, "delegation.given", helper=person_id)
        work.notify(person_id, "delegation-given", teacher=route.teacher.short_name, route_id=route.id)
        await work.session.flush()
    return person


async def take_back(work: Work, person_id: int) -> None:
    """The teacher types again: the helper hears once, what was typed stays in the draft."""
    route = await plan.own_route(work)
    for one in await given(work):
        if one.helper_id == person_id:
            one.end(work.now)
            work.remember(route.id, "delegation.ended", helper=person_id)
            work.notify(person_id, "delegation-ended", teacher=route.teacher.short_name)
    await work.session.flush()


async def routes(work: Work) -> list[Route]:
    """For whom the acting person types: only while they are on the team."""
    mine = set(await work.all(delegated_to(work.person.id)))
    if not mine:
        return []
    team = await work.all(routes_of_team(work.person.id, work.today))
    return [route for route in team if route.id in mine and may_type(work, route)]


def may_type(work: Work, route: Route) -> bool:
    """Whether the acting person is on the team today with a role that may type."""
    return any(one.person_id == work.person.id for one in _helpers(work, route))


async def only_writer(work: Work, route: Route) -> None:
    """Refuses NotYours to everybody but the teacher and whoever types for them now."""
    if work.person.id == route.teacher_id:
        return
    if route.id not in set(await work.all(delegated_to(work.person.id))) or not may_type(work, route):
        raise NotYours("refusal-not-yours")


def prepared(work: Work, report: Report) -> bool:
    """A helper is done with a report: the teacher is asked for the one tap that sends it. False for the teacher."""
    if work.person.id == report.route.teacher_id:
        return False
    report.prepare(work.person, work.now)
    work.remember(report.route_id, "report.prepared", report=report.id, version=report.version)
    return True
