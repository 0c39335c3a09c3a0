"""One report of a team with everything that its reader knows of it, whatever became of it."""

from __future__ import annotations

from handlers.review_card import asked, card
from handlers.views import Say, View, say
from models.report import Report
from models.review_question import ReviewQuestion
from services import review, review_desk, review_queue, review_write
from services.review_queue import Waiting
from services.work import Work


async def shown(work: Work, report_id: int) -> View:
    """The card as it is now; from here on it counts as opened. Refuses NotYours to strangers."""
    found = await review.look(work, report_id)
    await review_queue.opened(work, found)
    return card(found, *await _known(work, found, await review_queue.question_about(work, found)))


async def waiting_card(work: Work, one: Waiting) -> View:
    """The card of a queue, with how long it has waited."""
    waits = [say("review-card-waits", days=one.days, late=one.late)] if one.days else []
    return card(one.report, *waits, *await _known(work, one.report, one.question))


async def _known(work: Work, report: Report, question: ReviewQuestion | None) -> list[Say]:
    """What was asked, who has written a review, and what its reader keeps for themselves."""
    lines = [asked(question)] if question is not None else []
    authors = [one.author.short_name for one in await review_write.given(work, report)]
    if authors:
        lines.append(say("review-card-reviewed", by=", ".join(authors)))
    note = await review_desk.note(work, report.route)
    return [*lines, say("review-card-note", text=note.text)] if note is not None else lines
