"""Reminders are computed: the database is the calendar (DESIGN 16). Kept is only what cannot be computed.

That is: up to which evening the reminders have been written, and what a person put off to another day.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Integer,
    Select,
    UniqueConstraint,
    Update,
    and_,
    false,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, contains_eager, mapped_column
from sqlalchemy.orm.attributes import InstrumentedAttribute

from models.base import Base, identity
from models.entry import Account
from models.final_event import FinalEvent, FinalEventState
from models.notice import Notice
from models.people import Organisation
from models.plan import Activity, ActivityState
from models.report import Report, ReportState
from models.route import Route, RouteState, TeamMember

AWAY = frozenset({ReportState.SUBMITTED, ReportState.ACCEPTED})
"""A report in these states is no longer the teacher's to send."""


class Swept(Base):
    """The last local evening whose reminders are written, for an organisation's routes under one edition.

    It only grows: a clock that was moved back and forth says nothing twice.
    """

    __tablename__ = "swept"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), primary_key=True)
    regulation: Mapped[str] = mapped_column(primary_key=True)
    edition: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    evening: Mapped[date]

    @classmethod
    def of(cls, organisation_id: int, regulation: str, edition: int, evening: date) -> Swept:
        """The first evening of routes that begin."""
        return cls(organisation_id=organisation_id, regulation=regulation, edition=edition, evening=evening)

    def written(self, evening: date) -> None:
        """The reminders of that evening are written."""
        self.evening = max(self.evening, evening)


class Snooze(Base):
    """«Напомнить завтра»: the day of the reminder put off, and the day to say it again (local dates).

    `things`: what that reminder was about, `kind:id` to the date it had; a moved thing is not the same.
    """

    __tablename__ = "snoozes"
    __table_args__ = (UniqueConstraint("person_id", "said_on"),)

    id: Mapped[int] = identity()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    said_on: Mapped[date]
    again_on: Mapped[date] = mapped_column(index=True)
    things: Mapped[dict[str, Any]]


def cohorts() -> Select[int, str, str, int, date | None]:
    """What reminders of active routes depend on: organisation, zone, regulation, edition; the last sweep."""
    same = and_(
        Swept.organisation_id == Route.organisation_id,
        Swept.regulation == Route.regulation,
        Swept.edition == Route.edition,
    )
    return (
        select(Route.organisation_id, Organisation.timezone, Route.regulation, Route.edition, Swept.evening)
        .join(Organisation, Organisation.id == Route.organisation_id)
        .outerjoin(Swept, same)
        .where(Route.state == RouteState.ACTIVE)
        .distinct()
    )


def sweeps_held() -> Select[Swept]:
    """Every mark, held to the end of the transaction where the database can: a second worker waits here."""
    return select(Swept).with_for_update()


def marks_of(person_id: int) -> Select[Swept]:
    """The marks of the active routes that a person walks or accompanies."""
    mine = or_(
        Route.teacher_id == person_id,
        Route.id.in_(select(TeamMember.route_id).where(TeamMember.person_id == person_id)),
    )
    same = and_(
        Swept.organisation_id == Route.organisation_id,
        Swept.regulation == Route.regulation,
        Swept.edition == Route.edition,
    )
    return select(Swept).join(Route, same).where(mine, Route.state == RouteState.ACTIVE)


def activities_ahead(dates: Collection[date], ids: Collection[int] = ()) -> Select[Activity]:
    """Planned activities of these dates, and those with these ids."""
    dated = _named(Activity.on_date, dates) | _named(Activity.id, ids)
    return _activities().where(Activity.state == ActivityState.PLANNED, dated)


