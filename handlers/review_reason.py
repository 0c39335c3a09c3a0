"""«Вернуть»: why, in two taps, in own words or by voice (X31); what the team says so often is offered again."""

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
from models.report import ReportState
from regulations.questions import Question, QuestionKind, read_text
from services import review, review_desk
from services.work import Work

REASON = Question(
    code="reason", kind=QuestionKind.LONG_TEXT, minimum=3, maximum=1000, example="review-reason.example"
)
PHRASES = (
    say("review-phrase.date"),
    say("review-phrase.proof"),
    say("review-phrase.applied"),
    say("review-phrase.wrong-file"),
)
LONGEST_LABEL = 40
"""Letters of an own phrase on its button."""


async def ask(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """«Вернуть»: the reason is asked; the report stays as it was until then."""
    found = await review.look(work, callback_data.report)
    found.drawn(callback_data.version)
    return await places.go(work, "review.reason", report=found.id, version=found.version)


@place("review.reason")
async def reason_screen(work: Work, report: int, version: int) -> View:
    """Why: ready phrases, own ones, or words; it is what the teacher reads."""
    found = await review.look(work, report)
    if found.state is not ReportState.SUBMITTED or found.version != version:
        return card(found)
    key = {"report": report, "version": version}
    ready = [
        [Button(phrase, ReviewTap(do="phrase", value=number, **key))] for number, phrase in enumerate(PHRASES)
    ]
    own = [
        [button("review-reason.own", ReviewTap(do="own", value=one.id, **key), text=_label(one.text))]
        for one in await review_desk.own_phrases(work)
    ]
    back = button("review-reason.back", ReviewTap(do="card", **key))
    return view(
        say("review-reason", teacher=found.route.teacher.short_name, title=found.activity.title),
        rows=[*ready, *own, [back]],
    )


def _label(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LABEL else f"{line[:LONGEST_LABEL]}…"


async def tapped(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """A ready phrase, in the words of its button."""
    if callback_data.value >= len(PHRASES):
        raise NotYours("refusal-not-yours")
    return await _give_back(work, callback_data.report, tapped_words(tap), callback_data.version)


async def own_tapped(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """A phrase of one's own, used again."""
    phrase = await review_desk.own_phrase(work, callback_data.value)
    return await _give_back(work, callback_data.report, phrase.text, callback_data.version)


async def typed(message: Message, work: Work) -> View:
    """The reason in own words, to be offered next time; a version that changed meanwhile is refused."""
    reason = read_text(REASON, message.text or "")
    ids = work.account.place_ids
    shown = await _give_back(work, ids["report"], reason, ids["version"])
    await review_desk.learn(work, reason)
    return shown


async def spoken(message: Message, work: Work) -> View:
    """The reason by voice: the recording itself is passed on."""
    voice = message.voice.file_id if message.voice else ""
    words = read_text(REASON, message.caption) if message.caption else ""
    ids = work.account.place_ids
    return await _give_back(work, ids["report"], words, ids["version"], voice)


async def _give_back(work: Work, report_id: int, reason: str, drawn: int, voice: str = "") -> View:
    found = await review.give_back(work, report_id, reason, drawn=drawn, voice=voice)
    return await review_queue.decided(work, found)


def router() -> Router:
    """The reason: tapped, typed, spoken."""
    routes = Router(name="review-reason")
    routes.callback_query.register(ask, ReviewTap.filter(F.do == "return"))
    routes.callback_query.register(tapped, ReviewTap.filter(F.do == "phrase"))
    routes.callback_query.register(own_tapped, ReviewTap.filter(F.do == "own"))
    routes.message.register(typed, At("review.reason"), F.text, ~F.text.startswith("/"))
    routes.message.register(spoken, At("review.reason"), F.voice)
    return routes
