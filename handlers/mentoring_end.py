"""The end of a mentoring programme: what was reached, everybody's own words, the next one (S-18.5)."""

from __future__ import annotations

from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import mentoring_note, places
from handlers.anything import way_home
from handlers.callbacks_mentoring import MentorTap
from handlers.mentoring_card import label, tap
from handlers.notices import notice
from handlers.places import At, place
from handlers.review_card import shortened
from handlers.views import View, button, say, view
from models.errors import NotYours
from models.mentoring_member import MentorshipState
from regulations.questions import Question, read_text
from services import mentoring, mentoring_end
from services.work import Work

REPORT = Question("report", minimum=3, maximum=1000, example="mentoring-end-words.example")
OWN = Question("own", minimum=2, maximum=1000, example="mentoring-own-words.example")


@place("mentoring.end")
async def ask_outcome(work: Work, programme: int) -> View:
    """What was reached."""
    found = await mentoring.look(work, programme)
    made = found.mentorship
    made.only_mentor(work.person)
    if made.state is not MentorshipState.ACTIVE:
        return await places.go(work, "mentoring.card", programme=programme)
    work.account.go("mentoring.end", programme=programme)
    outcomes = [
        [button("mentoring-end.outcome", tap(made, "outcome", one.code), title=one.title)]
        for one in found.note.outcomes
    ]
    back = [button("mentoring-to-card", tap(made, "card"))]
    return view(say("mentoring-end", problem=label(found)), rows=[*outcomes, back])


async def begin(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Подвести итог»."""
    return await ask_outcome(work, callback_data.programme)


@place("mentoring.end-words")
async def ask_words(work: Work, programme: int, outcome: str) -> View:
    """How it went, in own words."""
    found = await mentoring.look(work, programme)
    found.mentorship.only_mentor(work.person)
    titles = {one.code: one.title for one in found.note.outcomes}
    if outcome not in titles:
        raise NotYours("refusal-not-yours")
    if found.mentorship.state is not MentorshipState.ACTIVE:
        return await places.go(work, "mentoring.card", programme=programme)
    work.account.go("mentoring.end-words", programme=programme, outcome=outcome)
    back = button("mentoring-end-words.back", tap(found.mentorship, "end"))
    return view(say("mentoring-end-words", outcome=titles[outcome]), rows=[[back]])


async def outcome(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """One of the outcomes."""
    found = await mentoring.look(work, callback_data.programme)
    found.mentorship.drawn(callback_data.version)
    return await ask_words(work, callback_data.programme, callback_data.value)


async def reported(message: Message, work: Work) -> View:
    """The mentor's words: the mentees are asked for theirs."""
    ids = work.account.place_ids
    text = read_text(REPORT, message.text or "")
    await mentoring_end.end(work, ids["programme"], ids["outcome"], text)
    shown = await places.go(work, "mentoring.card", programme=ids["programme"])
    return shown.led_by(say("mentoring-end-sent"))


@place("mentoring.own-words")
async def ask_own(work: Work, programme: int) -> View:
    """What the programme has given, in the mentee's own words; it may stay unsaid."""
    found = await mentoring.look(work, programme)
    made = found.mentorship
    mine = made.place_of(work.person)
    if made.state is not MentorshipState.REPORTED or mine is None or mine.said_at is not None:
        return await places.go(work, "mentoring.card", programme=programme)
    work.account.go("mentoring.own-words", programme=programme)
    return view(
        say("mentoring-own-words", problem=label(found)),
        rows=[
            [button("mentoring-own-words.none", tap(made, "no-words"))],
            [button("mentoring-to-card", tap(made, "card"))],
        ],
    )


async def open_own(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Сказать своими словами»."""
    return (await ask_own(work, callback_data.programme)).in_new_message()


async def own_words(message: Message, work: Work) -> View:
    """The mentee's words."""
    text = read_text(OWN, message.text or "")
    return await _said(work, work.account.place_ids["programme"], text)


async def no_words(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Без слов»."""
    return await _said(work, callback_data.programme, "")


async def _said(work: Work, programme: int, words: str) -> View:
    found = await mentoring_end.say(work, programme, words)
    closed = found.mentorship.state is MentorshipState.CLOSED
    shown = await places.go(work, "mentoring.card", programme=programme)
    return shown.led_by(say("mentoring-own-kept", closed=closed))


async def close(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Закрыть, не дожидаясь»."""
    await mentoring_end.close(work, callback_data.programme, drawn=callback_data.version)
    shown = await places.go(work, "mentoring.card", programme=callback_data.programme)
    return shown.with_toast(say("mentoring-closed-now"))


async def begin_next(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Начать следующую»: the note of the one that follows."""
    made = await mentoring_end.begin_next(work, callback_data.programme)
    if made.state is MentorshipState.DRAFT:
        return (await mentoring_note.NOTE.screen(work, made.id)).led_by(say("mentoring-next-begun"))
    return await places.go(work, "mentoring.card", programme=made.id)


@notice("mentoring-reported")
def told_reported(*, by: str, outcome: Any, words: str, problem: Any, programme: int, version: int) -> View:
    """For a mentee: the mentor's word, and a place for one's own."""
    key = {"programme": programme, "version": version}
    said = say("mentoring-reported", by=by, problem=problem, outcome=outcome, words=shortened(words))
    return view(
        said,
        rows=[
            [button("mentoring-reported.own", MentorTap(do="own", **key), style="primary")],
            [button("mentoring-own-words.none", MentorTap(do="no-words", **key))],
            *way_home(),
        ],
    )


@notice("mentoring-closed")
def told_closed(*, mentor: bool, problem: Any, programme: int, version: int) -> View:
    """For everybody: it is over; a mentor may begin the next."""
    key = {"programme": programme, "version": version}
    after = [button("mentoring-next", MentorTap(do="next", **key))] if mentor else []
    opened = [button("mentoring-open", MentorTap(do="card", **key))]
    return view(say("mentoring-closed", problem=problem), rows=[after, opened, *way_home()])


def router() -> Router:
    """The report, the mentees' words, the next."""
    routes = Router(name="mentoring-end")
    routes.callback_query.register(begin, MentorTap.filter(F.do == "end"))
    routes.callback_query.register(outcome, MentorTap.filter(F.do == "outcome"))
    routes.callback_query.register(open_own, MentorTap.filter(F.do == "own"))
    routes.callback_query.register(no_words, MentorTap.filter(F.do == "no-words"))
    routes.callback_query.register(close, MentorTap.filter(F.do == "close"))
    routes.callback_query.register(begin_next, MentorTap.filter(F.do == "next"))
    routes.message.register(reported, At("mentoring.end-words"), F.text, ~F.text.startswith("/"))
    routes.message.register(own_words, At("mentoring.own-words"), F.text, ~F.text.startswith("/"))
    return routes
