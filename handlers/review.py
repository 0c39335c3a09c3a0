"""A team member decides: one tap accepts, two return; for two minutes it can be taken back (S-07, S-15)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import (
    review_answer,
    review_note,
    review_own,
    review_question,
    review_queue,
    review_reason,
    review_shown,
    review_write,
)
from handlers.callbacks import ReviewTap
from handlers.evidence import files_of
from handlers.places import redraws
from handlers.views import View, button, say, view
from services import review
from services.report import card_facts
from services.work import Work


@redraws(ReviewTap)
async def fresh_card(work: Work, data: ReviewTap) -> View:
    """The card of an outdated tap as it is now; refuses NotYours to strangers."""
    return await review_shown.shown(work, data.report)


async def accept(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """«Принять»: one tap; the next stands in its place."""
    found = await review.accept(work, callback_data.report, drawn=callback_data.version)
    return await review_queue.decided(work, found)


async def undo(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """«Отменить»: it waits again, and the teacher has heard nothing."""
    found = await review.undo(work, callback_data.report, drawn=callback_data.version)
    return (await review_shown.shown(work, found.id)).led_by(say("review-undone"))


async def show_card(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """Back to the card."""
    work.account.leave()
    return await review_shown.shown(work, callback_data.report)


async def files(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """The evidence, and the card anew under it."""
    found = await review.look(work, callback_data.report)
    return replace(await review_shown.shown(work, found.id), files=files_of(found.evidence))


async def whole_text(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """Everything that the teacher wrote; the way back is the card."""
    found = await review.look(work, callback_data.report)
    facts: dict[str, Any] = card_facts(found)
    back = ReviewTap(do="card", report=found.id, version=found.version)
    return view(
        say("review-text", teacher=facts["teacher"], title=facts["title"], text=facts["text"]),
        rows=[[button("review-text.back", back)]],
    )


def router() -> Router:
    """The desk: decisions here, the queue, reasons beside."""
    routes = Router(name="review")
    routes.callback_query.register(accept, ReviewTap.filter(F.do == "accept"))
    routes.callback_query.register(undo, ReviewTap.filter(F.do == "undo"))
    routes.callback_query.register(show_card, ReviewTap.filter(F.do == "card"))
    routes.callback_query.register(files, ReviewTap.filter(F.do == "files"))
    routes.callback_query.register(whole_text, ReviewTap.filter(F.do == "text"))
    routes.include_routers(review_queue.router(), review_reason.router())
    routes.include_routers(review_question.router(), review_answer.router())
    routes.include_routers(review_write.router(), review_note.router(), review_own.router())
    return routes
