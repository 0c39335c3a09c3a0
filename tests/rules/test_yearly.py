"""X18, X19: by which day a route is corrected."""

from datetime import date

import pytest

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
