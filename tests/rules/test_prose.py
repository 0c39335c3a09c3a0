"""The sentences of a draft: the words that agree with a number, parts that fall out where a fact is missing."""

import pytest

from regulations.prose import counted, sentence, sentences


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 рецензий"),
        (1, "1 рецензия"),
        (3, "3 рецензии"),
        (5, "5 рецензий"),
        (11, "11 рецензий"),
        (14, "14 рецензий"),
        (21, "21 рецензия"),
        (112, "112 рецензий"),
    ],
)
def test_a_word_agrees_with_its_number(count: int, words: str) -> None:
    assert counted(count, "# рецензия|# рецензии|# рецензий") == words


def test_a_part_in_brackets_falls_out_where_a_fact_of_it_is_missing() -> None:
    assert sentence("stopped", reason="") == "Маршрут прекращается."
    assert sentence("stopped", reason="Переезд.") == "Маршрут прекращается. Причина: Переезд."


def test_braces_in_what_people_wrote_stay_as_they_are() -> None:
    assert sentence("product", product="{сборник}[1]") == "Создан образовательный продукт: {сборник}[1]."


def test_an_unknown_sentence_or_a_fact_not_given_is_a_bug() -> None:
    assert "success" in sentences()
    with pytest.raises(KeyError):
        sentence("no_such_sentence")
    with pytest.raises(KeyError):
        sentence("product")
