"""Guests as the teacher sees them: who comes, whom to invite, a text for those outside (S-17.1)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import consents, places, plan_lines
from handlers.anything import way_home
from handlers.callbacks import FinalEventTap, GuestTap
from handlers.final_event_form import event_tap, when, where
from handlers.notices import notice
from handlers.places import At, place
from handlers.views import Button, Say, View, button, say, view
from models.errors import NotYours
from models.final_event import FinalEvent, FinalEventState
from models.final_event_guest import Guest, GuestAnswer
from regulations.questions import Question, read_text
from services import final_event, final_event_guests, speaking_hour
from services.final_event_guests import PEER, Candidate, GuestList
from services.work import Work

SURNAME = Question("surname", minimum=2, maximum=60, example="final-event-search.example")
MOST_OFFERED = 8
MOST_NAMES = 8
MOST_REMARKS = 3


@place("final-event.guests")
async def guest_list(work: Work, event: int) -> View:
    """Who comes, who does not, who is still to answer; and whom the regulation would have there."""
    found = await final_event_guests.read(work, event)
    one = found.event
    if one.state is not FinalEventState.PLANNED:
        return await places.go(work, "final-event")
    work.account.go("final-event.guests", event=event)
    return view(
        say("final-event-guests", title=one.title, when=when(one.on_date, one.hour)),
        *_answers(found),
        *_whom(work, found),
        rows=[*_offers(found), *_ways(found)],
    )


def _answers(found: GuestList) -> list[Say | list[Say]]:
    """A line for each answer with its names; what guests wrote besides."""
    groups = (
        ("final-event-guests-come", found.answered(GuestAnswer.COMES)),
        ("final-event-guests-absent", found.answered(GuestAnswer.ABSENT)),
        ("final-event-guests-unsure", found.answered(GuestAnswer.UNSURE)),
        ("final-event-guests-wait", found.waiting),
        ("final-event-guests-outside", found.outside),
    )
    lines = [
        say(key, count=len(guests), names=named([_name(one) for one in guests]))
        for key, guests in groups
        if guests
    ]
    wrote = [one for one in found.guests if one.words][-MOST_REMARKS:]
    lines += [say("final-event-guests-words", name=one.person.short_name, words=one.words) for one in wrote]
    return [lines] if lines else []


def _name(guest: Guest) -> str:
    return guest.person.short_name


def named(names: list[str]) -> Say | str:
    """A few names; the rest is counted."""
    shown = ", ".join(names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return say("final-event-guests-more", names=shown, more=more) if more > 0 else shown


def _whom(work: Work, found: GuestList) -> list[Say]:
    """What to do here, the clause behind it, and when invitations go."""
    clause = plan_lines.cited(found.regulation.final_event.clause)
    lines = [say("final-event-guests-whom", clause=clause)] if found.candidates else []
    quiet = speaking_hour.is_quiet(work, found.event.route)
    return [*lines, say("final-event-guests-quiet")] if quiet else lines


def _offers(found: GuestList) -> list[list[Button]]:
    rows = [[_offer(found, one)] for one in found.candidates[:MOST_OFFERED]]
    if len(found.candidates) < 2:
        return rows
    everybody = event_tap(found.event, "invite-all")
    return [
        [button("final-event-guests.all", everybody, style="primary", count=len(found.candidates))],
        *rows,
    ]


def _offer(found: GuestList, one: Candidate) -> Button:
    data = event_tap(found.event, "invite", str(one.person.id))
    role = final_event_guests.role_title(found.regulation, one.role)
    known = one.person.position or role if one.role == PEER else role
    if not known:
        return button("final-event-guests.invite-name", data, name=one.person.short_name)
    return button("final-event-guests.invite", data, name=one.person.short_name, role=known)


def _ways(found: GuestList) -> list[list[Button]]:
    one = found.event
    take_off = [button("final-event-guests.take-off", event_tap(one, "take-off"))] if found.guests else []
    return [
        [button("final-event-guests.search", event_tap(one, "search"))],
        [button("final-event-guests.text", event_tap(one, "text"))],
        take_off,
        [button("final-event-mend.back", event_tap(one, "open"))],
    ]


async def open_guests(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Кто придёт», «Пригласить»."""
    return await guest_list(work, callback_data.event)


