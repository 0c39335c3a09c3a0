"""One local hour of reminders: for whom, and which days it catches up with (DESIGN 16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import Select

from models.deadlines import in_zone, of_teachers, reminded_as_usual
from models.reminder import Cohort, Group
from models.reminder_settings import Rungs
from regulations.ladder import Ladder
from regulations.reminder_days import USUAL, ReminderDays
from services.work import Work

LOOK_BACK = timedelta(days=30)
"""After a longer silence the old rungs help nobody."""


class OfCohort(Protocol):
    """A row that names an organisation and an edition of a regulation: a route, or a thing of it."""

    organisation_id: Any
    regulation: Any
    edition: Any


@dataclass(frozen=True)
class Evening:
    """The reminders of one local hour; unwritten are the days after `after`, up to `on`.

    For everybody of some `cohorts` (the same in `groups`) who chose nothing, or for `people` who chose alike:
    `days`, the ladder's hour (`usual`: the organisation's), how many `rungs`. `again`: the clock was moved back.
    """

    zone: ZoneInfo
    ladder: Ladder
    after: date
    on: date
    groups: frozenset[Group] = frozenset()
    cohorts: frozenset[Cohort] = frozenset()
    people: frozenset[int] | None = None
    days: ReminderDays = USUAL
    usual: time | None = None
    again: bool = False
    rungs: Rungs = Rungs.ALL

    @property
    def moment(self) -> datetime:
        """When this evening's reminders are due by the organisation's hour; aware.

        Who chooses another hour in the evening is not told twice.
        """
        return datetime.combine(self.on, self.usual or self.ladder.at, self.zone)

    @property
    def next_moment(self) -> datetime:
        """When these people's next reminders are due."""
        return datetime.combine(self.days.after(self.on), self.ladder.at, self.zone)

    @property
    def sums_up_a_vacation(self) -> bool:
        """Whether it is the first evening after a vacation of these people."""
        return self.days.covers_vacation(self.after, self.on)

    @property
    def first(self) -> date:
        """The first unwritten day."""
        return self.after + timedelta(days=1)

    def nearly_its(self, query: Select[Any]) -> Select[Any]:
        """A query over routes, of the people that this evening is for; `is_of` tells which routes of theirs."""
        if self.people is not None:
            return of_teachers(query, self.people)
        return reminded_as_usual(in_zone(query, self.zone.key))

    def is_of(self, route: OfCohort) -> bool:
        """Whether it is about that route."""
        if self.people is not None:
            return True
        return (route.organisation_id, route.regulation, route.edition) in self.cohorts

    def chosen(self, rungs: tuple[int, ...]) -> tuple[int, ...]:
        """Those of the rungs that these people want: all, or only the one before the day."""
        if self.rungs is Rungs.ALL:
            return rungs
        return tuple(sorted(rung for rung in rungs if rung > 0)[:1])

    def reach(self) -> list[date]:
        """The own days of all rungs that may have been shifted to the unwritten evenings."""
        before, behind = self.days.before(self.first), self.days.after(self.on)
        return [before + timedelta(days=day) for day in range(1, (behind - before).days)]

    @property
    def beginning(self) -> datetime:
        """Midnight before the first unwritten day, in UTC."""
        return datetime.combine(self.first, time.min, self.zone).astimezone(UTC)

    def today(self, work: Work) -> date:
        """The local date there."""
        return work.now.astimezone(self.zone).date()


def leaves_alone(ladder: Ladder, days: ReminderDays, local: datetime) -> bool:
    """Whether nothing is written now, however late it is: the quiet hours, a day without reminders."""
    return ladder.is_quiet(local.time()) or not days.allow(local.date())


def last_evening(ladder: Ladder, days: ReminderDays, local: datetime) -> date:
    """The latest day with reminders whose hour has come; `local` is on the organisation's wall clock."""
    today = local.date()
    if local.time() >= ladder.at and days.allow(today):
        return today
    return days.before(today)


def unwritten_since(swept: date | None, on: date) -> date:
    """The day before the first unwritten one: one evening at first, and when the clock was moved back."""
    if swept is None or swept > on:
        return on - timedelta(days=1)
    return max(swept, on - LOOK_BACK)
