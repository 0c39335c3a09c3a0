"""«Как подготовиться»: what will be asked, how long, how to answer; a team member offers a talk (R0-054, R3-042)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_diagnosis import PrepareTap
from handlers.notices import notice
from handlers.places import place, redraws
from handlers.plan_lines import cited
from handlers.views import Button, Say, View, button, say, view
from regulations.schema import Regulation
from services import diagnosis_prepare
from services.diagnosis_prepare import Before, Preparing
from services.work import Work

SHOWN = 8


def row() -> list[Button]:
    """The way from the door of a diagnosis."""
    return [button("diagnosis-prepare.open", Go(place="diagnosis.prepare"))]


def advice(regulation: Regulation) -> list[Say]:
    """The text's advice to judge oneself objectively, with its clause (R2-028)."""
    found = diagnosis_prepare.objective(regulation)
    return [say("diagnosis-prepare-advice", title=found.title, clause=cited(found.clause))] if found else []


@place("diagnosis.prepare")
async def prepare(work: Work) -> View:
    """What the teacher may know before it begins."""
    found = await diagnosis_prepare.own(work)
    work.account.go("diagnosis.prepare")
    scale = found.asked.scale
    said = say("diagnosis-prepare", total=len(found.asked.statements), least=scale[0], most=scale[-1])
    begin = Go(place="diagnosis.final" if found.final else "diagnosis")
    return view(
        said,
        _about(found),
        *advice(found.regulation),
        rows=[
            [button("diagnosis-prepare.begin", begin, style="primary")],
            [button("diagnosis-prepare.help", Go(place="help-request"))],
            *way_home(),
        ],
    )


def _about(found: Preparing) -> list[Say]:
    """How many statements each competency has."""
    counted = [(one.title, found.count(one.code)) for one in found.regulation.competencies]
    return [
        say("diagnosis-prepare-about", competency=title, count=count) for title, count in counted if count
    ]


def team_row(found: list[Before]) -> list[Button]:
    """In «Мои педагоги», while somebody has a diagnosis ahead."""
    return [button("diagnosis-prepare.team", Go(place="diagnosis.ahead"), count=len(found))] if found else []


@place("diagnosis.ahead")
async def ahead(work: Work) -> View:
    """Who has a diagnosis ahead, and a talk by one tap."""
    work.account.go("diagnosis.ahead")
    found = await diagnosis_prepare.ahead(work)
    lines = [
        say("diagnosis-prepare-line", name=one.route.teacher.short_name, final=one.final, told=one.told)
        for one in found[:SHOWN]
    ]
    offers = [
        [button("diagnosis-prepare.offer", PrepareTap(route=one.route.id), name=one.route.teacher.short_name)]
        for one in found[:SHOWN]
        if not one.told
    ]
    more = [say("diagnosis-prepare-more", more=len(found) - SHOWN)] if len(found) > SHOWN else []
    return view(
        say("diagnosis-prepare-ahead", count=len(found)),
        *([lines] if lines else []),
        *more,
        rows=[*offers, *way_home()],
    )


async def offer(tap: CallbackQuery, callback_data: PrepareTap, work: Work) -> View:
    """«Предложить помощь»."""
    found = await diagnosis_prepare.offer(work, callback_data.route)
    told = say("diagnosis-prepare-told-now", name=found.route.teacher.short_name)
    return (await ahead(work)).with_toast(told)


@redraws(PrepareTap)
async def fresh(work: Work, data: PrepareTap) -> View:
    """The list as it is now."""
    return await ahead(work)


@notice("diagnosis-prepare-offer")
def offered(*, name: str, final: bool) -> View:
    """For the teacher: somebody of the team would help."""
    return view(
        say("diagnosis-prepare-offer", name=name, final=final),
        rows=[
            [button("diagnosis-prepare.open", Go(place="diagnosis.prepare"))],
            [button("diagnosis-prepare.help", Go(place="help-request"))],
            *way_home(),
        ],
    )


def router() -> Router:
    """The offer."""
    routes = Router(name="diagnosis-prepare")
    routes.callback_query.register(offer, PrepareTap.filter(F.route))
    return routes
