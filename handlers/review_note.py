"""«Для себя»: a team member's one line about a route, which nobody else ever reads (people.md)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places, review_shown
from handlers.callbacks import ReviewTap
from handlers.places import At, place
from handlers.views import View, button, say, view
from regulations.questions import Question, QuestionKind, read_text
from services import review, review_desk
from services.work import Work

LINE = Question(
    code="note", kind=QuestionKind.LONG_TEXT, minimum=1, maximum=200, example="review-note.example"
)


async def begin(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """«Заметка для себя»."""
    found = await review.look(work, callback_data.report)
    return await places.go(work, "review.note", report=found.id)


@place("review.note")
async def note_screen(work: Work, report: int) -> View:
    """What is kept about this teacher's route; a new line takes its place."""
    found = await review.look(work, report)
    kept = await review_desk.note(work, found.route)
    ids = {"report": found.id, "version": found.version}
    drop = [button("review-note.drop", ReviewTap(do="drop-note", **ids))] if kept else []
    now = [say("review-card-note", text=kept.text)] if kept else []
    return view(
        say("review-note", teacher=found.route.teacher.short_name),
        *now,
        rows=[drop, [button("review-note.back", ReviewTap(do="card", **ids))]],
    )


async def typed(message: Message, work: Work) -> View:
    """The line, kept at once; the card follows."""
    text = " ".join(read_text(LINE, message.text or "").split())
    return await _kept(work, work.account.place_ids["report"], text)


async def drop(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """«Убрать»."""
    return await _kept(work, callback_data.report, "")


async def _kept(work: Work, report_id: int, text: str) -> View:
    found = await review.look(work, report_id)
    await review_desk.write(work, found.route, text)
    work.account.leave()
    return await review_shown.shown(work, found.id)


def router() -> Router:
    """The line: typed, taken away."""
    routes = Router(name="review-note")
    routes.callback_query.register(begin, ReviewTap.filter(F.do == "note"))
    routes.callback_query.register(drop, ReviewTap.filter(F.do == "drop-note"))
    routes.message.register(typed, At("review.note"), F.text, ~F.text.startswith("/"))
    return routes
