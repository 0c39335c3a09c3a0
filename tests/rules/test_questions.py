"""Answers to the questions of chat forms: what is cleaned, what is refused, what comes next."""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import BadAnswer
from regulations import questions
from regulations.questions import Example, Option, Question, QuestionKind
from regulations.texts import clean
from regulations.words import Words

TODAY = date(2026, 11, 22)
EDUCATION = Question("education", minimum=2, maximum=100, example="sheet-education.example")
RESULT = Question("result", QuestionKind.LONG_TEXT, minimum=3, maximum=1000)
LEVEL = Question(
    "level",
    QuestionKind.CHOICE,
    example="activity-level.example",
    options=(
        Option("federal", Words(ru="Федеральный", en="Federal")),
        Option("school", Words(ru="Моя школа — всё своё", en="My school")),
    ),
)
LEVELS = Question("levels", QuestionKind.CHOICES, minimum=1, maximum=1, options=LEVEL.options)
PERCENT = Question("percent", QuestionKind.NUMBER, minimum=0, maximum=1000, example="percent.example")
WHEN = Question("when", QuestionKind.DATE)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Высшее,   УдГУ \t 1998 ", "Высшее, УдГУ 1998"),
        ("Высшее\nУдГУ\r\n1998", "Высшее УдГУ 1998"),
        ("й" + "\u0438\u0306", "йй"),  # a letter and its mark become one
        ("и\u200b\u0306ва", "йва"),  # they meet when what stood between is gone
        ("a\u200bb\u2060c\ufeffd", "abcd"),
        ("\u202eобратно\u202c \u2066и\u2069", "обратно и"),
        ("мяг\u00adкий", "мягкий"),
        ("<b>Иванова & Ко</b>", "<b>Иванова & Ко</b>"),
        ("«ёлки» – 100 %", "«ёлки» – 100 %"),
        ("👩\u200d🏫 урок", "👩\u200d🏫 урок"),
        ("👩🏽\u200d🏫 ок", "👩🏽\u200d🏫 ок"),
        ("❤\ufe0f\u200d🔥 ок", "❤\ufe0f\u200d🔥 ок"),
        ("а\u200dб", "аб"),
        ("Ошибка\u200d 🏫", "Ошибка 🏫"),
        ("שלום עולם", "שלום עולם"),
        ("🏴\U000e0067\U000e0062\U000e007f флаг", "🏴\U000e0067\U000e0062\U000e007f флаг"),
        ("👍👍", "👍👍"),
    ],
)
def test_a_text_is_kept_as_people_see_it(typed, kept):
    assert questions.read_text(EDUCATION, typed) == kept


def test_line_breaks_stay_in_a_long_text():
    typed = "\n\n Было  хорошо. \r\n\r\n\r\n\r\n Дети\u2028спорили \n"
    assert questions.read_text(RESULT, typed) == "Было хорошо.\n\nДети\nспорили"


@pytest.mark.parametrize(
    "typed",
    ["", " ", "\n\t ", "\u200b\u200d", "\u2800", "\u3164", "\u00a0", "\u202e", "\ufe0f", "\u0301", "\u00ad"],
)
def test_what_shows_nothing_is_empty(typed):
    with pytest.raises(BadAnswer) as refused:
        questions.read_text(EDUCATION, typed)
    assert refused.value.key == "answer-empty"
    assert refused.value.facts == {"example": Example("sheet-education.example")}
    assert questions.read_text(Question("note", optional=True), typed) == ""


@pytest.mark.parametrize("typed", ["\x00", "Высшее\x00", "a\x1bb", "Высшее\x7f", "урок \ud83d"])
def test_what_no_keyboard_types_is_refused(typed):
    with pytest.raises(BadAnswer) as refused:
        questions.read_text(EDUCATION, typed)
    assert refused.value.key == "answer-control"


@pytest.mark.parametrize(
    ("typed", "key", "facts"),
    [
        ("я" * 101, "answer-too-long", {"length": 101, "maximum": 100}),
        ("я" * 3000, "answer-too-long", {"length": 3000, "maximum": 100}),
        ("я", "answer-too-short", {"length": 1, "minimum": 2}),
        ("  я  ", "answer-too-short", {"length": 1, "minimum": 2}),
    ],
)
def test_a_wrong_length_tells_both_lengths(typed, key, facts):
    with pytest.raises(BadAnswer) as refused:
        questions.read_text(EDUCATION, typed)
    assert refused.value.key == key
    assert refused.value.facts == {**facts, "example": Example("sheet-education.example")}


def test_the_bounds_of_the_length_are_allowed():
    assert questions.read_text(EDUCATION, " " + "я" * 100 + " ") == "я" * 100
    assert questions.read_text(EDUCATION, "да") == "да"


def test_a_question_without_an_example_shows_none():
    with pytest.raises(BadAnswer) as refused:
        questions.read_text(RESULT, "")
    assert refused.value.facts == {"example": ""}


ANYTHING = st.text(max_size=200) | st.text(
    " \nаи\u0306\u200b\u200d\ufe0f\u202e👩🏫🏽e\u0301\u2028", max_size=30
)


@given(ANYTHING, st.booleans())
def test_cleaning_twice_is_cleaning_once_and_leaves_nothing_hidden(text, lines):
    once = clean(text, lines=lines)
    assert clean(once, lines=lines) == once
    assert once == once.strip()
    assert "  " not in once
    assert lines or "\n" not in once
    assert unicodedata.is_normalized("NFC", once)
    assert not set(once) & set("\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff")


