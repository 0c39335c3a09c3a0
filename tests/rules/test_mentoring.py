"""S004, R4-010, X14: the bounds of a programme in calendar months, and the note as data."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from regulations import library, mentoring_note
from regulations.calendar import add_months
from regulations.duration import Term
from services import long_route

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


@pytest.mark.parametrize(("months", "stages"), [(47, 4), (48, 4), (49, 5), (60, 5)])
def test_x21_a_long_route_has_a_stage_for_each_year_that_begins(months: int, stages: int) -> None:
    starts = date(2028, 2, 29)
    ends = add_months(starts, months) - timedelta(days=1)
    found = long_route.years_between(starts, ends)
    assert len(found) == stages
    assert found[0] == (starts, date(2029, 2, 27))
    assert found[-1][1] == ends
    assert all(after[0] - before[1] == timedelta(days=1) for before, after in pairwise(found))


def test_x21_four_years_from_day_to_day_are_four_and_the_last_day_begins_no_fifth() -> None:
    starts = date(2026, 9, 14)
    found = long_route.years_between(starts, date(2030, 9, 14))
    assert len(found) == 4
    assert found[-1] == (date(2029, 9, 14), date(2030, 9, 14))
    assert long_route.years_between(starts, starts) == [(starts, starts)]


def test_x21_the_text_about_mentoring_bounds_both() -> None:
    rules = library.load().get("mentoring")
    assert (rules.duration.min_months, rules.duration.max_months) == (48, 60)
    assert rules.mentoring is not None
    bounds = rules.mentoring.duration
    assert (bounds.min_months, bounds.max_months) == (NOTE.programme.min_months, NOTE.programme.max_months)
