"""What the teachers of a school do in a month: routes and dated rows (S000 3.1.3, R0-050; S-16.1)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager, joinedload

from models.people import Person, Role
from models.plan import STANDING, Activity, ActivityState
from models.route import Route, TeamMember


def routes_in(school_ids: Collection[int], person_id: int, day: date) -> Select[Route]:
    """Routes of these schools, and those on whose team a person is as a subject lead or deputy head that day."""
    mine = select(TeamMember.route_id).where(
        TeamMember.person_id == person_id,
        TeamMember.role.in_((Role.SUBJECT_LEAD, Role.DEPUTY_HEAD)),
        TeamMember.since <= day,
        TeamMember.until.is_(None) | (TeamMember.until >= day),
    )
    return (
        select(Route)
        .join(Route.teacher)
        .options(
            contains_eager(Route.teacher),
            joinedload(Route.organisation),
            joinedload(Route.team).joinedload(TeamMember.person),
        )
        .where(Route.organisation_id.in_(school_ids) | Route.id.in_(mine), Route.teacher_id != person_id)
        .order_by(Person.search_name, Route.id)
    )


def rows_between(route_ids: Collection[int], first: date, last: date) -> Select[Activity]:
    """Rows of these plans that begin in a time and will be or were held, by date."""
    begins = func.coalesce(Activity.starts_on, Activity.on_date)
    standing = [state for state in STANDING if state is not ActivityState.NOT_DONE]
    return (
        select(Activity)
        .where(Activity.route_id.in_(route_ids), Activity.state.in_(standing), begins.between(first, last))
        .order_by(begins, Activity.id)
    )
