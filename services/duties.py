"""What the text lays on whoever asks, in each of their roles (S000 3.1.3, S003 section 3)."""

from __future__ import annotations

from dataclasses import dataclass

from models.people import ROUTE_ROLES, Role
from regulations.schema import Regulation
from regulations.team import RoleRule
from services import menu
from services.menu import Desk
from services.work import Work


@dataclass(frozen=True)
class Duties:
    """A role, as a regulation names it, with its duties."""

    regulation: Regulation
    role: RoleRule


async def own(work: Work) -> list[Duties]:
    """The acting person's roles on which a text lays something; each regulation as its route or school goes by it."""
    held = _held(work, await menu.desk(work))
    found = [(law, rule) for law, role in held for rule in law.roles if rule.code == role.value]
    return [Duties(law, rule) for law, rule in found if rule.duties]


def _held(work: Work, desk: Desk) -> list[tuple[Regulation, Role]]:
    """Each role once for a regulation: on the own route, on the teams, by an office."""
    home = work.rules.of_organisation(work.person.organisation)
    held = [(work.rules.of(desk.own.route), _walker(desk))] if desk.own is not None else []
    for route in desk.team_routes:
        mine = (one for one in route.team if one.person_id == work.person.id and one.holds(work.today))
        held += [(work.rules.of(route), one.role) for one in mine]
    held += [(home, role) for role in Role if role in desk.roles]
    return list({(law.id, role): (law, role) for law, role in held}.values())


def _walker(desk: Desk) -> Role:
    return next((role for role in Role if role in ROUTE_ROLES and role in desk.roles), Role.TEACHER)
