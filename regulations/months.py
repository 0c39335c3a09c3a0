"""Calendar months and school years."""

from calendar import monthrange
from datetime import date

SCHOOL_YEAR_MONTH = 9


def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` calendar months on, or the last day of a shorter month.

    31.08 + 6 is 28.02 (29.02 in a leap year). `months` may be negative. Raises ValueError outside years
    1..9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise ValueError("outside the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(start: date, end: date) -> int:
    """Whole calendar months from `start` to `end`: the greatest n with add_months(start, n) <= end.

    Negative when `end` comes first.
    """
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if add_months(start, months) <= end else months - 1


def school_year(day: date) -> str:
    """The school year that holds the day, 01.09 to 31.08: «2026/2027»."""
    first = day.year if day.month >= SCHOOL_YEAR_MONTH else day.year - 1
    return f"{first}/{first + 1}"


def school_year_bounds(day: date) -> tuple[date, date]:
    """First and last day (01.09, 31.08) of the school year that holds the day."""
    first = day.year if day.month >= SCHOOL_YEAR_MONTH else day.year - 1
    return date(first, SCHOOL_YEAR_MONTH, 1), date(first + 1, SCHOOL_YEAR_MONTH - 1, 31)


def school_years(start: date, end: date) -> list[str]:
    """Every school year that the term touches, in order: the row «Год реализации ИОМ (учебный)».

    Raises ValueError when `end` comes before `start`.
    """
    if end < start:
        raise ValueError("the term ends before it starts")
    first, last = int(school_year(start)[:4]), int(school_year(end)[:4])
    return [f"{year}/{year + 1}" for year in range(first, last + 1)]


def coming_school_year(day: date) -> int:
    """The calendar year in which the next school year begins: 2027 all the way from 01.09.2026 to 31.08.2027."""
    return school_year_bounds(day)[1].year


def school_year_from(year: int) -> tuple[date, date]:
    """First and last day of the school year that begins in this calendar year."""
    return school_year_bounds(date(year, SCHOOL_YEAR_MONTH, 1))
