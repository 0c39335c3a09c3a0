"""A short review (рецензия): three taps and, if one likes, own words; readable by the teacher (S000 4.9)."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import Outdated
from models.report import Report, ReportState
from models.review import Review, review_by, reviews_for, reviews_given
from services import review
from services.work import Work


@dataclass(frozen=True)
class Writing:
    """A member's draft, and the report that it is about."""

    report: Report
    review: Review


async def own(work: Work) -> list[Review]:
    """The reviews that the acting teacher may read, the latest first."""
    return await work.all(reviews_for(work.person.id))


async def given(work: Work, report: Report) -> list[Review]:
    """What the team has given on this sending of a report."""
    return [one for one in await work.all(reviews_given(report.id)) if one.sent_at == report.submitted_at]


async def open_draft(work: Work, report_id: int) -> Writing:
    """A team member begins, or goes on with, the review of a report that was sent and not returned.

    One for each member and sending. Refuses NotYours to strangers and to the author, Outdated otherwise.
    """
    report = await review.look(work, report_id)
    if report.state not in (ReportState.SUBMITTED, ReportState.ACCEPTED) or report.submitted_at is None:
        raise Outdated("review-taken-back")
    found = await work.find(review_by(work.person.id, report.id, report.submitted_at))
    if found is None:
        found = Review(report=report, author=work.person, sent_at=report.submitted_at, words="")
        work.session.add(found)
        await work.session.flush()
    return Writing(report, found)


async def praise(work: Work, report_id: int, strong: str, *, drawn: int) -> Writing:
    """What is strong. `drawn`: the version of the draft. Refuses as `open_draft`, and Outdated."""
    writing = await open_draft(work, report_id)
    writing.review.drawn(drawn)
    writing.review.praise(strong)
    await work.session.flush()
    return writing


async def advise(work: Work, report_id: int, advice: str, *, drawn: int) -> Writing:
    """What is advised; "" for nothing. Refuses as `praise`."""
    writing = await open_draft(work, report_id)
    writing.review.drawn(drawn)
    writing.review.advise(advice)
    await work.session.flush()
    return writing


async def say(work: Work, report_id: int, words: str) -> Writing:
    """Own words: what is strong, the advice, or something besides, whichever is asked now."""
    writing = await open_draft(work, report_id)
    draft = writing.review
    if draft.strong is None:
        draft.praise(words)
    elif draft.advice is None:
        draft.advise(words)
    else:
        draft.add(words)
    await work.session.flush()
    return writing


async def begin_anew(work: Work, report_id: int, *, drawn: int) -> Writing:
    """«Изменить»: the draft is asked once more."""
    writing = await open_draft(work, report_id)
    writing.review.drawn(drawn)
    writing.review.begin_anew()
    await work.session.flush()
    return writing


async def give(work: Work, report_id: int, *, drawn: int) -> Writing:
    """The review goes to the teacher by itself, who hears once. Refuses as `praise`, and an empty one."""
    writing = await open_draft(work, report_id)
    writing.review.drawn(drawn)
    writing.review.give(work.now)
    await work.session.flush()
    work.remember(writing.report.route_id, "review.given", report=report_id, review=writing.review.id)
    work.notify(
        writing.report.route.teacher_id,
        "review-given",
        once=f"review:{writing.review.id}",
        title=writing.report.activity.title,
        review=review.said(writing.review),
    )
    return writing


async def give_and_accept(work: Work, report_id: int, *, drawn: int, report_drawn: int) -> Writing:
    """The third tap: the report is accepted, and its review goes with the same message (undone with it, too).

    Refuses as `give` and as `review.accept`.
    """
    writing = await open_draft(work, report_id)
    writing.review.drawn(drawn)
    writing.review.give(work.now)
    await work.session.flush()
    await review.accept(work, report_id, drawn=report_drawn, review=writing.review)
    work.remember(writing.report.route_id, "review.given", report=report_id, review=writing.review.id)
    return writing
