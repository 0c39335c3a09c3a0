"""What teachers are reminded of: activities, reports, final events, the end of the route (DESIGN 15).

Each with its local date.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from models.final_event import FinalEvent
from models.plan import Activity, ActivityState
from models.reminder import activities_ahead, final_events_ahead, of_teachers, reports_owed, routes_ending
from models.route import Route
from regulations.ladder import Deadline, Ladder, Moment, Thing
from services.reminder_evening import Cohort, Evening
from services.work import Work

ACTIVITY, REPORT, FINAL_EVENT, ROUTE = "activity", "report", "final_event", "route"
ASKED_THE_DAY_AFTER = -1
"""«Было?» is a question of its own on the evening after an activity or a final event."""

Row = Activity | FinalEvent | Route
SOME_EVENING = Evening(ZoneInfo("UTC"), Ladder((), time()), date.min, date.min)
"""For tasks of which only the date matters."""


@dataclass(frozen=True)
class Task:
    """One deadline of one person. A report is named by its activity: it may not have been begun.

    `version`: of the row that its buttons act on; `moves`: whether its date is the teacher's to change;
    `period`: whether the date is the last one of several days.
    """

    deadline: Deadline
    person_id: int
    title: str
    version: int
    moves: bool
    period: bool = False

    def matters(self, today: date) -> bool:
        """Is there anything left to do about it? What took place is over; its report can be late."""
        return self.deadline.kind != ACTIVITY or self.deadline.on >= today

    def line(self) -> dict[str, Any]:
        """A line of a reminder, as the facts of a notice: dates, no words, so that it may be sent late."""
        one = self.deadline
        return {
            "kind": one.kind,
            "id": one.id,
            "title": self.title,
            "on": one.on,
            "version": self.version,
            "moves": self.moves,
            "period": self.period,
        }


async def around(work: Work, evening: Evening, things: Collection[Thing]) -> list[Task]:
    """Deadlines whose rungs fall on the evening's days, and the named things, as they are now."""
    rungs = {day for one in work.rules.regulations.regulations for day in one.reminders.days}
    dates = {day + timedelta(days=rung) for day in evening.reach() for rung in rungs}
    found = await _look(work, dates, evening.today(work), things, evening.people)
    return [
        _task(work, kind, row, evening)
        for kind, row in found
        if evening.is_of(Cohort.of(route_of(row)), route_of(row).teacher_id)
    ]


async def still_open(work: Work, things: Collection[Thing]) -> list[Task]:
    """Those of the named things of the acting person that are not done, as they are now."""
    found = await named(work, things, work.today)
    mine = [task for task in found if task.person_id == work.person.id]
    return sorted(mine, key=lambda task: task.deadline.on)


async def named(work: Work, things: Collection[Thing], today: date) -> list[Task]:
    """Those of the named things that are not done, as they are now, whosever they are."""
    found = await _look(work, (), today, things)
    return [_task(work, kind, row, SOME_EVENING) for kind, row in found]


def route_of(row: Row) -> Route:
    """The route that a row belongs to."""
    return row if isinstance(row, Route) else row.route


async def _look(
    work: Work,
    dates: Collection[date],
    today: date,
    things: Collection[Thing],
    people: Collection[int] | None = None,
) -> list[tuple[str, Row]]:
    """Rows of these dates, and the named ones; of these teachers only, if named.

    Only days on which a rung stands are asked for: what a sweep reads grows with what is due, not with the plans.
    """
    spans = {timedelta(one.internal_terms.report_days) for one in work.rules.regulations.regulations}
    held = {day - span for day in dates for span in spans}
    queries = (
        (ACTIVITY, activities_ahead(dates, _ids(things, ACTIVITY))),
        (REPORT, reports_owed(held, today, _ids(things, REPORT))),
        (FINAL_EVENT, final_events_ahead(dates, _ids(things, FINAL_EVENT))),
        (ROUTE, routes_ending(dates, _ids(things, ROUTE))),
    )
    found: list[tuple[str, Row]] = []
    for kind, query in queries:
        found += [(kind, row) for row in await work.all(of_teachers(query, people))]
    return [one for one in found if not route_of(one[1]).is_suspended(today)]


def _ids(things: Iterable[Thing], kind: str) -> list[int]:
    return [id for of, id in things if of == kind]


def _task(work: Work, kind: str, row: Row, evening: Evening) -> Task:
    """A row as a deadline. Mute are rungs of days written before, and those before the row or the plan."""
    route = route_of(row)
    since = max([(evening.first, time.min), *_born(kind, row, evening.zone)])
    rungs = evening.chosen(_rungs(work, kind, route))
    deadline = Deadline(kind, row.id, _due_on(work, kind, row), since, rungs)
    period = isinstance(row, Activity) and row.starts_on not in (None, row.on_date)
    return Task(deadline, route.teacher_id, _title(row), row.version, _moves(kind, row), period)


def _due_on(work: Work, kind: str, row: Row) -> date:
    day = row.ends_on if isinstance(row, Route) else row.on_date
    assert day is not None
    if kind == REPORT:
        return day + timedelta(days=work.rules.of(route_of(row)).internal_terms.report_days)
    return day


def _rungs(work: Work, kind: str, route: Route) -> tuple[int, ...]:
    days = work.rules.of(route).reminders.days
    if kind == ACTIVITY:
        return tuple(day for day in days if day >= 0)
    if kind == FINAL_EVENT:
        return tuple(day for day in days if day != ASKED_THE_DAY_AFTER)
    return days


def _title(row: Row) -> str:
    return "" if isinstance(row, Route) else row.title


def _moves(kind: str, row: Row) -> bool:
    """A report's date follows its activity, as long as that has not been answered for."""
    return kind == FINAL_EVENT or (isinstance(row, Activity) and row.state is ActivityState.PLANNED)


def _born(kind: str, row: Row, zone: ZoneInfo) -> list[Moment]:
    """Since when the row is there. A report is not spoken of before its activity is over."""
    route = route_of(row)
    born = [_local(at, zone) for at in (row.created_at, route.confirmed_at) if at is not None]
    if kind == REPORT and isinstance(row, Activity) and row.on_date is not None:
        born.append((row.on_date + timedelta(days=1), time.min))
    return born


def _local(at: datetime, zone: ZoneInfo) -> Moment:
    moment = at.astimezone(zone)
    return moment.date(), moment.time()
