"""A month as buttons: the weekdays' names above, a number for each day, the months around it below.

Every label is a word or a number, so that a screen reader says it; a day that may not be chosen says «нет».
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar

from handlers.views import Button, Data, Say, button, say
from regulations.calendar import add_months

WEEK = 7


@dataclass(frozen=True)
class Month:
    """The month around a day, the first and the last day that may be chosen, and what a tap carries.

    A tap carries a verb and the ordinal of a day: `day` chooses it, `month` shows its month, `none` says why not.
    """

    first: date
    last: date
    shown: date
    tap: Callable[[str, int], Data]

    LONGEST: ClassVar[int] = 36
    """How many months ahead a calendar goes where the question has no last day of its own."""

    @property
    def begins(self) -> date:
        """The first of the month, inside the bounds whatever day was asked for."""
        return min(max(self.shown, self.first), self.last).replace(day=1)

    @property
    def title(self) -> Say:
        """«Октябрь 2026»."""
        return named(self.begins)

    def rows(self) -> list[list[Button]]:
        """The weekdays, the weeks that have a day to choose, the months before and after."""
        return [self._weekdays(), *self._weeks(), self._around()]

    def allows(self, day: date) -> bool:
        """May this day be chosen here? Only days of the shown month may."""
        return self.first <= day <= self.last and day.replace(day=1) == self.begins

    def button(self, key: str, verb: str, day: date, **facts: Any) -> Button:
        """A button that carries a day."""
        return button(key, self.tap(verb, day.toordinal()), **facts)

    def _weekdays(self) -> list[Button]:
        return [self.button("month.weekday", "none", self.begins, number=day + 1) for day in range(WEEK)]

    def _weeks(self) -> list[list[Button]]:
        monday = self.begins - timedelta(days=self.begins.weekday())
        weeks = [[monday + timedelta(days=7 * week + day) for day in range(WEEK)] for week in range(6)]
        return [[self._day(day) for day in week] for week in weeks if any(map(self.allows, week))]

    def _day(self, day: date) -> Button:
        if self.allows(day):
            return self.button("month.day", "day", day, number=day.day)
        return self.button("month.none", "none", self.begins)

    def _around(self) -> list[Button]:
        earlier, later = add_months(self.begins, -1), add_months(self.begins, 1)
        row = []
        if earlier >= self.first.replace(day=1):
            row.append(self.button("month.earlier", "month", earlier, name=named(earlier)))
        if later <= self.last:
            row.append(self.button("month.later", "month", later, name=named(later)))
        return row


def named(day: date) -> Say:
    """«Октябрь 2026» as a fact: a label, a heading, the beginning of a line."""
    return say("month-name", month=day.month, year=f"{day:%Y}")


def within(day: date) -> Say:
    """«октябрь 2026 года» as a fact: inside a sentence."""
    return say("month-within", month=day.month, year=f"{day:%Y}")
