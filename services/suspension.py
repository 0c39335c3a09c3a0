"""A methodist, the head or the deputy lets a route stand still and go on again, with or without a longer term.

Illness, leave; nobody is reminded meanwhile. The teacher and the team hear once of each.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from models.errors import NotYours, Refusal
from models.route import Route, RouteState, route_by_id
from models.suspension import Suspension, SuspensionState, suspension_by_id, suspensions_of
from regulations.duration import Duration, Term
from services import staff
from services.work import Work

REASONS = ("illness", "parental", "leave", "away")
"""Ready reasons, by code; anything else is own words."""


@dataclass(frozen=True)
class Break:
    """A break with its route. `days`: by how many the term would grow; `ends_on`: its end then; `long`: too long.

    `grows`: whether prolonging is offered at all: an approved plan with an end.
    """

    suspension: Suspension
    route: Route
    duration: Duration
    days: int
    ends_on: date | None
    long: bool

    @property
    def grows(self) -> bool:
        """Whether the term may be prolonged by the days of the break."""
        return self.ends_on is not None and self.days > 0


async def begin(work: Work, person_id: int) -> Suspension:
    """An officer begins to enter a break of somebody's route, or goes on with it.

    Refuses NotYours; conclusions-route-over; suspension-already where the route stands still, or will.
    """
    known = await staff.look(work, person_id)
    route = known.route
    if route is None or person_id == work.person.id:
        raise NotYours("refusal-not-yours")
    route.only_going()
    if route.suspended_on is not None:
        raise Refusal("suspension-already", since=route.suspended_on)
    for one in await work.all(suspensions_of(route.id, SuspensionState.DRAFT)):
        if one.author_id == work.person.id:
            return one
    made = Suspension(
        route=route,
        author_id=work.person.id,
        state=SuspensionState.DRAFT,
        reason="",
        endless=False,
        days=0,
        made_at=work.now,
    )
    work.session.add(made)
    await work.session.flush()
    return made


async def current(work: Work, person_id: int) -> Suspension:
    """The break in force of somebody's route. Refuses NotYours."""
    known = await staff.look(work, person_id)
    if known.route is None:
        raise NotYours("refusal-not-yours")
    return await work.get(suspensions_of(known.route.id, SuspensionState.ON))


async def look(work: Work, suspension_id: int) -> Break:
    """A break for who enters it; once in force, for everybody who looks after the route. Refuses NotYours."""
    found = await work.get(suspension_by_id(suspension_id))
    route = await work.get(route_by_id(found.route_id))
    mine = await staff.reach(work)
    if not mine.covers(route.organisation) or route.teacher_id == work.person.id:
        raise NotYours("refusal-not-yours")
    if found.state in (SuspensionState.DRAFT, SuspensionState.DROPPED):
        found.only_author(work.person)
    duration = work.rules.of(route).duration
    days = found.lasts(route.organisation.today(work.now)) if found.state is SuspensionState.ON else 0
    ends = None
    if route.state is RouteState.ACTIVE and route.ends_on is not None:
        ends = route.ends_on + timedelta(days=days)
    long = ends is not None and route.starts_on is not None
    too_long = long and duration.judge(route.starts_on or ends, ends) is Term.TOO_LONG  # type: ignore[arg-type]
    return Break(found, route, duration, days, ends, too_long)


async def explain(work: Work, suspension_id: int, reason: str, *, drawn: int | None = None) -> Break:
    """Why. Refuses NotYours, Outdated."""
    found = await look(work, suspension_id)
    found.suspension.drawn(drawn)
    found.suspension.explain(reason)
    await work.session.flush()
    return found


async def answer(
    work: Work, suspension_id: int, code: str, day: date | None, *, drawn: int | None = None
) -> Break:
    """The first or the last day. Refuses NotYours, Outdated, BadAnswer."""
    found = await look(work, suspension_id)
    found.suspension.drawn(drawn)
    found.suspension.write(code, day)
    await work.session.flush()
    return found


async def drop(work: Work, suspension_id: int, *, drawn: int) -> Break:
    """Not wanted after all; nothing has changed. Refuses NotYours, Outdated."""
    found = await look(work, suspension_id)
    found.suspension.drawn(drawn)
    found.suspension.drop()
    await work.session.flush()
    return found


async def confirm(work: Work, suspension_id: int, *, drawn: int) -> Break:
    """The route stands still on these days. Refuses NotYours, Outdated, suspension-already."""
    found = await look(work, suspension_id)
    one = found.suspension
    one.drawn(drawn)
    one.begin()
    facts = {"reason": one.reason, "starts": one.starts_on, "ends": one.ends_on}
    work.remember(one.route_id, "route.suspended", suspension=one.id, **facts)
    await work.session.flush()
    _tell(work, found, "on")
    return found


async def resume(work: Work, suspension_id: int, *, prolong: bool, drawn: int) -> Break:
    """The route goes on from today, with the term as it was or longer by the break. Refuses NotYours, Outdated."""
    found = await look(work, suspension_id)
    one = found.suspension
    one.drawn(drawn)
    today = found.route.organisation.today(work.now)
    one.end(today, prolong=prolong and found.grows)
    ends = found.route.ends_on
    work.remember(one.route_id, "route.resumed", suspension=one.id, days=one.days, ends=ends)
    await work.session.flush()
    _tell(work, found, "over")
    return found


def _tell(work: Work, found: Break, what: str) -> None:
    """The teacher and the team, each once."""
    one, route = found.suspension, found.route
    team = {member.person_id for member in route.reviewers(work.today)}
    for hearer in sorted({route.teacher_id, *team} - {work.person.id}):
        work.notify(
            hearer,
            "suspension-told",
            once=f"suspension:{one.id}:{what}:{hearer}",
            own=hearer == route.teacher_id,
            name=route.teacher.short_name,
            on=what == "on",
            starts=one.starts_on,
            until=one.ends_on,
            days=one.days,
            ends=route.ends_on,
        )
