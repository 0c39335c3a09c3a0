"""What a school, a municipality, a centre sees of many routes; a gentle word by one tap (features 82-85)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from models.errors import NotYours, Outdated
from models.overview import BY, counted_deficits, counted_routes, routes_at_risk
from models.people import Role, roles_of
from models.route import Route, RouteState, route_by_id
from regulations.scales import DeficitLevel
from services import pages, staff
from services.once import already_told
from services.pages import Page
from services.staff import Reach
from services.work import Work

LEAST_IN_A_GROUP = 5
"""Below it a group would point at a person (features 85)."""
ON_A_PAGE = 5
WORD = "overview-word"
NOBODY = Reach(frozenset(), frozenset(), frozenset())


@dataclass
class Group:
    """Routes of one municipality or school, by state; `passed`: of those on the way, past their term."""

    name: str
    states: Counter[str] = field(default_factory=Counter)
    passed: int = 0

    @property
    def total(self) -> int:
        """How many routes it has."""
        return self.states.total()

    def take(self, state: RouteState, count: int, passed: int) -> None:
        """So many more routes in this state."""
        self.states[state.value] += count
        self.passed += passed


@dataclass(frozen=True)
class Progress:
    """All routes together, then by group; `hidden`: how many groups are not shown (`shown`)."""

    whole: Group
    groups: list[Group]
    hidden: int


@dataclass(frozen=True)
class Deficit:
    """One group of results: `people` who have one, `weak` of them with a high deficit."""

    name: str
    people: int
    weak: int


@dataclass(frozen=True)
class Deficits:
    """Groups of at least five people; `hidden`: how many smaller ones there are."""

    by: str
    groups: list[Deficit]
    hidden: int


@dataclass(frozen=True)
class Risk:
    """A route that may need a word, and why; `told`: somebody gave one this week."""

    route: Route
    late: bool
    silent: bool
    few: bool
    told: bool


def opens(roles: Collection[Role]) -> bool:
    """Does somebody with these offices see many routes at a glance?"""
    return staff.opens(roles)


async def progress(work: Work) -> Progress:
    """How far the routes are: by municipality for a centre, by school for a school. Refuses NotYours."""
    mine = await staff.reach(work)
    query = counted_routes(mine.schools, mine.regions, work.today)
    whole, groups = Group(""), dict[str, Group]()
    for municipality, school, state, count, passed in await work.session.execute(query):
        name = municipality if mine.regions else school
        whole.take(state, count, passed)
        groups.setdefault(name, Group(name)).take(state, count, passed)
    open_ones = shown({name: one.total for name, one in groups.items()})
    seen = [one for name, one in groups.items() if name in open_ones]
    return Progress(whole, seen, len(groups) - len(seen))


def shown(sizes: Mapping[str, int]) -> set[str]:
    """Groups of at least five people; nor may a smaller one be had by taking those from the whole.

    So what is hidden holds nobody or at least five together: the smallest group that would do is hidden, too.
    """
    hidden = {name for name, size in sizes.items() if size < LEAST_IN_A_GROUP}
    together = sum(sizes[name] for name in hidden)
    if 0 < together < LEAST_IN_A_GROUP and len(hidden) < len(sizes):
        hidden.add(min(sizes.keys() - hidden, key=lambda name: (sizes[name], name)))
    return sizes.keys() - hidden


async def deficits(work: Work, by: str) -> Deficits:
    """Where results by others show a high deficit; groups of fewer than five people are hidden. Refuses NotYours."""
    if by not in BY:
        raise NotYours("refusal-not-yours")
    mine = await staff.reach(work)
    low = _high_deficit(work)
    query = counted_deficits(mine.schools, mine.regions, by, low)
    found = [Deficit(*row) for row in await work.session.execute(query)]
    large = [one for one in found if one.people >= LEAST_IN_A_GROUP and one.name]
    return Deficits(by, large, len(found) - len(large))


def _high_deficit(work: Work) -> int:
    """Up to which score a deficit is high, by the regulation at home, else by the first that measures."""
    home = work.rules.of_organisation(work.person.organisation)
    laws = (home, *work.rules.regulations.regulations)
    measures = next(one.levels_of_score for one in laws if one.levels_of_score is not None)
    return next(band.upto for band in measures.bands if band.deficit is DeficitLevel.HIGH)


async def risks(work: Work, at: int = 0) -> Page[Risk]:
    """Whose route may need a word: of the own teams, of the school, of the region; by name, never by number."""
    mine = await _reach(work)
    least = {
        law.id: law.min_activities.planned
        for law in work.rules.regulations.regulations
        if law.min_activities is not None
    }
    query = routes_at_risk(work.person.id, mine.schools, mine.regions, work.now, work.today, least)
    turn = await pages.turn(work, query, Route.id, at, ON_A_PAGE)
    rows = (await work.session.execute(turn.query)).unique().all()
    told = await _told(work, (row[0] for row in rows))
    found = [Risk(route, late, silent, few, route.id in told) for route, late, silent, few in rows]
    return turn.of(found)


async def _reach(work: Work) -> Reach:
    """An office reaches a school or a region; whoever has none sees the own teams."""
    offices = await work.all(roles_of(work.person.id, work.today))
    return await staff.reach(work) if staff.opens([one.role for one in offices]) else NOBODY


async def _told(work: Work, routes: Iterable[Route]) -> set[int]:
    keys = {_once(work, route): route.id for route in routes}
    return {keys[key] for key in await already_told(work, list(keys))}


def _once(work: Work, route: Route) -> str:
    year, week, _ = work.today.isocalendar()
    return f"{WORD}:{route.id}:{year}-{week}"


async def nudge(work: Work, route_id: int) -> Route:
    """«Напомнить»: the teacher hears a gentle word, once a week, whoever gives it.

    Refuses NotYours to who neither accompanies the route nor looks after its school; overview-told a second time;
    overview-not-going where it is not walked.
    """
    route = await work.get(route_by_id(route_id))
    mine = await _reach(work)
    if not mine.covers(route.organisation) or route.teacher_id == work.person.id:
        route.only_team(work.person, work.today)
    if route.state is not RouteState.ACTIVE or route.is_suspended(work.today):
        raise Outdated("overview-not-going")
    if route.id in await _told(work, [route]):
        raise Outdated("overview-told")
    work.notify(route.teacher_id, WORD, once=_once(work, route), urgent=False, name=work.person.short_name)
    work.remember(route.id, "route.nudged")
    return route
