"""The checklist of a final event: who brings what, three days before, each ticked off by its owner (S000 3.1.4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from models.errors import NotYours
from models.final_event import FinalEvent, FinalEventState, final_event_by_id
from models.final_event_check import Check, check_by_id, checks_named, checks_of
from models.final_event_guest import Guest
from models.final_event_sweep import final_events_named, final_events_to_check, noted
from models.people import Person
from regulations.team import Preparation, Readiness
from services import final_event, final_event_news, final_event_roles, speaking_hour
from services.standing import Standing, Waiting
from services.work import Work


@dataclass(frozen=True)
class Point:
    """One point of the checklist: what, whose it is, and how it stands."""

    check: Check
    thing: Readiness
    owners: list[Person]

    def is_of(self, person: Person) -> bool:
        """Whether this person sees to it."""
        return any(one.id == person.id for one in self.owners)


@dataclass(frozen=True)
class Checklist:
    """Everything that has to be ready for one event."""

    event: FinalEvent
    points: list[Point]

    @property
    def done(self) -> int:
        """How many points are ready."""
        return sum(one.check.done_at is not None for one in self.points)

    def of(self, person: Person) -> list[Point]:
        """What one person sees to."""
        return [one for one in self.points if one.is_of(person)]


async def sweep(work: Work) -> int:
    """The clock sends the checklist round, once for a day of an event. Returns how many notices."""
    today = work.now.date()
    most = max((one.days for one in _preparations(work)), default=0)
    written, told = 0, []
    for event in await work.all(
        final_events_to_check(today - timedelta(days=1), today + timedelta(days=most + 1))
    ):
        if _is_time(work, event):
            written += await _send(work, event)
            told.append(event)
    for event in told:
        await work.session.execute(noted([event.id], checked_for=event.on_date or today))
    return written


def _preparations(work: Work) -> list[Preparation]:
    found = (one.final_event.preparation for one in work.rules.regulations.regulations)
    return [one for one in found if one is not None]


def _is_time(work: Work, event: FinalEvent) -> bool:
    """From the hour of reminders so many days before; what was changed just now is left to settle."""
    rule = work.rules.of(event.route).final_event.preparation
    if rule is None or event.on_date is None or speaking_hour.is_quiet(work, event.route):
        return False
    local = event.route.organisation.local(work.now)
    begins = (event.on_date - timedelta(days=rule.days), speaking_hour.ladder_of(work, event.route).at)
    settled = event.news_at is None or work.now - event.news_at >= final_event_news.SETTLED
    return (local.date(), local.time()) >= begins and local.date() <= event.on_date and settled


async def _send(work: Work, event: FinalEvent) -> int:
    """The teacher gets the whole list, everybody else what is theirs and not ready."""
    found = await _checklist(work, event)
    waiting = defaultdict(list)
    for point in found.points:
        for owner in point.owners if point.check.done_at is None else ():
            waiting[owner.id].append(point)
    waiting.pop(event.route.teacher_id, None)
    for person_id, points in waiting.items():
        work.notify(
            person_id,
            "final-event-check",
            once=f"final-event-check:{event.id}:{event.on_date}:{person_id}",
            urgent=False,
            **letter(event, points),
        )
    work.notify(
        event.route.teacher_id,
        "final-event-checklist",
        once=f"final-event-checklist:{event.id}:{event.on_date}",
        urgent=False,
        **letter(event, found.points),
        teacher_id=event.route.teacher_id,
        version=event.version,
    )
    return len(waiting) + 1


def letter(event: FinalEvent, points: Sequence[Point]) -> dict[str, Any]:
    """Points of a checklist as facts of a notice."""
    return {
        "event": event.id,
        "teacher": event.route.teacher.short_name,
        "title": event.title,
        "on": event.on_date,
        "hour": event.hour,
        "place": event.place,
        "things": [
            {
                "check": one.check.id,
                "version": one.check.version,
                "title": one.thing.title,
                "hint": one.thing.hint or "",
                "sheet": one.thing.sheet,
                "done": one.check.done_at is not None,
                "owners": [owner.short_name for owner in one.owners],
                "owner_ids": [owner.id for owner in one.owners],
            }
            for one in points
        ],
    }


async def lists_that_stand(work: Work, waiting: Sequence[Waiting]) -> dict[int, Standing]:
    """A list about an event that was moved, decided or taken out, or whose points are ready, is needless."""
    ids = [one.facts["event"] for one in waiting]
    events = {one.id: one for one in await work.all(final_events_named(ids))}
    named = [thing["check"] for one in waiting for thing in one.facts["things"]]
    checks = {one.id: one for one in await work.all(checks_named(named))}
    found = {}
    for one in waiting:
        event = events.get(one.facts["event"])
        if event and event.state is FinalEventState.PLANNED and event.on_date == one.facts["on"]:
            things = [_fresh(thing, checks[thing["check"]]) for thing in one.facts["things"]]
            if not all(thing["done"] for thing in things):
                found[one.id] = Standing({**one.facts, "things": things, **_version(one, event)})
    return found


def _fresh(thing: dict[str, Any], check: Check) -> dict[str, Any]:
    return {**thing, "version": check.version, "done": check.done_at is not None}


def _version(one: Waiting, event: FinalEvent) -> dict[str, Any]:
    return {"version": event.version} if "version" in one.facts else {}


async def _checklist(work: Work, event: FinalEvent) -> Checklist:
    """The points of the regulation with their rows, which are made when somebody looks for the first time."""
    rule = work.rules.of(event.route).final_event.preparation
    things = rule.things if rule else ()
    rows = {one.code: one for one in await work.all(checks_of(event.id))}
    for thing in things:
        if thing.code not in rows:
            rows[thing.code] = Check(event=event, code=thing.code, done_by=None)
            work.session.add(rows[thing.code])
    await work.session.flush()
    roles = await final_event_roles.around(work, event.route)
    return Checklist(event, [Point(rows[one.code], one, roles.first_held(one.by)) for one in things])


async def look(work: Work, event_id: int) -> Checklist:
    """The teacher's own checklist. Refuses NotYours."""
    return await _checklist(work, await final_event.event(work, event_id))