def reports_owed(dates: Collection[date], today: date, ids: Collection[int] = ()) -> Select[Activity]:
    """Activities of these dates (or ids) that are over and whose report is still with the teacher."""
    dated = _named(Activity.on_date, dates) | _named(Activity.id, ids)
    over = or_(
        Activity.state == ActivityState.HELD,
        and_(Activity.state == ActivityState.PLANNED, Activity.on_date < today),
    )
    return (
        _activities()
        .outerjoin(Report, Report.activity_id == Activity.id)
        .where(over, dated, or_(Report.id.is_(None), Report.state.not_in(AWAY)))
    )


def activities_unasked(before: date) -> Select[Activity]:
    """Planned activities whose day is over and about which nobody was asked, the latest first."""
    return (
        _activities()
        .where(
            Activity.state == ActivityState.PLANNED, Activity.on_date < before, Activity.asked_on.is_(None)
        )
        .order_by(Activity.on_date.desc(), Activity.id)
    )


def final_events_ahead(dates: Collection[date], ids: Collection[int] = ()) -> Select[FinalEvent]:
    """Planned final events of these dates, and those with these ids."""
    return (
        select(FinalEvent)
        .join(FinalEvent.route)
        .join(Account, Account.person_id == Route.teacher_id)
        .options(contains_eager(FinalEvent.route))
        .where(
            Route.state == RouteState.ACTIVE,
            FinalEvent.state == FinalEventState.PLANNED,
            _named(FinalEvent.on_date, dates) | _named(FinalEvent.id, ids),
        )
    )


def routes_ending(dates: Collection[date], ids: Collection[int] = ()) -> Select[Route]:
    """Active routes whose term ends on one of these dates, and those with these ids."""
    return (
        select(Route)
        .join(Account, Account.person_id == Route.teacher_id)
        .where(Route.state == RouteState.ACTIVE, _named(Route.ends_on, dates) | _named(Route.id, ids))
    )


def of_teachers(query: Select[Any], people: Collection[int] | None) -> Select[Any]:
    """A query over routes, of these teachers only; of all with None."""
    return query if people is None else query.where(Route.teacher_id.in_(people))


def _activities() -> Select[Activity]:
    """Activities of active routes whose teacher has come in; with the route, no more."""
    return (
        select(Activity)
        .join(Activity.route)
        .join(Account, Account.person_id == Route.teacher_id)
        .options(contains_eager(Activity.route))
        .where(Route.state == RouteState.ACTIVE)
    )


def activities_named(ids: Collection[int]) -> Select[Activity]:
    """Activities with these ids whose route is being walked."""
    return _activities().where(_named(Activity.id, ids))


def _named(column: InstrumentedAttribute[Any], values: Collection[Any]) -> ColumnElement[bool]:
    return column.in_(sorted(values)) if values else false()


def asked(activity_ids: Collection[int], on: date) -> Update:
    """«Было?» has been asked. Not a change of the row: drawn cards stay valid, so the version stays."""
    table = Activity.__table__
    return update(table).where(table.c.id.in_(activity_ids)).values(asked_on=on)  # type: ignore[arg-type]


def snoozes_between(first: date, last: date) -> Select[Snooze]:
    """What was put off to these days."""
    return select(Snooze).where(Snooze.again_on.between(first, last))


def snooze_of(person_id: int, said_on: date) -> Select[Snooze]:
    """What a person put off from the reminder of that day."""
    return select(Snooze).where(Snooze.person_id == person_id, Snooze.said_on == said_on)


def told(keys: Collection[str]) -> Select[str | None]:
    """Which of these `once` keys have been written."""
    return select(Notice.once).where(Notice.once.in_(keys))


def day_notices(person_id: int, prefix: str) -> Select[Notice]:
    """A person's notices whose `once` begins so."""
    return select(Notice).where(
        Notice.person_id == person_id, Notice.once.startswith(prefix, autoescape=True)
    )


def facts_told(person_ids: Collection[int], kind: str) -> Select[int, dict[str, Any]]:
    """What these people have been told in notices of a kind: who, and the facts."""
    return select(Notice.person_id, Notice.facts).where(Notice.person_id.in_(person_ids), Notice.kind == kind)
