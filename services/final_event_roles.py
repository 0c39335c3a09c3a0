"""Who holds which role around a route: the team first, then the officers of the school and the centre (DESIGN 12)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.final_event_guest import officers_around
from models.people import CENTRE_ROLES, ROUTE_ROLES, Person, Role
from models.route import REVIEWERS, Route
from services.work import Work

MOST_OF_THE_CENTRE = 2
"""More officers of the centre than this are not named: nobody knows which of them is meant."""


@dataclass(frozen=True)
class Roles:
    """People around a route today; the teacher is among them only as the teacher."""

    teacher: Person
    team: list[tuple[Role, Person]]
    officers: list[tuple[Role, Person]]

    def holding(self, code: str) -> list[Person]:
        """Who holds a role of the regulation: on the team, else at the school or in a small centre."""
        if code in ROUTE_ROLES:
            return [self.teacher]
        held = self._of(code, self.team)
        others = self._of(code, self.officers)
        if not held and code in CENTRE_ROLES and len(others) > MOST_OF_THE_CENTRE:
            return []
        return held or others

    def first_held(self, codes: Iterable[str]) -> list[Person]:
        """Who holds the first of these roles that somebody holds; the teacher when nobody holds any."""
        found = (self.holding(code) for code in codes)
        return next((people for people in found if people), [self.teacher])

    def _of(self, code: str, among: list[tuple[Role, Person]]) -> list[Person]:
        return [person for role, person in among if role == code and person.id != self.teacher.id]


async def around(work: Work, route: Route) -> Roles:
    """The roles around a route on its local today."""
    today = route.organisation.today(work.now)
    team = [(one.role, one.person) for one in route.team if one.holds(today) and one.role in REVIEWERS]
    offices = await work.all(officers_around(route, today, REVIEWERS))
    return Roles(route.teacher, team, [(one.role, one.person) for one in offices])
