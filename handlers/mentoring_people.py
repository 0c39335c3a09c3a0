"""How a programme of mentoring is made, and who takes part: mentees and mentors by a tap or by letters of a name."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import mentoring_note, places
from handlers.callbacks_mentoring import MentorTap, PartyTap
from handlers.mentoring_card import people_lines, tap
from handlers.places import At, place
from handlers.views import Button, View, button, say, view
from models.errors import NotYours
from models.mentoring import Mentorship
from models.people import Person, Role
from regulations.questions import Question, read_text
from services import mentoring, mentoring_people
from services.mentoring import Programme
from services.work import Work

LETTERS = Question("letters", minimum=2, maximum=60, example="mentoring-people.example")
SHOWN = 8


@place("mentoring.way")
async def ask_way(work: Work, programme: int) -> View:
    """Jointly, or read by the mentee (R4-013)."""
    found = await mentoring.written(work, programme)
    work.account.go("mentoring.way", programme=programme)
    made = found.mentorship
    return view(
        say("mentoring-way"),
        rows=[
            [button("mentoring-way.joint", tap(made, "way", "joint"), style="primary")],
            [button("mentoring-way.acknowledged", tap(made, "way", "acknowledged"))],
            [button("mentoring-later", tap(made, "card"))],
        ],
    )


async def way(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """One of the two."""
    data = callback_data
    await mentoring.choose_way(work, data.programme, data.value, drawn=data.version)
    return await people(work, data.programme)


@place("mentoring.people")
async def people(work: Work, programme: int, role: str = Role.MENTEE.value, letters: str = "") -> View:
    """Who takes part so far, and colleagues who may."""
    wanted = _role(role)
    found = await mentoring.written(work, programme)
    offered = await mentoring_people.candidates(work, programme, wanted, letters)
    work.account.go("mentoring.people", programme=programme, role=role, letters=letters)
    made = found.mentorship
    mine = made.mentors if wanted is Role.MENTOR else made.mentees
    named = [[_member(made, one.person)] for one in mine if one.person_id != work.person.id]
    return view(
        [say("mentoring-people-ask", role=wanted.value), *people_lines(made)],
        say("mentoring-people-find", count=len(offered), letters=bool(letters)),
        rows=[*named, *([_offer(made, one, wanted)] for one in offered[:SHOWN]), *_ways(found, wanted)],
    )


def _role(role: str) -> Role:
    if role not in (Role.MENTOR.value, Role.MENTEE.value):
        raise NotYours("refusal-not-yours")
    return Role(role)


def _member(made: Mentorship, person: Person) -> Button:
    data = PartyTap(do="off", programme=made.id, version=made.version, person=person.id)
    return button("mentoring-people.in", data, name=person.short_name)


def _offer(made: Mentorship, person: Person, role: Role) -> Button:
    key = {"programme": made.id, "version": made.version, "person": person.id}
    data = PartyTap(do="mentor", **key) if role is Role.MENTOR else PartyTap(do="mentee", **key)
    return button("mentoring-people.add", data, name=person.short_name)


def _ways(found: Programme, role: Role) -> list[list[Button]]:
    made = found.mentorship
    on = [button("mentoring-people.on", tap(made, "go-on"), style="primary")] if made.mentees else []
    other = (
        button("mentoring-people.mentors", tap(made, "people", "mentor"))
        if role is Role.MENTEE
        else button("mentoring-people.mentees", tap(made, "people", "mentee"))
    )
    return [on, [other], [button("mentoring-later", tap(made, "card"))]]


async def open_people(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Участники», «Ещё наставник»."""
    return await people(work, callback_data.programme, callback_data.value or Role.MENTEE.value)


async def typed(message: Message, work: Work) -> View:
    """Letters of a name."""
    ids = work.account.place_ids
    letters = read_text(LETTERS, message.text or "")
    return await people(work, ids["programme"], ids["role"], letters)


async def add_mentee(tap: CallbackQuery, callback_data: PartyTap, work: Work) -> View:
    """One more mentee."""
    return await _add(work, callback_data, Role.MENTEE)


async def add_mentor(tap: CallbackQuery, callback_data: PartyTap, work: Work) -> View:
    """One more mentor."""
    return await _add(work, callback_data, Role.MENTOR)


async def _add(work: Work, data: PartyTap, role: Role) -> View:
    await mentoring_people.add(work, data.programme, data.person, role, drawn=data.version)
    return await people(work, data.programme, role.value)


async def off(tap: CallbackQuery, callback_data: PartyTap, work: Work) -> View:
    """Not with this person."""
    data = callback_data
    await mentoring_people.drop(work, data.programme, data.person, drawn=data.version)
    return await people(work, data.programme)


async def go_on(tap: CallbackQuery, callback_data: MentorTap, work: Work) -> View:
    """«Дальше»: whatever the draft still needs."""
    found = await mentoring.written(work, callback_data.programme)
    made = found.mentorship
    if made.way is None:
        return await places.go(work, "mentoring.way", programme=made.id)
    if not made.mentees:
        return await people(work, made.id)
    return await mentoring_note.NOTE.screen(work, made.id)


def router() -> Router:
    """How, and with whom."""
    routes = Router(name="mentoring-people")
    routes.callback_query.register(way, MentorTap.filter(F.do == "way"))
    routes.callback_query.register(open_people, MentorTap.filter(F.do == "people"))
    routes.callback_query.register(go_on, MentorTap.filter(F.do == "go-on"))
    routes.callback_query.register(add_mentee, PartyTap.filter(F.do == "mentee"))
    routes.callback_query.register(add_mentor, PartyTap.filter(F.do == "mentor"))
    routes.callback_query.register(off, PartyTap.filter(F.do == "off"))
    routes.message.register(typed, At("mentoring.people"), F.text, ~F.text.startswith("/"))
    return routes
