"""A team member's word on a report: accepted, or returned with a reason (S000 4.9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from models.plan import activities_of
from models.report import Report, ReportState, report_by_id, reports_of, waiting_for
from models.route import Route, routes_of_team
from services.work import Work


async def waiting(work: Work) -> list[Report]:
    """What waits for the acting person's word, the longest waiting first; never their own work (X27)."""
    return await work.all(waiting_for(work.person.id, work.today))


async def look(work: Work, report_id: int) -> Report:
    """A report as a member of its team sees it. Refuses NotYours to strangers and to the author."""
    report = await work.get(report_by_id(report_id))
    report.route.only_team(work.person, work.today)
    return report


async def accept(work: Work, report_id: int, *, drawn: int) -> Report:
    """A team member accepts a submitted report; the teacher hears once, the count of the route grows.

    Refuses: NotYours, own work, Outdated for a second tap, a decided report, or an older version.
    """
    report = await look(work, report_id)
    report.drawn(drawn)
    report.accept(work.person, work.now, work.today)
    await _decided(work, report, "review.accepted")
    count = await accepted_count(work, report.route)
    least = work.rules.of(report.route).min_activities
    work.notify(
        report.route.teacher_id,
        "review-accepted",
        once=f"accepted:{report.id}:{report.version}",
        title=report.activity.title,
        by=work.person.short_name,
        accepted=count,
        least=least.accepted if least else 0,
        clause=least.clause if least else "",
    )
    return report


async def give_back(work: Work, report_id: int, reason: str, *, drawn: int) -> Report:
    """A team member returns a submitted report with a reason; the teacher hears once and mends it.

    Refuses as `accept`, and `review-no-reason`.
    """
    report = await look(work, report_id)
    report.drawn(drawn)
    report.give_back(work.person, work.now, work.today, reason)
    await _decided(work, report, "review.returned", reason=reason)
    work.notify(
        report.route.teacher_id,
        "review-returned",
        once=f"returned:{report.id}:{report.version}",
        report_id=report.id,
        version=report.version,
        title=report.activity.title,
        by=work.person.short_name,
        reason=reason,
    )
    return report


async def _decided(work: Work, report: Report, verb: str, **facts: Any) -> None:
    await work.session.flush()
    work.remember(report.route_id, verb, report=report.id, version=report.version, **facts)


async def accepted_count(work: Work, route: Route) -> int:
    """How many reports of a route are accepted (X42)."""
    return sum(one.state is ReportState.ACCEPTED for one in await work.all(reports_of(route.id)))


@dataclass(frozen=True)
class Progress:
    """One teacher of a tutor, in one line."""

    route: Route
    planned: int
    accepted: int
    waiting: int


async def teachers(work: Work) -> list[Progress]:
    """The routes that the acting person accompanies, by the teacher's name."""
    found = []
    for route in await work.all(routes_of_team(work.person.id, work.today)):
        states = [one.state for one in await work.all(reports_of(route.id))]
        planned = await work.all(activities_of(route.id))
        found.append(
            Progress(
                route, len(planned), states.count(ReportState.ACCEPTED), states.count(ReportState.SUBMITTED)
            )
        )
    return found
