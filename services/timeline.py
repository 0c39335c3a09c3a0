"""A route in time for its picture: every row of the plan and every final event, and how each stands."""

from __future__ import annotations

from datetime import date

from documents.timeline import Line, Row, State
from models.deadlines import AWAY
from models.final_event import FinalEvent, FinalEventState, final_events_of
from models.plan import Activity, ActivityState
from models.report import reports_of
from services import plan
from services.work import Work


async def of_route(work: Work, route_id: int) -> Line:
    """The route as it stands today, for the teacher and the team. Refuses NotYours."""
    found = await plan.see(work, route_id)
    route = found.route
    today = route.organisation.today(work.now)
    sent = {one.activity_id for one in await work.all(reports_of(route.id)) if one.state in AWAY}
    rows = [Row(one.title, one.on_date, _row(one, one.id in sent, today)) for one in found.activities]
    events = await work.all(final_events_of(route.id))
    rows += [Row(one.title, one.on_date, _event(one, today)) for one in events]
    return Line(route.teacher.short_name, route.starts_on, route.ends_on, today, rows)


def _row(one: Activity, sent: bool, today: date) -> State:
    if one.state is ActivityState.HELD:
        return "done" if sent else "owed"
    if one.state is ActivityState.NOT_DONE:
        return "not_done"
    if one.state is ActivityState.ON_REPLACEMENT:
        return "replaced"
    return "waiting" if one.on_date is not None and one.on_date < today else "planned"


def _event(one: FinalEvent, today: date) -> State:
    if one.state is FinalEventState.HELD:
        return "event_held"
    if one.state is FinalEventState.NOT_HELD:
        return "event_not_held"
    return "event_waiting" if one.on_date is not None and one.on_date < today else "event_planned"
