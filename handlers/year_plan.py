"""The plan of a school year: events out of the applications, the routes by month, the file (S001 4.3, R1-004)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_help import EntryTap
from handlers.callbacks_year import SchoolYearTap
from handlers.catalogue_form import ENTRY, entry_tap
from handlers.month import named
from handlers.paper_file import with_paper
from handlers.places import place
from handlers.plan_lines import cited, when
from handlers.reminder_lines import brief
from handlers.views import Button, Say, View, button, say, view
from handlers.year_application import years
from models.catalogue import EntryState
from models.year_plan import YearEvent
from services import year_paper, year_plan
from services.work import Work
from services.year_plan import Line, WholePlan

LINES_SHOWN = 7
IN_A_ROW = 3
FORMS = ("pdf", "docx")


@place("year.plan")
async def screen(work: Work, year: int) -> View:
    """What is planned, section by section; what may be added; the file."""
    found = await year_plan.of_year(work, year)
    work.account.go("year.plan", year=year)
    plans = found.desk.plans and year == found.desk.year
    lines = [_planned(section, events) for section, events in found.events.items()]
    head = say(
        "year-plan", years=years(year), count=found.count, clause=cited(found.desk.rule.clause), plans=plans
    )
    return view(head, lines, rows=[*_opens(found), *(_adds(found) if plans else []), *_ways(found)])


def _planned(section: str, events: Sequence[YearEvent]) -> Say:
    days = [when([one.entry.starts_on, one.entry.on_date]) for one in events if one.entry.on_date]
    return say("year-plan-section", section=section, count=len(events), first=days[0] if days else "")


def _opens(found: WholePlan) -> list[list[Button]]:
    """The events of the plan, each leading to its card in the catalogue, where all of it is changed."""
    if not found.desk.plans:
        return []
    every = [one for events in found.events.values() for one in events]
    return [[_open(one)] for one in every[:LINES_SHOWN]]


def _open(one: YearEvent) -> Button:
    entry = one.entry
    dated = entry.on_date is not None
    data: EntryTap = entry_tap(entry, "open" if entry.state is EntryState.OPEN else "resume")
    days = when([entry.starts_on, entry.on_date]) if dated else ""
    return button("year-plan-event", data, title=brief(entry.title), when=days, dated=dated)


def _adds(found: WholePlan) -> list[list[Button]]:
    offered = [one for some in found.desk.rule.sections.values() for one in some]
    return [
        [button("year-plan.add", SchoolYearTap(do="add", year=found.year, value=one.code), title=one.label)]
        for one in offered
    ]


def _ways(found: WholePlan) -> list[list[Button]]:
    year = found.year
    files = [
        button("year-plan.pdf", SchoolYearTap(do="pdf", year=year)),
        button("year-plan.word", _word(year)),
    ]
    months = button("year-desk.months", SchoolYearTap(do="months", year=year))
    return [files, [months], [button("year-plan.back", Go(place="year.desk"))], *map(list, way_home())]


def _word(year: int) -> SchoolYearTap:
    return SchoolYearTap(do="docx", year=year)


@place("year.months")
async def months(work: Work, year: int) -> View:
    """The routes of the school by month: how many events each holds."""
    found = await year_plan.of_year(work, year)
    work.account.go("year.months", year=year)
    lines = [say("year-month", name=named(first), count=len(some)) for first, some in found.months.items()]
    taps = [_month(year, first) for first in found.months]
    other = found.desk.year - 1 if year == found.desk.year else found.desk.year
    turn = button("year-months.other", SchoolYearTap(do="months", year=other), years=years(other))
    head = say("year-months", years=years(year), count=len(lines), routes=len(found.topics))
    topics = [[button("year-months.topics", SchoolYearTap(do="topics", year=year))]] if found.topics else []
    return view(
        head,
        *([lines] if lines else []),
        rows=[*_in_rows(taps), *topics, [turn], [_to_plan(year)], *way_home()],
    )


def _in_rows(taps: list[Button]) -> list[list[Button]]:
    return [taps[at : at + IN_A_ROW] for at in range(0, len(taps), IN_A_ROW)]


def _month(year: int, first: date) -> Button:
    return button(
        "year-months.open", SchoolYearTap(do="month", year=year, value=f"{first:%Y%m}"), name=named(first)
    )


def _to_plan(year: int) -> Button:
    return button("year-months.plan", SchoolYearTap(do="plan", year=year))


@place("year.month")
async def month(work: Work, year: int, at: str, page: int = 0) -> View:
    """One month: who does what, in which form it is shown."""
    found = await year_plan.of_year(work, year)
    some = next((lines for first, lines in found.months.items() if f"{first:%Y%m}" == at), None)
    if some is None:
        return await months(work, year)
    pages = -(-len(some) // LINES_SHOWN)
    page %= pages
    work.account.go("year.month", year=year, at=at, page=page)
    lines = [_line(one) for one in some[page * LINES_SHOWN :][:LINES_SHOWN]]
    first = (some[0].starts or some[0].on).replace(day=1)
    more = button("year-desk.more", SchoolYearTap(do="month", year=year, value=f"{at}.{page + 1}"))
    back = button("year-month-back", SchoolYearTap(do="months", year=year))
    head = say("year-month", name=named(first), count=len(some))
    return view(head, lines, rows=[[more] if pages > 1 else [], [back], *way_home()])


def _line(one: Line) -> Say:
    return say(
        "year-month-line",
        name=one.route.teacher.short_name,
        title=brief(one.title),
        when=when([one.starts, one.on]),
        form=one.form or say("plan-blank"),
    )


@place("year.topics")
async def topics(work: Work, year: int, page: int = 0) -> View:
    """The topic and the term of each route."""
    found = await year_plan.of_year(work, year)
    pages = max(1, -(-len(found.topics) // LINES_SHOWN))
    page %= pages
    work.account.go("year.topics", year=year, page=page)
    lines = [
        say(
            "year-topic-line",
            name=one.teacher.short_name,
            topic=brief(one.topic or "") or say("year-none"),
            ends=one.ends_on or "",
        )
        for one in found.topics[page * LINES_SHOWN :][:LINES_SHOWN]
    ]
    more = button("year-desk.more", SchoolYearTap(do="topics", year=year, value=str(page + 1)))
    back = button("year-month-back", SchoolYearTap(do="months", year=year))
    return view(
        say("year-topics", count=len(found.topics)),
        *([lines] if lines else []),
        rows=[[more] if pages > 1 else [], [back], *way_home()],
    )


async def open_plan(tap: CallbackQuery, callback_data: SchoolYearTap, work: Work) -> View:
    """«План года»."""
    return await places.go(work, "year.plan", year=callback_data.year)


async def open_months(tap: CallbackQuery, callback_data: SchoolYearTap, work: Work) -> View:
    """«Маршруты по месяцам»."""
    return await places.go(work, "year.months", year=callback_data.year)


async def open_month(tap: CallbackQuery, callback_data: SchoolYearTap, work: Work) -> View:
    """One month, one page of it."""
    at, _, page = callback_data.value.partition(".")
    return await places.go(work, "year.month", year=callback_data.year, at=at, page=_page(page))


async def open_topics(tap: CallbackQuery, callback_data: SchoolYearTap, work: Work) -> View:
    """«Темы маршрутов», one page."""
    return await places.go(work, "year.topics", year=callback_data.year, page=_page(callback_data.value))


def _page(value: str) -> int:
    return int(value) if value.isdecimal() and len(value) < 6 else 0


async def add(tap: CallbackQuery, callback_data: SchoolYearTap, work: Work) -> View:
    """One of the regulation's events: only its day is still asked."""
    entry = await year_plan.add(work, callback_data.value)
    return await ENTRY.screen(work, entry.id)


async def file(tap: CallbackQuery, callback_data: SchoolYearTap, work: Work) -> View:
    """The plan as PDF or Word: made after the commit, from what stands now."""
    year, back = (
        callback_data.year,
        button("papers-link.back", callback_data.model_copy(update={"do": "plan"})),
    )
    return await with_paper(work, year_paper.KIND, year, callback_data.do, lambda: screen(work, year), back)


def router() -> Router:
    """The plan and its months."""
    routes = Router(name="year-plan")
    verbs = {
        "plan": open_plan,
        "months": open_months,
        "month": open_month,
        "topics": open_topics,
        "add": add,
        "pdf": file,
        "docx": file,
    }
    for verb, handler in verbs.items():
        routes.callback_query.register(handler, SchoolYearTap.filter(F.do == verb))
    return routes
