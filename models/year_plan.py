"""The plan of a school for a school year: its events in the catalogue, and what the routes bring (S001 4.3, R1-004)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Select, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, contains_eager, joinedload, mapped_column, relationship

from models.base import Base, drawn_version, identity
from models.catalogue import CatalogueEntry, EntryState
from models.final_event import FinalEvent, FinalEventState
from models.people import Person
from models.plan import STANDING, Activity, ActivityState
from models.route import APPROVED, Route


class YearPlan(Base):
    """One school year of one school; `nudged_on`: when those who had not answered were last reminded by hand."""

    __tablename__ = "year_plans"
    __table_args__ = (UniqueConstraint("organisation_id", "year"),)

    id: Mapped[int] = identity()
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    year: Mapped[int]
    nudged_on: Mapped[date | None]
    version: Mapped[int] = drawn_version()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)


class YearEvent(Base):
    """An event of the catalogue that stands in the plan of a year; `code`: which one of the regulation's."""

    __tablename__ = "year_events"

    id: Mapped[int] = identity()
    plan_id: Mapped[int] = mapped_column(ForeignKey("year_plans.id"), index=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("catalogue.id"), unique=True)
    code: Mapped[str]
    made_at: Mapped[datetime]

    entry: Mapped[CatalogueEntry] = relationship(lazy="raise")


def year_plan_of(organisation_id: int, year: int) -> Select[YearPlan]:
    """The plan of a school for a year, once something was done about it."""
    return select(YearPlan).where(YearPlan.organisation_id == organisation_id, YearPlan.year == year)


def year_events_of(organisation_id: int, year: int) -> Select[YearEvent]:
    """What stands in the plan of a year, drafts too, by date; what was called off or thrown away does not."""
    stands = (EntryState.DRAFT, EntryState.OPEN)
    return (
        select(YearEvent)
        .join(YearPlan, YearPlan.id == YearEvent.plan_id)
        .join(YearEvent.entry)
        .options(contains_eager(YearEvent.entry))
        .where(
            YearPlan.organisation_id == organisation_id,
            YearPlan.year == year,
            CatalogueEntry.state.in_(stands),
        )
        .order_by(CatalogueEntry.on_date.is_(None), CatalogueEntry.on_date, YearEvent.id)
    )


def rows_of_school(organisation_id: int, first: date, last: date) -> Select[Activity]:
    """Rows of the approved plans of a school that begin in a time, by date, with route and teacher."""
    begins = func.coalesce(Activity.starts_on, Activity.on_date)
    standing = [state for state in STANDING if state is not ActivityState.NOT_DONE]
    return (
        select(Activity)
        .join(Activity.route)
        .join(Person, Person.id == Route.teacher_id)
        .options(contains_eager(Activity.route).joinedload(Route.teacher))
        .where(
            Route.organisation_id == organisation_id,
            Route.state.in_(APPROVED),
            Activity.state.in_(standing),
            begins.between(first, last),
        )
        .order_by(begins, Person.search_name, Activity.id)
    )


def events_of_school(organisation_id: int, first: date, last: date) -> Select[FinalEvent]:
    """Final events of the routes of a school in a time, by date."""
    return (
        select(FinalEvent)
        .join(Route, Route.id == FinalEvent.route_id)
        .options(joinedload(FinalEvent.route).joinedload(Route.teacher))
        .where(
            Route.organisation_id == organisation_id,
            FinalEvent.state.in_((FinalEventState.PLANNED, FinalEventState.HELD)),
            FinalEvent.on_date.between(first, last),
        )
        .order_by(FinalEvent.on_date, FinalEvent.id)
    )


def routes_of_school(organisation_id: int) -> Select[Route]:
    """Approved routes of a school that are not over, by the teacher's name."""
    return (
        select(Route)
        .join(Person, Person.id == Route.teacher_id)
        .options(joinedload(Route.teacher), joinedload(Route.organisation))
        .where(
            Route.organisation_id == organisation_id,
            Route.state.in_(APPROVED),
            Route.ended_on.is_(None),
        )
        .order_by(Person.search_name, Route.id)
    )
