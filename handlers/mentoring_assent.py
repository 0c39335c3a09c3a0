"""A draft of a mentoring programme goes to the others; each gives a word or wishes it otherwise (X30)."""

from __future__ import annotations

from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks_mentoring import MentorTap
from handlers.mentoring_card import label, tap, term_lines, word_rows
from handlers.notices import notice
from handlers.places import At, place
from handlers.views import View, button, say, view
from models.mentoring_member import MentorshipState
from regulations.questions import Question, read_text
from services import mentoring, mentoring_assent
from services.work import Work

REASON = Question("reason", minimum=3, maximum=500, example="mentoring-reason.example")
WISH = Question("wish", minimum=3, maximum=500, example="mentoring-wish-ask.example")


async def send(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Отправить на согласие»; a term outside the bounds asks for a word first."""
    found = await mentoring.written(work, callback_data.programme, drawn=callback_data.version)
    if found.departs and not found.missing:
        return await places.go(work, "mentoring.reason", programme=callback_data.programme)
    await mentoring_assent.send(work, callback_data.programme, drawn=callback_data.version)
    return await _sent(work, callback_data.programme)


async def _sent(work: Work, programme: int) -> View:
    return (await places.go(work, "mentoring.card", programme=programme)).led_by(say("mentoring-sent"))


@place("mentoring.reason")
async def ask_reason(work: Work, programme: int) -> View:
    """Why the term departs from the text (X14)."""
    found = await mentoring.written(work, programme)
    back = button("mentoring-to-card", tap(found.mentorship, "card"))
    return view(*term_lines(found), say("mentoring-reason"), rows=[[back]])


async def reason(message: Message, work: Work) -> View:
    """The word of explanation: it goes to the others."""
    programme = work.account.place_ids["programme"]
    found = await mentoring.written(work, programme)
    text = read_text(REASON, message.text or "")
    await mentoring_assent.send(work, programme, drawn=found.mentorship.version, reason=text)
    return await _sent(work, programme)


async def assent(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Даю согласие», «Ознакомлен(а)»."""
    await mentoring_assent.assent(work, callback_data.programme, drawn=callback_data.version)
    shown = await places.go(work, "mentoring.card", programme=callback_data.programme)
    return shown.with_toast(say("mentoring-assented"))


async def take_back(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Забрать и изменить»."""
    await mentoring_assent.take_back(work, callback_data.programme, drawn=callback_data.version)
    shown = await places.go(work, "mentoring.card", programme=callback_data.programme)
    return shown.with_toast(say("mentoring-taken-back"))


@place("mentoring.wish")
async def ask_wish(work: Work, programme: int) -> View:
    """What should be otherwise."""
    found = await mentoring.look(work, programme)
    back = button("mentoring-to-card", tap(found.mentorship, "card"))
    return view(say("mentoring-wish-ask", problem=label(found)), rows=[[back]])


async def open_wish(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Хочу иначе»."""
    found = await mentoring.look(work, callback_data.programme)
    found.mentorship.as_read(callback_data.version)
    found.mentorship.in_state(MentorshipState.WAITING)
    return (await places.go(work, "mentoring.wish", programme=callback_data.programme)).in_new_message()


async def wish(message: Message, work: Work) -> View:
    """The wish: the draft is open again, its writers hear."""
    programme = work.account.place_ids["programme"]
    await mentoring_assent.give_back(work, programme, read_text(WISH, message.text or ""))
    return (await places.go(work, "mentoring.card", programme=programme)).led_by(say("mentoring-wish-sent"))


@notice("mentoring-asked")
def told_asked(
    *, by: str, reads: bool, starts: date, ends: date, problem: Any, programme: int, version: int, draft: int
) -> View:
    """For the others: a draft waits for their word."""
    said = [
        say("mentoring-asked", by=by, problem=problem, reads=reads),
        say("mentoring-term", starts=starts, ends=ends),
    ]
    opened = [button("mentoring-open", MentorTap(do="note", programme=programme, version=version))]
    return view(said, rows=[*word_rows(programme, draft, reads=reads), opened, *way_home()])


@notice("mentoring-begun")
def told_begun(*, starts: date, ends: date, problem: Any, programme: int, version: int) -> View:
    """For everybody: the last word is given, it runs."""
    opened = button("mentoring-open", MentorTap(do="card", programme=programme, version=version))
    said = [say("mentoring-begun", problem=problem), say("mentoring-term", starts=starts, ends=ends)]
    return view(said, rows=[[opened], *way_home()])


@notice("mentoring-wished")
def told_wished(*, by: str, wish: str, problem: Any, programme: int, version: int) -> View:
    """For who writes it: what somebody wishes."""
    opened = button("mentoring-open", MentorTap(do="card", programme=programme, version=version))
    return view(say("mentoring-wished", by=by, wish=wish, problem=problem), rows=[[opened], *way_home()])


def router() -> Router:
    """Sent, taken back, agreed with, wished otherwise."""
    routes = Router(name="mentoring-assent")
    routes.callback_query.register(send, MentorTap.filter(F.do == "send"))
    routes.callback_query.register(assent, MentorTap.filter(F.do == "assent"))
    routes.callback_query.register(take_back, MentorTap.filter(F.do == "take-back"))
    routes.callback_query.register(open_wish, MentorTap.filter(F.do == "wish"))
    routes.message.register(reason, At("mentoring.reason"), F.text, ~F.text.startswith("/"))
    routes.message.register(wish, At("mentoring.wish"), F.text, ~F.text.startswith("/"))
    return routes
