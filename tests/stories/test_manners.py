"""The reader over everybody's shoulder notices what a careful editor would strike out (tests/stories/manners.py)."""

from __future__ import annotations

from typing import Any

import pytest

from bot.text import Reader
from handlers.views import Say, say
from regulations.words import Words
from tests.stories.counting import wrong_plurals
from tests.stories.manners import KeepingText, Manners

WAY = {"inline_keyboard": [[{"text": "В меню", "callback_data": "go:menu"}]]}


def faults(words: str, *labels: str, said: tuple[Say, ...] = (), language: str = "ru") -> list[str]:
    """The faults of one message to somebody."""
    text = KeepingText()
    for one in said:
        text.say(one, Reader(language))
    manners = Manners(text)
    keys = [[{"text": label}] for label in labels]
    manners.went("sendMessage", {"chat_id": 1, "text": words, "reply_markup": {"inline_keyboard": keys}})
    return [fault for one in manners.shown for fault in manners.faults(one)]


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("\n".join("абвгдежзи"), "9 lines, at most 8"),
        ("слово " * 200, "1200 characters, at most 1000"),
        ("Ждёт { $waiting } отчёт", "raw «{ $»"),
        ("Имя: {name}", "raw «{name}»"),
        ("Имя: None", "raw «None»"),
        ("Ваш plan готов", "English for a Russian reader «plan»"),
        ("Результат: высокий", "bare level «высокий»"),
        ("Средний балл", "bare level «Средний»"),
        ("Ждут 5 отчёта", "plural «5 отчёта»"),
        ("Срок прошёл!", "exclamation mark"),
        ("<pre>а  б</pre>", "a table of characters"),
        ("| а | б |", "a table of characters"),
    ],
)
def test_what_an_editor_would_strike_out_is_noticed(words: str, fault: str) -> None:
    assert fault in faults(words, "В меню")


@pytest.mark.parametrize(
    "words",
    [
        "Вебинар: уровень компетенции: низкий; дефицит: высокий",
        "Работа с учениками при низкой мотивации",
        "Выйти из вопроса: /cancel. Код похож на такой: AB23-CD45-EF67-GH89-JK23-LM45-NP67",
        "Язык / Language",
        "Маршрут от 6 месяцев до 2 лет, 1 отчёт, 21 отчёт, 12 мая 2027",
    ],
)
def test_a_plain_message_passes(words: str) -> None:
    assert faults(words, "В меню") == []


def test_a_raw_key_is_noticed() -> None:
    assert "raw key «menu-nothing»" in faults("menu-nothing", said=(say("menu-nothing"),))


def test_an_icon_without_a_word_is_noticed() -> None:
    assert faults("Дата", "‹", "12", "Октябрь ›") == ["an icon without a word [‹]"]


def test_the_other_language_is_noticed_in_words_and_on_buttons() -> None:
    help_, later = say("help-stranger"), say("questions-ask.later")
    english = KeepingText().say(help_, Reader("en"))
    assert faults(english, "Отложить", said=(help_,), language="en") == [
        "Russian for an English reader «Отложить»"
    ]
    text = KeepingText()
    mixed = f"{text.say(help_, Reader('en'))} {text.say(later, Reader('ru'))}"
    manners = Manners(text)
    manners.went("sendMessage", {"chat_id": 1, "text": mixed})
    assert "two languages in one message" in [one for shown in manners.shown for one in manners.faults(shown)]


def test_what_people_typed_and_terms_without_a_translation_are_not_ours() -> None:
    term = say("questions-given", value=Words(ru="Открытый стиль"))
    typed = say("questions-given", value="Отчёт by <b>Bob</b>! 5 отчёт, None")
    for one in (term, typed):
        for language in ("ru", "en"):
            words = KeepingText().say(one, Reader(language))
            assert faults(words, said=(one,), language=language) == []


def test_our_own_terms_are_read_in_the_readers_language() -> None:
    term = say("questions-given", value=Words(ru="Открытый урок", en="Open lesson"))
    words = KeepingText().say(term, Reader("en"))
    assert faults(words.replace("Open lesson", "Открытый урок"), said=(term,), language="en")


def test_a_list_that_was_asked_for_may_be_long() -> None:
    asked = say("review-teachers", count=21)
    words = KeepingText().say(asked, Reader("ru")) + "\nстрока" * 20
    assert faults(words, said=(asked,)) == []


def settled(*messages: dict[str, Any]) -> Manners:
    """These messages went to one person, who now reads."""
    manners = Manners(KeepingText())
    for message in messages:
        manners.went("sendMessage", {"chat_id": 1, **message})
    manners.settled()
    return manners


def test_the_newest_message_needs_a_way_on() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"no way on[^«]+«Записано\.»"):
        settled({"text": "Записано."}).check()
    settled({"text": "Записано."}, {"text": "Вот меню", "reply_markup": WAY}).check()
    settled({"text": "Напишите название. Выйти: /cancel"}).check()


def test_what_telegram_refuses_because_of_its_words_is_told() -> None:
    manners = settled()
    manners.was_refused("sendMessage", "Bad Request: can't parse entities: Unclosed tag")
    manners.was_refused("sendMessage", "Too Many Requests: retry after 5")
    with pytest.raises(pytest.fail.Exception, match="Unclosed tag") as failed:
        manners.check()
    assert "retry after" not in str(failed.value)
    manners.check()


def test_a_toast_needs_no_way_on_and_is_read_too() -> None:
    manners = settled()
    manners.went("answerCallbackQuery", {"text": "Уже 5 отчёт"})
    manners.settled()
    with pytest.raises(pytest.fail.Exception, match="plural «5 отчёт»"):
        manners.check()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("1 отчёт, 2 отчёта, 5 отчётов, 11 отчётов, 12 отчётов, 21 отчёт, 111 отчётов, 122 отчёта", []),
        ("через 1 минуту, через 3 дня, от 6 месяцев, до 2 лет, не менее 1 месяца, из 21 утверждения", []),
        ("1 report, 2 reports, 0 reports, 21 reports", []),
        ("1 отчётов", ["1 отчётов"]),
        ("21 отчётов", ["21 отчётов"]),
        ("11 отчёт", ["11 отчёт"]),
        ("2 отчётов", ["2 отчётов"]),
        ("не менее 5 отчёта", ["менее 5 отчёта"]),
        ("1 reports, 2 report", ["1 reports", "2 report"]),
        ("вопрос 3 из 12, 12 мая, 3–5 дней", []),
    ],
)
def test_numerals_stand_before_the_right_form(text: str, wrong: list[str]) -> None:
    assert wrong_plurals(text) == wrong
