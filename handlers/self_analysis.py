"""The teacher looks back: four short questions, then three taps each where the regulation asks (3.1.4, R3-011)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_conclusions import SelfTap
from handlers.forms import Filling
from handlers.notices import notice
from handlers.places import place, redraws
from handlers.questions import Form, Given, Item
from handlers.views import Button, View, button, say, view
from models.errors import NotYours
from models.self_analysis import CONTENT, QUESTIONS
from regulations.questions import Question, QuestionKind
from services import self_analysis
from services.self_analysis import Looking
from services.work import Work

CHANGED = Question("changed", QuestionKind.LONG_TEXT, 3, 700, example="self-analysis-changed.example")
PUPILS = Question("pupils", QuestionKind.LONG_TEXT, 3, 700, example="self-analysis-pupils.example")
HARD = Question("hard", QuestionKind.LONG_TEXT, 3, 700, example="self-analysis-hard.example")
AHEAD = Question("ahead", QuestionKind.LONG_TEXT, 3, 700, example="self-analysis-ahead.example")
ITEMS = (
    Item(CHANGED, "self-analysis-changed"),
    Item(PUPILS, "self-analysis-pupils"),
    Item(HARD, "self-analysis-hard"),
    Item(AHEAD, "self-analysis-ahead"),
)


@place("self-analysis")
async def own(work: Work) -> View:
    """What was said so far, and the way on."""
    found = await self_analysis.own(work)
    work.account.go("self-analysis")
    return _drawn(found)


def _drawn(found: Looking) -> View:
    answered = sum(code in found.said.answers for code in QUESTIONS)
    survey = [_survey(found)] if found.survey is not None and found.said.is_whole else []
    key = "self-analysis.anew" if found.said.is_whole else "self-analysis.answer"
    style = None if found.said.is_whole else "primary"
    return view(
        say("self-analysis", answered=answered, total=len(QUESTIONS)),
        [say("self-analysis-said", code=code, text=found.said.answers[code]) for code in _said(found)],
        rows=[[button(key, tap_of(found, "answer"), style=style)], *survey, *way_home()],
    )


def _said(found: Looking) -> list[str]:
    return [code for code in QUESTIONS if code in found.said.answers]


def _survey(found: Looking) -> list[Button]:
    left = found.next_of_survey
    at = 0 if left is None else left
    style = None if left is None else "primary"
    return [button("self-analysis.survey", tap_of(found, "survey", str(at)), style=style, done=left is None)]


def tap_of(found: Looking, do: str, value: str = "") -> SelfTap:
    """A tap about the look back, as drawn now."""
    return SelfTap(do=do, route=found.route.id, version=found.said.version, value=value)


@redraws(SelfTap)
async def fresh(work: Work, data: SelfTap) -> View:
    """Where a tap comes late: how it stands now."""
    return await own(work)


async def _draft(work: Work, route_id: int) -> Form | None:
    found = await self_analysis.look(work, route_id)
    given: dict[str, Given] = {code: str(text) for code, text in found.said.answers.items() if text}
    return Form(ITEMS, given, lambda do, value: tap_of(found, do, value))


async def _keep(work: Work, route_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    await self_analysis.answer(work, route_id, code, str(answer))
    return await ANSWERS.screen(work, route_id)


async def _leave(work: Work, route_id: int) -> View:
    return await own(work)


ANSWERS = Filling("self-analysis.question", SelfTap, "route", _draft, _keep, _leave, _leave)


async def answer(tap: CallbackQuery, callback_data: SelfTap, work: Work) -> View:
    """«Ответить»: the first question without an answer; all are there: from the first, each may be kept."""
    found = await self_analysis.look(work, callback_data.route)
    return await ANSWERS.screen(work, callback_data.route, QUESTIONS[0] if found.said.is_whole else "")


async def survey(tap: CallbackQuery, callback_data: SelfTap, work: Work) -> View:
    """A question of the survey."""
    found = await self_analysis.look(work, callback_data.route)
    return _asked(found, _place_of(found, callback_data.value))


def _place_of(found: Looking, value: str) -> int:
    at = int(value) if value.isdecimal() else 0
    if found.survey is None or at >= len(found.survey.questions):
        raise NotYours("refusal-not-yours")
    return at


def _asked(found: Looking, at: int) -> View:
    assert found.survey is not None
    questions = found.survey.questions
    taps = [
        button("self-analysis-survey.how", tap_of(found, "rate", f"{at}.{how}"), how=how) for how in CONTENT
    ]
    facts = {"number": at + 1, "total": len(questions), "question": questions[at].title}
    back = [button("self-analysis-survey.back", Go(place="self-analysis"))]
    return view(say("self-analysis-survey", **facts), rows=[taps, back])


async def rate(tap: CallbackQuery, callback_data: SelfTap, work: Work) -> View:
    """One tap: the next question, or done."""
    place, _, how = callback_data.value.partition(".")
    found = await self_analysis.look(work, callback_data.route)
    at = _place_of(found, place)
    found = await self_analysis.rate(work, callback_data.route, at, how)
    assert found.survey is not None
    if at + 1 < len(found.survey.questions):
        return _asked(found, at + 1)
    return _drawn(found).led_by(say("self-analysis-thanks"))


@notice("self-analysis-asked")
def asked(clause: str) -> View:
    """For the teacher: the end is being summed up, the own look back is wanted."""
    rows = [[button("self-analysis-asked.open", Go(place="self-analysis"), style="primary")], *way_home()]
    return view(say("self-analysis-asked", clause=clause), rows=rows)


def router() -> Router:
    """The look back."""
    routes = Router(name="self-analysis")
    for verb, handler in {"answer": answer, "survey": survey, "rate": rate}.items():
        routes.callback_query.register(handler, SelfTap.filter(F.do == verb))
    routes.include_router(ANSWERS.router())
    return routes
