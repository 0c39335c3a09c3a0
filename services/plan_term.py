"""The term and the topic of a route: the teacher's to choose until the plan is approved (S000 3.1.3, X14)."""

from __future__ import annotations

from datetime import date

from models.errors import NotYours, Refusal
from regulations.calendar import add_months
from regulations.duration import Term
from services import plan, plan_change
from services.plan import Plan
from services.work import Work

LONGEST_MONTHS = 120


async def choose_months(work: Work, route_id: int, months: int, *, drawn: int) -> Plan:
    """The teacher takes a term of calendar months from today: 31.08 + 6 is 28.02 (X14)."""
    if not 0 < months <= LONGEST_MONTHS:
        raise NotYours("refusal-not-yours")
    found = await plan.look(work, route_id)
    found.route.drawn(drawn)
    before = found.route.draft
    found.route.start_on(work.today)
    found.route.end_on(add_months(work.today, months))
    return await _chosen(work, found, before)


async def start_on(work: Work, route_id: int, day: date, *, drawn: int) -> Plan:
    """The teacher names the first day of the term. Refuses: NotYours, Outdated, plan-term-confirmed."""
    found = await plan.look(work, route_id)
    found.route.drawn(drawn)
    before = found.route.draft
    found.route.start_on(day)
    return await _chosen(work, found, before)


async def end_on(work: Work, route_id: int, day: date, *, drawn: int) -> Plan:
    """The teacher names the last day. Refuses a backward term, and a breach where the rules are strict."""
    found = await plan.look(work, route_id)
    found.route.drawn(drawn)
    before = found.route.draft
    found.route.end_on(day)
    return await _chosen(work, found, before)


async def _chosen(work: Work, found: Plan, before: int) -> Plan:
    duration = found.regulation.duration
    if duration.strict and found.term in (Term.TOO_SHORT, Term.TOO_LONG):
        raise Refusal(
            "plan-term-strict",
            least=duration.min_months or 0,
            most=duration.max_months or 0,
            clause=duration.clause,
        )
    if found.term is not None:
        starts, ends = found.route.starts_on, found.route.ends_on
        work.remember(found.route.id, "plan.term", starts=starts, ends=ends, term=found.term.value)
    await work.session.flush()
    await plan_change.tell(work, found.route, before)
    return found


async def name_topic(work: Work, route_id: int, topic: str, *, drawn: int | None = None) -> Plan:
    """The teacher says what the route is about; "" is no topic. Refuses: NotYours, plan-on-confirmation."""
    found = await plan.look(work, route_id)
    if drawn is not None:
        found.route.drawn(drawn)
    before = found.route.draft
    if found.route.name_topic(topic):
        work.remember(route_id, "plan.topic", topic=topic)
    await work.session.flush()
    await plan_change.tell(work, found.route, before)
    return found
