"""Calendar months, school years, working days."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regulations import calendar, production_calendar

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
MONTHS = st.integers(-120, 120)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-09-01", 24, "2028-09-01"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2027-03-31", -1, "2027-02-28"),
        ("2026-05-12", 0, "2026-05-12"),
    ],
)
def test_months_are_calendar_months(start, months, end):
    assert calendar.add_months(date.fromisoformat(start), months) == date.fromisoformat(end)


@given(DAYS, MONTHS)
def test_adding_months_moves_the_month_and_keeps_or_shortens_the_day(day, months):
    moved = calendar.add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == min(day.day, monthrange(moved.year, moved.month)[1])


@given(DAYS, DAYS)
def test_months_between_is_the_greatest_number_that_fits(start, end):
    months = calendar.months_between(start, end)
    assert calendar.add_months(start, months) <= end < calendar.add_months(start, months + 1)


@given(DAYS, st.integers(0, 120))
def test_months_between_undoes_adding(day, months):
    assert calendar.months_between(day, calendar.add_months(day, months)) == months


def test_the_calendar_has_an_end():
    with pytest.raises(ValueError, match="calendar"):
        calendar.add_months(date(9999, 12, 1), 1)


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2026-09-01", "2027-08-31", ["2026/2027"]),
        ("2026-11-22", "2027-09-01", ["2026/2027", "2027/2028"]),
        ("2026-08-31", "2026-09-01", ["2025/2026", "2026/2027"]),
        ("2026-10-01", "2028-10-01", ["2026/2027", "2027/2028", "2028/2029"]),
    ],
)
def test_x16_the_school_years_of_a_term_are_a_list(start, end, years):
    assert calendar.school_years(date.fromisoformat(start), date.fromisoformat(end)) == years


def test_a_term_does_not_run_backwards():
    with pytest.raises(ValueError, match="before it starts"):
        calendar.school_years(date(2027, 1, 2), date(2027, 1, 1))


@given(DAYS)
def test_a_day_lies_inside_its_school_year(day):
    first, last = calendar.school_year_bounds(day)
    assert first <= day <= last
    assert (first.month, first.day, last.month, last.day) == (9, 1, 8, 31)
    assert calendar.school_year(day) == f"{first.year}/{last.year}"
    assert calendar.school_years(first, last) == [calendar.school_year(day)]


@pytest.mark.parametrize(
    "day",
    ["2027-01-01", "2027-01-07", "2027-01-08", "2027-02-23", "2027-03-08", "2028-05-01", "2028-05-09"],
)
def test_offices_rest_on_federal_holidays(day):
    assert calendar.weekend_or_holiday(date.fromisoformat(day))
    assert calendar.holiday(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2026-11-21", "2026-11-22", "2027-06-12", "2028-11-04"])
def test_offices_rest_on_weekends(day):
    assert calendar.weekend_or_holiday(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2026-11-23", "2027-01-11", "2027-05-12", "2027-02-20", "2028-12-29"])
def test_offices_work_on_other_days(day):
    assert not calendar.weekend_or_holiday(date.fromisoformat(day))


@pytest.mark.parametrize(
    "day", ["2025-05-02", "2026-01-09", "2026-12-31", "2027-02-22", "2027-05-10", "2027-11-05"]
)
def test_offices_rest_on_days_off_that_the_year_has_moved(day):
    assert calendar.weekend_or_holiday(date.fromisoformat(day))
    assert calendar.holiday(date.fromisoformat(day)) is None


def test_a_holiday_on_a_weekend_gives_the_next_working_day_off_by_law():
    found = production_calendar.load()._moved_by_law(2032)
    assert found == {date(2032, 5, 3), date(2032, 5, 10), date(2032, 6, 14)}


@pytest.mark.parametrize(
    ("off", "working", "why"),
    [
        (["2027-02-20"], [], "weekend"),
        ([], ["2027-02-22"], "no Saturday"),
        (["2026-02-23"], [], "no day of 2027"),
    ],
)
def test_a_year_that_contradicts_itself_is_refused(off, working, why):
    with pytest.raises(ValueError, match=why):
        production_calendar.Year(year=2027, source="a decree", off=off, working=working)


def test_a_holiday_has_a_name_and_a_plain_sunday_has_none():
    assert calendar.holiday(date(2027, 5, 9)).get("ru") == "День Победы"
    assert calendar.holiday(date(2026, 11, 22)) is None


def test_a_year_has_fourteen_federal_holidays():
    days = (date(2027, 1, 1) + timedelta(days=count) for count in range(365))
    assert sum(calendar.holiday(day) is not None for day in days) == 14


@pytest.mark.parametrize(
    ("day", "count", "end"),
    [
        ("2026-11-23", 5, "2026-11-30"),  # Monday to Monday
        ("2026-11-20", 1, "2026-11-23"),  # Friday to Monday
        ("2026-11-22", 0, "2026-11-22"),
        ("2026-12-31", 1, "2027-01-11"),  # over the New Year holidays and a weekend
        ("2027-11-03", 1, "2027-11-08"),  # over 4 November and the Friday moved to it
        ("2027-02-19", 1, "2027-02-20"),  # a Saturday that is worked
        ("2027-02-20", 1, "2027-02-24"),  # the Monday that it was given for, and the 23rd
    ],
)
def test_working_days_skip_weekends_and_holidays(day, count, end):
    assert calendar.add_working_days(date.fromisoformat(day), count) == date.fromisoformat(end)


@given(DAYS, st.integers(1, 40))
def test_as_many_working_days_lie_after_the_day_as_were_added(day, count):
    end = calendar.add_working_days(day, count)
    between = (day + timedelta(days=step) for step in range(1, (end - day).days + 1))
    assert sum(not calendar.weekend_or_holiday(one) for one in between) == count
    assert not calendar.weekend_or_holiday(end)


def test_working_days_are_not_counted_backwards():
    with pytest.raises(ValueError, match="forward"):
        calendar.add_working_days(date(2026, 11, 23), -1)
