"""Who takes part in a programme of mentoring: a pair or a group, many to many (S004, X48)."""

from __future__ import annotations

from collections.abc import Collection

from models.errors import NotYours
from models.mentoring import Mentorship
from models.mentoring_search import colleagues_in
from models.people import Person, Role
from models.purpose import Purpose
from models.route import routes_of_teacher
from services import consents, mentoring
from services.mentoring import Programme
from services.work import Work

MAY_BE = {Role.MENTOR: frozenset({Role.MENTOR}), Role.MENTEE: frozenset({Role.MENTEE, Role.TEACHER})}
"""Who may take part as what: an office of mentoring, and any teacher as a mentee (S-18)."""


async def candidates(work: Work, mentorship_id: int, role: Role, text: str = "") -> list[Person]:
    """Colleagues of the school who may take part so and do not yet; without letters only who is named for it.

    Whom the school has not named for mentoring, and who does not want to be found by colleagues, is not.
    """
    found = await mentoring.written(work, mentorship_id)
    roles: Collection[Role] = MAY_BE[role] if text else frozenset({role})
    people = await work.all(colleagues_in(found.mentorship.organisation_id, roles, work.today, text))
    hidden = await _hidden(work, found.mentorship, [one.id for one in people], role)
    return [one for one in people if found.mentorship.place_of(one) is None and one.id not in hidden]


async def _hidden(work: Work, made: Mentorship, person_ids: Collection[int], role: Role) -> set[int]:
    """Who of these people wants no colleague to find their name, and has not the office of mentoring either."""
    unwilling = await consents.unwilling(work, Purpose.NAMED, person_ids)
    named = colleagues_in(made.organisation_id, {role}, work.today).where(Person.id.in_(unwilling))
    return unwilling - {one.id for one in await work.all(named)} if unwilling else unwilling


async def add(work: Work, mentorship_id: int, person_id: int, role: Role, *, drawn: int) -> Programme:
    """One more mentor or mentee. Refuses: as `written`; somebody of another school or without the office, or
    who does not want to be found.
    """
    found = await mentoring.written(work, mentorship_id, drawn=drawn)
    made = found.mentorship
    made.only_mentor(work.person)
    allowed = await work.all(colleagues_in(made.organisation_id, MAY_BE[role], work.today))
    person = next((one for one in allowed if one.id == person_id), None)
    if person is None:
        person = await _anybody(work, made, person_id, role)
    if await _hidden(work, made, [person.id], role):
        raise NotYours("refusal-not-yours")
    made.add(person, role, work.today, await _route_of(work, person) if role is Role.MENTEE else None)
    await work.session.flush()
    return found


async def _anybody(work: Work, made: Mentorship, person_id: int, role: Role) -> Person:
    """A colleague beyond the first names of a long list."""
    query = colleagues_in(made.organisation_id, MAY_BE[role], work.today).limit(None)
    return await work.get(query.where(Person.id == person_id))


async def _route_of(work: Work, person: Person) -> int | None:
    """The route that a mentee's programme stands inside: the one of a text that knows mentoring, else the latest."""
    routes = await work.all(routes_of_teacher(person.id))
    long = [one for one in routes if work.rules.of(one).mentoring is not None]
    return next((one.id for one in [*long, *routes]), None)


async def drop(work: Work, mentorship_id: int, person_id: int, *, drawn: int) -> Programme:
    """Not with this person. Refuses: as `written`; the last mentor."""
    found = await mentoring.written(work, mentorship_id, drawn=drawn)
    made = found.mentorship
    made.only_mentor(work.person)
    person = next((one.person for one in made.present if one.person_id == person_id), None)
    if person is None:
        raise NotYours("refusal-not-yours")
    made.drop(person, work.today)
    await work.session.flush()
    return found
