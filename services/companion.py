"""Who accompanies a teacher, by the word of the regulation: a tutor, a mentor, a deputy head, a methodist."""

from __future__ import annotations

from datetime import date

from models.people import Role, roles_of
from models.route import Route
from regulations.schema import Regulation
from services.work import Work


async def role_of(work: Work, person_id: int, regulation: Regulation, day: date) -> Role:
    """The place on the team of whoever the list of people names beside a teacher.

    The first of the regulation's companions whose office the person holds on a local day; else the first of all.
    """
    held = {office.role for office in await work.all(roles_of(person_id, day))}
    named = [Role(code) for code in regulation.team.companions]
    return next((role for role in named if role in held), named[0])


def beside(work: Work, route: Route) -> Role:
    """What whoever accompanies a route is called: by their place on the team, else by the regulation's first word."""
    named = [Role(code) for code in work.rules.of(route).team.companions]
    today = route.organisation.today(work.now)
    held = {one.role for one in route.team if one.holds(today)}
    return next((role for role in named if role in held), named[0])
