"""The checklist of a final event: the teacher sees all of it, everybody else what is theirs (S000 3.1.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import final_event_sheet, places
from handlers.anything import way_home
from handlers.callbacks import CheckTap, FinalEventTap
from handlers.final_event_form import event_tap, when
from handlers.notices import notice
from handlers.places import place, redraws
from handlers.views import Button, Say, View, button, say, view
from models.final_event import FinalEventState
from services import final_event_checklist
from services.final_event_checklist import Point
from services.work import Work

Thing = Mapping[str, Any]


@place("final-event.checklist")
async def checklist(work: Work, event: int) -> View:
    """What is ready and what is not, by whom; the teacher ticks their own off."""
    found = await final_event_checklist.look(work, event)
    one = found.event
    if one.state is not FinalEventState.PLANNED:
        return await places.go(work, "final-event.card", event=event)
    work.account.go("final-event.checklist", event=event)
    letter = final_event_checklist.letter(one, found.points)
    return _whole(letter, event_tap(one, "guests"), event_tap(one, "open"), one.route.teacher_id)


def _whole(letter: Mapping[str, Any], guests: FinalEventTap, card: FinalEventTap, teacher_id: int) -> View:
    things: list[Thing] = letter["things"]
    own = [one for one in things if teacher_id in one["owner_ids"]]
    sheets = [one for one in things if one["sheet"] and one not in own]
    return view(
        say("final-event-checklist", title=letter["title"], when=when(letter["on"], letter["hour"])),
        [_line(one, teacher_id) for one in things],
        rows=[
            *([_tick(one)] for one in own),
            *([_sheet(one)] for one in sheets),
            [button("final-event-checklist.guests", guests), button("final-event-mend.back", card)],
            *way_home(),
        ],
    )


def _line(thing: Thing, teacher_id: int) -> Say:
    """Ready or not, what, by whom."""
    own = teacher_id in thing["owner_ids"]
    return say(
        "final-event-thing",
        done=thing["done"],
        title=thing["title"],
        owners=say("final-event-thing-own") if own else ", ".join(thing["owners"]),
    )


def _tick(thing: Thing) -> Button:
    key = {"check": thing["check"], "version": thing["version"]}
    if thing["done"]:
        return button("final-event-check.undo", CheckTap(do="undone", **key), title=thing["title"])
    return button("final-event-check.done", CheckTap(do="done", **key), style="success", title=thing["title"])


def _sheet(thing: Thing) -> Button:
    data = CheckTap(do="sheet", check=thing["check"], version=thing["version"])
    return button("final-event-check.sheet", data, title=thing["title"])


def _own(letter: Mapping[str, Any]) -> View:
    """For an owner: the event, and what they bring."""
    things: list[Thing] = letter["things"]
    rows = [
        *([_sheet(one)] for one in things if one["sheet"]),
        *([_tick(one)] for one in things),
        *way_home(),
    ]
    facts = {"title": letter["title"], "teacher": letter["teacher"], "place": letter["place"]}
    return view(
        say("final-event-check", when=when(letter["on"], letter["hour"]), **facts),
        [_own_line(one) for one in things],
        rows=rows,
    )


def _own_line(thing: Thing) -> Say:
    if thing["hint"]:
        return say("final-event-check-hint", done=thing["done"], title=thing["title"], hint=thing["hint"])
    return say("final-event-check-thing", done=thing["done"], title=thing["title"])


def duties(points: Sequence[Point]) -> list[list[Button]]:
    """The way to what one brings, for a card of the event; nothing where one brings nothing."""
    if not points:
        return []
    first = points[0].check
    ready = sum(one.check.done_at is not None for one in points)
    data = CheckTap(do="list", check=first.id, version=first.version)
    return [[button("final-event-check.mine", data, done=ready, total=len(points))]]


async def open_checklist(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Подготовка»."""
    return await checklist(work, callback_data.event)


async def _after(work: Work, event_id: int, teacher_id: int) -> View:
    """The list in which the tick stands: the teacher's whole one, or the owner's own."""
    if work.person.id == teacher_id:
        return await checklist(work, event_id)
    work.account.leave()
    found = await final_event_checklist.mine(work, event_id)
    return _own(final_event_checklist.letter(found.event, found.points))


async def done(tap: CallbackQuery, callback_data: CheckTap, work: Work) -> View:
    """«Готово»."""
    point = await final_event_checklist.tick(work, callback_data.check, drawn=callback_data.version)
    event = point.check.event
    return (await _after(work, event.id, event.route.teacher_id)).with_toast(say("final-event-ticked"))


async def undone(tap: CallbackQuery, callback_data: CheckTap, work: Work) -> View:
    """«Ещё не готово»."""
    point = await final_event_checklist.untick(work, callback_data.check, drawn=callback_data.version)
    return await _after(work, point.check.event_id, point.check.event.route.teacher_id)


async def back_from_sheet(tap: CallbackQuery, callback_data: CheckTap, work: Work) -> View:
    """«К подготовке»: from the sheet."""
    return await fresh(work, callback_data)


@redraws(CheckTap)
async def fresh(work: Work, data: CheckTap) -> View:
    """The list of an outdated tap as it is now."""
    event = await final_event_checklist.event_of(work, data.check)
    return await _after(work, event.id, event.route.teacher_id)


@notice("final-event-check", check=final_event_checklist.lists_that_stand)
def told_owner(**letter: Any) -> View:
    """For whoever brings something: what, for which event."""
    return _own(letter)


@notice("final-event-checklist", check=final_event_checklist.lists_that_stand)
def told_teacher(*, event: int, version: int, teacher_id: int, **letter: Any) -> View:
    """For the teacher: the whole list."""
    key = {"event": event, "version": version}
    guests, card = FinalEventTap(do="guests", **key), FinalEventTap(do="open", **key)
    return _whole(letter, guests, card, teacher_id)


def router() -> Router:
    """The checklist and its sheet."""
    routes = Router(name="final-event-checklist")
    routes.callback_query.register(open_checklist, FinalEventTap.filter(F.do == "checklist"))
    routes.callback_query.register(done, CheckTap.filter(F.do == "done"))
    routes.callback_query.register(undone, CheckTap.filter(F.do == "undone"))
    routes.callback_query.register(back_from_sheet, CheckTap.filter(F.do == "list"))
    routes.include_router(final_event_sheet.router())
    return routes
