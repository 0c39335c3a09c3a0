"""Who may sign here: the teacher, the route's team, the offices of its school and centre; never the own work (X27)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy.orm import joinedload

from models.paper import Paper
from models.paper_slot import Office, PaperSlot
from models.people import (
    CENTRE_ROLES,
    ROUTE_ROLES,
    Appointment,
    Person,
    Role,
    offices_around,
    roles_of,
)
from models.route import Route
from services.work import Work

ENTERING = (Role.METHODIST, Role.CENTRE_METHODIST, Role.DEPUTY_HEAD)
"""Who may enter what was signed on paper (S-21, X46)."""


async def around(work: Work, route: Route) -> list[Appointment]:
    """Every office of the route's school, and of the centre of its region, that is held today."""
    organisation = route.organisation
    return await work.all(offices_around(organisation.id, organisation.region, day_of(work, route)))


async def own(work: Work) -> list[Appointment]:
    """The acting person's offices today."""
    query = roles_of(work.person.id, work.today)
    return await work.all(
        query.options(
            joinedload(Appointment.person).joinedload(Person.organisation),
            joinedload(Appointment.organisation),
        )
    )


def day_of(work: Work, route: Route) -> date:
    """The local date of the route."""
    return route.organisation.today(work.now)


def holders(
    paper: Paper, slot: PaperSlot, day: date, offices: Sequence[Appointment], roles: Collection[str] = ()
) -> list[Office]:
    """Who may sign a slot on a day: for each of its roles the team's, else the school's or the centre's.

    `offices` may be everybody's around the route or one person's; `roles` in place of the slot's own.
    """
    found: dict[int, Office] = {}
    for role in roles or slot.held_by:
        for office in _of_role(paper.route, Role(role), day, offices):
            if _is_free(paper, slot, office):
                found.setdefault(office.person.id, office)
    return list(found.values())


async def asked(work: Work, paper: Paper) -> set[int]:
    """Whose signature a paper has or could have had: who signed, and who was asked beside them."""
    offices, day = await around(work, paper.route), day_of(work, paper.route)
    could = {one.person.id for slot in paper.slots for one in holders(paper, slot, day, offices)}
    return could | {slot.person_id for slot in paper.slots if slot.person_id is not None}


def may(work: Work, paper: Paper, slot: PaperSlot, own_offices: Sequence[Appointment]) -> Office | None:
    """The office by which the acting person may sign a slot; `own_offices`: what `own` found."""
    held = holders(paper, slot, day_of(work, paper.route), own_offices)
    return next((one for one in held if one.person.id == work.person.id), None)


def holds(
    route: Route, person_id: int, day: date, offices: Sequence[Appointment], roles: Collection[str]
) -> Office | None:
    """The first of these roles that somebody holds around a route."""
    found = (office for role in roles for office in _of_role(route, Role(role), day, offices))
    return next((office for office in found if office.person.id == person_id), None)


def _of_role(route: Route, role: Role, day: date, offices: Sequence[Appointment]) -> list[Office]:
    if role in ROUTE_ROLES:
        since = next((one.since for one in offices if _is(one, route.teacher_id, role)), None)
        return [Office(route.teacher, role, since)]
    held = [one for one in route.team if one.role is role and one.holds(day)]
    if held:
        return [Office(one.person, role, one.since, one.until) for one in held]
    return [
        Office(one.person, role, one.since, one.until, one.acting, one.organisation.name)
        for one in offices
        if one.role is role and _is_around(one, route)
    ]


def _is(office: Appointment, person_id: int, role: Role) -> bool:
    return office.person_id == person_id and office.role is role


def _is_around(office: Appointment, route: Route) -> bool:
    """Whether an office is one of the route's school, or one of the centre of its region."""
    if office.role in CENTRE_ROLES:
        return office.organisation.region == route.organisation.region
    return office.organisation_id == route.organisation_id


def _is_free(paper: Paper, slot: PaperSlot, office: Office) -> bool:
    """Nobody but the teacher signs for the teacher, and nobody decides on what they made themselves."""
    if office.role in ROUTE_ROLES:
        return True
    if office.person.id == paper.route.teacher_id:
        return False
    return not (slot.decides and office.person.id == paper.author_id)
