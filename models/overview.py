"""Many routes at a glance: how far they are, where something is missing, who may need a word (features 82-85)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, distinct, exists, false, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from models.diagnosis_record import DiagnosisRecord, RecordScore, RecordState
from models.final_event import FinalEvent, FinalEventState
from models.people import Organisation, Person
from models.plan import STANDING, Activity, ActivityState
from models.report import Report, ReportState
from models.route import Route, RouteState, reviewed_by

LATE_AFTER = timedelta(days=7)
"""Ours: a report is waited for so long after its activity before anybody is told that it is late."""
SILENT_AFTER = timedelta(days=60)
"""Ours: a route without a report for so long is silent."""
BY: Mapping[str, InstrumentedAttribute[str]] = {
    "competency": RecordScore.competency,
    "municipality": Organisation.municipality,
    "position": Person.position,
}
"""What results may be grouped by."""


def within(schools: Collection[int], regions: Collection[str]) -> ColumnElement[bool]:
    """Of these schools, or of these regions."""
    return or_(Organisation.id.in_(schools), Organisation.region.in_(regions))


def counted_routes(
    schools: Collection[int], regions: Collection[str], today: date
) -> Select[str, str, RouteState, int, Any]:
    """By organisation and state: how many routes there are, and how many of them have passed their term."""
    passed = and_(Route.state == RouteState.ACTIVE, Route.ends_on < today)
    return (
        select(
            Organisation.municipality,
            Organisation.name,
            Route.state,
            func.count(Route.id),
            func.sum(case((passed, 1), else_=0)),
        )
        .join(Route, Route.organisation_id == Organisation.id)
        .where(within(schools, regions))
        .group_by(Organisation.municipality, Organisation.name, Organisation.id, Route.state)
        .order_by(Organisation.municipality, Organisation.name)
    )


def counted_deficits(
    schools: Collection[int], regions: Collection[str], by: str, low: int
) -> Select[str, int, int]:
    """By group: people with a result by others, and those of them with a score up to `low` (tenths of a per cent).

    Of each route and competency the newest record counts; self-diagnosis is its teacher's and counts nowhere.
    """
    newest = (
        select(func.max(RecordScore.record_id).label("record"), RecordScore.competency.label("competency"))
        .join(DiagnosisRecord, DiagnosisRecord.id == RecordScore.record_id)
        .where(DiagnosisRecord.state == RecordState.RECORDED, DiagnosisRecord.framework == "")
        .group_by(DiagnosisRecord.route_id, RecordScore.competency)
        .subquery()
    )
    weak = case((RecordScore.score <= low, Route.teacher_id), else_=None)
    group = BY[by]
    return (
        select(group, func.count(distinct(Route.teacher_id)), func.count(distinct(weak)))
        .select_from(RecordScore)
        .join(
            newest,
            and_(newest.c.record == RecordScore.record_id, newest.c.competency == RecordScore.competency),
        )
        .join(DiagnosisRecord, DiagnosisRecord.id == RecordScore.record_id)
        .join(Route, Route.id == DiagnosisRecord.route_id)
        .join(Organisation, Organisation.id == Route.organisation_id)
        .join(Person, Person.id == Route.teacher_id)
        .where(within(schools, regions))
        .group_by(group)
        .order_by(group)
    )


def _late(today: date) -> ColumnElement[bool]:
    """An activity is over for a week, and nobody has sent a report on it; or the final event, and it has no mark.

    Of the final event the text asks for no more than its mark, or the reason why it was not held (S000 4.5).
    """
    told = exists().where(
        Report.activity_id == Activity.id,
        Report.state.in_((ReportState.SUBMITTED, ReportState.ACCEPTED)),
    )
    unreported = exists().where(
        Activity.route_id == Route.id,
        Activity.state.in_((ActivityState.PLANNED, ActivityState.HELD)),
        Activity.on_date < today - LATE_AFTER,
        ~told,
    )
    unmarked = exists().where(
        FinalEvent.route_id == Route.id,
        FinalEvent.state == FinalEventState.PLANNED,
        FinalEvent.on_date < today - LATE_AFTER,
    )
    return or_(unreported, unmarked)


def _silent(today: date, now: datetime) -> ColumnElement[bool]:
    """Walked for two months, and no report in them."""
    sent = exists().where(Report.route_id == Route.id, Report.submitted_at >= now - SILENT_AFTER)
    return and_(Route.began_on < today - SILENT_AFTER, ~sent)


def _few(least: Mapping[str, int]) -> ColumnElement[bool]:
    """Fewer rows in the plan than its regulation asks for."""
    if not least:
        return false()
    rows = (
        select(func.count(Activity.id))
        .where(Activity.route_id == Route.id, Activity.state.in_(STANDING))
        .scalar_subquery()
    )
    return or_(*(and_(Route.regulation == law, rows < number) for law, number in least.items()))


def routes_at_risk(
    person_id: int,
    schools: Collection[int],
    regions: Collection[str],
    now: datetime,
    today: date,
    least: Mapping[str, int],
) -> Select[Route, bool, bool, bool]:
    """Routes of these schools, regions and of a person's teams that are late, silent or have few rows, by name.

    Each with the three marks; never the person's own; none that stands still. No order but the alphabet (X47).
    """
    late, silent, few = _late(today), _silent(today, now), _few(least)
    mine = or_(Route.id.in_(reviewed_by(person_id, today)), within(schools, regions))
    return (
        select(Route, late.label("late"), silent.label("silent"), few.label("few"))
        .join(Organisation, Organisation.id == Route.organisation_id)
        .join(Person, Person.id == Route.teacher_id)
        .options(joinedload(Route.teacher), joinedload(Route.organisation))
        .where(
            Route.state == RouteState.ACTIVE,
            Route.suspended_on.is_(None),
            Route.teacher_id != person_id,
            mine,
            or_(late, silent, few),
        )
        .order_by(Person.search_name, Route.id)
    )
