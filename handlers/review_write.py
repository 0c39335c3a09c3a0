"""A short review (рецензия): what is strong, an advice, accepted: three taps, and own words if one likes (S000 4.9)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places, review_queue, review_shown
from handlers.anything import way_home
from handlers.callbacks import ReviewTap, WriteTap
from handlers.notices import notice
from handlers.places import At, place, redraws
from handlers.report import tapped_words
from handlers.review_told import lines_of
from handlers.views import Button, Say, View, button, say, view
from models.errors import NotYours
from models.report import ReportState
from regulations.questions import Question, QuestionKind, read_text
from services import review, review_write
from services.review_write import Writing
from services.work import Work

WORDS = Question(
    code="words", kind=QuestionKind.LONG_TEXT, minimum=3, maximum=500, example="review-write.example"
)
STRONG = (
    say("review-strong-phrase.useful"),
    say("review-strong-phrase.clear"),
    say("review-strong-phrase.class"),
    say("review-strong-phrase.materials"),
)
ADVICE = (
    say("review-advice-phrase.try"),
    say("review-advice-phrase.share"),
    say("review-advice-phrase.example"),
)


async def begin(tap: CallbackQuery, callback_data: ReviewTap, work: Work) -> View:
    """«Рецензия»: begun, or gone on with."""
    await review_write.open_draft(work, callback_data.report)
    return await places.go(work, "review.write", report=callback_data.report)


@place("review.write")
async def write_screen(work: Work, report: int) -> View:
    """The next of the three taps, computed from the draft."""
    return _draw(await review_write.open_draft(work, report))


@redraws(WriteTap)
async def fresh(work: Work, data: WriteTap) -> View:
    """The draft of an outdated tap as it is now."""
    return _draw(await review_write.open_draft(work, data.report))


def _draw(writing: Writing) -> View:
    draft = writing.review
    facts = {"title": writing.report.activity.title, "teacher": writing.report.route.teacher.short_name}
    if draft.given_at is not None:
        return view(say("review-write-given", at=draft.given_at), _lines(writing), rows=[_back(writing)])
    if draft.strong is None:
        return view(
            say("review-write", **facts),
            rows=_phrases(writing, STRONG, [_tap(writing, "strong", one) for one in range(len(STRONG))]),
        )
    if draft.advice is None:
        none = [button("review-write.none", _tap(writing, "none"))]
        taps = [_tap(writing, "advice", one) for one in range(len(ADVICE))]
        *phrases, back = _phrases(writing, ADVICE, taps)
        return view(_lines(writing), say("review-write-advice"), rows=[*phrases, none, back])
    return view(
        say("review-write-ready", **facts), _lines(writing), say("review-write-more"), rows=_ends(writing)
    )


def _lines(writing: Writing) -> list[Say]:
    return lines_of(review.said(writing.review))


def _phrases(writing: Writing, phrases: tuple[Say, ...], taps: list[WriteTap]) -> list[list[Button]]:
    rows = [[Button(words, tap)] for words, tap in zip(phrases, taps, strict=True)]
    return [*rows, _back(writing)]


def _tap(writing: Writing, do: str, value: int = 0) -> WriteTap:
    return WriteTap(do=do, report=writing.report.id, version=writing.review.version, value=value)


def _back(writing: Writing) -> list[Button]:
    data = ReviewTap(do="card", report=writing.report.id, version=writing.report.version)
    return [button("review-write.back", data)]


def _ends(writing: Writing) -> list[list[Button]]:
    """«Принято» goes with the review; it may also go by itself, or be changed."""
    alone = [button("review-write.give", _tap(writing, "give"))]
    change = [button("review-write.anew", _tap(writing, "anew"))]
    if writing.report.state is not ReportState.SUBMITTED:
        return [alone, change, _back(writing)]
    accept = _tap(writing, "accept", writing.report.version)
    return [[button("review-write.accept", accept, style="success")], alone, change, _back(writing)]


async def praised(tap: CallbackQuery, callback_data: WriteTap, work: Work) -> View:
    """The first tap: what is strong, in the words of its button."""
    words = _chosen(tap, callback_data, STRONG)
    return _draw(await review_write.praise(work, callback_data.report, words, drawn=callback_data.version))


async def advised(tap: CallbackQuery, callback_data: WriteTap, work: Work) -> View:
    """The second tap: an advice, in the words of its button."""
    words = _chosen(tap, callback_data, ADVICE)
    return _draw(await review_write.advise(work, callback_data.report, words, drawn=callback_data.version))


def _chosen(tap: CallbackQuery, data: WriteTap, phrases: tuple[Say, ...]) -> str:
    if data.value >= len(phrases):
        raise NotYours("refusal-not-yours")
    return tapped_words(tap)


async def no_advice(tap: CallbackQuery, callback_data: WriteTap, work: Work) -> View:
    """The second tap: «Без совета»."""
    return _draw(await review_write.advise(work, callback_data.report, "", drawn=callback_data.version))


async def typed(message: Message, work: Work) -> View:
    """Own words for what is asked now, or besides."""
    words = read_text(WORDS, message.text or "")
    return _draw(await review_write.say(work, work.account.place_ids["report"], words))


async def anew(tap: CallbackQuery, callback_data: WriteTap, work: Work) -> View:
    """«Изменить»."""
    return _draw(await review_write.begin_anew(work, callback_data.report, drawn=callback_data.version))


async def accept(tap: CallbackQuery, callback_data: WriteTap, work: Work) -> View:
    """The third tap: accepted with this review; the teacher hears once."""
    writing = await review_write.give_and_accept(
        work, callback_data.report, drawn=callback_data.version, report_drawn=callback_data.value
    )
    return await review_queue.decided(work, writing.report)


async def give(tap: CallbackQuery, callback_data: WriteTap, work: Work) -> View:
    """The review alone; the decision is left to somebody, or has been made."""
    await review_write.give(work, callback_data.report, drawn=callback_data.version)
    work.account.leave()
    return (await review_shown.shown(work, callback_data.report)).led_by(say("review-write-sent"))


@notice("review-given")
def given(title: str, review: dict[str, str]) -> View:
    """For the teacher: what somebody of the team thinks, what is strong first."""
    return view(say("review-given", title=title, by=review["by"]), lines_of(review), rows=way_home())


def router() -> Router:
    """Three taps, and own words."""
    routes = Router(name="review-write")
    routes.callback_query.register(begin, ReviewTap.filter(F.do == "write"))
    routes.callback_query.register(praised, WriteTap.filter(F.do == "strong"))
    routes.callback_query.register(advised, WriteTap.filter(F.do == "advice"))
    routes.callback_query.register(no_advice, WriteTap.filter(F.do == "none"))
    routes.callback_query.register(anew, WriteTap.filter(F.do == "anew"))
    routes.callback_query.register(accept, WriteTap.filter(F.do == "accept"))
    routes.callback_query.register(give, WriteTap.filter(F.do == "give"))
    routes.message.register(typed, At("review.write"), F.text, ~F.text.startswith("/"))
    return routes
