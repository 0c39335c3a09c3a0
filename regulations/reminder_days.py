"""On which days a person is reminded: chosen weekdays, not on holidays, not in a vacation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from regulations.working_days import holiday, weekend_or_holiday

EVERY_DAY = frozenset(range(7))
WORKING = frozenset(range(5))
FREE = frozenset({5, 6})
LONGEST_VACATION = 366
_FRIDAY, _SUNDAY = 4, 6
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class ReminderDays:
    """Weekdays (Monday is 0) and a vacation, first and last day.

    A holiday is quiet, unless only days off were chosen; a weekday off counts as a Sunday, a worked Saturday
    as a Friday.
    """

    weekdays: frozenset[int] = EVERY_DAY
    vacation: tuple[date, date] | None = None

    def allow(self, day: date) -> bool:
        """Whether a reminder may come on this day."""
        if self.in_vacation(day):
            return False
        if self.weekdays == FREE:
            return weekend_or_holiday(day)
        return holiday(day) is None and _as_weekday(day) in self.weekdays

    def in_vacation(self, day: date) -> bool:
        """Whether the person is away on this day."""
        return self.vacation is not None and self.vacation[0] <= day <= self.vacation[1]

    def after(self, day: date) -> date:
        """The first day behind this one on which a reminder may come."""
        return self._first(day, _DAY)

    def before(self, day: date) -> date:
        """The last day before this one on which a reminder might have come."""
        return self._first(day, -_DAY)

    def day_of(self, on: date, rung: int) -> date:
        """The day of the reminder `rung` days before `on` (below zero: after it).

        On a day without reminders it is shifted to the next one that has them, as long as that is still
        before `on`; else to the last one before.
        """
        own = on - timedelta(days=rung)
        if self.allow(own):
            return own
        later = self.after(own)
        return later if rung < 0 or later < on else self.before(own)

    def covers_vacation(self, after: date, on: date) -> bool:
        """Whether a vacation lies in the days behind `after` and before `on`: that evening sums it up."""
        return self.vacation is not None and after < self.vacation[1] < on

    def _first(self, day: date, step: timedelta) -> date:
        return next((one for one in _days(day + step, step) if self.allow(one)), day + step)


USUAL = ReminderDays()
"""Every day but holidays."""


def _days(day: date, step: timedelta) -> Iterator[date]:
    for count in range(LONGEST_VACATION + 60):
        yield day + step * count


def _as_weekday(day: date) -> int:
    rests = weekend_or_holiday(day)
    if day.weekday() > _FRIDAY:
        return day.weekday() if rests else _FRIDAY
    return _SUNDAY if rests else day.weekday()