@given(st.text(max_size=150))
def test_any_text_is_an_answer_within_bounds_or_a_bad_answer(typed):
    try:
        assert 2 <= len(questions.read_text(EDUCATION, typed)) <= 100
    except BadAnswer as refused:
        assert refused.key.startswith("answer-")


@pytest.mark.parametrize("answer", ["federal", "Федеральный", " федеральный. ", "FEDERAL"])
def test_a_choice_may_be_tapped_or_typed(answer):
    assert questions.read_choice(LEVEL, answer) == "federal"


def test_a_typed_choice_may_be_written_without_the_dots_of_yo():
    assert questions.read_choice(LEVEL, "моя школа — все свое") == "school"


@pytest.mark.parametrize("answer", ["", "regional", "1", "<b>", "я" * 10_000, "\x00"])
def test_what_was_not_offered_is_refused(answer):
    with pytest.raises(BadAnswer) as refused:
        questions.read_choice(LEVEL, answer)
    assert refused.value.key == "answer-not-offered"
    assert refused.value.facts == {"example": Example("activity-level.example")}


def test_several_choices_come_in_the_order_of_the_question_each_once():
    many = Question("levels", QuestionKind.CHOICES, maximum=2, options=LEVEL.options)
    assert questions.read_choices(many, ["school", "federal", "school"]) == ("federal", "school")


@pytest.mark.parametrize(
    ("answers", "key", "facts"),
    [
        ([], "answer-too-few", {"count": 0, "minimum": 1}),
        (["federal", "school"], "answer-too-many", {"count": 2, "maximum": 1}),
    ],
)
def test_too_few_or_too_many_choices_tell_both_numbers(answers, key, facts):
    with pytest.raises(BadAnswer) as refused:
        questions.read_choices(LEVELS, answers)
    assert refused.value.key == key
    assert refused.value.facts == {**facts, "example": ""}


def test_an_optional_choice_may_stay_empty():
    assert questions.read_choices(Question("x", QuestionKind.CHOICES, optional=True), []) == ()


def test_a_date_lies_inside_its_bounds():
    bounds = {"earliest": date(2026, 11, 22), "latest": date(2027, 5, 12)}
    assert questions.read_date_answer(WHEN, "12.05", TODAY, **bounds) == date(2027, 5, 12)
    assert questions.read_date_answer(WHEN, "сегодня", TODAY, **bounds) == TODAY


@pytest.mark.parametrize(
    ("typed", "key", "facts"),
    [
        ("вчера", "date-too-early", {"day": date(2026, 11, 21), "limit": TODAY}),
        ("13.05", "date-too-late", {"day": date(2027, 5, 13), "limit": date(2027, 5, 12)}),
        ("31.02", "date-impossible", {"typed": "31.02", "example": "06.12.2026"}),
        ("ой", "date-unclear", {"typed": "ой", "example": "06.12.2026"}),
    ],
)
def test_a_date_outside_its_bounds_is_refused_with_the_limit(typed, key, facts):
    with pytest.raises(BadAnswer) as refused:
        questions.read_date_answer(WHEN, typed, TODAY, earliest=TODAY, latest=date(2027, 5, 12))
    assert (refused.value.key, refused.value.facts) == (key, facts)


def test_a_question_about_the_past_reads_the_last_such_day():
    when = Question("when", QuestionKind.DATE, past=True)
    assert questions.read_date_answer(when, "12.05", TODAY) == date(2026, 5, 12)


@pytest.mark.parametrize(
    ("typed", "tenths"),
    [("55", 550), ("78,5 %", 785), ("78.5%", 785), ("0", 0), (" 100 ", 1000), ("٥٥", 550), ("007", 70)],
)
def test_a_number_is_read_in_tenths(typed, tenths):
    assert questions.read_number(PERCENT, typed) == tenths


@pytest.mark.parametrize(
    "typed", ["", "пять", "5,55", "1e3", "∞", "5 5", "½", "²", "9" * 10_000, "--5", "5,"]
)
def test_what_is_no_number_is_unclear(typed):
    with pytest.raises(BadAnswer) as refused:
        questions.read_number(PERCENT, typed)
    assert refused.value.key == "number-unclear"
    assert refused.value.facts == {"example": Example("percent.example")}


@pytest.mark.parametrize("typed", ["-1", "−0,1", "100,1", "999999999"])
def test_a_number_outside_its_bounds_tells_the_bounds(typed):
    with pytest.raises(BadAnswer) as refused:
        questions.read_number(PERCENT, typed)
    assert refused.value.key == "number-out-of-bounds"
    assert refused.value.facts == {
        "minimum": Decimal(0),
        "maximum": Decimal(100),
        "example": Example("percent.example"),
    }


FORM = (EDUCATION, LEVEL, WHEN)


def test_the_next_question_is_computed_from_the_answers():
    assert questions.next_question(FORM, []) is EDUCATION
    assert questions.next_question(FORM, ["level"]) is EDUCATION
    assert questions.next_question(FORM, ["education", "when"]) is LEVEL
    assert questions.next_question(FORM, {"education": "", "level": "federal", "when": None}) is None


def test_a_question_knows_the_one_before():
    assert questions.previous_question(FORM, "level") is EDUCATION
    assert questions.previous_question(FORM, "education") is None
