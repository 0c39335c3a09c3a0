"""What teachers are reminded of: activities, reports, final events, the end of the route (DESIGN 15).

Each with its local date.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple, cast
from zoneinfo import ZoneInfo

from sqlalchemy import Select

from models.deadlines import (
    Falling,
    activities_ahead,
    final_events_ahead,
    going_on,
    reports_owed,
    routes_ending,
)
from models.plan import ActivityState
from regulations.ladder import Deadline, Ladder, Moment, Thing
from regulations.schema import Regulation
from services.reminder_evening import Evening
from services.work import Work

ACTIVITY, REPORT, FINAL_EVENT, ROUTE = "activity", "report", "final_event", "route"
ASKED_THE_DAY_AFTER = -1
"""«Было?» is a question of its own on the evening after an activity or a final event."""

Found = list[tuple[str, Falling]]
"""Kinds and rows."""
SOME_EVENING = Evening(ZoneInfo("UTC"), Ladder((), time()), date.min, date.min)
"""For tasks of which only the date matters."""


class Task(NamedTuple):
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
    found = await _look(work, dates, evening.today(work), things, evening.nearly_its)
    return _tasks(work, [one for one in found if evening.is_of(one[1])], evening)


async def still_open(work: Work, things: Collection[Thing]) -> list[Task]:
    """Those of the named things of the acting person that are not done, as they are now."""
    found = await named(work, things, work.today)
    mine = [task for task in found if task.person_id == work.person.id]
    return sorted(mine, key=lambda task: task.deadline.on)


async def named(work: Work, things: Collection[Thing], today: date) -> list[Task]:
    """Those of the named things that are not done, as they are now, whosever they are."""
    return _tasks(work, await _look(work, (), today, things, lambda query: query), SOME_EVENING)


async def _look(
    work: Work,
    dates: Collection[date],
    today: date,
    things: Collection[Thing],
    only: Callable[[Select[Any]], Select[Any]],
) -> Found:
    """Rows of these dates, and the named ones, of `only` some routes.

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
    found: Found = []
    for kind, query in queries:
        rows = await work.session.execute(only(going_on(query, today)))
        found += [(kind, cast("Falling", row)) for row in rows]
    return found


def _ids(things: Iterable[Thing], kind: str) -> list[int]:
    return [id for of, id in things if of == kind]


@dataclass(frozen=True)
class _Terms:
    """What holds for all rows of one kind under one edition: its rungs, days until a report is due.

    Mute are rungs before `since`, the local form of the moment `beginning`: those of days written before.
    """

    kind: str
    rungs: tuple[int, ...]
    report_days: timedelta
    zone: ZoneInfo
    since: Moment
    beginning: datetime

    @classmethod
    def of(cls, rules: Regulation, kind: str, evening: Evening) -> _Terms:
        """The terms of an edition on an evening."""
        report_days = timedelta(days=rules.internal_terms.report_days if kind == REPORT else 0)
        rungs = evening.chosen(_rungs(kind, rules.reminders.days))
        since = (evening.first, time.min)
        return cls(kind, rungs, report_days, evening.zone, since, evening.beginning)

    def born(self, row: Falling) -> Moment:
        """Before this the row was not there, or the plan. A report is not spoken of before its activity is over."""
        born = max(row.created_at, row.confirmed_at or row.created_at)
        since = self.since if born <= self.beginning else _local(born, self.zone)
        if self.kind == REPORT and row.on_date is not None:
            return max(since, (row.on_date + timedelta(days=1), time.min))
        return since

    def task(self, row: Falling) -> Task:
        """A row as a deadline."""
        assert row.on_date is not None
        due_on = row.on_date + self.report_days
        deadline = Deadline(self.kind, row.id, due_on, self.born(row), self.rungs)
        period = row.starts_on not in (None, row.on_date)
        return Task(deadline, row.teacher_id, row.title, row.version, _moves(self.kind, row), period)


def _tasks(work: Work, found: Found, evening: Evening) -> list[Task]:
    """Rows as deadlines; what their regulations say is looked up once."""
    known: dict[tuple[str, str, int], _Terms] = {}
    tasks = []
    for kind, row in found:
        edition = (kind, row.regulation, row.edition)
        if edition not in known:
            rules = work.rules.regulations.get(row.regulation, row.edition)
            known[edition] = _Terms.of(rules, kind, evening)
        tasks.append(known[edition].task(row))
    return tasks


def _rungs(kind: str, days: tuple[int, ...]) -> tuple[int, ...]:
    if kind == ACTIVITY:
        return tuple(day for day in days if day >= 0)
    if kind == FINAL_EVENT:
        return tuple(day for day in days if day != ASKED_THE_DAY_AFTER)
    return days


def _moves(kind: str, row: Falling) -> bool:
    """A report's date follows its activity, as long as that has not been answered for."""
    return kind == FINAL_EVENT or row.state == ActivityState.PLANNED


def _local(at: datetime, zone: ZoneInfo) -> Moment:
    moment = at.astimezone(zone)
    return moment.date(), moment.time()
