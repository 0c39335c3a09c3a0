"""«Люди»: whom an officer may look after, and where each of them works (DESIGN 12).

The centre head and the methodists: the region of their centre; who holds an office in a school: that school.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from models.errors import NotYours
from models.people import Appointment, Organisation, OrganisationKind, Person, Role, offices_of, roles_of
from models.route import Route, routes_of_teacher
from models.staff_search import people_accompanying, people_named, places_of
from services import pages
from services.pages import Page
from services.work import Work

OF_A_REGION = frozenset({Role.CENTRE_HEAD, Role.METHODIST, Role.CENTRE_METHODIST})
OF_A_SCHOOL = frozenset({Role.HEAD, Role.DEPUTY_HEAD})


@dataclass(frozen=True)
class Reach:
    """The schools and regions whose people somebody looks after today, and by which offices."""

    roles: frozenset[Role]
    schools: frozenset[int]
    regions: frozenset[str]

    def covers(self, organisation: Organisation) -> bool:
        """Whether an organisation is among them."""
        return organisation.id in self.schools or organisation.region in self.regions


@dataclass(frozen=True)
class Known:
    """A person, their offices now, to come and of the past, and on how many routes they work in which role."""

    person: Person
    offices: list[Appointment]
    past: list[Appointment]
    places: dict[Role, int]
    route: Route | None
    """The route that they walk here."""
    alone: bool
    """Nobody is on its team to judge."""


def opens(roles: Collection[Role]) -> bool:
    """Does somebody with these offices look after people?"""
    return bool((OF_A_REGION | OF_A_SCHOOL) & set(roles))


async def reach(work: Work) -> Reach:
    """Whom the acting person looks after today. Refuses NotYours to everybody without such an office."""
    found = await reach_if_any(work)
    if not found.roles:
        raise NotYours("refusal-not-yours")
    return found


async def reach_if_any(work: Work) -> Reach:
    """Whom the acting person looks after today; without such an office nobody."""
    held = [one for one in await work.all(roles_of(work.person.id, work.today)) if opens([one.role])]
    return await reach_of(work, held)


async def reach_of(work: Work, offices: Collection[Appointment]) -> Reach:
    """What these offices see: in a centre the region of the centre, in a school that school, whatever the office.

    Beyond it a regional methodist whom a school employs sees the routes of the own teams (rights are held on a route).
    """
    regional = {one.organisation_id for one in offices if one.role in OF_A_REGION}
    centre = (Organisation.id.in_(regional)) & (Organisation.kind == OrganisationKind.CENTRE)
    centres: list[Organisation] = await work.all(select(Organisation).where(centre))
    ids = {one.id for one in centres}
    near = [one for one in offices if one.role not in OF_A_REGION or one.organisation_id not in ids]
    return Reach(
        frozenset(one.role for one in offices),
        frozenset(one.organisation_id for one in near),
        frozenset(one.region for one in centres),
    )


async def page(work: Work, text: str = "", at: int = 0) -> Page[Person]:
    """Who accompanies teachers; with `text` everybody by a part of a name."""
    mine = await reach(work)
    if text:
        query = people_named(mine.schools, mine.regions, text)
    else:
        query = people_accompanying(mine.schools, mine.regions, work.today)
    return await pages.page(work, query, Person.id, at)


async def person(work: Work, person_id: int) -> Person:
    """Somebody whom the acting person looks after: by their place of work. Refuses NotYours."""
    mine = await reach(work)
    found = await work.get(
        select(Person).where(Person.id == person_id).options(joinedload(Person.organisation))
    )
    if not mine.covers(found.organisation) and not await _works_here(work, mine, person_id):
        raise NotYours("refusal-not-yours")
    return found


async def _works_here(work: Work, mine: Reach, person_id: int) -> bool:
    """Somebody from elsewhere who accompanies a teacher of these schools."""
    query = places_of(person_id, mine.schools, mine.regions, work.today)
    return await work.find(query.limit(1)) is not None


async def look(work: Work, person_id: int) -> Known:
    """A person with their offices and their places on teams, as far as the acting person looks after them."""
    found = await person(work, person_id)
    mine = await reach(work)
    places: dict[Role, int] = {}
    for one in await work.all(places_of(person_id, mine.schools, mine.regions, work.today)):
        places[one.role] = places.get(one.role, 0) + 1
    offices = await work.all(offices_of(person_id))
    over = [one for one in offices if one.until is not None and one.until < work.today]
    route = await work.find(routes_of_teacher(person_id))
    here = route if route is not None and mine.covers(route.organisation) else None
    alone = here is not None and not here.reviewers(work.today)
    return Known(found, [one for one in offices if one not in over], over, places, here, alone)
