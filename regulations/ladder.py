"""Reminders as a pure function: which rung of which deadline is to be told now.

The database is the calendar: a sweep asks at any moment, as often as it likes, after any downtime, and the
answer depends on nothing but its arguments. All times are local to the organisation.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache, partial
from typing import NamedTuple

from regulations.reminder_days import ReminderDays

Moment = tuple[date, time]
Thing = tuple[str, int]


class Deadline(NamedTuple):
    """Something due on a local date. `kind` and `id` name the thing; `since`: when the date was set.

    Rungs that lie before `since` are not told: a date set today for the day after tomorrow needs no «через
    7 дней». `rungs`: days before it (below zero: after it); None: all of the ladder.
    """

    kind: str
    id: int
    on: date
    since: Moment | None = None
    rungs: tuple[int, ...] | None = None

    @property
    def thing(self) -> Thing:
        """What a snooze refers to."""
        return self.kind, self.id


@dataclass(frozen=True)
class Ladder:
    """Days before a deadline (below zero: after it) at one local hour, and the hours nobody is disturbed."""

    days: tuple[int, ...]
    at: time
    quiet_from: time | None = None
    quiet_to: time | None = None

    def is_quiet(self, clock: time) -> bool:
        """Whether people are left alone now; the quiet hours may reach over midnight."""
        if self.quiet_from is None or self.quiet_to is None:
            return False
        if self.quiet_from <= self.quiet_to:
            return self.quiet_from <= clock < self.quiet_to
        return clock >= self.quiet_from or clock < self.quiet_to


@dataclass(frozen=True)
class Due:
    """One reminder to tell now. `days_left`: by today's date, below zero after the deadline.

    `once` is unique for the deadline, its date and the rung: told twice it would be the same row.
    """

    deadline: Deadline
    rung: int
    days_left: int
    once: str


def due(
    deadlines: Iterable[Deadline],
    ladder: Ladder,
    today: date,
    clock: time,
    *,
    snoozes: Mapping[Thing, date] | None = None,
    told: Collection[str] = frozenset(),
    days: ReminderDays | None = None,
) -> list[Due]:
    """At most one reminder a deadline: the most urgent rung reached, unless it was told.

    Rungs that were missed are never told late once a later one is reached. A snooze holds the thing silent
    until the ladder's hour of its day, then speaks once. `told`: `once` keys of earlier reminders. `days`: a
    rung on a day without reminders is shifted. Sorted by date.
    """
    if ladder.is_quiet(clock):
        return []
    found, asked = [], snoozes or {}
    reached = cache(partial(_reached, ladder, (today, clock), days))
    for deadline in deadlines:
        rung = reached(deadline.on, deadline.rungs, deadline.since, asked.get(deadline.thing))
        once = None if rung is None else once_key(deadline, rung)
        if rung is not None and once is not None and once not in told:
            found.append(Due(deadline, rung, (deadline.on - today).days, once))
    return sorted(found, key=lambda one: (one.deadline.on, one.deadline.thing))


def _reached(
    ladder: Ladder,
    now: Moment,
    days: ReminderDays | None,
    on: date,
    rungs: tuple[int, ...] | None,
    after: Moment | None,
    snooze: date | None,
) -> int | None:
    """The latest rung that is reached; the end of a snooze is a rung of its own, on its own day."""
    rungs = ladder.days if rungs is None else rungs
    moments = {rung: (_day_of(on, rung, days), ladder.at) for rung in rungs}
    if snooze is not None:
        until = (snooze, ladder.at)
        moments[(on - snooze).days] = until
        after = max(after, until) if after else until
    reached = [rung for rung, at in moments.items() if at <= now and (after is None or at >= after)]
    return min(reached, default=None)


def _day_of(on: date, rung: int, days: ReminderDays | None) -> date:
    return days.day_of(on, rung) if days else on - timedelta(days=rung)


def once_key(deadline: Deadline, rung: int) -> str:
    """The key under which a reminder is told once: kind, id, date, rung, as in `report:7:2027-05-12:3`."""
    return f"{deadline.kind}:{deadline.id}:{deadline.on.isoformat()}:{rung}"
