"""A route without anybody to judge its work gets somebody: after a transfer, or when the last one has left (X45)."""

from __future__ import annotations

from models.errors import NotYours, Outdated
from models.people import Person, Role
from models.route import Route, TeamMember, routes_of_teacher
from models.staff_search import people_in_office
from services import companion, second_factor, staff
from services.work import Work

OFFICES = frozenset(Role) - {Role.MENTEE, Role.ADMIN}


async def alone(work: Work, person_id: int) -> Route | None:
    """The route of a teacher whom the acting person looks after, while nobody is on its team to judge; else None."""
    mine = await staff.reach(work)
    route = await work.find(routes_of_teacher(person_id))
    if route is None or not mine.covers(route.organisation) or route.reviewers(work.today):
        return None
    return route


async def candidates(work: Work, person_id: int, text: str = "") -> list[Person]:
    """Who could accompany the teacher: of the school first, then of the centre. Refuses NotYours."""
    route = await _open(work, person_id)
    found = await work.all(people_in_office(route.organisation, text, work.today, OFFICES))
    mine = await staff.reach(work)
    return [one for one in found if one.id != route.teacher_id and mine.covers(one.organisation)]


async def _open(work: Work, person_id: int) -> Route:
    route = await alone(work, person_id)
    if route is None:
        await staff.person(work, person_id)
        raise Outdated("staff-tutor-already")
    return route


async def assign(work: Work, person_id: int, tutor_id: int) -> Person:
    """Somebody accompanies the teacher from now on; both hear once.

    Refuses NotYours for somebody who may not, Outdated where somebody is on the team meanwhile.
    """
    route = await _open(work, person_id)
    tutor = next((one for one in await candidates(work, person_id) if one.id == tutor_id), None)
    if tutor is None:
        raise NotYours("refusal-not-yours")
    await second_factor.only_confirmed(work)
    today = route.organisation.today(work.now)
    role = await companion.role_of(work, tutor.id, work.rules.of(route), today)
    route.team.append(TeamMember(person=tutor, role=role, since=today))
    route.teacher.tutor_id = tutor.id
    route.touch()
    work.remember(route.id, "route.tutor-assigned", after=tutor.id, role=role.value)
    await work.session.flush()
    names = {"teacher": route.teacher.short_name, "tutor": tutor.short_name}
    for hearer, own in ((route.teacher_id, True), (tutor.id, False)):
        if hearer != work.person.id:
            once = f"tutor-assigned:{route.id}:{route.version}:{hearer}"
            work.notify(hearer, "staff-tutor-assigned", once=once, own=own, names=names)
    return tutor
