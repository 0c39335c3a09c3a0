"""The questions of a final event: five to plan it (S000 4.5), and the hour, which may stay open."""

from __future__ import annotations

import re
from datetime import date, time

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places, plan_lines
from handlers.callbacks import FinalEventTap, Go, RouteTap
from handlers.forms import Filling
from handlers.places import At, place
from handlers.questions import Form, Given, Item
from handlers.views import Say, View, button, say, view
from models.base import normalised
from models.errors import BadAnswer
from models.final_event import FinalEvent, FinalEventState
from regulations.questions import Example, Option, Question, QuestionKind
from regulations.schema import Regulation
from services import final_event, final_event_outcome, plan
from services.work import Work

TITLE = Question("title", minimum=3, maximum=200, example="final-event-ask-title.example")
PLACE = Question("place", minimum=2, maximum=200, example="final-event-ask-place.example")
USUAL_HOURS = (10, 13, 14, 15, 16, 17)
FIRST_HOUR = 7
"""Nobody holds an event at night: «3» is a slip, or three in the afternoon."""


def event_tap(one: FinalEvent, do: str, value: str = "") -> FinalEventTap:
    """A button about an event, as it stands."""
    return FinalEventTap(do=do, event=one.id, version=one.version, value=value)


def date_tap(event: int, version: int) -> FinalEventTap:
    """«Изменить дату», from anywhere: the event as drawn in a version."""
    return FinalEventTap(do="change", event=event, version=version, value="3.")


def when(on: date | None, hour: str) -> Say:
    """The day, and the hour if it is known."""
    return say("final-event-when", on=on, hour=hour) if hour else say("final-event-day", on=on)


def items(regulation: Regulation, earliest: date | None = None) -> tuple[Item, ...]:
    """The questions: name, form, level, date (not before `earliest`), place (clause 4.5; the place is ours)."""
    choice, rule = QuestionKind.CHOICE, regulation.final_event
    forms = tuple(Option(one.code, one.title) for one in rule.forms)
    levels = tuple(Option(code, regulation.level(code).title) for code in rule.levels)
    example = "final-event-ask-form.example"
    form = Question("form", choice, minimum=3, maximum=100, example=example, options=forms)
    return (
        Item(TITLE, "final-event-ask-title"),
        Item(form, "final-event-ask-form", own=True),
        Item(Question("level", choice, options=levels), "final-event-ask-level"),
        Item(Question("date", QuestionKind.DATE), "final-event-ask-date", earliest=earliest),
        Item(PLACE, "final-event-ask-place"),
    )


def answers(regulation: Regulation, one: FinalEvent) -> dict[str, Given]:
    """What was given so far, as people read it."""
    given: dict[str, Given | None] = {
        "title": one.title,
        "form": final_event.form_title(regulation, one),
        "level": plan.title_of(regulation.activities.levels, one.level),
        "date": one.on_date,
        "place": one.place,
    }
    return {code: answer for code, answer in given.items() if answer}


def where(place: str, school: str) -> str:
    """The place with its school, said once where the teacher has named the school already."""
    return place if normalised(school) in normalised(place) else f"{place}, {school}"


def brief(work: Work, one: FinalEvent) -> Say:
    """An event in three lines, where there is more to say below."""
    given = answers(work.rules.of(one.route), one)
    facts = {"title": given["title"], "form": given["form"], "level": given["level"], "place": given["place"]}
    return say("final-event-brief", when=when(one.on_date, one.hour), **facts)


async def _draft(work: Work, event_id: int) -> Form | None:
    one = await final_event.event(work, event_id)
    if one.state in (FinalEventState.HELD, FinalEventState.REMOVED):
        return None
    regulation = work.rules.of(one.route)
    whole = one.state is FinalEventState.DRAFT
    earliest = work.today if one.state is FinalEventState.NOT_HELD else None
    return Form(
        items(regulation, earliest),
        answers(regulation, one),
        lambda do, value: event_tap(one, do, value),
        whole,
    )


