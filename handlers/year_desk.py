"""The coming school year for whoever leads a school: what teachers ask for, who is silent, a gentle word (X19)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places, year_plan
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_year import SchoolYearTap
from handlers.choices import listed
from handlers.notices import notice
from handlers.places import place, redraws
from handlers.reminder_lines import brief
from handlers.views import Button, Say, View, button, say, view
from handlers.year_application import years
from models.year_application import YearApplication
from services import year_desk
from services.menu import Desk
from services.work import Work
from services.year_desk import Collected

ON_A_PAGE = 5
NAMES_SHOWN = 12


def menu_rows(desk: Desk) -> list[list[Button]]:
    """In the menu of whoever leads a school whose text has a yearly round."""
    return [[button("year-desk-menu", Go(place="year.desk"))]] if desk.leads_year else []


@place("year.desk")
async def screen(work: Work, page: int = 0) -> View:
    """Who asked for what, a page at a time; who has not answered."""
    found = await year_desk.collected(work)
    pages = max(1, -(-len(found.applications) // ON_A_PAGE))
    page %= pages
    work.account.go("year.desk", page=page)
    shown = found.applications[page * ON_A_PAGE :][:ON_A_PAGE]
    lines = [_line(one) for one in shown]
    return view(
        _head(found),
        *([lines] if lines else []),
        *_silent(found),
        rows=[*_ways(found, page, pages), *way_home()],
    )


def _head(found: Collected) -> Say:
    nothing = sum(one.asks_nothing for one in found.applications)
    total = len(found.applications) + len(found.silent) + found.still
    return say(
        "year-desk",
        years=years(found.desk.year),
        answered=len(found.applications),
        total=total,
        nothing=nothing,
    )


def _line(one: YearApplication) -> Say:
    if one.asks_nothing:
        return say("year-desk-nothing", name=one.person.short_name)
    return say(
        "year-desk-line",
        name=one.person.short_name,
        topic=brief(one.topic) or "none",
        request=brief(one.request) or "none",
    )


def _silent(found: Collected) -> list[Say]:
    names = [one.short_name for one in found.silent[:NAMES_SHOWN]]
    more = len(found.silent) - len(names)
    waits = [say("year-desk-silent", names=listed(names), more=more)] if names else []
    still = [say("year-desk-still", count=found.still)] if found.still else []
    nudged = [say("year-desk-nudged", on=found.nudged_on)] if found.nudged_on is not None else []
    return [*waits, *still, *nudged]


def _ways(found: Collected, page: int, pages: int) -> list[list[Button]]:
    year = found.desk.year
    more = button("year-desk.more", SchoolYearTap(do="page", year=year, value=str(page + 1)))
    return [
        [more] if pages > 1 else [],
        [button("year-desk.nudge", SchoolYearTap(do="nudge", year=year))] if found.may_nudge else [],
        [button("year-desk.plan", SchoolYearTap(do="plan", year=year), style="primary")],
        [button("year-desk.reports", Go(place="year-report.list"))] if found.desk.plans else [],
        [button("year-desk.months", SchoolYearTap(do="months", year=year))],
    ]


@redraws(SchoolYearTap)
async def fresh(work: Work, data: SchoolYearTap) -> View:
    """An outdated tap: what was collected, as it is now."""
    return await screen(work)


async def turn(tap: CallbackQuery, callback_data: SchoolYearTap, work: Work) -> View:
    """Another page."""
    value = callback_data.value
    return await screen(work, int(value) if value.isdecimal() and len(value) < 6 else 0)


async def nudge(tap: CallbackQuery, callback_data: SchoolYearTap, work: Work) -> View:
    """«Напомнить тем, кто не ответил»."""
    count = await year_desk.nudge(work)
    return (await places.go(work, "year.desk")).led_by(say("year-desk-nudge-sent", count=count))


@notice("year-collected")
def told_collected(*, year: int, answered: int, total: int) -> View:
    """For whoever makes the plan: the campaign is over."""
    plan = button("year-desk.open", Go(place="year.desk"), style="primary")
    said = say("year-collected", years=years(year), answered=answered, total=total)
    return view(said, rows=[[plan], *way_home()])


def router() -> Router:
    """The list; the plan hangs below it."""
    routes = Router(name="year-desk")
    routes.callback_query.register(turn, SchoolYearTap.filter(F.do == "page"))
    routes.callback_query.register(nudge, SchoolYearTap.filter(F.do == "nudge"))
    routes.include_router(year_plan.router())
    return routes
