"""«Встреча была»: who was there, «Записать» (S-18.4)."""

from __future__ import annotations

from datetime import date, timedelta

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places
from handlers.callbacks_mentoring import MentorTap
from handlers.mentoring_card import tap
from handlers.places import At, place
from handlers.views import Button, View, button, say, view
from models.errors import NotYours
from models.mentoring_member import MentorshipMember, MentorshipState
from regulations.calendar import read_date
from services import mentoring, mentoring_log
from services.mentoring import Programme
from services.work import Work


def _read(value: str) -> tuple[int, date]:
    """Who is marked (a bit for each who takes part) and the day, as a tap carries them. Refuses NotYours."""
    mask, _, day = value.partition(".")
    if not (mask.isdecimal() and day.isdecimal() and 0 < int(day) <= date.max.toordinal()):
        raise NotYours("refusal-not-yours")
    return int(mask), date.fromordinal(int(day))


@place("mentoring.meeting")
async def ask(work: Work, programme: int, mask: int = -1, day: int = 0) -> View:
    """Who was there: all are marked already; another day by a tap or typed."""
    found = await mentoring.look(work, programme)
    made = found.mentorship
    made.only_mentor(work.person)
    if made.state is not MentorshipState.ACTIVE:
        return await places.go(work, "mentoring.card", programme=programme)
    everybody = (1 << len(made.present)) - 1
    marked = everybody if mask < 0 else mask & everybody
    on = date.fromordinal(day) if day else work.today
    work.account.go("mentoring.meeting", programme=programme, mask=marked, day=on.toordinal())
    people = [[_who(found, place, one, marked, on)] for place, one in enumerate(made.present)]
    noted = button("mentoring-meeting.note", tap(made, "met", _value(marked, on)), style="success")
    return view(
        say("mentoring-meeting", on=on),
        rows=[[noted], *people, *_yesterday(work, found, marked, on), [_back(found)]],
    )


def _value(mask: int, on: date) -> str:
    return f"{mask}.{on.toordinal()}"


def _who(found: Programme, number: int, one: MentorshipMember, mask: int, on: date) -> Button:
    data = tap(found.mentorship, "who", _value(mask ^ 1 << number, on))
    return button("mentoring-meeting.who", data, name=one.person.short_name, there=bool(mask & 1 << number))


def _yesterday(work: Work, found: Programme, mask: int, on: date) -> list[list[Button]]:
    before = work.today - timedelta(days=1)
    if on == before:
        return []
    return [[button("mentoring-meeting.yesterday", tap(found.mentorship, "who", _value(mask, before)))]]


def _back(found: Programme) -> Button:
    return button("mentoring-to-card", tap(found.mentorship, "card"))


async def begin(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Встреча была»."""
    return await ask(work, callback_data.programme)


async def who(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """Somebody was there, or not; another day."""
    mask, on = _read(callback_data.value)
    return await ask(work, callback_data.programme, mask, on.toordinal())


async def day_typed(message: Message, work: Work) -> View:
    """The day of the meeting in words."""
    ids = work.account.place_ids
    on = read_date(message.text or "", work.today, lang=work.account.language, past=True)
    return await ask(work, ids["programme"], ids["mask"], on.toordinal())


async def met(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Записать»."""
    mask, on = _read(callback_data.value)
    found = await mentoring.look(work, callback_data.programme)
    present = [one.id for place, one in enumerate(found.mentorship.present) if mask & 1 << place]
    one = await mentoring_log.met(work, callback_data.programme, present, on, drawn=callback_data.version)
    return (await places.go(work, "mentoring.met", meeting=one.id)).with_toast(say("mentoring-met-noted"))


def router() -> Router:
    """Two taps."""
    routes = Router(name="mentoring-meeting")
    routes.callback_query.register(begin, MentorTap.filter(F.do == "meeting"))
    routes.callback_query.register(who, MentorTap.filter(F.do == "who"))
    routes.callback_query.register(met, MentorTap.filter(F.do == "met"))
    routes.message.register(day_typed, At("mentoring.meeting"), F.text, ~F.text.startswith("/"))
    return routes
