"""Loading people: organisations, offices, tutors, codes. The same roster again changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from models.base import normalised
from models.people import Appointment, Organisation, OrganisationKind, Person, Role
from models.roster import (
    all_organisations,
    every_external_id,
    offices_of_people,
    open_offices,
    people_by_external_ids,
    routes_of_people,
)
from models.route import Route, TeamMember
from services import companion, discreet, people_about, people_codes
from services.in_portions import rows
from services.people_codes import ORDINARY, Code, Codes
from services.people_sheet import NamedOrganisation, OrganisationKey, Roster
from services.work import Work

Places = Mapping[OrganisationKey, Organisation]
People = Mapping[str, Person]


@dataclass
class Loaded:
    """What a load has changed: `counts` by verb («people.new»), everybody's code, the ids of the people."""

    counts: Counter[str] = field(default_factory=Counter)
    codes: list[Code] = field(default_factory=list)
    people: list[int] = field(default_factory=list)


async def known(work: Work) -> dict[str, set[Role]]:
    """Who is loaded already: open offices by external_id."""
    found: dict[str, set[Role]] = {external_id: set() for external_id in await work.all(every_external_id())}
    for external_id, role in await work.session.execute(open_offices()):
        found[external_id].add(role)
    return found


async def load(
    work: Work,
    roster: Roster,
    timezone: str,
    codes: Codes = ORDINARY,
    may_end: Callable[[Appointment], bool] = lambda _: True,
) -> Loaded:
    """An operator loads a roster: for a person it names, it is the whole truth about offices and tutor.

    People are known by external_id, organisations by name and municipality. An office that a named person no
    longer has ends with yesterday. A changed tutor changes the teams of the teacher's routes. A code stays that of
    its person until it is over or another is wanted.
    `timezone`: of new organisations without one. `may_end`: which offices a list of this sender may end.
    """
    loaded = Loaded()
    places = await _organisations(work, roster, timezone, loaded)
    people = await _people(work, roster, places, loaded)
    await _quiet(work, roster, places, loaded)
    await _offices(work, roster, places, people, loaded, may_end)
    await _tutors(work, roster, people, loaded)
    loaded.codes, loaded.counts["codes.new"] = await people_codes.give(work, roster, people, codes)
    loaded.counts = +loaded.counts
    loaded.people = _ids(roster, people)
    if changed := await people_about.propose(work, roster, people):
        loaded.counts["sheets.changed"] = changed
    await work.session.flush()
    return loaded


async def _organisations(work: Work, roster: Roster, timezone: str, loaded: Loaded) -> Places:
    found = {
        (normalised(one.name), normalised(one.municipality)): one
        for one in await work.all(all_organisations())
    }
    for key, named in roster.organisations.items():
        organisation = found.get(key)
        if organisation is None:
            organisation = found[key] = Organisation(
                kind=OrganisationKind.SCHOOL, timezone=timezone, discreet=False
            )
            work.session.add(organisation)
        _count(loaded, "organisations", organisation, _facts(named))
    await work.session.flush()
    return found


def _facts(named: NamedOrganisation) -> dict[str, Any]:
    facts: dict[str, Any] = {
        name: getattr(named, name) for name in ("name", "municipality", "region", "regulation", "timezone")
    }
    if named.timezone is None:
        del facts["timezone"]
    return facts | ({"kind": OrganisationKind.CENTRE} if named.centre else {})


async def _people(work: Work, roster: Roster, places: Places, loaded: Loaded) -> People:
    """Everybody whom the roster names, as a teacher, a colleague or only as somebody's tutor."""
    tutors = {one.tutor for one in roster.people.values() if one.tutor}
    ids = roster.people.keys() | tutors
    people = {one.external_id: one for one in await rows(work, ids, people_by_external_ids)}
    for named in roster.people.values():
        person = people.get(named.external_id)
        if person is None:
            person = people[named.external_id] = Person(external_id=named.external_id, position="")
            work.session.add(person)
        facts = {"full_name": named.full_name, "organisation_id": places[named.home].id}
        if named.position is not None:
            facts["position"] = named.position
        _count(loaded, "people", person, facts)
    await work.session.flush()
    await discreet.name(work, list(people.values()))
    return people


