"""The tutor's word on a plan: the whole plan on one card, confirmed or returned with a reason (X22, X31)."""

from __future__ import annotations

from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places, plan_lines
from handlers.anything import way_home
from handlers.callbacks import Go, PlanTap
from handlers.notices import notice
from handlers.places import At, place
from handlers.views import Say, View, button, say, view
from models.errors import NotYours
from regulations.questions import Question, QuestionKind, read_text
from services import plan_confirm
from services.work import Work

PHRASES = ("terms", "count", "competency", "forms")
OWN = "own"
REASON = Question("reason", QuestionKind.LONG_TEXT, minimum=3, maximum=500, example="plan-return.example")


def reason_of(phrase: str, reason: str) -> Say:
    """A reason as people read it: a ready phrase by its code, or own words."""
    return say("plan-return-reason", phrase=phrase, reason=reason)


@notice("plan-waiting")
def waiting_card(**letter: Any) -> View:
    """The whole plan with its warnings; buttons while it waits. The facts: `services.plan_confirm.letter`."""
    key = {"route": letter["route"], "version": letter["version"]}
    confirm = button("plan-card.confirm", PlanTap(do="confirm", **key), style="success")
    give_back = button("plan-card.return", PlanTap(do="return", **key))
    return view(
        _head(letter),
        plan_lines.row_lines(letter["rows"]),
        *([say("plan-card-reason", reason=letter["reason"])] if letter["reason"] else []),
        rows=[*([[confirm], [give_back]] if letter["waiting"] else []), *way_home()],
    )


def _head(letter: dict[str, Any]) -> list[Say]:
    """Whose plan, which term, how many rows, and what of it departs from the regulation."""
    least, most = letter["bounds"]
    return [
        say("plan-card", waiting=letter["waiting"], name=letter["name"], school=letter["school"]),
        say("plan-card-term", starts=letter["starts"], ends=letter["ends"]),
        *plan_lines.judged(letter["term"], least, most, letter["term_clause"]),
        plan_lines.count_line(len(letter["rows"]), letter["least"], letter["least_clause"]),
    ]


@place("plan.card")
async def card(work: Work, route: int) -> View:
    """The same card, drawn from the tables."""
    work.account.go("plan.card", route=route)
    return waiting_card(**await plan_confirm.read(work, route))


@place("plan.waiting")
async def waiting(work: Work) -> View:
    """The plans that wait for this person's word."""
    work.account.go("plan.waiting")
    routes = await plan_confirm.waiting(work)
    rows = []
    for one in routes:
        data = PlanTap(do="card", route=one.id, version=one.version)
        rows.append([button("plan-waiting.open", data, name=one.teacher.short_name)])
    return view(say("plan-waiting", count=len(routes)), rows=[*rows, *way_home()])


async def open_card(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """One of the plans that wait."""
    return await card(work, callback_data.route)


async def confirm(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Подтвердить»."""
    await plan_confirm.confirm(work, callback_data.route, drawn=callback_data.version)
    return (await card(work, callback_data.route)).led_by(say("plan-confirmed-now"))


async def ask_reason(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Вернуть»: why?"""
    route = await plan_confirm.ready_to_return(work, callback_data.route, drawn=callback_data.version)
    return await places.go(work, "plan.return", route=route.id, version=route.version)


@place("plan.return")
async def return_screen(work: Work, route: int, version: int) -> View:
    """Ready phrases; typing gives own words."""
    key = {"route": route, "version": version}
    phrases = [
        [button("plan-return-reason", PlanTap(do="phrase", value=phrase, **key), phrase=phrase, reason="")]
        for phrase in PHRASES
    ]
    back = [button("plan-return.back", PlanTap(do="card", **key))]
    return view(say("plan-return"), rows=[*phrases, back])


async def phrase(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """A ready phrase."""
    if callback_data.value not in PHRASES:
        raise NotYours("refusal-not-yours")
    key, said = callback_data, callback_data.value
    await plan_confirm.give_back(work, key.route, drawn=key.version, phrase=said)
    return await _given_back(work, key.route, said, "")


async def own_words(message: Message, work: Work) -> View:
    """The reason as the tutor says it."""
    ids = work.account.place_ids
    words = read_text(REASON, message.text or "")
    await plan_confirm.give_back(work, ids["route"], drawn=ids["version"], reason=words)
    return await _given_back(work, ids["route"], OWN, words)


async def _given_back(work: Work, route_id: int, phrase: str, reason: str) -> View:
    shown = await card(work, route_id)
    return shown.led_by(say("plan-given-back", reason=reason_of(phrase, reason)))


@notice("plan-confirmed")
def confirmed(by: str) -> View:
    """For the teacher: the plan is confirmed, the route begins."""
    return view(say("plan-confirmed", by=by), rows=[[button("plan-back", Go(place="plan"))], *way_home()])


@notice("plan-returned")
def returned(by: str, phrase: str, reason: str) -> View:
    """For the teacher: the plan is back, why, and the way to mend it."""
    mend = button("plan-returned.mend", Go(place="plan"), style="primary")
    return view(say("plan-returned", by=by, reason=reason_of(phrase, reason)), rows=[[mend], *way_home()])


@notice("plan-changed")
def changed(name: str, what: str, title: str, on: date) -> View:
    """For whoever confirms: the teacher changed a confirmed plan."""
    return view(say("plan-changed", name=name, what=what, title=title, on=on), rows=way_home())


def router() -> Router:
    """The word on a plan."""
    routes = Router(name="plan-confirm")
    routes.callback_query.register(confirm, PlanTap.filter(F.do == "confirm"))
    routes.callback_query.register(ask_reason, PlanTap.filter(F.do == "return"))
    routes.callback_query.register(phrase, PlanTap.filter(F.do == "phrase"))
    routes.callback_query.register(open_card, PlanTap.filter(F.do == "card"))
    routes.message.register(own_words, At("plan.return"), F.text, ~F.text.startswith("/"))
    return routes
