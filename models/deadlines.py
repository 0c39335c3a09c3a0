"""What falls due, found by its date: columns, not objects, for a sweep reads many thousands (DESIGN 16)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Select, and_, exists, false, literal, or_, select
from sqlalchemy.orm import contains_eager
from sqlalchemy.orm.attributes import InstrumentedAttribute

from models.entry import Account
from models.final_event import FinalEvent, FinalEventState
from models.people import Organisation
from models.plan import Activity, ActivityState
from models.reminder_settings import ReminderSettings
from models.report import Report, ReportState
from models.route import Route, RouteState

AWAY = frozenset({ReportState.SUBMITTED, ReportState.ACCEPTED})
"""A report in these states is no longer the teacher's to send."""
OF_ROUTE = (Route.teacher_id, Route.organisation_id, Route.regulation, Route.edition, Route.confirmed_at)


class Falling(Protocol):
    """A row of these queries: a thing of a route with its date and what its reminder says.

    `starts_on`: the first of several days; `state`: of the thing; the last five are the route's.
    """

    id: int
    title: str
    on_date: date | None
    starts_on: date | None
    state: str
    version: int
    created_at: datetime
    teacher_id: int
    organisation_id: int
    regulation: str
    edition: int
    confirmed_at: datetime | None


def activities_ahead(dates: Collection[date], ids: Collection[int] = ()) -> Select[Any]:
    """Planned activities of these dates, and those with these ids."""
    dated = _named(Activity.on_date, dates) | _named(Activity.id, ids)
    return _activities().where(Activity.state == ActivityState.PLANNED, dated)


def reports_owed(dates: Collection[date], today: date, ids: Collection[int] = ()) -> Select[Any]:
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


def activities_unasked(before: date) -> Select[Any]:
    """Planned activities whose day is over and about which nobody was asked, the latest first."""
    return (
        _activities()
        .where(
            Activity.state == ActivityState.PLANNED, Activity.on_date < before, Activity.asked_on.is_(None)
        )
        .order_by(Activity.on_date.desc(), Activity.id)
    )


def final_events_ahead(dates: Collection[date], ids: Collection[int] = ()) -> Select[Any]:
    """Planned final events of these dates, and those with these ids."""
    dated = _named(FinalEvent.on_date, dates) | _named(FinalEvent.id, ids)
    return _of_present_teachers(
        _falling(FinalEvent, FinalEvent.title, FinalEvent.on_date).join(FinalEvent.route)
    ).where(FinalEvent.state == FinalEventState.PLANNED, dated)


def routes_ending(dates: Collection[date], ids: Collection[int] = ()) -> Select[Any]:
    """Active routes whose term ends on one of these dates, and those with these ids."""
    dated = _named(Route.ends_on, dates) | _named(Route.id, ids)
    return _of_present_teachers(_falling(Route, literal(""), Route.ends_on)).where(dated)


def going_on(query: Select[Any], day: date) -> Select[Any]:
    """Without the routes that stand still on that day."""
    return query.where(~Route.standing_still(day))


def of_teachers(query: Select[Any], people: Collection[int]) -> Select[Any]:
    """A query over routes, of these teachers only."""
    return query.where(Route.teacher_id.in_(people))


def in_zone(query: Select[Any], timezone: str) -> Select[Any]:
    """A query over routes, of schools in that zone only."""
    place = Organisation.id == Route.organisation_id
    return query.join(Organisation, place).where(Organisation.timezone == timezone)


def reminded_as_usual(query: Select[Any]) -> Select[Any]:
    """A query over routes, without teachers who chose something for themselves."""
    return query.where(~exists().where(ReminderSettings.person_id == Route.teacher_id))


def activities_named(ids: Collection[int]) -> Select[Activity]:
    """Activities with these ids whose route is being walked, as objects."""
    chosen = select(Activity).join(Activity.route).options(contains_eager(Activity.route))
    return _of_present_teachers(chosen).where(_named(Activity.id, ids))


def _activities() -> Select[Any]:
    return _of_present_teachers(
        _falling(Activity, Activity.title, Activity.on_date, Activity.starts_on).join(Activity.route)
    )


def _falling(of: type[Activity | FinalEvent | Route], title: Any, on: Any, first: Any = None) -> Select[Any]:
    """The columns of `Falling`; `first`: the first of several days."""
    days = (on.label("on_date"), (on if first is None else first).label("starts_on"))
    own = (title.label("title"), *days)
    return select(of.id, *own, of.state, of.version, of.created_at, *OF_ROUTE).select_from(of)


def _of_present_teachers(query: Select[Any]) -> Select[Any]:
    """Of active routes whose teacher has come in."""
    return query.join(Account, Account.person_id == Route.teacher_id).where(Route.state == RouteState.ACTIVE)


def _named(column: InstrumentedAttribute[Any], values: Collection[Any]) -> ColumnElement[bool]:
    return column.in_(sorted(values)) if values else false()
