"""A team member's word on a report: accepted, or returned with a reason; taken back within two minutes (S000 4.9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from models.errors import Outdated
from models.notice import hasten, recall
from models.plan import activities_of
from models.report import UNDO_FOR, Report, ReportState, report_by_id, reports_of
from models.review import Review, reviews_given
from models.route import Route, routes_of_team
from services.work import Work


async def look(work: Work, report_id: int) -> Report:
    """A report as a member of its team sees it. Refuses NotYours to strangers and to the author."""
    report = await work.get(report_by_id(report_id))
    report.route.only_team(work.person, work.today)
    return report


async def accept(work: Work, report_id: int, *, drawn: int, review: Review | None = None) -> Report:
    """A team member accepts a submitted report; the count of the route grows. The teacher hears in two minutes.

    `review` goes with it, so that the teacher hears once. Refuses: NotYours, own work, Outdated for a second
    tap, a decided report, or an older version.
    """
    report = await look(work, report_id)
    report.drawn(drawn)
    report.accept(work.person, work.now, work.today)
    await _decided(work, report, "review.accepted")
    least = work.rules.of(report.route).min_activities
    work.notify(
        report.route.teacher_id,
        "review-accepted",
        once=_once(report),
        after=UNDO_FOR,
        title=report.activity.title,
        by=work.person.short_name,
        accepted=await accepted_count(work, report.route),
        least=least.accepted if least else 0,
        clause=least.clause if least else "",
        review=said(review) if review else None,
    )
    return report


async def give_back(work: Work, report_id: int, reason: str, *, drawn: int, voice: str = "") -> Report:
    """A team member returns a submitted report; the teacher hears in two minutes and mends it.

    The reason is in words, or a recording (`voice`: its file id) that is passed on. Refuses as `accept`, and
    `review-no-reason`.
    """
    report = await look(work, report_id)
    report.drawn(drawn)
    report.give_back(work.person, work.now, work.today, reason, voice)
    await _decided(work, report, "review.returned", reason=reason)
    work.notify(
        report.route.teacher_id,
        "review-returned",
        once=_once(report),
        after=UNDO_FOR,
        report_id=report.id,
        version=report.version,
        title=report.activity.title,
        by=work.person.short_name,
        reason=reason,
        voice=voice,
    )
    return report


async def undo(work: Work, report_id: int, *, drawn: int) -> Report:
    """Whoever decided takes it back within two minutes: the report waits again, the teacher hears nothing.

    Refuses `review-undo-late` afterwards, and as soon as the notice was in the postman's hand: that is decided
    by the row itself, in this transaction. Refuses NotYours to everybody else.
    """
    report = await look(work, report_id)
    once, verdict, decided_at = _once(report), report.state.value, report.decided_at
    report.undo(work.person, work.now, drawn)
    recalled = await work.session.execute(recall(once, work.now))
    if not recalled.rowcount:  # type: ignore[attr-defined]  # a DELETE's result has it
        raise Outdated("review-undo-late")
    for one in await work.all(reviews_given(report.id)):
        if one.author_id == work.person.id and one.given_at == decided_at:
            one.take_back()
    await work.session.flush()
    work.remember(report.route_id, "review.undone", report=report.id, version=report.version, verdict=verdict)
    return report


async def seen_by_teacher(work: Work, report: Report) -> None:
    """The teacher looks before the two minutes are over: the message goes now, an undo would come too late."""
    if report.decided_at is not None and work.now < report.decided_at + UNDO_FOR:
        await work.session.execute(hasten(_once(report), work.now))


def _once(report: Report) -> str:
    """The key of the one message that tells the teacher of a decision: a version is decided once."""
    return f"{report.state.value}:{report.id}:{report.version}"


def said(review: Review) -> dict[str, Any]:
    """A review as facts that can wait in the outbox."""
    return {
        "by": review.author.short_name,
        "strong": review.strong,
        "advice": review.advice,
        "words": review.words,
    }


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
