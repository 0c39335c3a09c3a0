"""A day and an hour in one text, as people type them."""

from datetime import date, time

import pytest

from regulations.typed_moments import read_moment

MONDAY = date(2026, 9, 14)


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("завтра в 15:30", date(2026, 9, 15), time(15, 30)),
        ("12 октября в 9", date(2026, 10, 12), time(9)),
        ("12.10 15:00", date(2026, 10, 12), time(15)),
        ("в четверг в 16.30", date(2026, 9, 17), time(16, 30)),
        ("в пятницу в 10 часов", date(2026, 9, 18), time(10)),
        ("tomorrow at 14:00", date(2026, 9, 15), time(14)),
    ],
)
def test_both_are_understood(text: str, day: date, hour: time) -> None:
    assert read_moment(text, MONDAY) == (day, hour)


@pytest.mark.parametrize(
    "text", ["завтра", "15:30", "12 октября", "завтра в 3", "32 мая в 15:00", "как-нибудь в 15:00", "x" * 80]
)
def test_one_of_them_or_none_is_no_moment(text: str) -> None:
    assert read_moment(text, MONDAY) is None
