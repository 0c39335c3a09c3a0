"""The long route of a mentee: stages of a year, each opened by a word of the mentee and of a mentor (X21)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import ForeignKey, Select, UniqueConstraint, Update, case, literal, select, update
from sqlalchemy.orm import Mapped, joinedload, mapped_column

from models.base import Base, drawn_version, identity
from models.errors import Outdated
from models.mentoring import Mentorship
from models.mentoring_member import MentorshipMember, MentorshipState
from models.people import Organisation, Person, Role
from models.route import Route, RouteState
from models.team_member import TeamMember


class RouteYear(Base):
    """«Продолжаем» for one year of a long route: who has said so. `year`: how many years are over, from 1."""

    __tablename__ = "route_years"
    __table_args__ = (UniqueConstraint("route_id", "year"),)

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    year: Mapped[int]
    mentee_at: Mapped[datetime | None]
    mentor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    mentor_at: Mapped[datetime | None]
    version: Mapped[int] = drawn_version()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @property
    def is_confirmed(self) -> bool:
        """Have both sides said so?"""
        return self.mentee_at is not None and self.mentor_at is not None

    def go_on_as_mentee(self, at: datetime) -> None:
        """The mentee's word. Refuses a second time."""
        if self.mentee_at is not None:
            raise Outdated("long-route-said-already")
        self.mentee_at = at

    def go_on_as_mentor(self, by: Person, at: datetime) -> None:
        """A mentor's word; one of several is enough. Refuses a second time."""
        if self.mentor_at is not None:
            raise Outdated("long-route-said-already")
        self.mentor_id, self.mentor_at = by.id, at


def years_of(route_id: int) -> Select[RouteYear]:
    """The years of a route about which somebody has spoken."""
    return select(RouteYear).where(RouteYear.route_id == route_id).order_by(RouteYear.year)


def mentors_of_route(route_id: int) -> Select[Person]:
    """Who mentors a route: on its team, or in a programme that stands inside it and is not over."""
    team = select(TeamMember.person_id).where(
        TeamMember.route_id == route_id, TeamMember.role == Role.MENTOR, TeamMember.until.is_(None)
    )
    inside = (
        select(MentorshipMember.mentorship_id)
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .where(
            MentorshipMember.route_id == route_id,
            MentorshipMember.until.is_(None),
            Mentorship.state.not_in((MentorshipState.DRAFT, MentorshipState.REMOVED)),
        )
    )
    programme = select(MentorshipMember.person_id).where(
        MentorshipMember.mentorship_id.in_(inside),
        MentorshipMember.role == Role.MENTOR,
        MentorshipMember.until.is_(None),
    )
    return select(Person).where(Person.id.in_(team) | Person.id.in_(programme)).order_by(Person.id)


def long_routes(regulations: Collection[str], begun_before: date) -> Select[Route]:
    """Routes that are walked by these texts since before a day."""
    return (
        select(Route)
        .join(Organisation, Organisation.id == Route.organisation_id)
        .options(joinedload(Route.teacher), joinedload(Route.organisation))
        .where(
            Route.regulation.in_(regulations),
            Route.state == RouteState.ACTIVE,
            Route.starts_on <= begun_before,
        )
        .order_by(Route.id)
    )


def turned_to(route: Route, at: datetime) -> Update:
    """The walker turns to one of several routes. Not a change of the routes: drawn cards stay valid."""
    table = Route.__table__
    this = case((table.c.id == route.id, literal(at, Route.turned_at.type)), else_=None)
    return update(table).where(table.c.teacher_id == route.teacher_id).values(turned_at=this)  # type: ignore[arg-type]
