"""S004, R4-010, X14: the bounds of a programme in calendar months, and the note as data."""

from datetime import date, timedelta

import pytest

from regulations import mentoring_note
from regulations.calendar import add_months
from regulations.duration import Term

NOTE = mentoring_note.load()


@pytest.mark.parametrize(
    ("months", "term"),
    [(2, Term.TOO_SHORT), (3, Term.FITS), (12, Term.FITS), (13, Term.TOO_LONG)],
)
@pytest.mark.parametrize(
    "starts", [date(2026, 9, 1), date(2026, 8, 31), date(2027, 11, 30), date(2028, 2, 29)]
)
def test_s_18_1_a_programme_lasts_from_three_months_to_a_year(starts: date, months: int, term: Term) -> None:
    assert NOTE.programme.judge(starts, add_months(starts, months) - timedelta(days=1)) is term


@pytest.mark.parametrize(
    ("months", "term"),
    [(47, Term.TOO_SHORT), (48, Term.FITS), (60, Term.FITS), (61, Term.TOO_LONG)],
)
def test_x21_the_long_route_lasts_four_to_five_years(months: int, term: Term) -> None:
    starts = date(2026, 9, 1)
    assert NOTE.route.judge(starts, add_months(starts, months) - timedelta(days=1)) is term


def test_r4_014_the_note_has_the_twelve_fields_of_the_text() -> None:
    groups = list(dict.fromkeys(one.group or one.code for one in NOTE.fields))
    assert len(groups) == 12
    assert all(one.clause for one in NOTE.fields)


def test_codes_are_unique_and_fit_a_button() -> None:
    for options in ([one.options for one in NOTE.fields], [NOTE.activities], [NOTE.outcomes]):
        for ready in options:
            codes = [one.code for one in ready]
            assert len(set(codes)) == len(codes)


def test_own_words_are_no_ready_answer() -> None:
    tasks = NOTE.field("tasks")
    assert [one.get("en") for one in tasks.titles("observe,reflect")] == [
        "Visit lessons and talk them over",
        "Learn to analyse one's own lesson",
    ]
    assert tasks.titles("Посетить, разобрать") == tasks.titles("") == []
