"""«Нагрузка по месяцам»: who is away how often, and a proposal to change it (S000 3.1.3, S-16.1)."""

from __future__ import annotations

from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go, PlanTap
from handlers.callbacks_help import LoadTap
from handlers.month import named, within
from handlers.notices import notice
from handlers.places import At, place, redraws
from handlers.plan_lines import when
from handlers.reminder_lines import brief
from handlers.report import tapped_words
from handlers.views import Button, Say, View, button, say, view
from models.errors import NotYours
from models.plan import Activity
from regulations.calendar import add_months
from regulations.questions import Question, read_text
from services import load
from services.facts import unpacked
from services.load import Sum, Teacher
from services.menu import Desk
from services.work import Work

WORDS = Question("words", minimum=5, maximum=400, example="load-ask.example")
AT_ONCE = 6
MOST_ROWS = 6
READY = (say("load-ask.later"), say("load-ask.online"), say("load-ask.fewer"))


def menu_rows(desk: Desk) -> list[list[Button]]:
    """In the menu of deputy heads, heads and subject leads."""
    return [[button("load-menu", Go(place="load"))]] if load.opens(desk.roles) else []


def number_of(month: date) -> int:
    """A month as a tap carries it."""
    return month.year * 12 + month.month


def month_of(number: int) -> date:
    """The first day of the month that a tap carries. Refuses NotYours for a forged one."""
    year, month = divmod(number - 1, 12)
    if not 2000 <= year <= 2200:
        raise NotYours("refusal-not-yours")
    return date(year, month + 1, 1)


@place("load")
async def screen(work: Work, month: int = 0, page: int = 0) -> View:
    """A month of everybody, the fullest first."""
    first = month_of(month) if month else work.today.replace(day=1)
    found = await load.month(work, first)
    pages = max(1, -(-len(found.teachers) // AT_ONCE))
    page %= pages
    work.account.go("load", month=number_of(first), page=page)
    shown = list(enumerate(found.teachers, 1))[page * AT_ONCE :][:AT_ONCE]
    lines = [
        say("load-line", number=number, name=one.route.teacher.short_name, sum=summed(one.sum))
        for number, one in shown
    ]
    opens = [_open(first, number, one) for number, one in shown]
    following = LoadTap(do="month", route=0, month=number_of(first), value=page + 1)
    return view(
        say("load", month=within(first), count=len(found.teachers), idle=found.idle),
        *([lines] if lines else []),
        rows=[
            opens[:3],
            opens[3:],
            [button("load.on", following)] if pages > 1 else [],
            [_month("load.earlier", add_months(first, -1)), _month("load.later", add_months(first, 1))],
            *way_home(),
        ],
    )


def summed(found: Sum) -> Say:
    """«3 выезда, 18 часов»."""
    return say("load-sum", away=found.away, hours=found.hours, count=found.count, unknown=found.unknown)


def _open(first: date, number: int, one: Teacher) -> Button:
    return button(
        "load.open", LoadTap(do="teacher", route=one.route.id, month=number_of(first), value=0), number=number
    )


def _month(key: str, first: date) -> Button:
    return button(key, LoadTap(do="month", route=0, month=number_of(first), value=0), name=named(first))


async def show(tap: CallbackQuery, callback_data: LoadTap, work: Work) -> View:
    """Another month, another page."""
    return await screen(work, callback_data.month, callback_data.value)


@place("load.teacher")
async def teacher(work: Work, route: int, month: int) -> View:
    """One teacher's month: what is in it, what was proposed."""
    first = month_of(month)
    found = await load.of_teacher(work, route, first)
    work.account.go("load.teacher", route=route, month=month)
    head = say(
        "load-teacher", name=found.route.teacher.short_name, month=within(first), sum=summed(found.sum)
    )
    rows = [_row(one) for one in found.rows[:MOST_ROWS]]
    said = await load.proposed(work, route)
    before = [_before(unpacked(said.facts))] if said is not None else []
    propose = LoadTap(do="propose", route=route, month=month, value=0)
    return view(
        [head, *rows, *before],
        rows=[
            [button("load-teacher.much", propose)],
            [button("load-back", LoadTap(do="month", route=0, month=month, value=0))],
            *way_home(),
        ],
    )


def _row(one: Activity) -> Say:
    days = when([one.starts_on, one.on_date])
    return say("load-row", title=brief(one.title), when=days, hours=one.hours or 0, away=one.away is True)


def _before(facts: dict[str, Any]) -> Say:
    return say("load-before", month=within(facts["month"]), words=facts["words"])


async def open_teacher(tap: CallbackQuery, callback_data: LoadTap, work: Work) -> View:
    """One teacher of the list, or back from the proposal."""
    return await teacher(work, callback_data.route, callback_data.month)


@place("load.propose")
async def ask(work: Work, route: int, month: int) -> View:
    """«Много»: what is proposed; ready or in own words."""
    found = await load.of_teacher(work, route, month_of(month))
    work.account.go("load.propose", route=route, month=month)
    ready = [
        [Button(words, LoadTap(do="ready", route=route, month=month, value=number))]
        for number, words in enumerate(READY)
    ]
    back = button("load-ask.back", LoadTap(do="teacher", route=route, month=month, value=0))
    name = found.route.teacher.short_name
    return view(say("load-ask", name=name, month=within(month_of(month))), rows=[*ready, [back]])


async def begin(tap: CallbackQuery, callback_data: LoadTap, work: Work) -> View:
    """«Много: предложить изменить»."""
    return await ask(work, callback_data.route, callback_data.month)


async def ready(tap: CallbackQuery, callback_data: LoadTap, work: Work) -> View:
    """A ready proposal, in the words of its button."""
    if not 0 <= callback_data.value < len(READY):
        raise NotYours("refusal-not-yours")
    return await _propose(work, callback_data.route, callback_data.month, tapped_words(tap))


async def typed(message: Message, work: Work) -> View:
    """A proposal in own words."""
    ids = work.account.place_ids
    return await _propose(work, ids["route"], ids["month"], read_text(WORDS, message.text or ""))


async def _propose(work: Work, route: int, month: int, words: str) -> View:
    found = await load.propose(work, route, month_of(month), words)
    shown = await places.go(work, "load.teacher", route=route, month=month)
    return shown.led_by(say("load-sent", name=found.route.teacher.short_name))


@redraws(LoadTap)
async def fresh(work: Work, data: LoadTap) -> View:
    """Where the person is."""
    return await places.here(work)


@notice("load-proposed")
def told(
    *,
    route: int,
    version: int,
    own: bool,
    by: str,
    teacher: str,
    away: int,
    hours: int,
    month: date,
    words: str,
) -> View:
    """For the teacher and the co-author: what is proposed; nothing has changed."""
    data = Go(place="plan") if own else PlanTap(do="card", route=route, version=version)
    much = say("load-sum", away=away, hours=hours, count=1, unknown=0)
    said = say("load-proposed", own=own, by=by, teacher=teacher, month=within(month), sum=much, words=words)
    return view(said, rows=[[button("load-proposed.plan", data, style="primary")], *way_home()])


def router() -> Router:
    """The load of a month."""
    routes = Router(name="load")
    routes.callback_query.register(show, LoadTap.filter(F.do == "month"))
    routes.callback_query.register(open_teacher, LoadTap.filter(F.do == "teacher"))
    routes.callback_query.register(begin, LoadTap.filter(F.do == "propose"))
    routes.callback_query.register(ready, LoadTap.filter(F.do == "ready"))
    routes.message.register(typed, At("load.propose"), F.text, ~F.text.startswith("/"))
    return routes
