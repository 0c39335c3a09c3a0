"""Somebody leaves or is replaced: their routes, and all that is under way on them, go to somebody else (X27, R3-015).

Authorship and history stay. Nobody comes to judge their own work: such a route stays where it is, and is named.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from models.errors import NotYours, Outdated, Refusal
from models.people import OrganisationKind, Person, Role, methodists_of
from models.route import Route, RouteState, TeamMember
from models.staff_order import OrderKind, StaffOrder, open_order
from models.staff_search import (
    count_waiting_reports,
    count_wanted_reports,
    help_under_way,
    people_in_office,
    places_of,
    routes_by_ids,
    routes_of_places,
)
from services import companion, once, second_factor, staff, staff_handover_told, staff_order
from services.staff_flight import move_help
from services.work import Work, anew

ANY_OFFICE = frozenset(Role) - {Role.MENTEE, Role.ADMIN}
"""A tutor may be any teacher or officer of the school (S000 1.2)."""
ACCOMPANYING = frozenset({Role.TUTOR, Role.MENTOR})


@dataclass(frozen=True)
class Handover:
    """An order with the places and routes it moves; `staying`: routes of the successor's own."""

    order: StaffOrder
    places: list[TeamMember]
    routes: list[Route]
    staying: list[Route]
    reports: int
    questions: int
    wanted: int

    @property
    def plans(self) -> int:
        """How many plans wait for a word."""
        return sum(route.state is RouteState.ON_CONFIRMATION for route in self.routes)


async def begin(work: Work, person_id: int, role: str) -> StaffOrder:
    """An officer begins to hand over the routes of somebody in one role, or goes on with the order begun.

    Refuses NotYours: no such person or place within reach.
    """
    known = await staff.look(work, person_id)
    held = next((one for one in known.places if one.value == role), None)
    if held is None:
        raise NotYours("refusal-not-yours")
    found = await work.find(open_order(work.person.id, person_id, OrderKind.HAND_OVER, held))
    if found is not None:
        return found
    return await staff_order.begin(work, OrderKind.HAND_OVER, known.person, role=held)


async def look(work: Work, order_id: int) -> Handover:
    """The order of the acting person with everything that it moves now. Refuses NotYours, also without the office."""
    order = await staff_order.order_of(work, order_id)
    mine = await staff.reach(work)
    query = places_of(order.person_id, mine.schools, mine.regions, work.today)
    await work.hold(routes_of_places(query))
    held = [one for one in await work.all(anew(query)) if one.role is order.role]
    routes = await work.all(anew(routes_by_ids([one.route_id for one in held])))
    moving = [one for one in routes if one.teacher_id != order.successor_id]
    ids = [one.id for one in moving]
    asked = await work.all(help_under_way(order.person_id, str(order.role), ids))
    return Handover(
        order,
        [one for one in held if one.route_id in ids],
        moving,
        [one for one in routes if one.id not in ids],
        await work.find(count_waiting_reports(ids)) or 0,
        len(asked),
        await work.find(count_wanted_reports(ids)) or 0,
    )


async def candidates(work: Work, order_id: int, text: str = "") -> list[Person]:
    """Who could take the routes over, those of the same place first; never who hands over."""
    order = await staff_order.order_of(work, order_id)
    return await _able(work, order, text)


async def escalate(work: Work, order_id: int) -> int:
    """Nobody of the school can take over: the methodists of the region hear, once a day. Returns how many."""
    found = await look(work, order_id)
    order, person = found.order, found.order.person
    region = order.organisation.region
    hearers = {one.person_id for one in await work.all(methodists_of(region, work.today))}
    keys = {one: f"replace:{order.person_id}:{work.today}:{one}" for one in hearers - {work.person.id}}
    told = await once.already_told(work, list(keys.values()))
    for hearer in keys.keys() - {one for one, key in keys.items() if key in told}:
        work.notify(
            hearer,
            "staff-nobody",
            once=keys[hearer],
            by=work.person.short_name,
            school=order.organisation.name,
            person=person.id,
            name=person.short_name,
            routes=len(found.routes),
        )
    for route in found.routes:
        work.remember(route.id, "route.nobody-takes-over", before=person.id)
    return len(keys)


async def _able(work: Work, order: StaffOrder, text: str) -> list[Person]:
    one_role = frozenset({order.role} if order.role else ())
    roles = ANY_OFFICE if order.role in ACCOMPANYING else one_role
    found = await work.all(people_in_office(order.organisation, text, work.today, roles))
    mine = await staff.reach(work)
    return [
        one
        for one in found
        if one.id != order.person_id
        and (mine.covers(one.organisation) or one.organisation.kind is OrganisationKind.CENTRE)
    ]


async def choose(work: Work, order_id: int, person_id: int, *, drawn: int) -> StaffOrder:
    """Who takes over. Refuses NotYours for somebody who may not, Outdated."""
    order = await staff_order.order_of(work, order_id)
    order.drawn(drawn)
    chosen = next((one for one in await _able(work, order, "") if one.id == person_id), None)
    if chosen is None:
        raise NotYours("refusal-not-yours")
    order.choose(chosen)
    await work.session.flush()
    return order


async def carry_out(work: Work, order_id: int, *, drawn: int) -> Handover:
    """The routes go over, all at once: each teacher hears once, so do the two.

    Refuses: NotYours, Outdated for a second tap, staff-nothing-left where everything has gone meanwhile,
    staff-own-only where only the successor's own route is left.
    """
    found = await look(work, order_id)
    order, after = found.order, found.order.successor
    order.is_open()
    order.drawn(drawn)
    if after is None or not order.is_whole:
        raise Outdated("refusal-outdated")
    if not await _still_able(work, order, after):
        raise Refusal("staff-not-in-office", name=after.short_name)
    if not found.routes:
        if found.staying:
            raise Refusal("staff-own-only", name=after.short_name)
        raise Refusal("staff-nothing-left")
    await second_factor.only_confirmed(work)
    order.carry_out(work.now)
    for route in found.routes:
        await _hand_over(work, found, route, after)
    called_off = await move_help(work, order, [one.id for one in found.routes])
    await work.session.flush()
    staff_handover_told.tell(work, found, called_off)
    return found


async def _still_able(work: Work, order: StaffOrder, after: Person) -> bool:
    return after.id in {one.id for one in await _able(work, order, after.full_name)}


async def _hand_over(work: Work, found: Handover, route: Route, after: Person) -> None:
    """One place goes over: the last day of the one is yesterday, the other begins today."""
    order, today = found.order, route.organisation.today(work.now)
    for place in found.places:
        if place.route_id == route.id:
            place.hand_over(after.id, order.id, today - timedelta(days=1))
    role = order.role or Role.TUTOR
    if role in ACCOMPANYING:
        role = await companion.role_of(work, after.id, work.rules.of(route), today)
    if not any(one.person_id == after.id and one.role is role and one.holds(today) for one in route.team):
        route.team.append(TeamMember(person=after, role=role, since=today, order_id=order.id))
    if route.teacher.tutor_id == order.person_id:
        route.teacher.tutor_id = after.id
    facts = {"before": order.person_id, "after": after.id, "role": role.value, "order": order.id}
    work.remember(route.id, "route.handed-over", number=order.number or "", dated=order.dated, **facts)
