"""What teachers are reminded of: activities, reports, final events, each with its local date (DESIGN 15)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from models.final_event import FinalEvent
from models.plan import Activity
from models.reminder import Swept, activities_ahead, final_events_ahead, reports_owed
from models.route import Route
from regulations.ladder import Deadline, Ladder, Moment, Thing
from services.work import Work

REPORT_DUE = timedelta(days=7)
"""Ours, an internal term: no regulation names one for a report (X17); after a week the details are gone."""

NOWHEN = (date(9000, 1, 1), date(1000, 1, 1))
ACTIVITY, REPORT, FINAL_EVENT = "activity", "report", "final_event"


@dataclass(frozen=True)
class Cohort:
    """Routes that are reminded alike: of one organisation, under one edition of a regulation."""

    organisation_id: int
    regulation: str
    edition: int

    @classmethod
    def of(cls, row: Route | Swept) -> Cohort:
        """The cohort that a route belongs to, or that a mark is about."""
        return cls(row.organisation_id, row.regulation, row.edition)


@dataclass(frozen=True)
class Evening:
    """The reminders of one local hour for some cohorts; unwritten are the days after `after`, up to `on`."""

    zone: ZoneInfo
    ladder: Ladder
    after: date
    on: date
    cohorts: frozenset[Cohort]

    @property
    def moment(self) -> datetime:
        """When this evening's reminders are due; aware."""
        return datetime.combine(self.on, self.ladder.at, self.zone)


@dataclass(frozen=True)
class Task:
    """One deadline of one teacher. A report is named by its activity: it may not have been begun."""

    deadline: Deadline
    person_id: int
    title: str

    def matters(self, today: date) -> bool:
        """Is there anything left to do about it? A report can be late; what took place without it is over."""
        return self.deadline.kind == REPORT or self.deadline.on >= today

    def line(self, days_left: int) -> dict[str, Any]:
        """A line of a reminder, as the facts of a notice; `left` below zero is late."""
        one = self.deadline
        return {"kind": one.kind, "id": one.id, "title": self.title, "on": one.on, "left": days_left}


async def around(work: Work, evening: Evening, things: Collection[Thing]) -> list[Task]:
    """Deadlines whose rungs fall on the evening's days, and the named things, as they are now."""
    first = evening.after + timedelta(days=1 + min(evening.ladder.days))
    last = evening.on + timedelta(days=max(evening.ladder.days))
    today = work.now.astimezone(evening.zone).date()
    found = await _look(work, first, last, today, things)
    return [
        _task(kind, row, evening.zone, evening.after)
        for kind, row in found
        if Cohort.of(row.route) in evening.cohorts
    ]


async def still_open(work: Work, things: Collection[Thing]) -> list[Task]:
    """Those of the named things of the acting person that are not done, as they are now."""
    zone = ZoneInfo(work.person.organisation.timezone)
    found = await _look(work, *NOWHEN, work.today, things)
    tasks = [_task(kind, row, zone, date.min) for kind, row in found]
    return sorted(
        (task for task in tasks if task.person_id == work.person.id), key=lambda task: task.deadline.on
    )


async def _look(
    work: Work, first: date, last: date, today: date, things: Collection[Thing]
) -> list[tuple[str, Activity | FinalEvent]]:
    activities = await work.all(activities_ahead(first, last, _ids(things, ACTIVITY)))
    held = (first - REPORT_DUE, last - REPORT_DUE)
    owed = await work.all(reports_owed(*held, today, _ids(things, REPORT)))
    events = await work.all(final_events_ahead(first, last, _ids(things, FINAL_EVENT)))
    found: list[tuple[str, Activity | FinalEvent]] = [(ACTIVITY, row) for row in activities]
    found += [(REPORT, row) for row in owed]
    return found + [(FINAL_EVENT, row) for row in events]


def _ids(things: Iterable[Thing], kind: str) -> list[int]:
    return [id for of, id in things if of == kind]


def _task(kind: str, row: Activity | FinalEvent, zone: ZoneInfo, after: date) -> Task:
    """A row as a deadline. Mute are rungs written before, and those before the row or the confirmed plan.

    A report is not spoken of before its activity is over.
    """
    assert row.on_date is not None
    on = row.on_date + REPORT_DUE if kind == REPORT else row.on_date
    unwritten = after + timedelta(days=1)
    over = row.on_date + timedelta(days=1) if kind == REPORT else unwritten
    born = [_local(at, zone) for at in (row.created_at, row.route.confirmed_at) if at is not None]
    since = max([(unwritten, time.min), (over, time.min), *born])
    return Task(Deadline(kind, row.id, on, since), row.route.teacher_id, row.title)


def _local(at: datetime, zone: ZoneInfo) -> Moment:
    moment = at.astimezone(zone)
    return moment.date(), moment.time()
