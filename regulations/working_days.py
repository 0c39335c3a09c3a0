"""Working days: weekends, the federal holidays of article 112 of the Labour Code, and what the year moves."""

from datetime import date, timedelta

from regulations import production_calendar
from regulations.words import Words

_SATURDAY = 5


def holiday(day: date) -> Words | None:
    """The federal holiday of the day; regional holidays are not known here."""
    found = production_calendar.named(day.year).get(day)
    return found.title if found else None


def weekend_or_holiday(day: date) -> bool:
    """Whether offices rest: a weekend, a federal holiday, or a day off moved to this day."""
    if holiday(day) is not None:
        return True
    off, working = production_calendar.exceptions(day.year)
    return day in off or (day.weekday() >= _SATURDAY and day not in working)


def add_working_days(day: date, count: int) -> date:
    """The `count`-th working day after `day`; `day` itself for 0.

    Raises ValueError for a negative count.
    """
    if count < 0:
        raise ValueError("working days are counted forward")
    while count:
        day += timedelta(days=1)
        count -= not weekend_or_holiday(day)
    return day
