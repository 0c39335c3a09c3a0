"""What of the own route, and of the events that one comes to, stands in a calendar; titles only, nobody's name."""

from __future__ import annotations

from datetime import datetime

from documents import typeset
from documents.calendar_file import Entry
from models.errors import NotYours
from models.final_event import FinalEvent, FinalEventState, final_events_of
from models.final_event_guest import GuestAnswer, invitations_to
from models.plan import Activity, ActivityState, activities_of, activity_by_id
from models.route import Route, RouteState, routes_of_teacher
from services.work import Work

ADDRESS = "marshrut"


async def entries(work: Work) -> list[Entry]:
    """Everything to come of the acting person, by day."""
    found = []
    route = await work.find(routes_of_teacher(work.person.id))
    if route is not None and route.state is not RouteState.CLOSED:
        rows = await work.all(activities_of(route.id))
        events = await work.all(final_events_of(route.id))
        found += [of_row(one) for one in rows if is_to_come(one)]
        found += [_of_event(one) for one in events if one.state is FinalEventState.PLANNED]
        found += _end(work, route)
    for guest in await work.all(invitations_to(work.person.id, work.today)):
        if guest.answer is GuestAnswer.COMES:
            found.append(_of_event(guest.event))
    return sorted(found, key=lambda one: (f"{one.begins:%Y-%m-%d}", one.uid))


async def row(work: Work, activity_id: int) -> Entry:
    """One row of the own plan. Refuses NotYours: somebody else's, and one without a day to come."""
    found = await work.get(activity_by_id(activity_id))
    found.route.only_teacher(work.person)
    if not is_to_come(found):
        raise NotYours("refusal-not-yours")
    return of_row(found)


def is_to_come(one: Activity) -> bool:
    """Whether a row of the plan has a day and is not over."""
    return one.state is ActivityState.PLANNED and one.on_date is not None


def of_row(one: Activity) -> Entry:
    """A row of the plan that has a day."""
    last = one.on_date
    assert last is not None
    uid = _uid("activity", one.id, one.created_at)
    return Entry(uid, one.version, one.title, one.starts_on or last, one.created_at, last)


def _of_event(one: FinalEvent) -> Entry:
    day = one.on_date
    assert day is not None
    begins = datetime.combine(day, one.at_time) if one.at_time is not None else day
    return Entry(_uid("event", one.id, one.created_at), one.version, one.title, begins, one.created_at)


def _end(work: Work, route: Route) -> list[Entry]:
    """The last day of the route."""
    if route.ends_on is None:
        return []
    title = typeset.words("archive", work.account.language)["term_ends"]
    uid = _uid("route", route.id, route.created_at)
    return [Entry(uid, route.version, title, route.ends_on, route.created_at)]


def _uid(kind: str, number: int, made_at: datetime) -> str:
    """The same for ever; no two databases give the same one but by a chance of the second."""
    return f"{kind}-{number}-{int(made_at.timestamp())}@{ADDRESS}"
