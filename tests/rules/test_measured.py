"""A score as people type it (X06), and how far two diagnoses lie apart (S-04)."""

from __future__ import annotations

from datetime import date

import pytest

from models.diagnosis import Phase
from models.errors import BadAnswer
from regulations import library
from regulations.measured import Measured, mean, read_measured
from services.diagnosis_sources import Source, gap

FORMS = library.load().get("udmurtia").diagnosis


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("54,5", Measured(545)),
        ("54.5 %", Measured(545)),
        ("100", Measured(1000)),
        ("0", Measured(0)),
        ("27 из 50", Measured(540, 270, 500)),
        ("27/50", Measured(540, 270, 500)),
        ("13,5 из 24 баллов", Measured(563, 135, 240)),
        ("1 of 3", Measured(333, 10, 30)),
        ("2 / 3", Measured(667, 20, 30)),
        ("0 из 50", Measured(0, 0, 500)),
    ],
)
def test_x06_per_cent_and_points_are_read(text: str, found: Measured) -> None:
    assert read_measured(text) == found


@pytest.mark.parametrize("text", ["101", "51 из 50", "5 из 0", "высокий", "-5", "54,55", "", "1e3", "5 из"])
def test_x06_anything_else_is_asked_again(text: str) -> None:
    with pytest.raises(BadAnswer) as refused:
        read_measured(text)
    assert refused.value.key == "diagnosis-record-score-unclear"


def test_x06_the_overall_value_is_the_mean_of_the_values_present() -> None:
    assert mean([]) is None
    assert mean([540, 605]) == 573
    assert mean([1000]) == 1000


def made(form: str, overall: int | None = None, **scores: int) -> Source:
    """A source with these scores."""
    known = overall if overall is not None else mean(list(scores.values()))
    return Source(FORMS.form(form), date(2027, 5, 12), scores, known, Phase.ENTRY)


@pytest.mark.parametrize(
    ("own", "other", "points", "common"),
    [
        (made("self", subject=780), made("expert", subject=550), 230, 1),
        (made("self", subject=550), made("expert", subject=780), 230, 1),
        (made("self", subject=600, method=1000), made("expert", subject=500), 100, 1),
        (made("self", subject=780), made("expert", overall=550), 230, 0),
        (made("self", subject=780), made("expert", comm=550), 230, 0),
    ],
)
def test_s04_the_difference_is_over_what_both_have_measured(
    own: Source, other: Source, points: int, common: int
) -> None:
    found = gap(own, other)
    assert found is not None and (found.points, found.common) == (points, common)


def test_s04_a_note_without_numbers_has_no_difference() -> None:
    assert gap(made("self", subject=780), made("results")) is None
