"""The yearly report: composed from the facts of the year, mended and sent by the teacher, read by the deputy (4.3)."""

from __future__ import annotations

from datetime import date

from models.correction import CorrectionState, corrections_sent
from models.errors import NotYours, Outdated
from models.final_event import FinalEventState, final_events_of
from models.people import Role, roles_of
from models.plan import activities_of
from models.practice import Applied
from models.report import ReportState, reports_of
from models.route import Route, RouteState
from models.year_report import (
    YearReport,
    YearReportState,
    year_report_by_id,
    year_reports_at,
    year_reports_of,
)
from regulations.calendar import coming_school_year, school_year_from
from regulations.outcome import YearReport as Rule
from regulations.outcome import day_in
from regulations.prose import quoted, sentence
from services import plan, year_application_sweep
from services.work import Work


def rule_of(work: Work, route: Route) -> Rule | None:
    """What the route's text says of yearly reports; None where it asks for none."""
    yearly = work.rules.of(route).yearly
    return yearly.report if yearly is not None else None


def year_of(day: date) -> int:
    """The school year that a report of this day is about, by the calendar year in which it began."""
    return coming_school_year(day) - 1


def is_asked(work: Work, route: Route) -> bool:
    """From the day of the regulation to the end of the school year, on a route that is walked."""
    rule, today = rule_of(work, route), route.organisation.today(work.now)
    if rule is None or route.state is not RouteState.ACTIVE:
        return False
    first, last = day_in(today.year, rule.asked_on), school_year_from(year_of(today))[1]
    return first <= today <= last


async def own(work: Work) -> YearReport:
    """The acting teacher's report on this school year; begun when it is first looked at, then it follows the facts.

    Refuses: NotYours to people who walk no route; Outdated where the text asks for none or the route is not walked.
    """
    route = await plan.own_route(work)
    if rule_of(work, route) is None or route.state is not RouteState.ACTIVE:
        raise Outdated("year-report-none")
    year = year_of(route.organisation.today(work.now))
    found = next((one for one in await work.all(year_reports_of(route.id)) if one.year == year), None)
    if found is None:
        found = YearReport(
            route_id=route.id,
            route=route,
            year=year,
            paragraphs=[],
            state=YearReportState.DRAFT,
            begun_at=work.now,
            by_hand=False,
        )
        work.session.add(found)
    if found.state is YearReportState.DRAFT and not found.by_hand:
        composed = await compose(work, route, year)
        if composed != found.paragraphs:
            found.compose(composed)
    await work.session.flush()
    return found


async def compose(work: Work, route: Route, year: int) -> list[str]:
    """Paragraph by paragraph what was done in the year, with counts; what is not known is left out."""
    first, last = school_year_from(year)
    rows = {one.id: one for one in await work.all(activities_of(route.id)) if _in(one.on_date, first, last)}
    accepted = [
        one
        for one in await work.all(reports_of(route.id))
        if one.activity_id in rows and one.state is ReportState.ACCEPTED
    ]
    titles = "; ".join(quoted(rows[one.activity_id].title) for one in accepted)
    applied = [one for one in accepted if one.applied is Applied.YES]
    shared = sum(bool(one.shared) for one in accepted)
    events = [
        one
        for one in await work.all(final_events_of(route.id))
        if one.state is FinalEventState.HELD and _in(one.on_date, first, last)
    ]
    changed = [
        one
        for one in await work.all(corrections_sent([route.id]))
        if one.state is CorrectionState.DONE
        and one.closed_at is not None
        and first <= route.organisation.today(one.closed_at) <= last
    ]
    said = [
        sentence("year_topic", topic=quoted(route.topic)) if route.topic else "",
        sentence("activities" if accepted else "no_activities", accepted=len(accepted), titles=titles),
        sentence("practice", applied=len(applied), accepted=len(accepted), shared=shared or None)
        if applied
        else "",
        *(sentence("year_event", title=quoted(one.title), on=f"{one.on_date:%d.%m.%Y}") for one in events),
        sentence("year_corrections", count=len(changed)) if changed else "",
    ]
    return [part for part in said if part]


def _in(day: date | None, first: date, last: date) -> bool:
    return day is not None and first <= day <= last


