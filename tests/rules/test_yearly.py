"""X18, X19: by which day a route is corrected."""

from datetime import date

import pytest
from pydantic import ValidationError

from regulations import library
from regulations.calendar import coming_school_year, school_year_from
from regulations.outcome import YearReport
from regulations.revision import next_due

BEGAN = date(2026, 9, 14)


@pytest.mark.parametrize(
    ("last", "today", "due"),
    [
        (None, date(2026, 9, 14), date(2027, 9, 14)),
        (None, date(2027, 9, 14), date(2027, 9, 14)),
        (None, date(2027, 9, 15), date(2027, 9, 14)),
        (date(2026, 11, 1), date(2026, 11, 2), date(2028, 9, 14)),
        (date(2027, 9, 14), date(2027, 9, 15), date(2028, 9, 14)),
        (date(2027, 9, 20), date(2027, 9, 21), date(2029, 9, 14)),
        (date(2026, 11, 1), date(2028, 9, 14), date(2028, 9, 14)),
        (date(2026, 11, 1), date(2028, 9, 15), date(2028, 9, 14)),
        (None, date(2028, 9, 15), date(2028, 9, 14)),
    ],
)
def test_x18_a_correction_is_due_by_each_anniversary_of_the_approval(last, today, due):
    assert next_due(BEGAN, last, 1, today) == due


def test_x18_the_last_day_of_february_has_an_anniversary_each_year():
    assert next_due(date(2028, 2, 29), None, 1, date(2028, 3, 1)) == date(2029, 2, 28)


def test_x18_twice_a_year_is_every_six_months():
    assert next_due(BEGAN, None, 2, date(2026, 12, 1)) == date(2027, 3, 14)
    assert next_due(BEGAN, date(2027, 3, 1), 2, date(2027, 3, 2)) == date(2027, 9, 14)


def test_x19_the_campaign_lasts_from_the_fifteenth_of_april_to_the_last_of_may():
    yearly = library.load().get("grozny_gymnasium_4").yearly
    assert yearly.campaign(date(2027, 1, 1)) == (date(2027, 4, 15), date(2027, 5, 31))
    assert list(yearly.sections) == ["organising", "interim", "reporting", "results"]
    assert yearly.planned("readings")[0] == "interim" and yearly.planned("nothing") is None


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (date(2026, 9, 1), 2027),
        (date(2027, 4, 15), 2027),
        (date(2027, 8, 31), 2027),
        (date(2027, 9, 1), 2028),
    ],
)
def test_x19_the_coming_school_year_begins_on_the_next_first_of_september(today, year):
    assert coming_school_year(today) == year
    assert school_year_from(year) == (date(year, 9, 1), date(year + 1, 8, 31))


@pytest.mark.parametrize("text", ["31.02", "29.02", "00.05", "1.5"])
def test_a_day_that_is_not_in_every_year_is_refused(text):
    with pytest.raises(ValidationError):
        YearReport(clause="п. 4.3", asked_on=text, due_on="25.05")
