"""Whose end somebody sums up: by the place on the team, else by an office, as the route's regulation names the role."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, false, or_, select
from sqlalchemy.orm import joinedload

from models.base import normalised
from models.conclusions import Conclusions
from models.people import Organisation, Person, Role
from models.route import APPROVED, Route, RouteState
from models.team_member import TeamMember


@dataclass(frozen=True)
class Summing:
    """One role in which a person sums up: routes by these regulations, of these schools, of these regions."""

    role: Role
    regulations: Collection[str]
    schools: Collection[int]
    regions: Collection[str]


def routes_to_end(person_id: int, summing: Collection[Summing], day: date, text: str = "") -> Select[Route]:
    """Approved routes whose end is a person's to sum up: those that end first come first, the closed ones last."""
    mine = [_in_role(person_id, one, day) for one in summing]
    return (
        select(Route)
        .join(Person, Person.id == Route.teacher_id)
        .join(Organisation, Organisation.id == Route.organisation_id)
        .options(joinedload(Route.teacher), joinedload(Route.organisation))
        .where(
            Route.teacher_id != person_id,
            Route.state.in_(APPROVED),
            or_(false(), *mine),
            Person.search_name.contains(normalised(text), autoescape=True),
        )
        .order_by(Route.state == RouteState.CLOSED, Route.ends_on, Person.search_name, Route.id)
    )


def _in_role(person_id: int, one: Summing, day: date) -> ColumnElement[bool]:
    """On the team in this role; or in the office, where nobody holds the role on the team."""
    held = select(TeamMember.route_id).where(
        TeamMember.role == one.role,
        TeamMember.since <= day,
        or_(TeamMember.until.is_(None), TeamMember.until >= day),
    )
    own = held.where(TeamMember.person_id == person_id)
    around = or_(Route.organisation_id.in_(one.schools), Organisation.region.in_(one.regions))
    on_team = Route.id.in_(own)
    return and_(Route.regulation.in_(one.regulations), or_(on_team, and_(around, Route.id.not_in(held))))


def newest_conclusions(route_ids: Collection[int]) -> Select[Conclusions]:
    """The conclusions of these routes, the newest of each last."""
    return select(Conclusions).where(Conclusions.route_id.in_(route_ids)).order_by(Conclusions.number)
