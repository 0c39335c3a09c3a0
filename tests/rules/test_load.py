"""The sum of a month: trips, hours, and how many rows do not say their hours (S-16.1)."""

import pytest

from models.plan import Activity
from services.load import Sum


def row(hours: int | None, away: bool | None) -> Activity:
    """A row that says so much."""
    return Activity(title="Семинар", hours=hours, away=away)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], Sum(0, 0, 0, 0)),
        ([row(6, True), row(8, True), row(4, True)], Sum(3, 3, 18, 0)),
        ([row(6, False), row(None, None)], Sum(2, 0, 6, 1)),
        ([row(None, True)], Sum(1, 1, 0, 1)),
    ],
)
def test_a_month_in_numbers(rows: list[Activity], expected: Sum) -> None:
    assert Sum.of(rows) == expected
