"""«Заполнить за педагога»: who types what, for whom; the teacher's one tap that sends (people.md 13)."""

from __future__ import annotations

from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import ActivityTap, DelegationTap, Go, ReportTap
from handlers.notices import notice
from handlers.places import place
from handlers.views import Button, File, Say, View, button, say, view
from models.delegation import Covers, Delegation
from models.errors import NotYours
from models.people import Person
from models.report import Report
from services import delegation, report
from services.work import Work


@place("delegation")
async def screen(work: Work) -> View:
    """The teacher: who types what now, and who else could."""
    work.account.leave()
    given, others = await delegation.given(work), await delegation.candidates(work)
    back = [
        [
            button(
                "delegation.take-back",
                DelegationTap(do="end-sheet" if one.covers is Covers.SHEET else "end", id=one.helper_id),
                name=one.helper.short_name,
                covers=one.covers.value,
            )
        ]
        for one in given
    ]
    told = [_now(given, covers) for covers in Covers if any(one.covers is covers for one in given)]
    return view(
        say("delegation"),
        told or say("delegation-nobody", able=len(others)),
        rows=[*back, *[[_give(*one)] for one in others], *way_home()],
    )


def _give(person: Person, covers: Covers) -> Button:
    return button(
        "delegation.give",
        DelegationTap(do="give-sheet" if covers is Covers.SHEET else "give", id=person.id),
        name=person.short_name,
        covers=covers.value,
    )


def _now(given: list[Delegation], covers: Covers) -> Say:
    names = ", ".join(one.helper.short_name for one in given if one.covers is covers)
    return say("delegation-now", names=names, covers=covers.value)


async def give(tap: CallbackQuery, callback_data: DelegationTap, work: Work) -> View:
    """«Поручить»."""
    await delegation.give(work, callback_data.id, Covers.REPORTS)
    return await screen(work)


async def give_sheet(tap: CallbackQuery, callback_data: DelegationTap, work: Work) -> View:
    """«Поручить справку»."""
    await delegation.give(work, callback_data.id, Covers.SHEET)
    return await screen(work)


async def end(tap: CallbackQuery, callback_data: DelegationTap, work: Work) -> View:
    """«Снова без помощи»."""
    await delegation.take_back(work, callback_data.id, Covers.REPORTS)
    return await screen(work)


async def end_sheet(tap: CallbackQuery, callback_data: DelegationTap, work: Work) -> View:
    """«Справку снова без помощи»."""
    await delegation.take_back(work, callback_data.id, Covers.SHEET)
    return await screen(work)


@place("delegation.routes")
async def routes(work: Work) -> View:
    """The helper: for whom to type; a single one opens at once."""
    found = await delegation.routes(work)
    if len(found) == 1:
        return await places.go(work, "delegation.route", route=found[0].id)
    if not found:
        return view(say("delegation-for-nobody"), rows=way_home())
    rows = [
        [button("delegation-routes.open", DelegationTap(do="type", id=one.id), name=one.teacher.short_name)]
        for one in found
    ]
    return view(say("delegation-routes"), rows=[*rows, *way_home()])


@place("delegation.route")
async def route_screen(work: Work, route: int) -> View:
    """The helper: what can be reported on in one route."""
    found = next((one for one in await delegation.routes(work) if one.id == route), None)
    if found is None:
        raise NotYours("refusal-not-yours")
    covers = await delegation.covered(work, found)
    lines = await report.of_route(work, found) if Covers.REPORTS in covers else []
    rows = [
        [
            button(
                "report-line",
                ActivityTap(do="report", activity=one.activity.id, version=one.activity.version),
                title=one.activity.title,
                on=one.activity.on_date,
                state=one.report.state.value if one.report else one.activity.state.value,
            )
        ]
        for one in lines
    ]
    sheet = [button("delegation-route.sheet", DelegationTap(do="sheet", id=route))]
    reports = [say("delegation-route", lines=len(lines))] if Covers.REPORTS in covers else []
    return view(
        [say("delegation-route-of", name=found.teacher.short_name), *reports],
        rows=[*rows, sheet if Covers.SHEET in covers else [], *way_home()],
    )


async def type_for(tap: CallbackQuery, callback_data: DelegationTap, work: Work) -> View:
    """One teacher of several."""
    return await places.go(work, "delegation.route", route=callback_data.id)


def handed_on(found: Report) -> View:
    """The helper is done; the rest is the teacher's tap."""
    told = say("delegation-handed-on", title=found.activity.title, name=found.route.teacher.short_name)
    return view(
        told, rows=[[button("delegation-handed-on.next", Go(place="delegation.routes"))], *way_home()]
    )


@notice("delegation-given")
def told_given(teacher: str, route_id: int, covers: str = Covers.REPORTS) -> View:
    """For the helper: a teacher asks to type their reports, or their sheet."""
    reports, sheet = DelegationTap(do="type", id=route_id), DelegationTap(do="sheet", id=route_id)
    data = sheet if covers == Covers.SHEET else reports
    start = button("delegation-given.start", data, covers=covers, style="primary")
    return view(say("delegation-given", teacher=teacher, covers=covers), rows=[[start], *way_home()])


@notice("delegation-ended")
def told_ended(teacher: str, covers: str = Covers.REPORTS) -> View:
    """For the helper: the teacher types again."""
    return view(say("delegation-ended", teacher=teacher, covers=covers), rows=way_home())


@notice("delegation-prepared")
def told_prepared(
    report_id: int,
    version: int,
    title: str,
    on: date,
    text: str,
    files: list[list[str]],
    by: str,
    **more: Any,
) -> View:
    """For the teacher: what was typed for them, and the one tap that sends it."""
    key = {"report": report_id, "version": version}
    return view(
        say("delegation-prepared", title=title, on=on, by=by),
        say("delegation-prepared-text", text=text, files=len(files)),
        rows=[
            [button("delegation-prepared.send", ReportTap(do="send", **key), style="success")],
            [button("delegation-prepared.change", ReportTap(do="draft", **key))],
            *way_home(),
        ],
        files=tuple(File(kind, file_id) for kind, file_id in files),
    )


def router() -> Router:
    """Handing over, taking back, typing."""
    routes_ = Router(name="delegation")
    routes_.callback_query.register(give, DelegationTap.filter(F.do == "give"))
    routes_.callback_query.register(end, DelegationTap.filter(F.do == "end"))
    routes_.callback_query.register(give_sheet, DelegationTap.filter(F.do == "give-sheet"))
    routes_.callback_query.register(end_sheet, DelegationTap.filter(F.do == "end-sheet"))
    routes_.callback_query.register(type_for, DelegationTap.filter(F.do == "type"))
    return routes_
