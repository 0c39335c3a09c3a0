"""The final public event: the list, and a card to change what was planned (S000 4.5)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import (
    final_event_checklist,
    final_event_form,
    final_event_guests,
    final_event_invited,
    final_event_outcome,
    final_event_team,
    places,
    plan_lines,
)
from handlers.anything import way_home
from handlers.callbacks import FinalEventTap, Go, RouteTap
from handlers.final_event_form import answers, date_tap, event_tap, when
from handlers.places import place, redraws
from handlers.views import Button, Say, View, button, say, view
from models.final_event import STANDING, FinalEvent, FinalEventState
from models.final_event_guest import GuestAnswer
from services import final_event
from services import final_event_checklist as checklist
from services import final_event_guests as guests
from services.final_event import FinalEvents
from services.final_event_guests import GuestList
from services.work import Work


@place("final-event")
async def home(work: Work) -> View:
    """What is planned, and the rule that asks for it."""
    work.account.go("final-event")
    found = await final_event.own(work)
    rule = found.regulation.final_event
    lines = [_line(number, one) for number, one in enumerate(found.events, 1)]
    return view(
        say("final-event", count=len(found.events), many=rule.many, clause=plan_lines.cited(rule.clause)),
        *([lines] if lines else []),
        rows=[*_opens(found), _adding(found), *way_home()],
    )


def _line(number: int, one: FinalEvent) -> Say:
    begins = when(one.on_date, one.hour)
    return say(
        "final-event-row",
        number=number,
        title=one.title,
        when=begins,
        place=one.place,
        state=one.state.value,
    )


def _opens(found: FinalEvents) -> list[list[Button]]:
    return [
        [button("final-event-open", event_tap(one, "open"), number=number, title=one.title)]
        for number, one in enumerate(found.events, 1)
    ]


def _adding(found: FinalEvents) -> list[Button]:
    if found.draft is not None and found.draft.title:
        return [button("final-event.go-on", _add_tap(found), style="primary", title=found.draft.title)]
    if found.is_full:
        return []
    return [button("final-event.add", _add_tap(found), style=None if found.events else "primary")]


def _add_tap(found: FinalEvents) -> RouteTap:
    return RouteTap(do="final-event", route=found.route.id, version=found.route.version)


@place("final-event.card")
async def card(work: Work, event: int) -> View:
    """One event: what is planned or came of it, who comes, and what can be done now."""
    one = await final_event.event(work, event)
    if one.state not in STANDING:
        return await places.go(work, "final-event")
    work.account.go("final-event.card", event=event)
    told = final_event_outcome.outcome(one)
    back = [[button("final-event-back", Go(place="final-event"))], *map(list, way_home())]
    if one.state is not FinalEventState.PLANNED:
        brief = final_event_form.brief(work, one)
        return view(brief, *told, rows=[*final_event_outcome.outcome_ways(one), *back])
    found = await guests.look(work, event)
    ways = [*await _ways(work, found), *back]
    today = one.route.organisation.today(work.now)
    if one.on_date is None or one.on_date > today:
        return view(details(work, one), *told, *counted(found), rows=ways)
    asked = say("final-event-was", title=one.title, on=one.on_date, ago=(today - one.on_date).days)
    answers_to_it = final_event_outcome.was_it(one.id, one.version)
    return view(details(work, one), *told, asked, rows=[*answers_to_it, *ways])


def details(work: Work, one: FinalEvent) -> Say:
    """What, in which form, at which level, when, where."""
    given = answers(work.rules.of(one.route), one)
    return say(
        "final-event-card",
        title=given["title"],
        form=given["form"],
        level=given["level"],
        when=when(one.on_date, one.hour),
        place=given["place"],
    )


def counted(found: GuestList) -> list[Say]:
    """How many come, as soon as somebody is invited."""
    if not found.guests:
        return []
    comes = len(found.answered(GuestAnswer.COMES))
    return [say("final-event-card-guests", invited=len(found.guests), comes=comes)]


async def _ways(work: Work, found: GuestList) -> list[list[Button]]:
    """Guests first, then the checklist, then what can be changed."""
    one = found.event
    invite = "final-event-card.guests" if found.guests else "final-event-card.invite"
    ready = await checklist.look(work, one.id)
    data, total = event_tap(one, "checklist"), len(ready.points)
    things = [button("final-event-card.checklist", data, done=ready.done, total=total)] if total else []
    return [
        [button(invite, event_tap(one, "guests"), style="primary")],
        things,
        [
            button("final-event-card.date", date_tap(one.id, one.version)),
            button("final-event-card.hour", event_tap(one, "to-hour")),
        ],
        [
            button("final-event-card.change", event_tap(one, "details")),
            button("final-event-card.remove", event_tap(one, "remove")),
        ],
    ]


@redraws(FinalEventTap)
async def fresh(work: Work, data: FinalEventTap) -> View:
    """An outdated tap: where the person is about this event, else its card as it is now."""
    one = await final_event.event(work, data.event)
    there = work.account.place.startswith("final-event") and one.id in work.account.place_ids.values()
    return await places.here(work) if there else await card(work, one.id)


async def open_event(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """An event of the list, or «Нет, оставить»."""
    return await card(work, callback_data.event)


async def mend(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Изменить другое»."""
    one = await final_event.event(work, callback_data.event)
    one.drawn(callback_data.version)
    return view(
        details(work, one),
        rows=[
            [button("final-event-mend.title", event_tap(one, "change", "0."))],
            [button("final-event-mend.form", event_tap(one, "change", "1."))],
            [button("final-event-mend.level", event_tap(one, "change", "2."))],
            [button("final-event-mend.place", event_tap(one, "change", "4."))],
            [button("final-event-mend.back", event_tap(one, "open"))],
        ],
    )


async def ask_to_remove(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Убрать»: asked once more; who was invited will hear."""
    one = await final_event.event(work, callback_data.event)
    one.drawn(callback_data.version)
    if not one.title:
        asked = [say("final-event-drop")]
    else:
        invited = len((await guests.look(work, one.id)).guests)
        asked = [say("final-event-remove", title=one.title, invited=invited)]
    return view(
        *asked,
        rows=[
            [button("final-event-remove.yes", event_tap(one, "remove-yes"), style="danger")],
            [button("final-event-remove.no", event_tap(one, "open"))],
        ],
    )


async def remove(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Да, убрать»."""
    await final_event.remove(work, callback_data.event, drawn=callback_data.version)
    return (await places.go(work, "final-event")).with_toast(say("final-event-removed"))


def router() -> Router:
    """The final events."""
    routes = Router(name="final-event")
    routes.callback_query.register(open_event, FinalEventTap.filter(F.do == "open"))
    routes.callback_query.register(mend, FinalEventTap.filter(F.do == "details"))
    routes.callback_query.register(ask_to_remove, FinalEventTap.filter(F.do == "remove"))
    routes.callback_query.register(remove, FinalEventTap.filter(F.do == "remove-yes"))
    routes.include_router(final_event_form.router())
    routes.include_router(final_event_guests.router())
    routes.include_router(final_event_invited.router())
    routes.include_router(final_event_checklist.router())
    routes.include_router(final_event_outcome.router())
    routes.include_router(final_event_team.router())
    return routes
