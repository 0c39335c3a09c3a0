"""«Итоговая диагностика»: required, offered, or a reflection in three questions instead (S000 3.1.4, 4.10; X10)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import diagnosis_prepare, places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_diagnosis import FinalTap, SourcesTap
from handlers.forms import Filling
from handlers.notices import notice
from handlers.places import place, redraws
from handlers.questions import Form, Given, Item
from handlers.views import Button, View, button, say, view
from models.diagnosis_final import REFLECTION
from models.errors import NotYours
from regulations.questions import Question, QuestionKind
from services import diagnosis_final, plan
from services.diagnosis_final import FinalLook, Stage
from services.menu import OwnRoute
from services.work import Work

ACHIEVED = Question("achieved", QuestionKind.LONG_TEXT, 3, 1000, example="diagnosis-final-achieved.example")
HARD = Question("hard", QuestionKind.LONG_TEXT, 3, 1000, example="diagnosis-final-hard.example")
AHEAD = Question("ahead", QuestionKind.LONG_TEXT, 3, 1000, example="diagnosis-final-ahead.example")
ITEMS = (
    Item(ACHIEVED, "diagnosis-final-achieved"),
    Item(HARD, "diagnosis-final-hard"),
    Item(AHEAD, "diagnosis-final-ahead"),
)


@place("diagnosis.final")
async def own(work: Work) -> View:
    """How it stands, with the clause, and the teacher's ways on."""
    work.account.leave()
    return _card(await diagnosis_final.open_own(work, (await plan.own_route(work)).id))


def _card(found: FinalLook) -> View:
    said = found.said
    at = said and (said.declined_at or said.reflected_at or said.asked_at)
    words = [say("diagnosis-final-reflection", **_thoughts(found))] if found.stage is Stage.REFLECTED else []
    return view(
        say(
            "diagnosis-final", stage=found.stage.value, mode=found.rule.mode, clause=found.rule.clause, at=at
        ),
        *words,
        *([say("diagnosis-final-others", count=len(found.records))] if found.records else []),
        rows=[
            *_ways(found),
            [button("diagnosis-result.sources", Go(place="diagnosis.sources"))],
            *way_home(),
        ],
    )


def _thoughts(found: FinalLook) -> dict[str, str]:
    said = found.said
    return {code: getattr(said, code) if said is not None else "" for code in REFLECTION}


def tap_of(found: FinalLook, do: str, value: str = "") -> FinalTap:
    """A tap about the final diagnosis, as drawn now."""
    return FinalTap(do=do, route=found.route.id, version=found.version, value=value)


def _ways(found: FinalLook) -> list[list[Button]]:
    if found.stage in (Stage.WAITING, Stage.DECLINED) or (found.stage is Stage.DONE and found.own is None):
        begin = button("diagnosis-final.begin", tap_of(found, "begin"), style="primary")
        offered = found.stage is Stage.WAITING and found.rule.mode == "offered"
        decline = [button("diagnosis-final.decline", tap_of(found, "decline"))] if offered else []
        return [[begin], decline, diagnosis_prepare.row(), _compare(found)]
    if found.stage is Stage.GOING:
        return [[button("diagnosis-final.go-on", Go(place="diagnosis"), style="primary")]]
    if found.stage is Stage.DONE:
        return [_compare(found)]
    key = "diagnosis-final.reflect" if found.stage is Stage.REFLECTING else "diagnosis-final.reflect-anew"
    return [[button(key, tap_of(found, "reflect"), style="primary")], *_finishing(found)]


def _compare(found: FinalLook) -> list[Button]:
    if found.stage is not Stage.DONE:
        return []
    return [button("diagnosis-progress.open", SourcesTap(do="progress", route=found.route.id))]


def _finishing(found: FinalLook) -> list[list[Button]]:
    """Three thoughts are there and «Готово» is still to be said."""
    ready = found.stage is Stage.REFLECTING and all(_thoughts(found).values())
    return [[button("diagnosis-final.finish", tap_of(found, "finish"))]] if ready else []


@redraws(FinalTap)
async def fresh(work: Work, data: FinalTap) -> View:
    """Where a tap comes late: how it stands now."""
    return await own(work)


async def begin(tap: CallbackQuery, callback_data: FinalTap, work: Work) -> View:
    """«Пройти»."""
    begun = await diagnosis_final.begin(work, callback_data.route, drawn=callback_data.version)
    return await places.go(work, "diagnosis.question", diagnosis=begun.id)


async def decline(tap: CallbackQuery, callback_data: FinalTap, work: Work) -> View:
    """«Не прохожу»: recorded with the clause."""
    return _card(await diagnosis_final.decline(work, callback_data.route, drawn=callback_data.version))


async def _draft(work: Work, route_id: int) -> Form | None:
    found = await diagnosis_final.open_own(work, route_id)
    if found.rule.mode != "none":
        raise NotYours("refusal-not-yours")
    given: dict[str, Given] = {code: text for code, text in _thoughts(found).items() if text}
    return Form(ITEMS, given, lambda do, value: tap_of(found, do, value))


async def _keep(work: Work, route_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    await diagnosis_final.reflect(work, route_id, code, str(answer))
    return await REFLECT.screen(work, route_id)


async def _leave(work: Work, route_id: int) -> View:
    return await own(work)


REFLECT = Filling("diagnosis.reflection", FinalTap, "route", _draft, _keep, _leave, _leave)


async def reflect(tap: CallbackQuery, callback_data: FinalTap, work: Work) -> View:
    """«Ответить на три вопроса», from the first; what was said is offered to be kept."""
    return await REFLECT.screen(work, callback_data.route, REFLECTION[0])


async def finish(tap: CallbackQuery, callback_data: FinalTap, work: Work) -> View:
    """«Готово»."""
    return _card(
        await diagnosis_final.finish_reflection(work, callback_data.route, drawn=callback_data.version)
    )


def row(own: OwnRoute) -> list[Button]:
    """The way from the menu, once the route is in its final stage."""
    found = own.final
    if found is None or not found.due:
        return []
    style = None if found.settled else "primary"
    facts = {"mode": found.rule.mode, "done": found.settled}
    return [button("menu-final-diagnosis", Go(place="diagnosis.final"), style=style, **facts)]


@notice("diagnosis-final-offer", check=diagnosis_final.still_offered)
def offered(route_id: int, mode: str) -> View:
    """For the teacher: the route comes to its end."""
    rows = [[button("diagnosis-final-offer.open", Go(place="diagnosis.final"), style="primary")], *way_home()]
    return view(say("diagnosis-final-offer", mode=mode), rows=rows)


def router() -> Router:
    """The final diagnosis."""
    routes = Router(name="diagnosis-final")
    for verb, handler in {"begin": begin, "decline": decline, "reflect": reflect, "finish": finish}.items():
        routes.callback_query.register(handler, FinalTap.filter(F.do == verb))
    routes.include_router(REFLECT.router())
    return routes