async def _keep(work: Work, event_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    was = (await final_event.event(work, event_id)).state
    if was is FinalEventState.NOT_HELD and isinstance(answer, date):
        await final_event_outcome.plan_anew(work, event_id, answer, drawn=drawn)
        return (await places.go(work, "final-event.card", event=event_id)).led_by(say("final-event-kept"))
    one = await final_event.answer(work, event_id, code, answer, drawn=drawn)
    if one.state is FinalEventState.DRAFT:
        return await EVENT.screen(work, event_id)
    if was is FinalEventState.DRAFT:
        return await places.go(work, "final-event.hour", event=event_id)
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
            [button("final-event-later.go-on", event_tap(one, "resume"), style="primary")],
            [button("final-event-later.drop", event_tap(one, "remove"))],
            [button("final-event-back", Go(place="final-event"))],
        ],
    )


async def _leave(work: Work, event_id: int) -> View:
    return await places.go(work, "final-event.card", event=event_id)


EVENT = Filling(
    "final-event.question",
    FinalEventTap,
    "event",
    _draft,
    _keep,
    later=_later,
    leave=_leave,
    remarks=_remarks,
)


async def add(tap: CallbackQuery, callback_data: RouteTap, work: Work) -> View:
    """«Запланировать», or on with the event begun."""
    one = await final_event.add(work, callback_data.route)
    return await EVENT.screen(work, one.id)


@place("final-event.hour")
async def ask_hour(work: Work, event: int) -> View:
    """«Во сколько?»: usual hours by a tap, any other typed; it may stay open."""
    one = await final_event.event(work, event)
    if one.state is not FinalEventState.PLANNED:
        return await places.go(work, "final-event.card", event=event)
    hours = [
        button("final-event-hour.at", event_tap(one, "hour", f"{hour:02}00"), hour=f"{hour:02}:00")
        for hour in USUAL_HOURS
    ]
    return view(
        say("final-event-hour", title=one.title, on=one.on_date),
        rows=[hours[:3], hours[3:], [button("final-event-hour.open", event_tap(one, "no-hour"))]],
    )


async def open_hour(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Изменить время»."""
    one = await final_event.event(work, callback_data.event)
    one.drawn(callback_data.version)
    return await places.go(work, "final-event.hour", event=one.id)


async def hour_tapped(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """One of the usual hours."""
    return await _begins(work, callback_data.event, read_hour(callback_data.value), callback_data.version)


async def hour_open(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Пока не знаю»."""
    return await _begins(work, callback_data.event, None, callback_data.version)


async def hour_typed(message: Message, work: Work) -> View:
    """«15:00», «15.30», «в 15»."""
    return await _begins(work, work.account.place_ids["event"], read_hour(message.text or ""), None)


async def _begins(work: Work, event_id: int, hour: time | None, drawn: int | None) -> View:
    await final_event.begin_at(work, event_id, hour, drawn=drawn)
    return (await places.go(work, "final-event.card", event=event_id)).led_by(say("final-event-kept"))


def read_hour(text: str) -> time:
    """The hour meant by a short text. Raises BadAnswer final-event-hour-unclear for a night hour or anything else."""
    found = re.fullmatch(r"\D{0,12}(\d{1,2})(?:\D{0,3}([0-5]\d))?\D{0,12}", text.strip())
    if found is None or not FIRST_HOUR <= int(found[1]) <= 23:
        raise BadAnswer("final-event-hour-unclear", example=Example("final-event-hour.example"))
    return time(int(found[1]), int(found[2] or 0))


def router() -> Router:
    """The form and the hour."""
    routes = Router(name="final-event-form")
    routes.callback_query.register(add, RouteTap.filter(F.do == "final-event"))
    routes.callback_query.register(EVENT.again, FinalEventTap.filter(F.do == "change"))
    routes.callback_query.register(open_hour, FinalEventTap.filter(F.do == "to-hour"))
    routes.callback_query.register(hour_tapped, FinalEventTap.filter(F.do == "hour"))
    routes.callback_query.register(hour_open, FinalEventTap.filter(F.do == "no-hour"))
    routes.message.register(hour_typed, At("final-event.hour"), F.text, ~F.text.startswith("/"))
    routes.include_router(EVENT.router())
    return routes
