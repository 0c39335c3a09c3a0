"""When the next diagnosis is due by the act that orders it: teachers hear two weeks before (S000 3.1.1, R0-029)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from models.house import (
    HouseRules,
    diagnosis_orders_not_looked_at,
    last_records,
    last_self_diagnoses,
    open_routes_at,
    schools_under,
)
from models.people import Organisation
from models.route import Route
from models.staff_search import routes_by_ids
from regulations.calendar import add_months
from services import house, speaking_hour, yearly_moment
from services.once import unheard
from services.standing import Standing, Waiting
from services.work import Work

BEFORE = timedelta(days=14)
"""So long before the day the teacher hears of it. Ours."""


@dataclass(frozen=True)
class Due:
    """The next diagnosis of one route. `months`, `act`: how often, and who has ordered it ("" unknown)."""

    route: Route
    on: date
    months: int
    act: str
    clause: str
    """The clause that leaves it to acts; "" where the text does not speak of it."""


async def of(work: Work, school: Organisation, routes: Sequence[Route], order: HouseRules) -> list[Due]:
    """When each of these routes of one school is due; none for who has never taken part (the entry diagnosis)."""
    ids = [one.id for one in routes]
    held: dict[int, list[date]] = defaultdict(list)
    for route_id, ended_at in await work.session.execute(last_self_diagnoses(ids)):
        held[route_id] += [school.today(ended_at)] if ended_at is not None else []
    for route_id, day in await work.session.execute(last_records(ids)):
        held[route_id] += [day] if day is not None else []
    months = order.diagnosis_months or 0
    return [
        Due(one, add_months(max(held[one.id]), months), months, order.diagnosis_act, _clause(work, one))
        for one in routes
        if held[one.id]
    ]


def _clause(work: Work, route: Route) -> str:
    rule = work.rules.of(route).diagnosis.periodicity
    return rule.clause if rule is not None else ""


async def of_route(work: Work, route: Route) -> Due | None:
    """When the next one is due for a route; None where nobody has ordered it. The asker is known to see the route."""
    order = await house.diagnosis_order(work, route.organisation)
    found = await of(work, route.organisation, [route], order) if order is not None else []
    return found[0] if found else None


async def sweep(work: Work) -> int:
    """Organisations that order it, once a day from the hour of reminders. Returns how many notices."""
    written = 0
    for order in await work.all(diagnosis_orders_not_looked_at(work.now.date())):
        if speaking_hour.has_come_at(work, order.organisation):
            written += await _look_at(work, order, order.organisation.today(work.now))
    return written


async def _look_at(work: Work, order: HouseRules, today: date) -> int:
    if order.looked_on == today:
        return 0
    order.looked_on = today
    schools = await work.all(schools_under(order.organisation))
    written = sum([await _tell(work, school, order, today) for school in schools])
    await work.session.flush()
    return written


async def _tell(work: Work, school: Organisation, order: HouseRules, today: date) -> int:
    routes = [one for one in await work.all(open_routes_at(school.id)) if not one.is_suspended(today)]
    written = 0
    for due in await of(work, school, routes, order):
        if today < due.on - BEFORE:
            continue
        about = f"diagnosis-due:{due.route.id}:{due.on.isoformat()}"
        for person_id, once in (await unheard(work, about, [due.route.teacher_id])).items():
            work.notify(person_id, "diagnosis-due", once=once, urgent=False, **_facts(due))
            written += 1
    return written


def _facts(due: Due) -> dict[str, Any]:
    return {
        "route": due.route.id,
        "on": due.on,
        "months": due.months,
        "act": due.act,
        "clause": due.clause,
    }


async def that_stand(work: Work, those: Sequence[Waiting]) -> dict[int, Standing]:
    """A diagnosis that was taken meanwhile, or an order that is gone, is needless; others wait for their hour."""
    routes = await work.all(routes_by_ids({one.facts["route"] for one in those}))
    found = {route.id: await of_route(work, route) for route in routes}
    due = {id: one.on for id, one in found.items() if one is not None}
    chosen = await yearly_moment.settings_of(work, those)
    return {
        one.id: yearly_moment.at_their_hour(work, one, chosen, dict(one.facts))
        for one in those
        if due.get(one.facts["route"]) == one.facts["on"]
    }
