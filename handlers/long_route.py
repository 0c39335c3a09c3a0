"""The long route of a mentee: its years, «Продолжаем», and the way to each of one's routes (X21)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_mentoring import YearTap
from handlers.notices import notice
from handlers.places import place, redraws
from handlers.plan_lines import cited
from handlers.views import Button, Say, View, button, say, view
from models.route import Route
from services import long_route
from services.long_route import LongRoute, Year
from services.work import Work


@place("long-route")
async def home(work: Work) -> View:
    """My long route, or a way to begin it; and my other routes."""
    work.account.leave()
    found = await long_route.own(work)
    others = [[_turn(work, one)] for one in await long_route.others(work)]
    back = [button("mentoring-back", Go(place="mentoring"))]
    if found is not None:
        return await _shown(work, found, [*others, back])
    text = long_route.text(work)
    begin = [button("long-route.begin", Go(place="long-route.begin"), style="primary")]
    begins = text is not None and await long_route.may_begin(work)
    bounds = text.duration if text is not None else None
    clause = cited(bounds.clause) if bounds is not None else ""
    return view(
        say("long-route", begins=begins, clause=clause), rows=[begin if begins else [], *others, back]
    )


def _turn(work: Work, one: Route) -> Button:
    title = work.rules.of(one).short_title
    return button("long-route-turn", YearTap(do="turn", route=one.id, year=0), title=title)


async def _shown(work: Work, found: LongRoute, rows: list[list[Button]]) -> View:
    year = found.asked(work.today)
    asked = [say("long-route-asked", number=year.number, starts=year.starts_on)] if year is not None else []
    mine = year is not None and not found.said_by(work.person, year)
    on = [_go_on(found.route.id, year.number)] if year is not None and mine else []
    waits = [say("long-route-other")] if year is not None and not mine else []
    lines = [_line(one) for one in found.years] or [say("long-route-no-term")]
    head = say("long-route-card", name=found.route.teacher.short_name, years=len(found.years))
    return view([head, *lines], *asked, *waits, rows=[on, *rows, *way_home()])


def _line(one: Year) -> Say:
    return say(
        "long-route-line", number=one.number, starts=one.starts_on, ends=one.ends_on, done=one.is_confirmed
    )


def _go_on(route: int, number: int) -> Button:
    return button("long-route-go-on", YearTap(do="go-on", route=route, year=number), style="success")


@place("long-route.begin")
async def begin(work: Work) -> View:
    """«Начать»: the menu shows the new route; the others stay."""
    await long_route.begin(work)
    return (await places.go(work, places.HOME)).led_by(say("long-route-begun"))


@place("long-route.card")
async def card(work: Work, route: int) -> View:
    """A long route, for its mentee or a mentor."""
    return await _shown(work, await long_route.look(work, route), [])


@redraws(YearTap)
async def fresh(work: Work, data: YearTap) -> View:
    """An outdated tap: the years as they are now."""
    return await places.go(work, "long-route.card", route=data.route)


async def open_card(tap: CallbackQuery, callback_data: YearTap, work: Work) -> View:
    """«Открыть маршрут»."""
    return await places.go(work, "long-route.card", route=callback_data.route)


async def go_on(tap: CallbackQuery, callback_data: YearTap, work: Work) -> View:
    """«Продолжаем»."""
    await long_route.go_on(work, callback_data.route, callback_data.year)
    shown = await places.go(work, "long-route.card", route=callback_data.route)
    return shown.with_toast(say("mentoring-assented"))


async def turn(tap: CallbackQuery, callback_data: YearTap, work: Work) -> View:
    """Another of one's own routes: its menu."""
    await long_route.turn_to(work, callback_data.route)
    return await places.go(work, places.HOME)


@notice("long-route-year")
def told_year(*, route: int, number: int, starts: date, name: str, own: bool) -> View:
    """For the mentee and the mentors: the next year comes."""
    opened = [button("long-route-open", YearTap(do="open", route=route, year=number))]
    said = say("long-route-year", number=number, starts=starts, name=name, own=own)
    return view(said, rows=[[_go_on(route, number)], opened, *way_home()])


@notice("long-route-goes-on")
def told_on(*, route: int, number: int, name: str, own: bool) -> View:
    """For the others: both sides have said it."""
    opened = [button("long-route-open", YearTap(do="open", route=route, year=number))]
    return view(say("long-route-goes-on", number=number, name=name, own=own), rows=[opened, *way_home()])


def router() -> Router:
    """The years, and one's routes."""
    routes = Router(name="long-route")
    routes.callback_query.register(open_card, YearTap.filter(F.do == "open"))
    routes.callback_query.register(go_on, YearTap.filter(F.do == "go-on"))
    routes.callback_query.register(turn, YearTap.filter(F.do == "turn"))
    return routes
