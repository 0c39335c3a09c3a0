"""The catalogue as a teacher (or the team) looks through it: pages, a word, a competency, a month, one tap."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import catalogue_entry, catalogue_form, catalogue_told, places
from handlers.callbacks import PlanTap
from handlers.callbacks_help import BrowseTap, PickTap, WishTap
from handlers.catalogue_words import entry_lines, line
from handlers.month import named
from handlers.places import At, place, redraws
from handlers.plan_form import after_taking, way_back
from handlers.views import Button, Say, View, button, say, view
from models.base import normalised
from models.errors import NotYours
from regulations.calendar import add_months
from regulations.questions import Question, read_text
from services import catalogue_search
from services.catalogue_search import Found, Wish
from services.work import Work

WORD = Question("word", minimum=2, maximum=60, example="catalogue.example")
MONTHS_AHEAD = 12
IN_A_ROW = 3


@place("catalogue")
async def browse(
    work: Work, route: int, page: int = 0, month: int = 0, code: str = "", word: str = ""
) -> View:
    """A page of events to come; a typed word looks for it."""
    wish = Wish(word, code, _month(month))
    found = await catalogue_search.find(work, route, wish, page)
    wish = found.wish
    work.account.go("catalogue", route=route, page=found.page, month=month, code=wish.competency, word=word)
    first = found.page * catalogue_search.AT_ONCE + 1
    lines = [
        line(number, one, taken=one.id in found.taken) for number, one in enumerate(found.entries, first)
    ]
    head = [say("catalogue", count=found.count), *_wished(found, wish)]
    return view(head, *([lines] if lines else []), rows=_rows(work, found, wish, first))


def _month(number: int) -> date | None:
    """The first day of a month that a tap carries. Refuses NotYours for a forged one."""
    if not number:
        return None
    year, month = divmod(number - 1, 12)
    if not 2000 <= year <= 2200:
        raise NotYours("refusal-not-yours")
    return date(year, month + 1, 1)


def _number(month: date | None) -> int:
    return month.year * 12 + month.month if month else 0


def _wished(found: Found, wish: Wish) -> list[Say]:
    words = [say("catalogue-word", word=wish.word)] if wish.word else []
    if wish.competency:
        words.append(
            say("catalogue-competency", title=found.plan.regulation.competency(wish.competency).group)
        )
    if wish.month:
        words.append(say("catalogue-month", name=named(wish.month)))
    return words


def _rows(work: Work, found: Found, wish: Wish, first: int) -> list[list[Button]]:
    route = found.plan.route
    takes = [
        [
            button(
                "catalogue.take",
                PickTap(do="take", route=route.id, entry=one.id),
                style="primary",
                number=number,
            ),
            button("catalogue.look", PickTap(do="look", route=route.id, entry=one.id), number=number),
        ]
        for number, one in enumerate(found.entries, first)
    ]
    key = {"route": route.id, "month": _number(wish.month), "code": wish.competency}
    pages = [
        button("catalogue.back", BrowseTap(do="page", page=(found.page - 1) % found.pages, **key)),
        button("catalogue.on", BrowseTap(do="page", page=(found.page + 1) % found.pages, **key)),
    ]
    narrow = [
        button("catalogue.by-competency", BrowseTap(do="competencies", page=0, **key)),
        button("catalogue.by-month", BrowseTap(do="months", page=0, **key)),
    ]
    everything = button("catalogue.all", BrowseTap(do="show", route=route.id, page=0, month=0, code=""))
    return [
        *takes,
        pages if found.pages > 1 else [],
        narrow,
        [everything] if wish != Wish() else [],
        [button("catalogue.none", WishTap(code=wish.competency))],
        way_back(work, route),
    ]


async def open_catalogue(tap: CallbackQuery, callback_data: PlanTap, work: Work) -> View:
    """«Каталог мероприятий»."""
    return await browse(work, callback_data.route)


async def show(tap: CallbackQuery, callback_data: BrowseTap, work: Work) -> View:
    """A competency, a month, or everything; the word is forgotten."""
    return await _browse(work, callback_data, "")


async def page(tap: CallbackQuery, callback_data: BrowseTap, work: Work) -> View:
    """Another page; the word that was typed stays."""
    ids = work.account.place_ids if work.account.place == "catalogue" else {}
    word = str(ids.get("word", "")) if ids.get("route") == callback_data.route else ""
    return await _browse(work, callback_data, word)


async def _browse(work: Work, data: BrowseTap, word: str) -> View:
    return await browse(work, data.route, data.page, data.month, data.code, word)


async def typed(message: Message, work: Work) -> View:
    """A word to look for."""
    text = read_text(WORD, message.text or "")
    return await browse(work, work.account.place_ids["route"], word=normalised(text))


async def choose_competency(tap: CallbackQuery, callback_data: BrowseTap, work: Work) -> View:
    """Which competency, in the order of the regulation."""
    found = await catalogue_search.find(work, callback_data.route, Wish())
    key = {"route": callback_data.route, "page": 0, "month": callback_data.month}
    rows = [
        [button("catalogue-choose.option", BrowseTap(do="show", code=one.code, **key), title=one.title)]
        for one in found.plan.regulation.competencies
    ]
    return view(say("catalogue-choose-competency"), rows=[*rows, _back(callback_data)])


async def choose_month(tap: CallbackQuery, callback_data: BrowseTap, work: Work) -> View:
    """Which month: this one and the eleven after it."""
    found = await catalogue_search.find(work, callback_data.route, Wish())
    first = found.plan.route.organisation.today(work.now).replace(day=1)
    months = [
        button(
            "catalogue-choose.month",
            BrowseTap(
                do="show",
                route=callback_data.route,
                page=0,
                month=_number(add_months(first, ahead)),
                code=callback_data.code,
            ),
            name=named(add_months(first, ahead)),
        )
        for ahead in range(MONTHS_AHEAD)
    ]
    rows = [months[at : at + IN_A_ROW] for at in range(0, len(months), IN_A_ROW)]
    return view(say("catalogue-choose-month"), rows=[*rows, _back(callback_data)])


def _back(data: BrowseTap) -> list[Button]:
    return [
        button(
            "catalogue-back", BrowseTap(do="page", route=data.route, page=0, month=data.month, code=data.code)
        )
    ]


async def look(tap: CallbackQuery, callback_data: PickTap, work: Work) -> View:
    """One event whole."""
    found, entry = await catalogue_search.look(work, callback_data.route, callback_data.entry)
    take = button(
        "catalogue-entry.take", PickTap(do="take", route=found.route.id, entry=entry.id), style="primary"
    )
    back = button("catalogue-back", BrowseTap(do="page", route=found.route.id, page=0, month=0, code=""))
    return view(*entry_lines(found.regulation, entry), rows=[[take], [back], way_back(work, found.route)])


async def take(tap: CallbackQuery, callback_data: PickTap, work: Work) -> View:
    """«Взять»: a row filled from the event."""
    row = await catalogue_search.take(work, callback_data.route, callback_data.entry)
    return (await after_taking(work, row)).led_by(say("catalogue-taken", title=row.title))


@redraws(BrowseTap)
async def fresh(work: Work, data: BrowseTap) -> View:
    """Where the person is: a refused look at a foreign plan shows nothing of it."""
    return await places.here(work)


@redraws(PickTap)
async def fresh_pick(work: Work, data: PickTap) -> View:
    """The catalogue of that plan as it is now."""
    return await browse(work, data.route)


def router() -> Router:
    """Looking and taking; keeping the catalogue hangs below it."""
    routes = Router(name="catalogue")
    routes.callback_query.register(open_catalogue, PlanTap.filter(F.do == "catalogue"))
    routes.callback_query.register(show, BrowseTap.filter(F.do == "show"))
    routes.callback_query.register(page, BrowseTap.filter(F.do == "page"))
    routes.callback_query.register(choose_competency, BrowseTap.filter(F.do == "competencies"))
    routes.callback_query.register(choose_month, BrowseTap.filter(F.do == "months"))
    routes.callback_query.register(look, PickTap.filter(F.do == "look"))
    routes.callback_query.register(take, PickTap.filter(F.do == "take"))
    routes.message.register(typed, At("catalogue"), F.text, ~F.text.startswith("/"))
    routes.include_routers(catalogue_form.router(), catalogue_entry.router(), catalogue_told.router())
    return routes
