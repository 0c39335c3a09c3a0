"""The correction of each route at least once a year: a correction, or the word that none is needed (S001 4.4, X18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from models.correction import Correction, CorrectionState, corrections_sent, unchanged_drafts
from models.errors import NotYours, Outdated
from models.people import Role
from models.route import Route, RouteState, route_by_id
from regulations.outcome import Correction as Rule
from regulations.revision import next_due
from services import correction, signing_offices
from services.work import Work

ASKED_BEFORE = (30, 7)
"""Days before the anniversary of the approval (X18)."""


@dataclass(frozen=True)
class Revision:
    """How a route stands with its yearly correction. `due`: by which local day; `done`: the newest one in force.

    `under_way`: one that goes round, or a draft of «изменений не требуется».
    """

    route: Route
    rule: Rule
    due: date
    today: date
    done: Correction | None
    under_way: Correction | None

    @property
    def overdue(self) -> bool:
        """Has the anniversary gone by without a correction?"""
        return self.due < self.today and self.under_way is None

    @property
    def rung(self) -> int | None:
        """Which question is due: 30 or 7 days before; None: nothing is asked now."""
        left = (self.due - self.today).days
        if self.under_way is not None or left < 0 or self.ends_before:
            return None
        return min((one for one in ASKED_BEFORE if left <= one), default=None)

    @property
    def ends_before(self) -> bool:
        """The route is over by then: its conclusions look back instead."""
        return self.route.ends_on is not None and self.route.ends_on <= self.due

    @property
    def waits(self) -> bool:
        """Is a word awaited now?"""
        return self.rung is not None or (self.overdue and not self.ends_before)


def began(route: Route) -> date | None:
    """The local day of the approval (X20); None while there is none."""
    if route.began_on is None and route.confirmed_at is not None:
        return route.organisation.today(route.confirmed_at)
    return route.began_on


async def of(work: Work, routes: list[Route]) -> list[Revision]:
    """These routes, as far as their regulation wants a yearly correction and they are being walked."""
    walked = [
        one
        for one in routes
        if one.state is RouteState.ACTIVE and began(one) and work.rules.of(one).correction.min_per_year
    ]
    sent = await work.all(corrections_sent([one.id for one in walked])) if walked else []
    return [_of_route(work, route, [one for one in sent if one.route_id == route.id]) for route in walked]


def _of_route(work: Work, route: Route, sent: list[Correction]) -> Revision:
    rule, today = work.rules.of(route).correction, route.organisation.today(work.now)
    done = next((one for one in sent if one.state is CorrectionState.DONE), None)
    last = route.organisation.today(done.closed_at) if done is not None and done.closed_at else None
    first = began(route)
    assert first is not None
    due = next_due(first, last, rule.min_per_year, today)
    under_way = next((one for one in sent if one.state is CorrectionState.SIGNING), None)
    return Revision(route, rule, due, today, done, under_way)


async def look(work: Work, route_id: int) -> Revision:
    """The yearly correction of a route, for its teacher and whoever may correct it. Refuses NotYours, Outdated."""
    route = await work.get(route_by_id(route_id))
    if route.teacher_id != work.person.id:
        route.only_roles(work.person, work.today, work.rules.of(route).team.drafting.roles)
    found = await of(work, [route])
    if not found:
        raise Outdated("revision-none")
    return found[0]


async def unchanged(work: Work, route_id: int, due: date) -> Correction:
    """«Изменений не требуется» for the year that ends on `due`: it goes round as any correction (X18).

    Refuses: NotYours; revision-under-way; revision-outdated for another year than the one that is asked.
    """
    found = await look(work, route_id)
    if found.under_way is not None:
        raise Outdated("revision-under-way")
    if found.due != due or not found.waits:
        raise Outdated("revision-outdated")
    one = await work.find(unchanged_drafts(route_id)) or Correction(
        route_id=route_id, author_id=work.person.id, created_at=work.now
    )
    if one.author_id != work.person.id:
        raise NotYours("refusal-not-yours")
    work.session.add(one)
    await work.session.flush()
    made = await correction.look(work, one.id)
    return await correction.send(work, made.id, drawn=made.version)


async def deputies(work: Work, route: Route) -> list[int]:
    """Who hears that a year has gone by: the deputy heads of the school, else its head; never the teacher."""
    offices = await signing_offices.around(work, route)
    for role in (Role.DEPUTY_HEAD, Role.HEAD):
        held = sorted({one.person_id for one in offices if one.role is role} - {route.teacher_id})
        if held:
            return held
    return []


def longest_wait(work: Work) -> timedelta:
    """Nobody is asked about a route that is younger than this."""
    most = max(one.correction.min_per_year for one in work.rules.regulations.regulations)
    return timedelta(days=365 // max(1, most) - max(ASKED_BEFORE) - 3)
