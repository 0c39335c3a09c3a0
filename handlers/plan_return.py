"""«Вернуть»: a reason, a row where it is about one, and the teacher's way to mend it (X31, S-06.3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places, plan_confirm, plan_lines
from handlers.anything import way_home
from handlers.callbacks import ActivityTap, Go, PlanTap
from handlers.callbacks_signing import SignTap
from handlers.notices import notice
from handlers.places import At, place
from handlers.views import Button, Say, View, button, say, view
from models.errors import NotYours
from models.history import HistoryLine
from regulations.questions import Question, QuestionKind, read_text
from services import plan_confirm as word
from services.plan import Plan
from services.plan_confirm import Returning
from services.work import Work

PHRASES = ("terms", "count", "competency", "forms")
OWN = "own"
REASON = Question("reason", QuestionKind.LONG_TEXT, minimum=3, maximum=500, example="plan-return.example")


def reason_of(facts: Mapping[str, Any]) -> Say:
    """A reason as people read it: a ready phrase by its code, or own words; the row it is about before it."""
    said = say("plan-return-reason", phrase=facts["phrase"], reason=facts["reason"])
    title = facts.get("title", "")
    return say("plan-return-about", title=title, reason=said) if title else said


async def ask_reason(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Вернуть»: why?"""
    found = await word.ready_to_return(work, callback_data.route, drawn=callback_data.version)
    row = int(callback_data.value) if callback_data.value.isdecimal() else 0
    ids = {"route": found.plan.route.id, "version": found.plan.route.version}
    return await places.go(work, "plan.return", **ids, row=row)


@place("plan.return")
async def screen(work: Work, route: int, version: int, row: int = 0) -> View:
    """Ready phrases; typing gives own words. The number of a row makes it about that row."""
    found = await word.ready_to_return(work, route, drawn=version)
    about = next((one for one in found.plan.activities if one.id == row), None)
    key = {"route": route, "version": version}
    phrases = [
        [button("plan-return-reason", PlanTap(do="phrase", value=phrase, **key), phrase=phrase, reason="")]
        for phrase in PHRASES
    ]
    back = [button("plan-return.back", _card(found, key))]
    question = say("plan-return-row", title=about.title) if about else say("plan-return")
    numbers = [
        button("plan-return.row", PlanTap(do="return", value=str(one.id), **key), number=number)
        for number, one in enumerate(found.plan.activities, 1)
    ]
    return view(question, rows=[*phrases, *([] if about else _few(numbers)), back])


def _card(found: Returning, ids: dict[str, int]) -> Any:
    """Where the one who returns came from: the paper to be signed, or the plan."""
    if found.slot is not None:
        return SignTap(do="card", slot=found.slot.id, version=found.slot.version)
    return PlanTap(do="card", **ids)


def _few(numbers: list[Button]) -> list[list[Button]]:
    """Several numbers side by side."""
    width = plan_lines.IN_A_ROW
    return [numbers[at : at + width] for at in range(0, len(numbers), width)]


async def phrase(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """A ready phrase."""
    if callback_data.value not in PHRASES:
        raise NotYours("refusal-not-yours")
    return await _give_back(work, callback_data.route, callback_data.version, callback_data.value, "")


async def own_words(message: Message, work: Work) -> View:
    """The reason as the team member says it."""
    ids = work.account.place_ids
    words = read_text(REASON, message.text or "")
    return await _give_back(work, ids["route"], ids["version"], OWN, words)


async def _give_back(work: Work, route: int, version: int, phrase: str, reason: str) -> View:
    ids = work.account.place_ids
    row = ids.get("row", 0) if work.account.place == "plan.return" and ids.get("route") == route else 0
    done = await word.give_back(work, route, drawn=version, phrase=phrase, reason=reason, row=row)
    shown = await (places.go(work, "signing") if done.slot is not None else plan_confirm.card(work, route))
    return shown.led_by(say("plan-given-back", reason=reason_of({"phrase": phrase, "reason": reason})))


@notice("plan-returned")
def returned(**facts: Any) -> View:
    """The plan is back, why, and the way to mend it: the row itself where the reason is about one."""
    key = {"route": facts["route"], "version": facts["version"]}
    mend: Any = Go(place="plan") if facts["own"] else PlanTap(do="card", **key)
    if facts["activity"]:
        mend = ActivityTap(do="open", activity=facts["activity"], version=facts["drawn"])
    said = say("plan-returned", by=facts["by"], own=facts["own"], name=facts["name"], reason=reason_of(facts))
    return view(said, rows=[[button("plan-returned.mend", mend, style="primary")], *way_home()])


def mending(found: Plan, back: HistoryLine) -> list[Button]:
    """«Исправить: …»: the way to the row that the reason is about, as long as it stands in the plan."""
    for number, row in enumerate(found.activities, 1):
        if row.id == back.facts.get("activity"):
            data = ActivityTap(do="open", activity=row.id, version=row.version)
            return [button("plan-mend", data, number=number, style="primary")]
    return []


def as_it_was(found: Plan, back: HistoryLine) -> View:
    """«Вы ничего не изменили. Всё равно отправить?»: the reason again, and the way to mend the plan."""
    key = {"route": found.route.id, "version": found.route.version}
    mend = mending(found, back) or [button("plan-mend", Go(place="plan"), number=0, style="primary")]
    send = button("plan-as-it-was.send", PlanTap(do="as-it-was", **key))
    rows = [mend, [send], [button("plan-back", Go(place="plan"))], *way_home()]
    return view(say("plan-as-it-was", reason=reason_of(back.facts)), rows=rows)


def router() -> Router:
    """The way back."""
    routes = Router(name="plan-return")
    routes.callback_query.register(ask_reason, PlanTap.filter(F.do == "return"))
    routes.callback_query.register(phrase, PlanTap.filter(F.do == "phrase"))
    routes.message.register(own_words, At("plan.return"), F.text, ~F.text.startswith("/"))
    return routes
