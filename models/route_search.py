"""Which routes somebody may look at: of their teams, of their school, of the region of their centre."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from models.base import normalised
from models.people import Organisation, Person
from models.route import Route, TeamMember


def routes_to_look_at(
    person_id: int, schools: Collection[int], regions: Collection[str], day: date, text: str = ""
) -> Select[Route]:
    """Other people's routes: of these schools, of these regions, of the teams of a person; by the teacher's name."""
    mine = select(TeamMember.route_id).where(
        TeamMember.person_id == person_id,
        TeamMember.since <= day,
        or_(TeamMember.until.is_(None), TeamMember.until >= day),
    )
    return (
        select(Route)
        .join(Person, Person.id == Route.teacher_id)
        .join(Organisation, Organisation.id == Route.organisation_id)
        .options(joinedload(Route.teacher), joinedload(Route.organisation))
        .where(
            Route.teacher_id != person_id,
            or_(Route.id.in_(mine), Route.organisation_id.in_(schools), Organisation.region.in_(regions)),
            Person.search_name.contains(normalised(text), autoescape=True),
        )
        .order_by(Person.search_name, Route.id)
    )


def routes_of_teachers(person_ids: Collection[int]) -> Select[Route]:
    """The routes of these people, with teacher and school; of each the one they turned to, else the latest, last."""
    return (
        select(Route)
        .options(joinedload(Route.teacher), joinedload(Route.organisation))
        .where(Route.teacher_id.in_(person_ids))
        .order_by(Route.turned_at.is_not(None), Route.id)
    )
