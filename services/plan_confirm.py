"""The word on a plan: the teacher sends it, the tutor confirms or returns it (S000 3.1.2, X22, X27, X31)."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import joinedload

from models.errors import Refusal
from models.history import HistoryLine, last_word
from models.people import Appointment, methodists_of
from models.route import Route, RouteState, TeamMember, plans_waiting, route_by_id
from services import plan
from services.plan import Plan
from services.work import Work


async def send(work: Work, route_id: int, *, drawn: int, reason: str = "") -> Plan:
    """The teacher sends the plan; whoever confirms hears, with the whole plan and the reason for a departure.

    Refuses: NotYours, plan-already-sent, plan-no-term, plan-empty, plan-needs-a-reason, plan-nobody-confirms.
    """
    found = await plan.look(work, route_id)
    found.route.send_to_tutor(work.person, drawn)
    if not found.activities:
        raise Refusal("plan-empty")
    if found.needs_a_reason and not reason:
        raise Refusal("plan-needs-a-reason")
    confirmers = await _confirmers(work, found.route)
    work.remember(route_id, "plan.sent", reason=reason, planned=len(found.activities))
    await work.session.flush()
    for member in confirmers:
        once = f"plan-waiting:{route_id}:{found.route.version}:{member.person_id}"
        work.notify(member.person_id, "plan-waiting", once=once, **letter(found, reason))
    return found


async def _confirmers(work: Work, route: Route) -> list[TeamMember]:
    """Who is to confirm; refuses when there is nobody, and names whom to ask."""
    found = route.confirmers(work.today)
    if not found:
        query = methodists_of(route.organisation.region, work.today).options(joinedload(Appointment.person))
        offices = await work.all(query)
        names = sorted({one.person.short_name for one in offices if one.person_id != route.teacher_id})
        raise Refusal("plan-nobody-confirms", names=", ".join(names), known=len(names))
    return found


def letter(found: Plan, reason: str = "") -> dict[str, Any]:
    """Everything that the one who confirms should see, as facts of a notice."""
    route, duration, least = found.route, found.regulation.duration, found.least
    return {
        "route": route.id,
        "version": route.version,
        "waiting": route.state is RouteState.ON_CONFIRMATION,
        "name": route.teacher.short_name,
        "school": route.organisation.name,
        "starts": route.starts_on,
        "ends": route.ends_on,
        "term": found.term.value if found.term else "",
        "bounds": [duration.min_months or 0, duration.max_months or 0],
        "term_clause": duration.clause,
        "rows": [plan.row_facts(found, one) for one in found.activities],
        "least": least.planned if least else 0,
        "least_clause": least.clause if least else "",
        "reason": reason,
    }


async def take_back(work: Work, route_id: int, *, drawn: int) -> Plan:
    """The teacher takes the plan back. Refuses once the tutor has spoken, and NotYours."""
    found = await plan.look(work, route_id)
    found.route.take_back(work.person, drawn)
    work.remember(route_id, "plan.taken_back")
    await work.session.flush()
    return found


async def read(work: Work, route_id: int) -> dict[str, Any]:
    """The plan for somebody of the team, with the reason it was sent with. Refuses NotYours."""
    route = await work.get(route_by_id(route_id))
    route.only_team(work.person, work.today)
    sent = await work.find(last_word(route_id, "plan.sent"))
    return letter(await plan.of_route(work, route), str(sent.facts.get("reason", "")) if sent else "")


async def waiting(work: Work) -> list[Route]:
    """The plans that wait for the acting person's word."""
    return await work.all(plans_waiting(work.person.id, work.today))


async def confirm(work: Work, route_id: int, *, drawn: int) -> Route:
    """A team member confirms: the route is active, the teacher hears once.

    Refuses: NotYours (also the own plan, X27), plan-confirmed-already, plan-not-waiting, refusal-outdated.
    """
    route = await work.get(route_by_id(route_id))
    route.confirm(work.person, work.now, work.today, drawn)
    work.remember(route_id, "plan.confirmed")
    await work.session.flush()
    once = f"plan-confirmed:{route_id}:{route.version}"
    work.notify(route.teacher_id, "plan-confirmed", once=once, by=work.person.short_name)
    return route


async def ready_to_return(work: Work, route_id: int, *, drawn: int) -> Route:
    """A team member is about to return the plan: refuses what `give_back` would refuse, changes nothing."""
    route = await work.get(route_by_id(route_id))
    route.open_for_a_word(work.person, work.today, drawn)
    return route


async def give_back(work: Work, route_id: int, *, drawn: int, phrase: str = "own", reason: str = "") -> Route:
    """A team member returns the plan with a reason: a ready phrase by its code, or own words (X31).

    The teacher hears once. Refuses: NotYours, plan-no-reason, plan-confirmed-already, plan-not-waiting.
    """
    if phrase == "own" and not reason:
        raise Refusal("plan-no-reason")
    route = await work.get(route_by_id(route_id))
    route.give_back(work.person, work.today, drawn)
    work.remember(route_id, "plan.returned", phrase=phrase, reason=reason)
    await work.session.flush()
    once = f"plan-returned:{route_id}:{route.version}"
    by = work.person.short_name
    work.notify(route.teacher_id, "plan-returned", once=once, by=by, phrase=phrase, reason=reason)
    return route


async def returned(work: Work, route: Route) -> HistoryLine | None:
    """Why the draft came back, as long as nothing else has been said about it."""
    last = await work.find(last_word(route.id, "plan.sent", "plan.returned", "plan.confirmed"))
    return last if last is not None and last.verb == "plan.returned" else None
