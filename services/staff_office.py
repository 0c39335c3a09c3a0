"""Offices with dates: given, given for a time («и. о.»), ended; powers begin and end with them (X39, DESIGN 12).

Who gives which office is ours: nobody their own, and nobody one above theirs. The teacher's history names no officers;
the orders themselves are the log.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from models.base import ids
from models.errors import NotYours, Outdated, Refusal
from models.people import Appointment, Organisation, OrganisationKind, Person, Role, offices_of
from models.route import Route, TeamMember
from models.staff_order import OrderKind, StaffOrder, open_order
from models.staff_search import places_of, routes_by_ids, routes_of_places
from services import second_factor, staff, staff_order
from services.staff import Reach
from services.work import Work, anew

STAFF = (Role.TEACHER, Role.TUTOR, Role.SUBJECT_LEAD, Role.MENTOR)
OF_THE_CENTRE = (Role.METHODIST, Role.CENTRE_METHODIST)
GIVES: Mapping[Role, tuple[Role, ...]] = {
    Role.DEPUTY_HEAD: STAFF,
    Role.HEAD: (*STAFF, Role.DEPUTY_HEAD),
    Role.METHODIST: (*STAFF, Role.DEPUTY_HEAD, Role.HEAD),
    Role.CENTRE_METHODIST: (*STAFF, Role.DEPUTY_HEAD, Role.HEAD),
    Role.CENTRE_HEAD: (*STAFF, Role.DEPUTY_HEAD, Role.HEAD, *OF_THE_CENTRE),
}
"""Which offices somebody gives and ends by their own."""
FOR_A_TIME = (Role.HEAD, Role.DEPUTY_HEAD, Role.CENTRE_HEAD)
"""Somebody stands in for these; those who hold them may name who does."""


@dataclass(frozen=True)
class Change:
    """An order about an office; `office`: the one that ends; `routes`: where the person works in its role.

    `alone`: those of them where nobody else could judge the teacher's work.
    """

    order: StaffOrder
    roles: tuple[Role, ...]
    office: Appointment | None
    routes: list[Route]
    alone: list[Route]


def may_give(mine: Reach, organisation: Organisation, *, acting: bool) -> tuple[Role, ...]:
    """The offices that somebody may give at a place, in the order of the roles."""
    found = {role for own in mine.roles for role in GIVES[own]}
    if acting:
        found = (found | mine.roles) & set(FOR_A_TIME)
    centre = organisation.kind is OrganisationKind.CENTRE
    of_centre = {*OF_THE_CENTRE, Role.CENTRE_HEAD}
    return tuple(role for role in Role if role in found and (role in of_centre) == centre)


async def begin(work: Work, person_id: int, kind: OrderKind) -> StaffOrder:
    """An officer begins to give an office, or goes on with that order. Refuses NotYours, staff-not-yourself."""
    known = await staff.look(work, person_id)
    _not_oneself(work, person_id)
    if not may_give(await staff.reach(work), known.person.organisation, acting=kind is OrderKind.ACTING):
        raise NotYours("refusal-not-yours")
    found = await work.find(open_order(work.person.id, person_id, kind))
    return found or await staff_order.begin(work, kind, known.person)


async def begin_end(work: Work, person_id: int, office_id: int) -> StaffOrder:
    """An officer begins to end an office. Refuses NotYours, staff-not-yourself, an office that has ended."""
    known = await staff.look(work, person_id)
    _not_oneself(work, person_id)
    office = next((one for one in known.offices if one.id == office_id), None)
    if office is None or office.role not in ending(await staff.reach(work), office):
        raise NotYours("refusal-not-yours")
    found = await work.find(open_order(work.person.id, person_id, OrderKind.END, None, office_id))
    if found is not None:
        return found
    return await staff_order.begin(work, OrderKind.END, known.person, role=office.role, office_id=office_id)


def ending(mine: Reach, office: Appointment) -> tuple[Role, ...]:
    """Which roles somebody may end at the place of an office."""
    if not mine.covers(office.organisation):
        return ()
    return may_give(mine, office.organisation, acting=office.acting)


def _not_oneself(work: Work, person_id: int) -> None:
    if person_id == work.person.id:
        raise Refusal("staff-not-yourself")


async def look(work: Work, order_id: int) -> Change:
    """An order about an office with what it would change. Refuses NotYours."""
    order = await staff_order.order_of(work, order_id)
    mine = await staff.reach(work)
    if order.kind is not OrderKind.END:
        roles = may_give(mine, order.organisation, acting=order.kind is OrderKind.ACTING)
        return Change(order, roles, None, [], [])
    offices = await work.all(offices_of(order.person_id))
    office = next((one for one in offices if one.id == order.appointment_id), None)
    if office is None:
        raise NotYours("refusal-not-yours")
    query = places_of(order.person_id, mine.schools, mine.regions, work.today)
    await work.hold(routes_of_places(query))
    held = [one.route_id for one in await work.all(anew(query)) if one.role is office.role]
    routes = await work.all(anew(routes_by_ids(held)))
    after = max(work.today, (order.ends_on or work.today) + timedelta(days=1))
    alone = [one for one in routes if not _others(one, order.person_id, after)]
    return Change(order, ending(mine, office), office, routes, alone)


def _others(route: Route, person_id: int, day: date) -> list[TeamMember]:
    return [one for one in route.reviewers(day) if one.person_id != person_id]


async def carry_out(work: Work, order_id: int, *, drawn: int) -> Change:
    """The office is given or ended, by dates: its powers follow by themselves; the person hears once.

    Refuses: NotYours, Outdated, staff-holds-already, staff-last-of-team (nobody else judges on some routes: they go
    to somebody first).
    """
    found = await look(work, order_id)
    order = found.order
    order.is_open()
    order.drawn(drawn)
    if not order.is_whole or order.role is None:
        raise Outdated("refusal-outdated")
    if order.role not in found.roles:
        raise NotYours("refusal-not-yours")
    _not_oneself(work, order.person_id)
    await second_factor.only_confirmed(work)
    if found.office is not None:
        _end(work, found, found.office)
    else:
        await _give(work, order)
    order.carry_out(work.now)
    await work.session.flush()
    _tell(work, order)
    return found


async def _give(work: Work, order: StaffOrder) -> None:
    assert order.role is not None and order.starts_on is not None
    await work.hold(ids(Person, order.person_id))
    for one in await work.all(offices_of(order.person_id)):
        same = one.role is order.role and one.organisation_id == order.organisation_id
        if same and (one.until is None or one.until >= order.starts_on):
            raise Refusal("staff-holds-already", since=one.since)
    office = Appointment(
        person_id=order.person_id,
        organisation_id=order.organisation_id,
        role=order.role,
        since=order.starts_on,
        until=order.ends_on,
        acting=order.kind is OrderKind.ACTING,
    )
    work.session.add(office)
    await work.session.flush()
    order.name(office.id)


def _end(work: Work, found: Change, office: Appointment) -> None:
    """The office ends, and with it the places on teams that were held by it, where others remain."""
    order = found.order
    if found.alone:
        raise Refusal("staff-last-of-team", routes=len(found.alone))
    assert order.ends_on is not None
    office.end(order.ends_on)
    for route in found.routes:
        for place in route.team:
            if place.person_id == order.person_id and place.role is office.role and place.holds(work.today):
                place.leave(max(order.ends_on, work.today - timedelta(days=1)), order.id)
        facts = {"person": order.person_id, "role": office.role.value, "until": order.ends_on}
        work.remember(route.id, "route.left-team", order=order.id, **facts)


def _tell(work: Work, order: StaffOrder) -> None:
    """The person of the order hears once."""
    work.notify(
        order.person_id,
        "staff-office",
        once=f"office:{order.id}",
        kind_of=order.kind.value,
        role=order.role.value if order.role else "",
        school=order.organisation.name,
        starts=order.starts_on,
        ends=order.ends_on,
        open=order.ends_on is None,
    )