async def _mine(work: Work, report_id: int, drawn: int | None) -> YearReport:
    found = await work.get(year_report_by_id(report_id))
    found.route.only_teacher(work.person)
    if drawn is not None:
        found.drawn(drawn)
    return found


async def write(work: Work, report_id: int, at: int, text: str, *, drawn: int | None = None) -> YearReport:
    """The teacher writes one paragraph anew; "" takes it out. Refuses: NotYours, Outdated, year-report-long."""
    found = await _mine(work, report_id, drawn)
    found.write(at, text)
    await work.session.flush()
    return found


async def compose_anew(work: Work, report_id: int, *, drawn: int) -> YearReport:
    """«Собрать заново»: the facts in place of what was written by hand. Refuses: NotYours, Outdated."""
    found = await _mine(work, report_id, drawn)
    found.compose(await compose(work, found.route, found.year))
    await work.session.flush()
    return found


async def send(work: Work, report_id: int, *, drawn: int) -> YearReport:
    """To the deputy head, who hears. Refuses: NotYours, Outdated, year-report-empty."""
    found = await _mine(work, report_id, drawn)
    found.send(work.now)
    work.remember(found.route_id, "year-report.sent", year=found.year)
    await work.session.flush()
    for person_id in await readers(work, found.route):
        once = f"year-report-sent:{found.id}:{found.version}:{person_id}"
        name = found.route.teacher.short_name
        work.notify(
            person_id,
            "year-report-sent",
            once=once,
            report=found.id,
            version=found.version,
            name=name,
            year=found.year,
        )
    return found


async def take_back(work: Work, report_id: int, *, drawn: int) -> YearReport:
    """«Забрать на правку». Refuses: NotYours, Outdated once it is accepted."""
    found = await _mine(work, report_id, drawn)
    found.take_back()
    await work.session.flush()
    return found


async def readers(work: Work, route: Route) -> list[int]:
    """Whoever makes the plan of the school reads its reports; never one's own (X27)."""
    yearly = work.rules.of(route).yearly
    role = yearly.plan_by if yearly is not None else Role.DEPUTY_HEAD.value
    today = route.organisation.today(work.now)
    held = await work.all(year_application_sweep.planners_of(route.organisation_id, role, today))
    return sorted({one.person_id for one in held} - {route.teacher_id})


async def waiting(work: Work) -> list[YearReport]:
    """The reports that wait for the acting person's word. Refuses NotYours to who reads none."""
    school = work.person.organisation
    rule = work.rules.of_organisation(school).yearly
    offices = await work.all(roles_of(work.person.id, work.today))
    if rule is None or not any(
        one.organisation_id == school.id and one.role == Role(rule.plan_by) for one in offices
    ):
        raise NotYours("refusal-not-yours")
    found = await work.all(year_reports_at(school.id))
    return [one for one in found if one.route.teacher_id != work.person.id]


async def look(work: Work, report_id: int) -> YearReport:
    """A report that was sent, for whoever reads it. Refuses NotYours."""
    found = await work.get(year_report_by_id(report_id))
    if work.person.id not in await readers(work, found.route):
        raise NotYours("refusal-not-yours")
    if found.state is YearReportState.DRAFT:
        raise Outdated("year-report-outdated", state=found.state.value)
    return found


async def accept(work: Work, report_id: int, *, drawn: int) -> YearReport:
    """The deputy head accepts; the teacher hears. Refuses: NotYours, Outdated."""
    found = await look(work, report_id)
    found.drawn(drawn)
    found.accept(work.person, work.now)
    work.remember(found.route_id, "year-report.accepted", year=found.year)
    await work.session.flush()
    _tell(work, found, "")
    return found


async def give_back(work: Work, report_id: int, reason: str, *, drawn: int) -> YearReport:
    """The deputy head returns it with a reason; the teacher hears. Refuses: NotYours, Outdated."""
    found = await look(work, report_id)
    found.drawn(drawn)
    found.give_back(work.person, reason, work.now)
    work.remember(found.route_id, "year-report.returned", year=found.year, reason=reason)
    await work.session.flush()
    _tell(work, found, reason)
    return found


def _tell(work: Work, found: YearReport, reason: str) -> None:
    once = f"year-report-decided:{found.id}:{found.version}"
    by, teacher = work.person.short_name, found.route.teacher_id
    work.notify(teacher, "year-report-decided", once=once, by=by, year=found.year, reason=reason)
