"""«Ждут меня»: what waits for the acting person's word, in order; put off, seen, accepted all at once (S-15)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from zlib import crc32

from models.errors import Outdated
from models.people import Person
from models.report import Report, ReportState
from models.review_question import ReviewQuestion, questions_about
from models.review_queue import QueueMark, decided_together, ending_with_an_event, marks_of, waiting_for
from regulations.calendar import add_working_days
from services import review
from services.work import Work

FINAL_STAGE = timedelta(days=30)
"""Ours: a route that ends, or is presented, within a month has no time to lose."""


@dataclass(frozen=True)
class Waiting:
    """One report of a queue. `days` it has waited; `late`: longer than the internal term (X17).

    `final`: its route ends soon; `question`: the last one asked about this sending; `mark`: what its reader did.
    """

    report: Report
    days: int
    late: bool
    final: bool
    question: ReviewQuestion | None
    mark: QueueMark | None

    @property
    def asked(self) -> bool:
        """Does it wait for the teacher's answer?"""
        return self.question is not None and self.question.answered_at is None

    @property
    def clean(self) -> bool:
        """Seen once, and no question is open: may be accepted with others."""
        seen = self.mark is not None and self.mark.opened_version == self.report.version
        return seen and not self.asked


async def waiting(work: Work) -> list[Waiting]:
    """The acting person's queue in its order; never their own work (X27)."""
    return await of(work, work.person)


async def of(work: Work, person: Person) -> list[Waiting]:
    """The queue of a person: the deadline passed, then whole days of waiting, then the final stage.

    What was put off stands behind everything else, in the order in which it was put off.
    """
    today = person.organisation.today(work.now)
    reports = await work.all(waiting_for(person.id, today))
    ids = [one.id for one in reports]
    marks = {one.report_id: one for one in await work.all(marks_of(person.id, ids))} if ids else {}
    asked = await _asked(work, ids)
    ending = await _ending(work, reports, today)
    found = [
        _waiting(work, one, today, asked.get(one.id), _still(marks.get(one.id), one), one.route_id in ending)
        for one in reports
    ]
    return sorted(found, key=_order)


def _waiting(
    work: Work,
    report: Report,
    today: date,
    question: ReviewQuestion | None,
    mark: QueueMark | None,
    final: bool,
) -> Waiting:
    sent_on = report.route.organisation.today(report.submitted_at or work.now)
    due = add_working_days(sent_on, work.rules.of(report.route).internal_terms.review)
    return Waiting(report, (today - sent_on).days, today > due, final, _about(question, report), mark)


def _still(mark: QueueMark | None, report: Report) -> QueueMark | None:
    """A mark counts for the sending that it was made on."""
    return mark if mark is not None and mark.sent_at == report.submitted_at else None


def _about(question: ReviewQuestion | None, report: Report) -> ReviewQuestion | None:
    return question if question is not None and question.sent_at == report.submitted_at else None


async def _asked(work: Work, report_ids: list[int]) -> dict[int, ReviewQuestion]:
    """The last question about each report."""
    if not report_ids:
        return {}
    return {one.report_id: one for one in await work.all(questions_about(report_ids))}


async def _ending(work: Work, reports: Iterable[Report], today: date) -> set[int]:
    """The routes in their final stage: the end or the final event is near."""
    until = today + FINAL_STAGE
    routes = {one.route_id: one.route.ends_on for one in reports}
    near = {id for id, ends_on in routes.items() if ends_on is not None and ends_on <= until}
    return near | set(await work.all(ending_with_an_event(routes, until))) if routes else near


def _order(one: Waiting) -> tuple[object, ...]:
    put_off = one.mark.later_at.timestamp() if one.mark is not None and one.mark.later_at else 0.0
    sent = one.report.submitted_at
    return (put_off, not one.late, -one.days, not one.final, sent, one.report.id)


async def question_about(work: Work, report: Report) -> ReviewQuestion | None:
    """The last question about this sending of a report."""
    return _about((await _asked(work, [report.id])).get(report.id), report)


async def mark(work: Work, report: Report) -> QueueMark | None:
    """The acting person's mark on a report as sent now, made if need be; None when nothing was sent."""
    if report.submitted_at is None:
        return None
    found = await work.find(marks_of(work.person.id, [report.id]))
    if found is None:
        found = QueueMark(person_id=work.person.id, report_id=report.id, sent_at=report.submitted_at)
        work.session.add(found)
    found.about(report.submitted_at)
    return found


async def opened(work: Work, report: Report) -> QueueMark | None:
    """The acting person sees the card: from now on it may be accepted together with others."""
    if report.state is not ReportState.SUBMITTED:
        return None
    made = await mark(work, report)
    if made is not None and made.opened_version != report.version:
        made.open(report.version)
        await work.session.flush()
    return made


async def later(work: Work, report_id: int, *, drawn: int) -> Report:
    """«Позже»: behind everything else in the acting person's queue, and only there. Refuses Outdated."""
    report = await review.look(work, report_id)
    report.drawn(drawn)
    report.waits()
    made = await mark(work, report)
    if made is not None:
        made.put_off(work.now)
        await work.session.flush()
    return report


def seal(listed: Iterable[Waiting]) -> int:
    """A number for exactly these reports in these versions: what was listed is what is accepted."""
    names = sorted(f"{one.report.id}.{one.report.version}" for one in listed)
    return crc32(",".join(names).encode())


async def clean(work: Work, most: int) -> list[Waiting]:
    """What was opened and raised no question, so many at most: it may be accepted by one tap."""
    return [one for one in await waiting(work) if one.clean][:most]


async def accept_all(work: Work, sealed: int, *, most: int) -> list[Report]:
    """Everything that was opened and raised no question is accepted, as it was listed; each teacher hears.

    Refuses Outdated when it is not the listed any more (a second tap, a colleague, a report taken back).
    """
    listed = await clean(work, most)
    if not listed or seal(listed) != sealed:
        raise Outdated("review-all-outdated")
    return [await review.accept(work, one.report.id, drawn=one.report.version) for one in listed]


async def undo_all(work: Work, report_id: int, *, drawn: int) -> list[Report]:
    """Every acceptance of that one tap is taken back; all or none. Refuses as `review.undo`."""
    first = await review.look(work, report_id)
    together = await work.all(decided_together(work.person.id, first.decided_at or work.now))
    if first not in together:
        raise Outdated("report-outdated")
    versions = {one.id: one.version for one in together} | {first.id: drawn}
    return [await review.undo(work, one.id, drawn=versions[one.id]) for one in together]
