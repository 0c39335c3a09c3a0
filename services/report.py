"""A report in under a minute: was it, one sentence, a photo, send (S000 3.1.3, S-08)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from models.people import methodists_of
from models.plan import Activity, ActivityState, activities_of, activity_by_id
from models.practice import Applied
from models.report import (
    Report,
    ReportState,
    report_by_id,
    report_on,
    reports_of,
)
from models.route import Route, RouteState
from services import delegation, plan, review
from services.work import Work

OPEN = (ReportState.DRAFT, ReportState.RETURNED)


@dataclass(frozen=True)
class ToReport:
    """One line of «Отчитаться»: an activity, and its report if it was begun."""

    activity: Activity
    report: Report | None


async def to_report(work: Work) -> list[ToReport]:
    """The acting teacher's activities that want something; see `of_route`."""
    return await of_route(work, await plan.own_route(work))


async def of_route(work: Work, route: Route) -> list[ToReport]:
    """A route's activities that want something: past or held without a sent report, or returned.

    The next planned one stands last, for those who report on the day itself.
    """
    await delegation.only_writer(work, route)
    if route.state is not RouteState.ACTIVE:
        return []
    reports = {report.activity_id: report for report in await work.all(reports_of(route.id))}
    lines = [ToReport(one, reports.get(one.id)) for one in await work.all(activities_of(route.id))]
    due = [line for line in lines if _wants_report(line, work.today)]
    coming = [line for line in lines if line.activity.state is ActivityState.PLANNED and line not in due]
    return due + coming[:1]


def _wants_report(line: ToReport, today: date) -> bool:
    if line.report is not None:
        return line.report.state in OPEN
    if line.activity.state is ActivityState.HELD:
        return True
    on = line.activity.on_date
    return line.activity.state is ActivityState.PLANNED and on is not None and on <= today


async def own_activity(work: Work, activity_id: int, drawn: int | None = None) -> Activity:
    """The acting teacher's activity, or one of somebody they type for. Refuses NotYours, Outdated."""
    activity = await work.get(activity_by_id(activity_id))
    await delegation.only_writer(work, activity.route)
    if drawn is not None:
        activity.route.only_going()
        activity.drawn(drawn)
    return activity


async def own_report(work: Work, report_id: int) -> Report:
    """The acting teacher's report, or one of somebody they type for. Refuses NotYours.

    What was decided a moment ago is told at once.
    """
    report = await work.get(report_by_id(report_id))
    await delegation.only_writer(work, report.route)
    if work.person.id == report.route.teacher_id:
        await review.seen_by_teacher(work, report)
    return report


async def of_activity(work: Work, activity: Activity) -> Report | None:
    """The report on an activity, if it was begun."""
    return await work.find(report_on(activity.id))


async def held(work: Work, activity_id: int, *, drawn: int) -> Report:
    """«Была»: the activity counts as held, a draft of its report is opened. Refuses Outdated."""
    activity = await own_activity(work, activity_id, drawn)
    activity.hold()
    report = Report(
        activity=activity,
        route=activity.route,
        began_at=work.now,
        said={},
        evidence=[],
        edits=[],
        state=ReportState.DRAFT,
    )
    work.session.add(report)
    work.remember(activity.route_id, "activity.held", activity=activity.id)
    await work.session.flush()
    return report


async def not_done(work: Work, activity_id: int, reason: str, *, drawn: int) -> tuple[Activity, int]:
    """«Не была»: the reason stands instead of the mark (S000 4.4); the team hears. Returns how many of them, too."""
    activity = await own_activity(work, activity_id, drawn)
    activity.not_done(reason)
    told = tell_team(work, activity.route, "report-not-done", title=activity.title, reason=reason)
    work.remember(activity.route_id, "activity.not_done", activity=activity.id, reason=reason)
    await work.session.flush()
    return activity, told


async def moved(work: Work, activity_id: int, to: date, *, drawn: int) -> Activity:
    """«Перенесли»: the new local date; the team hears; reminders follow the new date by themselves."""
    activity = await own_activity(work, activity_id, drawn)
    before = activity.starts_on or activity.on_date
    activity.move(to)
    tell_team(work, activity.route, "report-moved", title=activity.title, before=before, to=to)
    work.remember(activity.route_id, "activity.moved", activity=activity.id, before=before, to=to)
    await work.session.flush()
    return activity


async def was_after_all(work: Work, activity_id: int, *, drawn: int) -> Activity:
    """A mistaken «Не была» is taken back. Refuses Outdated where it was: there the report goes first."""
    activity = await own_activity(work, activity_id, drawn)
    activity.was_after_all()
    work.remember(activity.route_id, "activity.planned_again", activity=activity.id)
    await work.session.flush()
    return activity


def card_facts(report: Report) -> dict[str, Any]:
    """What a reviewer's card shows, as facts that can wait in the outbox."""
    return {
        "report_id": report.id,
        "version": report.version,
        "teacher": report.route.teacher.short_name,
        "title": report.activity.title,
        "on": report.activity.on_date,
        "text": report.text,
        "files": [[one.kind.value, one.file_id] for one in report.evidence if one.is_file],
        "practice": practice_facts(report),
    }


def practice_facts(report: Report) -> dict[str, Any]:
    """What the teacher said about practice; what was not answered, or does not fit, is not there."""
    facts: dict[str, Any] = {}
    if report.applied in (Applied.YES, Applied.NOT_YET):
        facts |= {"applied": report.applied.value, "how": report.applied_how or ""}
    return facts if report.shared is None else {**facts, "shared": report.shared}


def tell_team(work: Work, route: Route, kind: str, **facts: Any) -> int:
    """Every reviewer of the team hears; nobody hears of their own work. Returns how many."""
    team = {one.person_id for one in route.reviewers(route.organisation.today(work.now))}
    facts.setdefault("teacher", route.teacher.short_name)
    for person_id in team:
        work.notify(person_id, kind, **facts)
    return len(team)


async def tell_methodists(work: Work, report: Report, kind: str, **facts: Any) -> None:
    """The methodists of the region hear, once for each version of the report."""
    today = report.route.organisation.today(work.now)
    for office in await work.all(methodists_of(report.route.organisation.region, today)):
        work.notify(
            office.person_id,
            kind,
            once=f"{kind}:{report.id}:{report.version}:{office.person_id}",
            title=report.activity.title,
            **facts,
        )
