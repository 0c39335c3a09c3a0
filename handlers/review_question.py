"""«Вопрос»: the tutor taps a ready question, types one or says it; the report keeps waiting (people.md)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places, review_queue
from handlers.callbacks import ReviewTap
from handlers.places import At, place
from handlers.report import tapped_words
from handlers.review_card import card
from handlers.views import Button, View, button, say, view
from models.errors import NotYours
from models.report import Report, ReportState
from regulations.questions import Question, QuestionKind, read_text
from services import review, review_question
from services.work import Work

WORDS = Question(
    code="question", kind=QuestionKind.LONG_TEXT, minimum=3, maximum=500, example="review-ask.example"
)
READY = (
    say("review-ask.applied"),
    say("review-ask.photo"),
    say("review-ask.pupils"),
    say("review-ask.hours"),
)


async def begin(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """«Вопрос»: what is to be asked."""
    found = await review.look(work, callback_data.report)
    found.drawn(callback_data.version)
    return await places.go(work, "review.question", report=found.id, version=found.version)


@place("review.question")
async def question_screen(work: Work, report: int, version: int) -> View:
    """Ready questions, or own words, or a voice message."""
    found = await review.look(work, report)
    if found.state is not ReportState.SUBMITTED or found.version != version:
        return card(found)
    ids = {"report": report, "version": version}
    ready = [[Button(words, ReviewTap(do="ask", value=number, **ids))] for number, words in enumerate(READY)]
    back = button("review-ask.back", ReviewTap(do="card", **ids))
    return view(
        say("review-ask", teacher=found.route.teacher.short_name, title=found.activity.title),
        rows=[*ready, [back]],
    )


async def tapped(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """A ready question, in the words of its button."""
    if callback_data.value >= len(READY):
        raise NotYours("refusal-not-yours")
    found = await review_question.ask(
        work, callback_data.report, tapped_words(tap), drawn=callback_data.version
    )
    return await _asked(work, found)


async def typed(message: Message, work: Work) -> View:
    """A question in own words."""
    text = read_text(WORDS, message.text or "")
    ids = work.account.place_ids
    return await _asked(work, await review_question.ask(work, ids["report"], text, drawn=ids["version"]))


async def spoken(message: Message, work: Work) -> View:
    """A question by voice: the recording itself is passed on."""
    voice = message.voice.file_id if message.voice else ""
    text = read_text(WORDS, message.caption) if message.caption else ""
    ids = work.account.place_ids
    found = await review_question.ask(work, ids["report"], text, drawn=ids["version"], voice=voice)
    return await _asked(work, found)


async def _asked(work: Work, found: Report) -> View:
    return await review_queue.following(work, say("review-asked", title=found.activity.title))


def router() -> Router:
    """The question: tapped, typed, spoken."""
    routes = Router(name="review-question")
    routes.callback_query.register(begin, ReviewTap.filter(F.do == "question"))
    routes.callback_query.register(tapped, ReviewTap.filter(F.do == "ask"))
    routes.message.register(typed, At("review.question"), F.text, ~F.text.startswith("/"))
    routes.message.register(spoken, At("review.question"), F.voice)
    return routes
