"""Two scales that run opposite ways (X01), the holes of table 1 (X02), scores in tenths."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from regulations import library
from regulations.scales import CompetenceLevel, Cut, DeficitLevel, percent, read_score, tenths

TABLE = library.load().get("udmurtia").thresholds
OPPOSITE = {
    CompetenceLevel.LOW: DeficitLevel.HIGH,
    CompetenceLevel.MEDIUM: DeficitLevel.MEDIUM,
    CompetenceLevel.HIGH: DeficitLevel.MINIMAL,
}


def printed(whole: int) -> DeficitLevel:
    """Table 1 as it is printed, with 60 given to the greater help (X02)."""
    if whole <= 60:
        return DeficitLevel.HIGH
    return DeficitLevel.MEDIUM if whole <= 80 else DeficitLevel.MINIMAL


@pytest.mark.parametrize("whole", range(101))
def test_x01_the_scales_are_inverse_and_agree_with_every_printed_integer(whole):
    reading = read_score(whole * 10, TABLE)
    assert OPPOSITE[reading.competence] is reading.deficit
    assert reading.deficit is printed(whole)
    assert reading.percent == whole
    assert reading.in_gap is (whole == 60)


@given(st.integers(0, 1000))
def test_the_scales_are_inverse_for_every_tenth(score):
    reading = read_score(score, TABLE)
    assert OPPOSITE[reading.competence] is reading.deficit
    assert reading.deficit is printed(-(-score // 10))


@given(st.integers(0, 999))
def test_more_per_cent_never_means_more_deficit(score):
    order = list(DeficitLevel)
    lower, higher = read_score(score, TABLE), read_score(score + 1, TABLE)
    assert order.index(lower.deficit) <= order.index(higher.deficit)


@given(st.integers(0, 1000))
def test_exactly_the_holes_of_the_printed_table_are_marked(score):
    hole = score == 600 or 600 < score < 610 or 800 < score < 810
    assert read_score(score, TABLE).in_gap is hole


@pytest.mark.parametrize(
    ("score", "deficit", "neighbour"),
    [
        (0, DeficitLevel.HIGH, None),
        (599, DeficitLevel.HIGH, None),
        (600, DeficitLevel.HIGH, DeficitLevel.MEDIUM),
        (601, DeficitLevel.MEDIUM, DeficitLevel.HIGH),
        (605, DeficitLevel.MEDIUM, DeficitLevel.HIGH),
        (610, DeficitLevel.MEDIUM, None),
        (800, DeficitLevel.MEDIUM, None),
        (801, DeficitLevel.MINIMAL, DeficitLevel.MEDIUM),
        (809, DeficitLevel.MINIMAL, DeficitLevel.MEDIUM),
        (810, DeficitLevel.MINIMAL, None),
        (1000, DeficitLevel.MINIMAL, None),
    ],
)
def test_a_score_in_a_hole_names_the_level_on_the_other_side(score, deficit, neighbour):
    reading = read_score(score, TABLE)
    assert (reading.deficit, reading.neighbour) == (deficit, neighbour)


@given(st.sampled_from([*range(600, 610), *range(801, 810)]))
def test_a_person_may_choose_the_neighbour_level_and_competence_follows(score):
    reading = read_score(score, TABLE)
    moved = reading.moved(reading.neighbour)
    assert OPPOSITE[moved.competence] is moved.deficit is not reading.deficit
    assert moved.score == score
    assert moved.moved(moved.neighbour) == reading


@given(st.integers(0, 1000), st.sampled_from(DeficitLevel))
def test_no_other_level_can_be_chosen(score, deficit):
    reading = read_score(score, TABLE)
    if deficit is not reading.neighbour:
        with pytest.raises(ValueError, match="neighbour"):
            reading.moved(deficit)


@pytest.mark.parametrize("score", [-1, 1001])
def test_there_is_no_level_outside_the_scale(score):
    with pytest.raises(ValueError, match="between 0 and 1000"):
        read_score(score, TABLE)


def test_no_level_is_shown_as_a_bare_word():
    names = [
        name.get(lang) for name in (*TABLE.competence_names, *TABLE.deficit_names) for lang in name.languages
    ]
    assert all(
        name.startswith(("уровень компетенции: ", "competence level: ", "дефицит: ", "deficit: "))
        for name in names
    )
    assert TABLE.competence_name(CompetenceLevel.LOW).get("ru") == "уровень компетенции: низкий"
    assert TABLE.deficit_name(DeficitLevel.HIGH).get("ru") == "дефицит: высокий"


def test_the_recommended_way_follows_the_deficit():
    ways = [read_score(score, TABLE).way.get("ru") for score in (500, 700, 900)]
    assert "индивидуального плана" in ways[0]
    assert "повышение квалификации" in ways[1]
    assert "неформального" in ways[2]


def test_x03_a_competency_may_have_bounds_of_its_own():
    cut = Cut(competency="ict", high_upto=40, medium_upto=70)
    table = TABLE.model_copy(update={"cuts": (cut,)})
    assert read_score(400, table, "ict").deficit is DeficitLevel.HIGH
    assert read_score(401, table, "ict").deficit is DeficitLevel.MEDIUM
    assert read_score(701, table, "ict").deficit is DeficitLevel.MINIMAL
    assert read_score(600, table, "ict").in_gap is False
    assert read_score(500, table, "subject").deficit is DeficitLevel.HIGH


@given(st.integers(1, 500).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_a_score_is_the_share_rounded_half_up_to_a_tenth(pair):
    part, whole = pair
    exact = Decimal(part) * 100 / Decimal(whole)
    assert abs(percent(tenths(part, whole)) - exact) <= Decimal("0.05")
    assert 0 <= tenths(part, whole) <= 1000


@pytest.mark.parametrize(
    ("part", "whole", "score"), [(1, 3, 333), (2, 3, 667), (1, 16, 63), (0, 1, 0), (1, 1, 1000)]
)
def test_tenths_of_known_shares(part, whole, score):
    assert tenths(part, whole) == score
    assert percent(score).as_tuple().exponent == -1


@pytest.mark.parametrize(("part", "whole"), [(1, 0), (-1, 3), (4, 3)])
def test_a_share_needs_sense(part, whole):
    with pytest.raises(ValueError, match="0 <= part <= whole"):
        tenths(part, whole)


@pytest.mark.parametrize("value", [60.55, -1, 101, "60", True])
def test_a_threshold_has_at_most_one_decimal_and_lies_on_the_scale(value):
    with pytest.raises(ValidationError):
        Cut(competency="ict", high_upto=value, medium_upto=80)
