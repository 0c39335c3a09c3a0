"""Reports that wait long for a reviewer: since when, and who is in the bot to hear of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from models.deadlines import in_zone
from models.entry import Account
from models.report import Report, ReportState
from models.route import Route, TeamMember


def reports_waiting(timezone: str, before: datetime) -> Select[Report]:
    """Submitted reports in a zone that were sent before a moment, with their teams."""
    query = _waiting().join(Route, Route.id == Report.route_id).where(Report.submitted_at <= before)
    return in_zone(query, timezone)


def still_waiting(report_ids: Collection[int]) -> Select[Report]:
    """Those of these reports that are still with the team."""
    return _waiting().where(Report.id.in_(report_ids))


def _waiting() -> Select[Report]:
    route = joinedload(Report.route)
    return (
        select(Report)
        .options(
            joinedload(Report.activity),
            route.joinedload(Route.teacher),
            route.joinedload(Route.organisation),
            route.joinedload(Route.team).joinedload(TeamMember.person),
        )
        .where(Report.state == ReportState.SUBMITTED)
        .order_by(Report.submitted_at, Report.id)
    )


def who_is_in(person_ids: Collection[int]) -> Select[int | None]:
    """Those of these people who have come into the bot."""
    return select(Account.person_id).where(
        Account.person_id.in_(person_ids), Account.unreachable_since.is_(None)
    )
