"""The calendar of the product: months, school years, working days, dates as people type them.

Deadlines are local dates of an organisation; months are calendar months; today is always an argument.
"""

from regulations.months import (
    add_months,
    coming_school_year,
    months_between,
    school_year,
    school_year_bounds,
    school_year_from,
    school_years,
)
from regulations.typed_dates import read_date
from regulations.typed_spans import read_span
from regulations.working_days import add_working_days, holiday, weekend_or_holiday

__all__ = [
    "add_months",
    "add_working_days",
    "coming_school_year",
    "holiday",
    "months_between",
    "read_date",
    "read_span",
    "school_year",
    "school_year_bounds",
    "school_year_from",
    "school_years",
    "weekend_or_holiday",
]