async def invite(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """A name was tapped."""
    person_id = int(callback_data.value) if callback_data.value.isdecimal() else 0
    await final_event_guests.invite(work, callback_data.event, person_id, drawn=callback_data.version)
    return (await guest_list(work, callback_data.event)).with_toast(say("final-event-invited-one"))


async def invite_all(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Пригласить всех»."""
    await final_event_guests.invite_all(work, callback_data.event, drawn=callback_data.version)
    return (await guest_list(work, callback_data.event)).with_toast(say("final-event-invited-all"))


async def ask_surname(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Найти коллегу»."""
    one = await final_event.event(work, callback_data.event)
    return await places.go(work, "final-event.search", event=one.id)


@place("final-event.search")
async def surname_screen(work: Work, event: int) -> View:
    """A few letters of the surname are asked."""
    one = await final_event.event(work, event)
    return view(say("final-event-search"), rows=[await consents.offer_named(work), [_to_guests(one)]])


def _to_guests(one: FinalEvent) -> Button:
    return button("final-event-search.back", event_tap(one, "guests"))


async def surname_typed(message: Message, work: Work) -> View:
    """Colleagues with these letters in their surname; the question stays open for other letters."""
    letters = read_text(SURNAME, message.text or "")
    event_id = work.account.place_ids["event"]
    people = await final_event_guests.search(work, event_id, letters)
    found = await final_event_guests.look(work, event_id)
    if not people:
        return view(say("final-event-search-none", letters=letters), rows=[[_to_guests(found.event)]])
    rows = [[_offer(found, one)] for one in people[:MOST_OFFERED]]
    more = max(len(people) - MOST_OFFERED, 0)
    return view(
        say("final-event-search-found", count=len(people), more=more), rows=[*rows, [_to_guests(found.event)]]
    )


async def choose_whom_to_take_off(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """«Убрать из списка»: whom."""
    found = await final_event_guests.look(work, callback_data.event)
    found.event.drawn(callback_data.version)
    rows = [
        [
            button(
                "final-event-take-off.name",
                GuestTap(do="off", guest=one.id, version=one.version),
                name=_name(one),
            )
        ]
        for one in found.guests
    ]
    return view(say("final-event-take-off"), rows=[*rows, [_to_guests(found.event)]])


async def take_off(tap: CallbackQuery, callback_data: GuestTap, work: Work) -> View:
    """Somebody is not invited any more."""
    found = await final_event_guests.withdraw(work, callback_data.guest, drawn=callback_data.version)
    return (await guest_list(work, found.event.id)).with_toast(say("final-event-taken-off"))


async def text_to_pass_on(tap: CallbackQuery, callback_data: FinalEventTap, work: Work) -> View:
    """A message that can be forwarded to anybody, and what to do with it."""
    one = await final_event.event(work, callback_data.event)
    if one.state is not FinalEventState.PLANNED:
        raise NotYours("final-event-outdated")
    letter = say(
        "final-event-text",
        title=one.title,
        form=final_event.form_title(work.rules.of(one.route), one),
        when=when(one.on_date, one.hour),
        place=where(one.place, one.route.organisation.name),
        name=one.route.teacher.chat_name,
    )
    how = view(say("final-event-text-how"), rows=[[_to_guests(one)], *way_home()], fresh=True)
    return View((letter,), fresh=True, then=how)


@notice("final-event-answers")
def told_answers(
    *,
    event: int,
    version: int,
    title: str,
    on: date,
    hour: str,
    comes: list[str],
    absent: list[str],
    unsure: list[str],
    waiting: int,
) -> View:
    """For the teacher: who comes, in one message for all answers since the last one."""
    groups = (
        ("final-event-guests-come", comes),
        ("final-event-guests-absent", absent),
        ("final-event-guests-unsure", unsure),
    )
    lines = [say(key, count=len(names), names=named(names)) for key, names in groups if names]
    lines += [say("final-event-answers-wait", count=waiting)] if waiting else []
    open_list = FinalEventTap(do="guests", event=event, version=version)
    return view(
        say("final-event-answers", title=title, when=when(on, hour)),
        lines,
        rows=[[button("final-event-answers.open", open_list)], *way_home()],
    )


def router() -> Router:
    """The guests of an event, on the teacher's side."""
    routes = Router(name="final-event-guests")
    for verb, handler in {
        "guests": open_guests,
        "invite": invite,
        "invite-all": invite_all,
        "search": ask_surname,
        "take-off": choose_whom_to_take_off,
        "text": text_to_pass_on,
    }.items():
        routes.callback_query.register(handler, FinalEventTap.filter(F.do == verb))
    routes.callback_query.register(take_off, GuestTap.filter(F.do == "off"))
    routes.message.register(surname_typed, At("final-event.search"), F.text, ~F.text.startswith("/"))
    return routes
