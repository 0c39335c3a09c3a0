"""Guests of a final event: whom the teacher may invite, and what they answer (S000 3.1.4, S-17.1)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from models.base import normalised
from models.errors import NotYours, Refusal
from models.final_event import FinalEvent
from models.final_event_guest import (
    Guest,
    GuestAnswer,
    colleagues_named,
    guest_by_id,
    guests_of,
    people_here,
)
from models.final_event_sweep import noted
from models.people import Person
from models.purpose import Purpose
from models.route import Route
from regulations.schema import Regulation
from regulations.words import Words
from services import consents, final_event, final_event_news, final_event_roles
from services.work import Work

PEER = "peer"
"""As whom a colleague without an office around the route comes."""
MOST_GUESTS = 100


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be invited. `optional`: the regulation leaves it to them; `here`: the bot can reach them."""

    person: Person
    role: str
    optional: bool
    here: bool


@dataclass(frozen=True)
class GuestList:
    """Who is invited to an event, and whom the regulation or the team would add."""

    event: FinalEvent
    regulation: Regulation
    guests: list[Guest]
    candidates: list[Candidate]
    absent: frozenset[int]
    """The ids of guests whom the bot cannot reach."""

    def answered(self, *answers: GuestAnswer) -> list[Guest]:
        """Guests who said this."""
        return [guest for guest in self.guests if guest.answer in answers]

    @property
    def waiting(self) -> list[Guest]:
        """Guests who have been asked and have not answered."""
        return [one for one in self.answered(GuestAnswer.WAITING) if one.person_id not in self.absent]

    @property
    def outside(self) -> list[Guest]:
        """Guests who have not come in: the teacher passes the invitation on."""
        return [one for one in self.answered(GuestAnswer.WAITING) if one.person_id in self.absent]


def role_title(regulation: Regulation, code: str) -> Words | str:
    """A role as people read it; "" when the regulation does not know it."""
    return next((role.title for role in regulation.roles if role.code == code), "")


async def look(work: Work, event_id: int) -> GuestList:
    """The teacher's own event with its guests. Refuses NotYours."""
    return await _listed(work, await final_event.event(work, event_id))


async def read(work: Work, event_id: int) -> GuestList:
    """The teacher opens the list: from here on they know the answers, no digest tells them again."""
    found = await look(work, event_id)
    await work.session.execute(noted([event_id], heard_at=work.now))
    return found


async def _listed(work: Work, event: FinalEvent) -> GuestList:
    guests = [one for one in await work.all(guests_of(event.id)) if one.withdrawn_at is None]
    known = {one.person_id for one in guests}
    offered = [(who, role, optional) for who, role, optional in await _offered(work, event.route)]
    here = await _here(work, known | {who.id for who, _, _ in offered})
    candidates = [
        Candidate(who, role, optional, who.id in here)
        for who, role, optional in offered
        if who.id not in known
    ]
    absent = frozenset(known - here)
    return GuestList(event, work.rules.of(event.route), guests, candidates, absent)


async def _here(work: Work, person_ids: Collection[int]) -> set[int]:
    return {one for one in await work.all(people_here(person_ids)) if one is not None}


async def _offered(work: Work, route: Route) -> list[tuple[Person, str, bool]]:
    """People around the route by their role: those of the regulation first, then the rest of the team."""
    roles = await final_event_roles.around(work, route)
    found: dict[int, tuple[Person, str, bool]] = {}
    for attendee in work.rules.of(route).final_event.invited:
        for person in roles.holding(attendee.role):
            found.setdefault(person.id, (person, attendee.role, attendee.optional))
    for role, person in roles.team:
        found.setdefault(person.id, (person, role.value, True))
    found.pop(route.teacher_id, None)
    return list(found.values())


async def search(work: Work, event_id: int, text: str) -> list[Candidate]:
    """People of the teacher's school and its centre, by part of a surname: name and position, no more.

    Who does not want to be found is not, but for those whom the route connects with the teacher.
    """
    event = await final_event.event(work, event_id)
    route = event.route
    today = route.organisation.today(work.now)
    invited = {one.person_id for one in await work.all(guests_of(event.id)) if one.withdrawn_at is None}
    found = await work.all(colleagues_named(route.organisation, text, today))
    roles = {person.id: role for person, role, _ in await _offered(work, route)}
    hidden = await consents.unwilling(work, Purpose.NAMED, {one.id for one in found} - roles.keys())
    left_out = invited | hidden | {route.teacher_id}
    fitting = [one for one in found if one.id not in left_out]
    by_surname = [one for one in fitting if normalised(text) in normalised(one.full_name.split()[0])]
    chosen = by_surname or fitting
    here = await _here(work, {one.id for one in chosen})
    return [Candidate(one, roles.get(one.id, PEER), True, one.id in here) for one in chosen]


async def invite(work: Work, event_id: int, person_id: int, *, drawn: int) -> GuestList:
    """The teacher invites somebody of the team, the school or the centre; who is in the bot hears soon.

    Refuses: NotYours, final-event-outdated, final-event-over, final-event-invited-already, final-event-crowd.
    """
    found = await look(work, event_id)
    _open(work, found.event, drawn)
    roles = {person.id: role for person, role, _ in await _offered(work, found.event.route)}
    if person_id not in roles and not await _is_colleague(work, found.event.route, person_id):
        raise NotYours("refusal-not-yours")
    await _add(work, found, {person_id: roles.get(person_id, PEER)})
    return await look(work, event_id)


async def invite_all(work: Work, event_id: int, *, drawn: int) -> GuestList:
    """The teacher invites everybody whom the list offers."""
    found = await look(work, event_id)
    _open(work, found.event, drawn)
    if not found.candidates:
        raise Refusal("final-event-invited-already")
    await _add(work, found, {one.person.id: one.role for one in found.candidates})
    return await look(work, event_id)


def _open(work: Work, event: FinalEvent, drawn: int) -> None:
    event.drawn(drawn)
    event.open_for_guests(event.route.organisation.today(work.now))


async def _is_colleague(work: Work, route: Route, person_id: int) -> bool:
    if person_id == route.teacher_id:
        return False
    today = route.organisation.today(work.now)
    named = colleagues_named(route.organisation, "", today).where(Person.id == person_id)
    found = await work.find(named)
    return found is not None and not await consents.unwilling(work, Purpose.NAMED, [person_id])


async def _add(work: Work, found: GuestList, roles: dict[int, str]) -> None:
    if len(found.guests) + len(roles) > MOST_GUESTS:
        raise Refusal("final-event-crowd", most=MOST_GUESTS)
    before = {one.person_id: one for one in await work.all(guests_of(found.event.id))}
    for person_id, role in roles.items():
        if person_id in before:
            before[person_id].invite_again(work.now)
        else:
            work.session.add(
                Guest(event=found.event, person_id=person_id, role=role, told={}, created_at=work.now)
            )
    work.remember(found.event.route_id, "final_event.invited", event=found.event.id, people=sorted(roles))
    await work.session.flush()


async def withdraw(work: Work, guest_id: int, *, drawn: int) -> GuestList:
    """The teacher takes somebody off the list; a guest who was told hears, no other. Refuses NotYours, Outdated."""
    guest = await work.get(guest_by_id(guest_id))
    guest.event.route.only_teacher(work.person)
    guest.drawn(drawn)
    guest.withdraw(work.now)
    await final_event_news.stop_letters(work, guest)
    work.remember(
        guest.event.route_id, "final_event.uninvited", event=guest.event_id, people=[guest.person_id]
    )
    await work.session.flush()
    return await look(work, guest.event_id)
