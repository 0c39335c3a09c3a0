"""Who is asked for help: what waits, the answer, passing on, and the gentle word about silence (X17)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_help import AskTap, HelpTap
from handlers.help_request_card import asked_lines, asked_rows, tap
from handlers.notices import notice
from handlers.places import At, place
from handlers.reminder_lines import brief
from handlers.views import Button, Say, View, button, say, view
from models.errors import NotYours
from models.help_request import HelpRequest
from regulations.questions import Question, read_text
from services import help_request, help_silence
from services.work import Work

ANSWER = Question("answer", minimum=2, maximum=1000, example="help-request-ask-answer.example")
SHOWN = 8
MOST_LINES = 4


@place("help-request.waiting")
async def waiting(work: Work) -> View:
    """What waits for my answer, the longest wait first."""
    work.account.leave()
    found = await help_request.waiting(work)
    rows = [[_open(one)] for one in found[:SHOWN]]
    return view(say("help-request-waiting", count=len(found)), rows=[*rows, *way_home()])


def _open(one: HelpRequest) -> Button:
    name = one.route.teacher.short_name
    return button("help-request-waiting-line", tap(one, "card"), name=name, at=one.waits_since)


@place("help-request.answer")
async def answer_screen(work: Work, request: int) -> View:
    """The request, and how to answer."""
    found = await help_request.asked_of(work, request)
    if found.is_over:
        return await places.go(work, "help-request.card", request=request)
    back = button("help-request-ask-answer.back", tap(found, "card"))
    asked = asked_lines(help_request.letter(found))
    return view(*asked, say("help-request-ask-answer"), rows=[[back]])


async def begin(tap: CallbackQuery, callback_data: HelpTap, work: Work) -> View:
    """«Ответить»."""
    return (await places.go(work, "help-request.answer", request=callback_data.request)).in_new_message()


async def answered(message: Message, work: Work) -> View:
    """The answer: the teacher hears at once."""
    text = read_text(ANSWER, message.text or "")
    found = await help_request.answer(work, work.account.place_ids["request"], text)
    shown = await places.go(work, "help-request.card", request=found.id)
    return shown.led_by(say("help-request-answer-sent", teacher=found.route.teacher.short_name))


async def choose_other(tap: CallbackQuery, callback_data: HelpTap, work: Work) -> View:
    """«Передать другому»: to whom."""
    found = await help_request.asked_of(work, callback_data.request)
    found.drawn(callback_data.version)
    others = await help_request.others(work, found.id)
    back = [_back(found)]
    if not others:
        return view(say("help-request-no-others"), rows=[back])
    rows = [
        [
            button(
                "help-request-whom.person",
                HelpTap(do="to", request=found.id, version=found.version, value=str(one.person.id)),
                name=one.person.short_name,
                role=one.title,
            )
        ]
        for one in others
    ]
    return view(say("help-request-pass-on", teacher=found.route.teacher.short_name), rows=[*rows, back])


def _back(found: HelpRequest) -> Button:
    return button("help-request-ask-answer.back", tap(found, "card"))


async def pass_on(tap: CallbackQuery, callback_data: HelpTap, work: Work) -> View:
    """Somebody was chosen: they and the teacher hear."""
    if not callback_data.value.isdecimal():
        raise NotYours("refusal-not-yours")
    after = await help_request.pass_on(
        work, callback_data.request, int(callback_data.value), drawn=callback_data.version
    )
    work.account.leave()
    passed = say("help-request-passed-on", name=after.addressee.short_name)
    return view(passed, rows=[[button("help-request-back", Go(place="help-request.waiting"))], *way_home()])


@notice("help-request-asked")
def told_asked(**letter: Any) -> View:
    """For the addressee: who asks, about what, three ways to go on."""
    return view(*asked_lines(letter), rows=[*asked_rows(letter), *way_home()])


@notice("help-request-more")
def told_more(**letter: Any) -> View:
    """For the addressee: the teacher has said more."""
    return view(say("help-request-more"), *asked_lines(letter), rows=[*asked_rows(letter), *way_home()])


@notice("help-request-closed")
def told_closed(*, helped: bool, teacher: str, title: str, **letter: Any) -> View:
    """For the addressee: it helped, or is not needed any more."""
    return view(say("help-request-closed", teacher=teacher, helped=helped), rows=way_home())


@notice("help-request-word", check=help_silence.lines_that_stand)
def word(lines: Sequence[Mapping[str, Any]]) -> View:
    """For the addressee: what waits longer than the internal term."""
    opened = button("help-request-word.open", Go(place="help-request.waiting"), style="primary")
    said = [_line(line) for line in lines[:MOST_LINES]]
    more = len(lines) - len(said)
    rest = [say("help-request-word-more", count=more)] if more else []
    return view(say("help-request-word"), [*said, *rest], rows=[[opened], *way_home()])


def _line(line: Mapping[str, Any]) -> Say:
    teacher, since = line["teacher"], line["since"]
    if line["title"]:
        return say("help-request-word-about", teacher=teacher, title=brief(line["title"]), since=since)
    return say("help-request-word-line", teacher=teacher, since=since)


@notice("help-request-silent", check=help_silence.silences_that_stand)
def silent(*, by: str, request: int, version: int, **letter: Any) -> View:
    """For the teacher: no answer yet; somebody else may be asked."""
    ask = button("help-request.ask", AskTap(do="whom", person=0, activity=0))
    opened = button("help-request-open", HelpTap(do="card", request=request, version=version))
    return view(say("help-request-silent", by=by), rows=[[opened], [ask], *way_home()])


def router() -> Router:
    """The addressee's side."""
    routes = Router(name="help-request-answer")
    routes.callback_query.register(begin, HelpTap.filter(F.do == "answer"))
    routes.callback_query.register(choose_other, HelpTap.filter(F.do == "pass-on"))
    routes.callback_query.register(pass_on, HelpTap.filter(F.do == "to"))
    routes.message.register(answered, At("help-request.answer"), F.text, ~F.text.startswith("/"))
    return routes
