"""«Своя компетенция»: a title to type, a tap to rate it; it stands beside the others (S001 3.5, X12)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import DiagnosisTap
from handlers.callbacks_diagnosis import OwnTap
from handlers.places import At, place
from handlers.views import Button, View, button, say, view
from models.errors import NotYours
from models.own_competency import OwnCompetency
from regulations.questions import Question, read_text
from regulations.scales import percent
from services import diagnosis, diagnosis_news, diagnosis_result, own_competency
from services.diagnosis_result import Result
from services.work import Work

TITLE = Question("title", minimum=3, maximum=80, example="own-competency-ask.example")


def row(found: Result) -> list[Button]:
    """The way from the result, where the regulation's list is open."""
    if not found.open_list:
        return []
    data = OwnTap(do="own", diagnosis=found.diagnosis.id, entry=0)
    return [button("own-competency.open", data)]


@place("diagnosis.own")
async def own(work: Work, diagnosis: int) -> View:
    """What the teacher has named, and how well it goes."""
    found = await diagnosis_result.own_result(work, diagnosis)
    rule = work.rules.of(found.route).own_competency
    if rule is None:
        raise NotYours("refusal-not-yours")
    named = await own_competency.of_route(work, found.route)
    lines = [
        say(
            "own-competency-line",
            title=one.title,
            rated=one.code in found.own,
            score=percent(found.own.get(one.code, 0)),
        )
        for one in named
    ]
    back = DiagnosisTap(do="result", diagnosis=diagnosis, version=found.diagnosis.version)
    more = [
        button("own-competency.add", OwnTap(do="own-name", diagnosis=diagnosis, entry=0), style="primary")
    ]
    return view(
        say("own-competency", clause=rule.clause, count=len(named)),
        *([lines] if lines else []),
        rows=[
            *[[_rating(diagnosis, one)] for one in named],
            more if len(named) < own_competency.MOST else [],
            [button("diagnosis-question.back", back)],
            *way_home(),
        ],
    )


def _rating(diagnosis_id: int, one: OwnCompetency) -> Button:
    data = OwnTap(do="own-rate", diagnosis=diagnosis_id, entry=one.id)
    return button("own-competency.rate", data, title=one.title)


async def open_own(tap: CallbackQuery, callback_data: OwnTap, work: Work) -> View:
    """«Своя компетенция»."""
    return await places.go(work, "diagnosis.own", diagnosis=callback_data.diagnosis)


@place("diagnosis.own.title")
async def ask(work: Work, diagnosis: int) -> View:
    """The question for the title."""
    back = OwnTap(do="own", diagnosis=diagnosis, entry=0)
    return view(say("own-competency-ask"), rows=[[button("diagnosis-question.back", back)]])


async def open_ask(tap: CallbackQuery, callback_data: OwnTap, work: Work) -> View:
    """«Назвать свою»."""
    await diagnosis.to_change(work, callback_data.diagnosis)
    return await places.go(work, "diagnosis.own.title", diagnosis=callback_data.diagnosis)


async def titled(message: Message, work: Work) -> View:
    """The title; then how well it goes."""
    diagnosis_id = work.account.place_ids["diagnosis"]
    standing = await diagnosis.to_change(work, diagnosis_id)
    title = read_text(TITLE, message.text or "")
    made = await own_competency.add(work, standing.diagnosis.route_id, title)
    return await places.go(work, "diagnosis.own.rate", diagnosis=diagnosis_id, entry=made.id)


@place("diagnosis.own.rate")
async def ask_rate(work: Work, diagnosis: int, entry: int) -> View:
    """The steps of the questionnaire's own scale."""
    found = await diagnosis_result.own_result(work, diagnosis)
    named = await own_competency.one(work, found.route, entry)
    key = {"diagnosis": diagnosis, "entry": entry}
    steps = [
        [button("diagnosis-question.step", OwnTap(do="own-step", value=str(value), **key), label=label)]
        for value, label in enumerate(found.asked.scale)
    ]
    return view(
        say("own-competency-rate", title=named.title),
        rows=[
            *steps,
            [button("own-competency.remove", OwnTap(do="own-remove", **key))],
            [button("diagnosis-question.back", OwnTap(do="own", **key))],
        ],
    )


async def open_rate(tap: CallbackQuery, callback_data: OwnTap, work: Work) -> View:
    """«Оценить»."""
    data = callback_data
    return await places.go(work, "diagnosis.own.rate", diagnosis=data.diagnosis, entry=data.entry)


async def rated(tap: CallbackQuery, callback_data: OwnTap, work: Work) -> View:
    """A step: kept; the result is another from now on."""
    standing = await diagnosis.to_change(work, callback_data.diagnosis)
    found = await diagnosis_result.own_result(work, callback_data.diagnosis)
    named = await own_competency.one(work, found.route, callback_data.entry)
    value = int(callback_data.value) if callback_data.value.isdecimal() else -1
    if not 0 <= value < len(standing.asked.scale):
        raise NotYours("refusal-not-yours")
    await own_competency.rate(work, named, standing.diagnosis.id, value)
    return await _changed(work, callback_data.diagnosis)


async def removed(tap: CallbackQuery, callback_data: OwnTap, work: Work) -> View:
    """«Убрать»: named again in one message, so it is not asked twice."""
    await diagnosis.to_change(work, callback_data.diagnosis)
    found = await diagnosis_result.own_result(work, callback_data.diagnosis)
    (await own_competency.one(work, found.route, callback_data.entry)).remove(work.now)
    return await _changed(work, callback_data.diagnosis)


async def _changed(work: Work, diagnosis_id: int) -> View:
    standing = await diagnosis.to_change(work, diagnosis_id)
    await diagnosis_news.changed(work, standing.diagnosis)
    await diagnosis.touched(work, standing)
    return await places.go(work, "diagnosis.own", diagnosis=diagnosis_id)


def router() -> Router:
    """The own competencies."""
    routes = Router(name="own-competency")
    for verb, handler in {
        "own": open_own,
        "own-name": open_ask,
        "own-rate": open_rate,
        "own-step": rated,
        "own-remove": removed,
    }.items():
        routes.callback_query.register(handler, OwnTap.filter(F.do == verb))
    typed = (F.text, ~F.text.startswith("/"))
    routes.message.register(titled, At("diagnosis.own.title"), *typed)
    return routes
