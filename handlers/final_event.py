"""The final public event: the list, five questions to plan one, a card to change them (S000 4.5)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places, plan_lines
from handlers.anything import way_home
from handlers.callbacks import FinalEventTap, Go, RouteTap
from handlers.forms import Filling
from handlers.places import place
from handlers.questions import Form, Given, Item
from handlers.views import Button, Say, View, button, say, view
from models.final_event import FinalEvent, FinalEventState
from regulations.questions import Option, Question, QuestionKind
from regulations.schema import Regulation
from services import final_event, plan
from services.final_event import FinalEvents
from services.work import Work

TITLE = Question("title", minimum=3, maximum=200, example="final-event-ask-title.example")
PLACE = Question("place", minimum=2, maximum=200, example="final-event-ask-place.example")


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
    return say("final-event-row", number=number, title=one.title, on=one.on_date, place=one.place)


def _opens(found: FinalEvents) -> list[list[Button]]:
    return [
        [button("final-event-open", _tap(one, "open"), number=number, title=one.title)]
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


def _tap(one: FinalEvent, do: str, value: str = "") -> FinalEventTap:
    return FinalEventTap(do=do, event=one.id, version=one.version, value=value)


def date_tap(event: int, version: int) -> FinalEventTap:
    """«Изменить дату», from anywhere: the event as drawn in a version."""
    return FinalEventTap(do="change", event=event, version=version, value="3.")


def items(regulation: Regulation) -> tuple[Item, ...]:
    """The questions: name, form, level, date, place (clause 4.5; the place is ours)."""
    choice, rule = QuestionKind.CHOICE, regulation.final_event
    forms = tuple(Option(one.code, one.title) for one in rule.forms)
    levels = tuple(Option(code, regulation.level(code).title) for code in rule.levels)
    example = "final-event-ask-form.example"
    form = Question("form", choice, minimum=3, maximum=100, example=example, options=forms)
    return (
        Item(TITLE, "final-event-ask-title"),
        Item(form, "final-event-ask-form", own=True),
        Item(Question("level", choice, options=levels), "final-event-ask-level"),
        Item(Question("date", QuestionKind.DATE), "final-event-ask-date"),
        Item(PLACE, "final-event-ask-place"),
    )


def answers(regulation: Regulation, one: FinalEvent) -> dict[str, Given]:
    """What was given so far, as people read it."""
    given: dict[str, Given | None] = {
        "title": one.title,
        "form": plan.title_of(regulation.final_event.forms, one.form),
        "level": plan.title_of(regulation.activities.levels, one.level),
        "date": one.on_date,
        "place": one.place,
    }
    return {code: answer for code, answer in given.items() if answer}


async def _draft(work: Work, event_id: int) -> Form | None:
    one = await final_event.event(work, event_id)
    if one.state is FinalEventState.REMOVED:
        return None
    regulation = work.rules.of(one.route)
    whole = one.state is FinalEventState.DRAFT
    return Form(items(regulation), answers(regulation, one), lambda do, value: _tap(one, do, value), whole)


async def _keep(work: Work, event_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    one = await final_event.answer(work, event_id, code, answer, drawn=drawn)
    if one.state is FinalEventState.DRAFT:
        return await EVENT.screen(work, event_id)
    return (await places.go(work, "final-event.card", event=event_id)).led_by(say("final-event-kept"))


async def _remarks(work: Work, event_id: int, code: str, day: date) -> list[Say]:
    """A day outside the term of the route, with the clause: a warning."""
    one = await final_event.event(work, event_id)
    found = await plan.of_route(work, one.route)
    return [plan_lines.outside(found)] if found.is_outside(day) else []


async def _later(work: Work, event_id: int) -> View:
    one = await final_event.event(work, event_id)
    return view(
        say("final-event-later"),
        rows=[
            [button("final-event-later.go-on", _tap(one, "resume"), style="primary")],
            [button("final-event-later.drop", _tap(one, "remove"))],
            [button("final-event-back", Go(place="final-event"))],
        ],
    )


async def _leave(work: Work, event_id: int) -> View:
    return await places.go(work, "final-event.card", event=event_id)


EVENT = Filling("final-event.question", FinalEventTap, "event", _draft, _keep, _remarks, _later, _leave)


async def add(tap: CallbackQuery, callback_data: RouteTap, work: Work) -> View:
    """«Запланировать», or on with the event begun."""
    one = await final_event.add(work, callback_data.route)
    return await EVENT.screen(work, one.id)


@place("final-event.card")
async def card(work: Work, event: int) -> View:
    """One event, and what can be changed."""
    one = await final_event.event(work, event)
    if one.state is not FinalEventState.PLANNED:
        return await places.go(work, "final-event")
    work.account.go("final-event.card", event=event)
    return view(
        say("final-event-card", **answers(work.rules.of(one.route), one)),
        rows=[
            [button("final-event-card.date", date_tap(one.id, one.version), style="primary")],
            [button("final-event-card.title", _tap(one, "change", "0."))],
            [button("final-event-card.form", _tap(one, "change", "1."))],
            [button("final-event-card.level", _tap(one, "change", "2."))],
            [button("final-event-card.place", _tap(one, "change", "4."))],
            [button("final-event-card.remove", _tap(one, "remove"))],
            [button("final-event-back", Go(place="final-event"))],
        ],
    )


async def open_event(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """An event of the list, or «Нет, оставить»."""
    return await card(work, callback_data.event)


async def ask_to_remove(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Убрать»: asked once more."""
    one = await final_event.event(work, callback_data.event)
    one.drawn(callback_data.version)
    return view(
        say("final-event-remove", title=one.title) if one.title else say("final-event-drop"),
        rows=[
            [button("final-event-remove.yes", _tap(one, "remove-yes"), style="danger")],
            [button("final-event-remove.no", _tap(one, "open"))],
        ],
    )


async def remove(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Да, убрать»."""
    await final_event.remove(work, callback_data.event, drawn=callback_data.version)
    return (await places.go(work, "final-event")).with_toast(say("final-event-removed"))


def router() -> Router:
    """The final events."""
    routes = Router(name="final-event")
    routes.callback_query.register(add, RouteTap.filter(F.do == "final-event"))
    routes.callback_query.register(open_event, FinalEventTap.filter(F.do == "open"))
    routes.callback_query.register(EVENT.again, FinalEventTap.filter(F.do == "change"))
    routes.callback_query.register(ask_to_remove, FinalEventTap.filter(F.do == "remove"))
    routes.callback_query.register(remove, FinalEventTap.filter(F.do == "remove-yes"))
    routes.include_router(EVENT.router())
    return routes
