"""What the answers suggest as an own conclusion, and two diagnoses side by side: pure tables."""

from collections.abc import Collection
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import bars, typeset
from documents.bars import Bar
from models.diagnosis_result import Side
from regulations import comparison, own_conclusion, questionnaire
from regulations.comparison import Change
from regulations.own_conclusion import Draft

TEACHER = next(one for one in questionnaire.load() if one.id == "teacher")
ORDER = TEACHER.competencies()
ANSWERS = st.dictionaries(st.integers(0, 39), st.integers(0, 3))
MIXED = dict(enumerate([0] * 8 + [2] * 8 + [3] * 8 + [1] * 8 + [2] * 8))


def draft(answers: dict[int, int], side: Side, marked: Collection[int] = ()) -> Draft | None:
    return own_conclusion.draft(TEACHER, answers, side, marked)


def test_the_strongest_and_the_weakest_with_examples_of_their_own() -> None:
    assert draft(MIXED, Side.STRONG) == Draft("psyped", 1000, (16, 17))
    assert draft(MIXED, Side.WEAK) == Draft("subject", 0, (0, 1))


def test_what_the_teacher_has_marked_comes_first_wherever_it_belongs() -> None:
    assert draft(MIXED, Side.WEAK, {30}) == Draft("subject", 0, (30, 0))
    assert draft(MIXED, Side.STRONG, {23, 17, 16}) == Draft("psyped", 1000, (16, 17))


def test_of_equal_scores_the_first_of_the_form() -> None:
    answers = dict(enumerate([1] * 8 + [2] * 8 + [2] * 8 + [1] * 8 + [2] * 8))
    assert draft(answers, Side.STRONG) == Draft("method", 667)
    assert draft(answers, Side.WEAK) == Draft("subject", 333, (0, 1))


def test_even_answers_make_no_competency_stand_out() -> None:
    assert draft(dict.fromkeys(range(40), 3), Side.STRONG) == Draft("", 1000, (0, 1))
    assert draft(dict.fromkeys(range(40), 3), Side.WEAK) == Draft("", 1000)


def test_without_answers_there_is_nothing_to_conclude() -> None:
    assert draft({}, Side.STRONG) is None


@given(ANSWERS, st.sampled_from(Side))
def test_a_draft_survives_the_database_and_names_what_stands_out(answers: dict[int, int], side: Side) -> None:
    found = draft(answers, side)
    if found is None:
        return
    assert Draft.from_json(found.as_json()) == found
    scores = [score for score in questionnaire.scores(TEACHER, answers).values() if score is not None]
    assert found.score == (max(scores) if side is Side.STRONG else min(scores))
    assert len(found.statements) <= own_conclusion.MOST_EXAMPLES


def test_a_difference_is_later_minus_earlier_and_nothing_where_one_is_missing() -> None:
    earlier = {"subject": 542, "method": 667, "comm": 500, "psyped": None}
    later = {"subject": 625, "method": 667, "ict": 100, "psyped": None}
    found = comparison.compare(earlier, later, ORDER)
    assert [(one.competency, one.difference) for one in found] == [
        ("subject", 83),
        ("method", 0),
        ("comm", None),
        ("ict", None),
    ]


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_a_difference_turns_round_with_the_two_days(first: int, second: int) -> None:
    assert Change("x", first, second).difference == -(Change("x", second, first).difference or 0)


def test_the_picture_of_two_days_names_both_and_keeps_them_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [Bar("Предметные", 75, "", earlier=54.2), Bar("Коммуникативные", None, "", earlier=100)]
    days = (date(2026, 9, 14), date(2027, 3, 14))
    drawn = bars.picture(rows, caption="Итог", language="ru", days=days).png()
    assert drawn[:4] == b"\x89PNG"
    assert drawn != bars.picture(rows, caption="Итог", language="ru", days=days[::-1]).png()
    facts = told(monkeypatch, rows, days)
    assert facts["days"] == ["Раньше, 14 сентября 2026", "Теперь, 14 марта 2027"]
    assert [(one["earlier_said"], one["said"]) for one in facts["bars"]] == [
        ("54,2\u00a0%", "75\u00a0%"),
        ("100\u00a0%", "не измерялось"),
    ]
    assert (facts["bars"][0]["earlier_at"], facts["bars"][1]["at"]) == (54.2, None)


def told(monkeypatch: pytest.MonkeyPatch, rows: list[Bar], days: tuple[date, date]) -> dict[str, Any]:
    """The facts that the template would be given."""
    seen: dict[str, Any] = {}

    def keep(_: str, facts: dict[str, Any], *, ppi: float) -> bytes:
        seen.update(facts)
        return b""

    monkeypatch.setattr(typeset, "png", keep)
    bars.picture(rows, caption="Итог", language="ru", days=days).png()
    return seen


def test_an_earlier_per_cent_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="per cent"):
        Bar("x", 50, "", earlier=101)
