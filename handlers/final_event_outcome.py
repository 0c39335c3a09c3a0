"""«Мероприятие состоялось?»: the mark, or a reason and a new date; what came of it, in words (S000 4.5)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import final_event_held, places
from handlers.anything import way_home
from handlers.callbacks import FinalEventTap
from handlers.final_event_form import date_tap, event_tap
from handlers.notices import notice
from handlers.places import At, place
from handlers.report import tapped_words
from handlers.views import Button, Say, View, button, say, view
from models.errors import NotYours
from models.final_event import FinalEvent, FinalEventState
from regulations.questions import Question, read_text
from services import final_event, final_event_outcome
from services.work import Work

REASON = Question("reason", minimum=3, maximum=300, example="final-event-missed.example")
REASONS = (
    say("final-event-reason.ill"),
    say("final-event-reason.school"),
    say("final-event-reason.room"),
    say("final-event-reason.guests"),
)


@notice("final-event-was", check=final_event_outcome.questions_that_stand)
def asked(*, today: date, event: int, version: int, title: str, on: date) -> View:
    """For the teacher, the evening after: was it?"""
    return view(
        say("final-event-was", title=title, on=on, ago=(today - on).days),
        rows=[*was_it(event, version), *way_home()],
    )


def was_it(event: int, version: int) -> list[list[Button]]:
    """Состоялось / Не состоялось, as drawn in a version."""
    key = {"event": event, "version": version}
    return [
        [button("final-event-was.held", FinalEventTap(do="held", **key), style="success")],
        [button("final-event-was.missed", FinalEventTap(do="missed", **key))],
    ]


async def held(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Состоялось»: kept at once; the three questions may stay open."""
    one = await final_event_outcome.hold(work, callback_data.event, drawn=callback_data.version)
    return await places.go(work, "final-event.came", event=one.id)


async def missed(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Не состоялось»: the reason is asked."""
    one = await final_event.event(work, callback_data.event)
    one.drawn(callback_data.version)
    return await places.go(work, "final-event.missed", event=one.id)


@place("final-event.missed")
async def ask_reason(work: Work, event: int) -> View:
    """Why not: ready phrases, or own words; no blame."""
    one = await final_event.event(work, event)
    if one.state is not FinalEventState.PLANNED:
        return await places.go(work, "final-event.card", event=event)
    phrases = [
        [Button(phrase, event_tap(one, "reason", str(number)))] for number, phrase in enumerate(REASONS)
    ]
    return view(say("final-event-missed", title=one.title), rows=[*phrases, [_back(one)]])


def _back(one: FinalEvent) -> Button:
    return button("final-event-mend.back", event_tap(one, "open"))


async def reason_tapped(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """A ready phrase; it is kept in the words of the button that was tapped."""
    number = int(callback_data.value) if callback_data.value.isdecimal() else len(REASONS)
    if number >= len(REASONS):
        raise NotYours("refusal-not-yours")
    return await _missed(work, callback_data.event, tapped_words(tap), callback_data.version)


async def reason_typed(message: Message, work: Work) -> View:
    """The reason in own words."""
    reason = read_text(REASON, message.text or "")
    one = await final_event.event(work, work.account.place_ids["event"])
    return await _missed(work, one.id, reason, one.version)


async def _missed(work: Work, event_id: int, reason: str, drawn: int) -> View:
    one = await final_event_outcome.miss(work, event_id, reason, drawn=drawn)
    work.account.leave()
    return view(
        say("final-event-missed-kept", title=one.title, reason=reason),
        rows=[
            [button("final-event-missed-kept.anew", date_tap(one.id, one.version), style="primary")],
            [_back(one)],
            *way_home(),
        ],
    )


async def reopen(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Отметка неверна»: asked again."""
    one = await final_event_outcome.reopen(work, callback_data.event, drawn=callback_data.version)
    return await places.go(work, "final-event.card", event=one.id)


def outcome(one: FinalEvent) -> list[Say | list[Say]]:
    """What came of an event, in words; nothing while it is ahead."""
    if one.state is FinalEventState.HELD:
        lines = [say("final-event-outcome-held")]
        lines += [say("final-event-outcome-came", came=one.came)] if one.came is not None else []
        lines += [say("final-event-outcome-said", said=one.said)] if one.said else []
        lines += [say("final-event-outcome-files", files=len(one.evidence))] if one.evidence else []
        return [lines]
    if one.reason:
        return [say("final-event-outcome-missed", on=one.missed_on, reason=one.reason)]
    return []


def outcome_ways(one: FinalEvent) -> list[list[Button]]:
    """What can be done with an outcome."""
    mend = [button("final-event-outcome-held.mend", event_tap(one, "reopen"))]
    if one.state is FinalEventState.HELD:
        return [[button("final-event-outcome-held.more", event_tap(one, "more-told"))], mend]
    return [[button("final-event-missed-kept.anew", date_tap(one.id, one.version), style="primary")], mend]


def router() -> Router:
    """The outcome."""
    routes = Router(name="final-event-outcome")
    for verb, handler in {
        "held": held,
        "missed": missed,
        "reason": reason_tapped,
        "reopen": reopen,
    }.items():
        routes.callback_query.register(handler, FinalEventTap.filter(F.do == verb))
    routes.message.register(reason_typed, At("final-event.missed"), F.text, ~F.text.startswith("/"))
    routes.include_router(final_event_held.router())
    return routes