async def own_points(work: Work, event: FinalEvent) -> list[Point]:
    """What the acting person sees to for an event; often nothing."""
    return (await _checklist(work, event)).of(work.person)


async def duties_of_guest(work: Work, guest: Guest) -> list[Point]:
    """What an invited person brings besides; the event is loaded with its team only for that."""
    return await own_points(work, await work.get(final_event_by_id(guest.event_id)))


async def sheet_point(work: Work, event: FinalEvent) -> Point | None:
    """The point of the checklist that the monitoring sheet stands for, if the regulation has one."""
    return next((one for one in (await _checklist(work, event)).points if one.thing.sheet), None)


async def mine(work: Work, event_id: int) -> Checklist:
    """What the acting person sees to for an event. Refuses NotYours to people who see to nothing there."""
    event = await work.get(final_event_by_id(event_id))
    points = await own_points(work, event)
    if not points:
        raise NotYours("refusal-not-yours")
    return Checklist(event, points)


async def owned(work: Work, check_id: int) -> Point:
    """A point that the acting person sees to. Refuses NotYours to everybody else."""
    check = await work.get(check_by_id(check_id))
    for point in await own_points(work, check.event):
        if point.check.id == check_id:
            return point
    raise NotYours("refusal-not-yours")


async def event_of(work: Work, check_id: int) -> FinalEvent:
    """The event that a point belongs to; who may see what of it is asked next."""
    return (await work.get(check_by_id(check_id))).event


async def tick(work: Work, check_id: int, *, drawn: int) -> Point:
    """The owner ticks a point off. Refuses: NotYours, final-event-check-outdated."""
    point = await owned(work, check_id)
    point.check.tick(work.person, work.now, drawn)
    work.remember(
        point.check.event.route_id, "final_event.ready", event=point.check.event_id, code=point.check.code
    )
    await work.session.flush()
    return point


async def untick(work: Work, check_id: int, *, drawn: int) -> Point:
    """The owner takes a tick back."""
    point = await owned(work, check_id)
    point.check.untick(drawn)
    work.remember(
        point.check.event.route_id, "final_event.unready", event=point.check.event_id, code=point.check.code
    )
    await work.session.flush()
    return point
