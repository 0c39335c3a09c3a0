"""E-mail addresses, phones and years of service as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import BadAnswer
from regulations.personal import as_email, as_phone, as_years, is_nothing, read_personal
from regulations.questions import Question, QuestionKind, read_text
from regulations.words import Words

TODAY = date(2026, 9, 14)
EMAIL = Question("email", QuestionKind.EMAIL, sample=Words(ru="ivanova@yandex.ru"))
YEARS = Question("experience", QuestionKind.YEARS, minimum=0, maximum=70)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ivanova@yandex.ru", "ivanova@yandex.ru"),
        ("  Ivanova.G-P@Mail.RU. ", "Ivanova.G-P@mail.ru"),
        ("mailto:a@b.co", "a@b.co"),
        ("галина@почта.рф", "галина@почта.рф"),
        ("иванова@mail.ru", ""),
        ("ivanova@mail", ""),
        ("ivanova mail.ru", ""),
        ("a..b@mail.ru", ""),
        ("a@-mail.ru", ""),
        ("+7 912 345-67-89", ""),
        ("a" * 250 + "@mail.ru", ""),
        ("<b>", ""),
    ],
)
def test_an_address_is_kept_in_one_spelling_or_refused(typed: str, kept: str) -> None:
    assert as_email(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["89123456789", "+79123456789", "8 (912) 345-67-89", "9123456789", "7 912 345 67 89", "٨٩١٢٣٤٥٦٧٨٩"],
)
def test_one_phone_however_typed(typed: str) -> None:
    assert as_phone(typed) == "+7 912 345-67-89"


@pytest.mark.parametrize(
    "typed", ["", "12345", "8912345678", "0000000000", "8912345678а", "a@b.ru", "+1", "9" * 10]
)
def test_no_phone(typed: str) -> None:
    assert as_phone(typed) == ""


def test_a_phone_of_another_country_keeps_its_digits() -> None:
    assert as_phone("+375 29 123-45-67") == "+375291234567"


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("22", 22),
        ("22 года", 22),
        ("0", 0),
        ("5 лет.", 5),
        ("с 2004 года", 22),
        ("since 2004", 22),
        ("١٢", 12),
    ],
)
def test_years_are_whole(typed: str, years: int) -> None:
    assert as_years(typed, TODAY) == years


@pytest.mark.parametrize("typed", ["", "много", "22,5", "-3", "с 2030 года", "222", "22 попугая"])
def test_no_years(typed: str) -> None:
    assert as_years(typed, TODAY) is None


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_twice_alike(text: str) -> None:
    for read in (as_email, as_phone):
        assert read(read(text)) == read(text)


def test_a_refusal_carries_a_good_answer_and_never_what_was_typed() -> None:
    for question, text, key in (
        (EMAIL, "my secret", "answer-email"),
        (Question("phone", QuestionKind.PHONE), "my secret", "answer-phone"),
        (YEARS, "my secret", "answer-years"),
        (YEARS, "99", "answer-years-out"),
    ):
        with pytest.raises(BadAnswer) as caught:
            read_personal(question, text, TODAY)
        assert caught.value.key == key
        assert "my secret" not in repr(caught.value.facts)
    assert read_personal(YEARS, "22", TODAY) == "22"


@pytest.mark.parametrize("typed", ["нет", " Нет. ", "не имею", "—", "None"])
def test_nothing_can_be_said_in_words(typed: str) -> None:
    assert is_nothing(typed)
    assert not is_nothing(typed + " проблем")


@pytest.mark.parametrize("typed", ["<b>", "</i> <b>"])
def test_tags_alone_say_nothing(typed: str) -> None:
    with pytest.raises(BadAnswer) as caught:
        read_text(Question("title"), typed)
    assert caught.value.key == "answer-empty"
    assert read_text(Question("title"), "<b>Вебинар</b>") == "<b>Вебинар</b>"
