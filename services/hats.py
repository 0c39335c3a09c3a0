"""One person, several roles: whose menu is shown (features 4). Rights never depend on it."""

from __future__ import annotations

from models.errors import NotYours
from models.people import ROUTE_ROLES, Role
from models.route import TeamMember
from services import menu
from services.menu import Desk
from services.work import Work


def of(work: Work, desk: Desk) -> list[Role]:
    """The hats that somebody can wear today: their own route first, then mentoring and the teams, in one order."""
    own = [role for role in Role if role in ROUTE_ROLES and role in desk.roles][:1] or [Role.TEACHER]
    held = {
        one.role
        for route in desk.team_routes
        for one in route.team
        if one.person_id == work.person.id and one.holds(work.today)
    }
    held |= {Role.MENTOR} & desk.roles
    return [*(own if desk.own is not None else []), *(role for role in Role if role in held)]


def worn(work: Work, hats: list[Role]) -> Role | None:
    """The hat that was chosen, while it can be worn; else the first."""
    return next((hat for hat in hats if hat.value == work.account.hat), next(iter(hats), None))


def under(work: Work, desk: Desk, hat: Role | None) -> Desk:
    """The desk as this hat shows it: the own route, or the routes on whose team the hat is worn."""
    if hat is None:
        return desk
    mine = (
        [] if hat in ROUTE_ROLES else [route for route in desk.team_routes if _wears(work, route.team, hat)]
    )
    return desk.only(own=hat in ROUTE_ROLES, routes=mine)


def _wears(work: Work, team: list[TeamMember], hat: Role) -> bool:
    return any(one.person_id == work.person.id and one.role is hat and one.holds(work.today) for one in team)


async def wear(work: Work, role: str) -> None:
    """The acting person takes another of their hats. Refuses NotYours for one that is not theirs."""
    hats = of(work, await menu.desk(work))
    chosen = next((hat for hat in hats if hat.value == role), None)
    if chosen is None:
        raise NotYours("refusal-not-yours")
    work.account.wear(chosen)
