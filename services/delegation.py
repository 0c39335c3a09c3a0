"""«Заполнить за педагога»: the teacher hands reports or the sheet to somebody of the team (people.md 13, X27)."""

from __future__ import annotations

from models.delegation import HELPERS, Covers, Delegation, delegated_to, delegations_of
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


async def candidates(work: Work) -> list[tuple[Person, Covers]]:
    """Who of the acting teacher's team could type what for them, and does not yet."""
    route = await plan.own_route(work)
    helping = {(one.helper_id, one.covers) for one in await given(work)}
    people = {one.person_id: one.person for one in _helpers(work, route)}
    return [
        (person, covers)
        for person in people.values()
        for covers in _handed_over(work, route)
        if (person.id, covers) not in helping
    ]


def _handed_over(work: Work, route: Route) -> list[Covers]:
    """What there is to hand over: a regulation may want no sheet."""
    return [one for one in Covers if one is not Covers.SHEET or work.rules.of(route).sheet is not None]


def _helpers(work: Work, route: Route) -> list[TeamMember]:
    return [
        one
        for one in route.team
        if one.role in HELPERS and one.holds(work.today) and one.person_id != route.teacher_id
    ]


async def give(work: Work, person_id: int, covers: Covers) -> Person:
    """The teacher hands the typing to somebody of the team, who hears once; a second tap changes nothing.

    Refuses NotYours for anybody else, and for a sheet that the regulation does not want.
    """
    route = await plan.own_route(work)
    person = next((one.person for one in _helpers(work, route) if one.person_id == person_id), None)
    if person is None or covers not in _handed_over(work, route):
        raise NotYours("refusal-not-yours")
    if all((one.helper_id, one.covers) != (person_id, covers) for one in await given(work)):
        work.session.add(Delegation(route_id=route.id, helper_id=person_id, covers=covers, given_at=work.now))
        work.remember(route.id, "delegation.given", helper=person_id, covers=covers.value)
        work.notify(
            person_id,
            "delegation-given",
            teacher=route.teacher.short_name,
            covers=covers.value,
            route_id=route.id,
        )
        await work.session.flush()
    return person


async def take_back(work: Work, person_id: int, covers: Covers) -> None:
    """The teacher types again: the helper hears once, what was typed stays in the draft."""
    route = await plan.own_route(work)
    for one in await given(work):
        if one.helper_id == person_id and one.covers is covers:
            _end(work, route, one)
    await work.session.flush()


async def end_all(work: Work, route: Route) -> None:
    """The consent is gone: nobody types for this teacher any longer."""
    for one in await work.all(delegations_of(route.id)):
        _end(work, route, one)


def _end(work: Work, route: Route, one: Delegation) -> None:
    one.end(work.now)
    work.remember(route.id, "delegation.ended", helper=one.helper_id, covers=one.covers.value)
    work.notify(one.helper_id, "delegation-ended", teacher=route.teacher.short_name, covers=one.covers.value)


async def routes(work: Work) -> list[Route]:
    """For whom the acting person types: only while they are on the team."""
    mine = {one.route_id for one in await work.all(delegated_to(work.person.id))}
    if not mine:
        return []
    team = await work.all(routes_of_team(work.person.id, work.today))
    return [route for route in team if route.id in mine and may_type(work, route)]


async def covered(work: Work, route: Route) -> frozenset[Covers]:
    """What the acting person types for a route now; nothing once they are off the team."""
    if not may_type(work, route):
        return frozenset()
    mine = await work.all(delegated_to(work.person.id))
    return frozenset(one.covers for one in mine if one.route_id == route.id)


def may_type(work: Work, route: Route) -> bool:
    """Whether the acting person is on the team today with a role that may type."""
    return any(one.person_id == work.person.id for one in _helpers(work, route))


async def only_writer(work: Work, route: Route) -> None:
    """Refuses NotYours to everybody but the teacher and whoever types the reports for them now."""
    if work.person.id != route.teacher_id:
        await only_helper(work, route, Covers.REPORTS)


async def only_helper(work: Work, route: Route, covers: Covers) -> None:
    """Refuses NotYours to everybody but whoever types this for the teacher now."""
    if covers not in await covered(work, route):
        raise NotYours("refusal-not-yours")


def prepared(work: Work, report: Report) -> bool:
    """A helper is done with a report: the teacher is asked for the one tap that sends it. False for the teacher."""
    if work.person.id == report.route.teacher_id:
        return False
    report.prepare(work.person, work.now)
    work.remember(report.route_id, "report.prepared", report=report.id, version=report.version)
    return True
