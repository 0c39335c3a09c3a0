"""A route that was walked and closed on paper, before this system; it only stands in the registry."""

from __future__ import annotations

from datetime import date, datetime

from models.people import Person
from models.route import Route, RouteState


def route_from_paper(
    teacher: Person, law: tuple[str, int], term: tuple[date, date], closed: date, topic: str, at: datetime
) -> Route:
    """A closed route: `law` the regulation and its edition, `term` as it was planned, `at` when it was entered."""
    return Route(
        teacher=teacher,
        organisation=teacher.organisation,
        regulation=law[0],
        edition=law[1],
        created_at=at,
        confirmed_at=at,
        topic=topic,
        starts_on=term[0],
        ends_on=term[1],
        began_on=term[0],
        state=RouteState.CLOSED,
        ended_on=closed,
        team=[],
    )
