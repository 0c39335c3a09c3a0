"""The plan of a route as it stands (S000 3.1.2, 4.4).

Its term: plan_term.py; its rows: plan_row.py; who agrees and approves: plan_assent.py, plan_confirm.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from models.people import ROUTE_ROLES
from models.plan import Activity, ActivityState, activities_of, drafts_of
from models.route import Route, TeamMember, route_by_id, routes_of_teacher
from regulations.duration import Term
from regulations.rule import Named
from regulations.scales import Reading
from regulations.schema import MinActivities, Regulation
from regulations.words import Words
from services import diagnosis_result
from services.work import Work


@dataclass(frozen=True)
class Plan:
    """A route's plan as it stands, and the rules that judge it. `draft`: the row being written."""

    route: Route
    regulation: Regulation
    activities: list[Activity]
    draft: Activity | None = None

    @property
    def least(self) -> MinActivities | None:
        """How many activities are needed, if the regulation says so."""
        return self.regulation.min_activities

    @property
    def planned(self) -> int:
        """How many activities count as planned: one that waits for its replacement does not (S-11.2)."""
        return sum(one.state is not ActivityState.ON_REPLACEMENT for one in self.activities)

    @property
    def is_few(self) -> bool:
        """Fewer activities than the regulation wants planned (X42)."""
        return self.least is not None and self.planned < self.least.planned

    @property
    def term(self) -> Term | None:
        """How the term stands to the allowed duration; None while it is not chosen."""
        if self.route.starts_on is None or self.route.ends_on is None:
            return None
        return self.regulation.duration.judge(self.route.starts_on, self.route.ends_on)

    @property
    def needs_a_reason(self) -> bool:
        """Whether it departs from the regulation, so that sending it takes a word of explanation (X14)."""
        return self.is_few or self.term in (Term.TOO_SHORT, Term.TOO_LONG)

    @property
    def co_author_roles(self) -> tuple[str, ...]:
        """Who agrees with the draft beside the teacher, the nearest first: a tutor or a methodist (X22)."""
        return tuple(role for role in self.regulation.team.co_authors.roles if role not in ROUTE_ROLES)

    def alone(self, day: date) -> bool:
        """Whether the teacher's own word on the draft is enough: the text names no co-author, or needs none (X30)."""
        return not self.co_author_roles or (
            self.regulation.team.co_authors.alone and not self.co_authors(day)
        )

    def co_authors(self, day: date) -> list[TeamMember]:
        """Who is asked to agree with the draft; never the teacher (X27)."""
        return self.route.holders(day, *self.co_author_roles)

    def may_agree(self, person_id: int, day: date) -> bool:
        """Whether somebody of the team is a co-author, asked or not."""
        found = (one for role in self.co_author_roles for one in self.route.holders(day, role))
        return person_id in {one.person_id for one in found}

    def is_outside(self, day: date) -> bool:
        """Whether a day lies outside the term; a warning, never an obstacle (S-05.2)."""
        starts, ends = self.route.starts_on, self.route.ends_on
        return starts is not None and ends is not None and not starts <= day <= ends


def title_of(offered: tuple[Named, ...], stored: str) -> Words | str:
    """What was stored, as people read it: the title behind a code, own words as they are."""
    return next((one.title for one in offered if one.code == stored), stored)


def titles_of(offered: tuple[Named, ...], stored: list[str]) -> list[Words | str]:
    """Several codes, as people read them, in the order of the regulation."""
    codes = [one.code for one in offered]
    known = sorted(stored, key=lambda code: codes.index(code) if code in codes else len(codes))
    return [title_of(offered, code) for code in known]


def row_facts(found: Plan, row: Activity) -> dict[str, Any]:
    """A row as people read it, for a screen or a notice."""
    regulation, days = found.regulation, [day for day in (row.starts_on, row.on_date) if day]
    rules = regulation.activities
    return {
        "title": row.title,
        "kind": title_of(rules.kinds, row.kind),
        "competencies": titles_of(regulation.competencies, row.competencies),
        "organiser": title_of(rules.organisers, row.organiser),
        "level": title_of(rules.levels, row.level),
        "starts": row.starts_on,
        "on": row.on_date,
        "presenting": title_of(rules.forms, row.presenting),
        "growth": row.growth,
        "outside": any(found.is_outside(day) for day in days),
        "replaced": row.state is ActivityState.ON_REPLACEMENT,
    }


async def own_route(work: Work) -> Route:
    """The acting teacher's route. Refuses NotYours to people who walk none."""
    return await work.get(routes_of_teacher(work.person.id))


async def is_own(work: Work, route_id: int) -> bool:
    """Whether the acting person is the teacher of this route."""
    route = await work.find(route_by_id(route_id))
    return route is not None and route.teacher_id == work.person.id


async def own(work: Work) -> Plan:
    """The acting teacher's plan. Refuses NotYours to people who walk no route."""
    return await of_route(work, await own_route(work))


async def of_route(work: Work, route: Route) -> Plan:
    """The plan of a route; its `draft` is the acting person's."""
    activities = await work.all(activities_of(route.id))
    draft = await work.find(drafts_of(route.id, work.person.id))
    return Plan(route, work.rules.of(route), activities, draft)


async def look(work: Work, route_id: int) -> Plan:
    """The teacher's own plan by its route. Refuses NotYours."""
    route = await work.get(route_by_id(route_id))
    route.only_teacher(work.person)
    return await of_route(work, route)


async def see(work: Work, route_id: int) -> Plan:
    """The plan for the teacher or somebody of the team. Refuses NotYours."""
    route = await work.get(route_by_id(route_id))
    if route.teacher_id != work.person.id:
        route.only_team(work.person, work.today)
    return await of_route(work, route)


async def readings(work: Work, route: Route) -> dict[str, Reading]:
    """What the latest finished diagnosis says of each competency, the lowest first; empty without one."""
    return {one.competency: one.reading for one in await diagnosis_result.lowest_first(work, route)}
