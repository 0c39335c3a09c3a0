"""Organisations whose people go without names in the chat: initials and the number of the route (149-FZ).

Papers, lists for the server and the history keep the name; they leave by the server, not through Telegram.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from documents import typeset
from models.discreet import discreet_places, newest_routes, people_of, slots_signed_at
from models.errors import Discreet
from models.people import Organisation, Person
from services.in_portions import rows
from services.work import Work

LANGUAGE = "ru"


async def switch(work: Work, place: Organisation, *, on: bool) -> int:
    """From now on the people of a place go without names in the chat, or with them. Returns how many they are.

    What was said before stays as it was said; signatures given before are shown the new way.
    """
    place.discreet = on
    await work.session.flush()
    people = await work.all(people_of(place.id))
    await name(work, people)
    known = {one.id: one.alias for one in people}
    for slot in await work.all(slots_signed_at(place.id)):
        slot.be_discreet(known.get(slot.person_id or 0) if on and slot.person_id else None if on else "")
    await work.session.flush()
    return len(people)


async def name(work: Work, people: Sequence[Person]) -> None:
    """What the chat calls each of these people, by where they work and which route they walk now."""
    hidden = set(await work.all(discreet_places()))
    walking = await _routes(work, {one.id for one in people if one.organisation_id in hidden})
    for one in people:
        alias = _alias(one, walking.get(one.id)) if one.organisation_id in hidden else ""
        if (one.alias or "") != alias:
            one.alias = alias


async def _routes(work: Work, people: Collection[int]) -> dict[int, int]:
    """The newest route of each of these people."""
    return {route.teacher_id: route.id for route in await rows(work, people, newest_routes)}


def _alias(person: Person, route: int | None) -> str:
    if route is None:
        return person.initials
    said: str = typeset.words("paper", LANGUAGE)["alias"]
    return said.format(initials=person.initials, route=route)


def only_open(work: Work, *people: Person) -> None:
    """Refuses Discreet for a file with names where one of these people, or the reader, goes without.

    What our own server hands out is not refused.
    """
    if not work.rules.direct and any(one.alias for one in (work.person, *people)):
        raise Discreet("papers-discreet")