async def _quiet(work: Work, roster: Roster, places: Places, loaded: Loaded) -> None:
    """Organisations that go without names in the chat from now on, or with them, all of their people."""
    for key, named in roster.organisations.items():
        if named.discreet is not None and named.discreet != places[key].discreet:
            await discreet.switch(work, places[key], on=named.discreet)
            loaded.counts["organisations.discreet" if named.discreet else "organisations.named"] += 1


async def _offices(
    work: Work,
    roster: Roster,
    places: Places,
    people: People,
    loaded: Loaded,
    may_end: Callable[[Appointment], bool],
) -> None:
    """Offices begin today, there; those of named people that the roster does not name end with yesterday."""
    organisations = {one.id: one for one in places.values()}
    held = {
        (office.person_id, office.organisation_id, office.role): office
        for office in await rows(work, _ids(roster, people), offices_of_people)
    }
    for named in roster.people.values():
        for key, role in named.offices:
            place = places[key]
            office = held.pop((people[named.external_id].id, place.id, role), None)
            if office is None or _is_over(office, place.today(work.now)):
                office = Appointment(
                    person_id=people[named.external_id].id, organisation_id=place.id, role=role
                )
                work.session.add(office)
            if _begin(office, place.today(work.now)):
                loaded.counts["offices.new"] += 1
    for office in filter(may_end, held.values()):
        if _end(office, organisations[office.organisation_id].today(work.now) - timedelta(days=1)):
            loaded.counts["offices.ended"] += 1


def _begin(office: Appointment, day: date) -> bool:
    """The office holds from this day on; False when it does already."""
    if office.since is None:
        office.since, office.until = day, None
        return True
    return False


def _is_over(office: Appointment, day: date) -> bool:
    """An office that has ended stays as it was; who holds it again holds another one (X39)."""
    return office.until is not None and office.until < day


def _end(office: Appointment, last: date) -> bool:
    """The office holds until this day; False when it has ended before."""
    if office.until is not None and office.until <= last:
        return False
    office.until = last
    return True


async def _tutors(work: Work, roster: Roster, people: People, loaded: Loaded) -> None:
    """Tutors as the roster names them, and the teams of the routes that are walked with them."""
    changed: dict[int, int | None] = {}
    for named in roster.people.values():
        person = people[named.external_id]
        new = people[named.tutor].id if named.tutor else None
        if named.tutor is not None and person.tutor_id != new:
            changed[person.id], person.tutor_id = person.tutor_id, new
            loaded.counts["tutors.changed"] += 1
    tutor_now = {person.id: person.tutor_id for person in people.values()}
    for route in await rows(work, changed.keys(), routes_of_people):
        await _hand_over(work, route, changed[route.teacher_id], tutor_now[route.teacher_id])
        loaded.counts["teams.changed"] += 1


async def _hand_over(work: Work, route: Route, before: int | None, after: int | None) -> None:
    """The tutor's place on a team goes from one person to another: the last day of the one is yesterday."""
    organisation = await work.session.get_one(Organisation, route.organisation_id)
    today = organisation.today(work.now)
    regulation = work.rules.of(route)
    roles = regulation.team.companions
    tutors = [member for member in route.team if member.role in roles and member.holds(today)]
    for member in tutors:
        if member.person_id == before:
            member.until, member.successor_id = today - timedelta(days=1), after
    if after is not None and after not in {member.person_id for member in tutors}:
        role = await companion.role_of(work, after, regulation, today)
        work.session.add(TeamMember(route_id=route.id, person_id=after, role=role, since=today))
    work.remember(route.id, "route.tutor-changed", before=before, after=after)


def _count(loaded: Loaded, what: str, thing: Organisation | Person, facts: Mapping[str, Any]) -> None:
    """Sets what differs, and counts the thing as new or changed."""
    differing = {name: fact for name, fact in facts.items() if getattr(thing, name) != fact}
    for name, fact in differing.items():
        setattr(thing, name, fact)
    if thing.id is None:
        loaded.counts[f"{what}.new"] += 1
    elif differing:
        loaded.counts[f"{what}.changed"] += 1


def _ids(roster: Roster, people: People) -> list[int]:
    return [people[external_id].id for external_id in roster.people]
