"""By which day a route is to be corrected: at least so many times a year, counted from its approval (X18, S001 4.4)."""

from datetime import date, timedelta

from regulations.calendar import add_months, months_between

YEAR = 12
"""Months."""


def next_due(began: date, last: date | None, per_year: int, today: date) -> date:
    """The anniversary by which the next correction is due.

    `began`: the day of the approval; `last`: the day of the newest correction. A day that lies behind today is one
    that was let go by: nothing was corrected since the anniversary before it, nor after it. All days are local.
    """
    step = YEAR // per_year
    passed = max(0, months_between(began, today - timedelta(days=1)) // step)
    since = add_months(began, step * passed)
    if last is not None and last > since:
        return add_months(began, step * (passed + 2))
    missed = passed > 0 and (last is None or last <= add_months(began, step * (passed - 1)))
    return since if missed else add_months(began, step * (passed + 1))
