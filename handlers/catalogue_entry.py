"""Keeping the catalogue: the list of what is to come, one event, another day, calling it off with a reason."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_help import EntryTap
from handlers.catalogue_form import CODES, entry_tap
from handlers.catalogue_words import entry_lines, scope_words
from handlers.places import At, place, redraws
from handlers.plan_lines import when
from handlers.reminder_lines import brief
from handlers.views import Button, View, button, say, view
from models.catalogue import CatalogueEntry, EntryState, Scope
from models.people import Role
from regulations.questions import Question, QuestionKind, read_text
from services import catalogue
from services.menu import Desk
from services.work import Work

REASON = Question("reason", QuestionKind.TEXT, minimum=3, maximum=300, example="catalogue-ask-off.example")
SHOWN = 12


def menu_rows(desk: Desk) -> list[list[Button]]:
    """In the menu of methodists and leads: the catalogue, and what is missing in it."""
    row = [button("catalogue-menu", Go(place="catalogue.kept"))] if desk.keeps_catalogue else []
    speaks = desk.own is None and (desk.keeps_catalogue or Role.HEAD in desk.roles)
    return [[*row, *([button("need-menu", Go(place="need"))] if speaks else [])]]


@place("catalogue.kept")
async def kept(work: Work) -> View:
    """What is to come and I may change, by date."""
    work.account.leave()
    found = await catalogue.kept(work)
    begun = await catalogue.draft(work)
    if begun is not None and begun.title:
        add = button(
            "catalogue-kept.go-on", entry_tap(begun, "resume"), style="primary", title=brief(begun.title)
        )
    else:
        add = button("catalogue-kept.add", EntryTap(do="add", entry=0, version=0), style="primary")
    rows = [[_open(one)] for one in found[:SHOWN]]
    more = [say("catalogue-kept-more", count=len(found) - SHOWN)] if len(found) > SHOWN else []
    return view(say("catalogue-kept", count=len(found)), *more, rows=[[add], *rows, *way_home()])


def _open(one: CatalogueEntry) -> Button:
    days = when([one.starts_on, one.on_date])
    return button("catalogue-kept-line", entry_tap(one, "open"), title=brief(one.title), when=days)


@place("catalogue.entry")
async def card(work: Work, entry: int) -> View:
    """One event with everything that can be changed."""
    one = await catalogue.look(work, entry)
    back = [button("catalogue-list-back", Go(place="catalogue.kept"))]
    if one.state in (EntryState.DRAFT, EntryState.REMOVED):
        return await kept(work)
    work.account.go("catalogue.entry", entry=entry)
    regulation = catalogue.rules_for(work, await catalogue.keeping(work))
    words = entry_lines(regulation, one)
    if one.state is EntryState.CALLED_OFF:
        return view(*words, say("catalogue-is-off", reason=one.reason), rows=[back, *way_home()])
    return view(*words, scope_words(one), rows=[*_changes(one), back, *way_home()])


def _changes(one: CatalogueEntry) -> list[list[Button]]:
    """What can be changed, two side by side."""
    days = "starts" if one.period else "date"
    move = button("catalogue-change.date", entry_tap(one, "change", _place_of(days)))
    title = button("catalogue-change.title", entry_tap(one, "change", _place_of("title")))
    competencies = button(
        "catalogue-change.competencies", entry_tap(one, "change", _place_of("competencies"))
    )
    hours = button("catalogue-change.hours", entry_tap(one, "change", _place_of("hours")))
    away = button("catalogue-change.away", entry_tap(one, "change", _place_of("away")))
    room = button("catalogue-change.places", entry_tap(one, "change", _place_of("places")))
    link = button("catalogue-change.link", entry_tap(one, "change", _place_of("link")))
    scope = button("catalogue-change.scope", entry_tap(one, "change", _place_of("scope")))
    return [
        [move, title],
        [competencies, room],
        [hours, away],
        [link, *([] if one.scope is Scope.SCHOOL else [scope])],
        [button("catalogue-change.off", entry_tap(one, "off"))],
    ]


def _place_of(code: str) -> str:
    return f"{CODES.index(code)}."


@redraws(EntryTap)
async def fresh(work: Work, data: EntryTap) -> View:
    """An outdated tap: where the person is in the form, else the event as it is now."""
    if work.account.place.startswith("catalogue") or not data.entry:
        return await places.here(work)
    return await card(work, data.entry)


async def open_card(tap: CallbackQuery, callback_data: EntryTap, work: Work) -> View:
    """An event of the list, or «Нет, оставить»."""
    return await card(work, callback_data.entry)


@place("catalogue.off")
async def ask_reason(work: Work, entry: int, version: int) -> View:
    """Why it will not take place: everybody who has it in a plan reads this."""
    one = await catalogue.look(work, entry)
    back = [button("catalogue-ask-off.no", entry_tap(one, "open"))]
    return view(say("catalogue-ask-off", title=one.title), rows=[back])


async def ask_off(tap: CallbackQuery, callback_data: EntryTap, work: Work) -> View:
    """«Отменить мероприятие»: the reason is asked first."""
    one = await catalogue.look(work, callback_data.entry)
    one.drawn(callback_data.version)
    return await places.go(work, "catalogue.off", entry=one.id, version=one.version)


async def off(message: Message, work: Work) -> View:
    """The reason: the event is off."""
    ids = work.account.place_ids
    reason = read_text(REASON, message.text or "")
    one = await catalogue.call_off(work, ids["entry"], reason, drawn=ids["version"])
    return (await places.go(work, "catalogue.entry", entry=one.id)).led_by(say("catalogue-off-now"))


async def drop(tap: CallbackQuery, callback_data: EntryTap, work: Work) -> View:
    """«Убрать черновик»."""
    await catalogue.remove(work, callback_data.entry, drawn=callback_data.version)
    return (await kept(work)).with_toast(say("catalogue-dropped"))


def router() -> Router:
    """The list and the cards."""
    routes = Router(name="catalogue-entry")
    routes.callback_query.register(open_card, EntryTap.filter(F.do == "open"))
    routes.callback_query.register(ask_off, EntryTap.filter(F.do == "off"))
    routes.callback_query.register(drop, EntryTap.filter(F.do == "drop"))
    routes.message.register(off, At("catalogue.off"), F.text, ~F.text.startswith("/"))
    return routes
