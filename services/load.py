"""The load of a month, for the deputy head: days away and hours of each teacher, a proposal, never a change (S-16.1).

S000 3.1.3 (R0-050, R0-051), S003 2.3 (R3-039); the subject lead proposes for the routes they accompany (R0-056).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from models.errors import NotYours, Outdated
from models.history import HistoryLine, last_word
from models.load import routes_in, rows_between
from models.people import Role, roles_of
from models.plan import Activity
from models.route import Route
from regulations.calendar import add_months
from services import plan
from services.work import Work

OVERSEE = frozenset({Role.DEPUTY_HEAD, Role.HEAD})
"""Who sees every teacher of their school."""
VERB = "load.proposed"


@dataclass(frozen=True)
class Sum:
    """What a month holds: events, days away, hours; `unknown`: events that do not say their hours."""

    count: int
    away: int
    hours: int
    unknown: int

    @classmethod
    def of(cls, rows: Iterable[Activity]) -> Sum:
        """A course of several days is one event, in the month in which it begins."""
        rows = list(rows)
        return cls(
            len(rows),
            sum(one.away is True for one in rows),
            sum(one.hours or 0 for one in rows),
            sum(one.hours is None for one in rows),
        )


@dataclass(frozen=True)
class Teacher:
    """One teacher's month."""

    route: Route
    rows: list[Activity]

    @property
    def sum(self) -> Sum:
        """Their month in numbers."""
        return Sum.of(self.rows)


@dataclass(frozen=True)
class Month:
    """A month of everybody, the fullest first; `idle`: how many have nothing in it."""

    first: date
    teachers: list[Teacher]
    idle: int


def opens(roles: Collection[Role]) -> bool:
    """Whether somebody with these offices looks at the load."""
    return bool({*OVERSEE, Role.SUBJECT_LEAD} & set(roles))


async def _routes(work: Work) -> list[Route]:
    """The routes whose load the acting person sees; the newest of each teacher. Refuses NotYours to others."""
    offices = await work.all(roles_of(work.person.id, work.today))
    if not opens([one.role for one in offices]):
        raise NotYours("refusal-not-yours")
    schools = [one.organisation_id for one in offices if one.role in OVERSEE]
    found = await work.all(routes_in(schools, work.person.id, work.today))
    return list({one.teacher_id: one for one in found}.values())


async def month(work: Work, first: date) -> Month:
    """Everybody's month. Refuses NotYours."""
    routes = await _routes(work)
    rows = await _rows(work, routes, first)
    teachers = [Teacher(one, rows[one.id]) for one in routes if rows[one.id]]
    teachers.sort(key=lambda one: (-one.sum.away, -one.sum.hours, -one.sum.count))
    return Month(first, teachers, len(routes) - len(teachers))


async def _rows(work: Work, routes: list[Route], first: date) -> dict[int, list[Activity]]:
    last = add_months(first, 1) - timedelta(days=1)
    found: dict[int, list[Activity]] = defaultdict(list)
    for row in await work.all(rows_between([one.id for one in routes], first, last)):
        found[row.route_id].append(row)
    return found


async def of_teacher(work: Work, route_id: int, first: date) -> Teacher:
    """One teacher's month. Refuses NotYours for a route that the acting person does not see."""
    routes = [one for one in await _routes(work) if one.id == route_id]
    if not routes:
        raise NotYours("refusal-not-yours")
    return Teacher(routes[0], (await _rows(work, routes, first))[route_id])


async def proposed(work: Work, route_id: int) -> HistoryLine | None:
    """What was last proposed for a route."""
    return await work.find(last_word(route_id, VERB))


async def propose(work: Work, route_id: int, first: date, words: str) -> Teacher:
    """«Много»: the teacher and the tutor read a proposal; nothing is changed. Refuses NotYours; the same twice."""
    found = await of_teacher(work, route_id, first)
    before = await proposed(work, route_id)
    facts: dict[str, Any] = {"month": first, "words": words}
    if before is not None and _same(before, work.person.id, first, words):
        raise Outdated("load-proposed-already")
    work.remember(route_id, VERB, **facts, away=found.sum.away, hours=found.sum.hours)
    whole = await plan.of_route(work, found.route)
    readers = {found.route.teacher_id, *(one.person_id for one in whole.co_authors(work.today))}
    for person_id in sorted(readers - {work.person.id}):
        work.notify(
            person_id,
            "load-proposed",
            route=route_id,
            version=found.route.version,
            own=person_id == found.route.teacher_id,
            by=work.person.short_name,
            teacher=found.route.teacher.short_name,
            away=found.sum.away,
            hours=found.sum.hours,
            **facts,
        )
    return found


def _same(line: HistoryLine, person_id: int, first: date, words: str) -> bool:
    said: dict[str, Any] = line.facts
    return (line.person_id, said["month"], said["words"]) == (person_id, {"$date": first.isoformat()}, words)
