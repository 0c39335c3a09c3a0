"""Several options of one question, long lists, a day that becomes a period: the asker without a chat."""

from datetime import date

import pytest

from handlers.answers import days_of, typed
from handlers.callbacks import PlanTap
from handlers.choices import codes_of, read_selection
from handlers.questions import Form, Item, ask
from handlers.views import View
from models.errors import BadAnswer, NotYours
from regulations.questions import Option, Question, QuestionKind
from regulations.words import Words

TODAY = date(2026, 9, 14)
COLOURS = tuple(Option(name, Words(ru=name)) for name in ("red", "green", "blue"))
SEVERAL = Item(
    Question("colours", QuestionKind.CHOICES, options=COLOURS),
    "plan-ask-title",
    chosen=("green", "gone"),
    marks={"red": Words(ru="low"), "green": Words(ru="low")},
)
LONG = Item(Question("one", QuestionKind.CHOICE, options=COLOURS), "plan-ask-title", first=2)
HIDDEN = Item(Question("starts", QuestionKind.DATE), "plan-ask-date", hidden=True, span=False)
WHEN = Item(Question("date", QuestionKind.DATE), "plan-ask-date", span=True)


def form(*items: Item, **given: str | Words) -> Form:
    """A form of these questions."""
    return Form(items, given, lambda do, value: PlanTap(do=do, route=1, version=1, value=value))


def seen(shown: View) -> list[tuple[str, str, str]]:
    """The buttons: key, verb, value."""
    return [(one.label.key, one.data.do, one.data.value) for row in shown.rows for one in row]  # type: ignore[union-attr]


def test_a_toggle_carries_the_selection_it_leads_to() -> None:
    shown = seen(ask(form(SEVERAL), SEVERAL, TODAY))
    assert shown[:4] == [
        ("questions-ask.marked", "toggle", "0.3"),
        ("questions-ask.picked", "toggle", "0.0"),
        ("questions-ask.option", "toggle", "0.6"),
        ("questions-ask.done", "done", "0.2"),
    ]


def test_without_a_selection_there_is_no_done() -> None:
    shown = ask(form(SEVERAL), SEVERAL, TODAY, picked=0)
    assert "questions-ask.done" not in {key for key, _, _ in seen(shown)}
    assert [part.key for part in shown.parts[1:]] == []  # type: ignore[union-attr]


def test_what_is_selected_is_said_in_words_too() -> None:
    shown = ask(form(SEVERAL), SEVERAL, TODAY, picked=5)
    line = shown.parts[1]
    assert (line.key, line.facts["value"].facts["first"]) == ("questions-picked", COLOURS[0].title)  # type: ignore[union-attr]


@pytest.mark.parametrize("rest", ["", "x", "8", "-1", "999999999"])
def test_a_forged_selection_is_refused(rest: str) -> None:
    with pytest.raises(NotYours):
        read_selection(SEVERAL.question, rest)
    with pytest.raises(NotYours):
        read_selection(LONG.question, "1")


def test_a_selection_is_read_and_an_empty_one_asked_again() -> None:
    assert codes_of(SEVERAL.question, read_selection(SEVERAL.question, "5")) == ("red", "blue")
    with pytest.raises(BadAnswer, match="answer-too-few"):
        codes_of(SEVERAL.question, 0)


@pytest.mark.parametrize("text", ["blue, red", "RED / blue", "red;blue", "blue\nred,"])
def test_several_may_be_typed(text: str) -> None:
    assert typed(SEVERAL, text, TODAY, "ru") == "red,blue"


def test_an_unknown_one_among_several_is_asked_again() -> None:
    with pytest.raises(BadAnswer, match="answer-not-offered"):
        typed(SEVERAL, "red, pink", TODAY, "ru")


def test_the_rest_of_a_long_list_is_one_tap_away() -> None:
    short, whole = ask(form(LONG), LONG, TODAY), ask(form(LONG), LONG, TODAY, more=True)
    assert [value for _, do, value in seen(short) if do == "pick"] == ["0.0", "0.1"]
    assert ("questions-ask.more", "more", "0.") in seen(short)
    assert [do for _, do, _ in seen(whole)][:4] == ["pick", "pick", "pick", "later"]


def test_a_hidden_question_keeps_its_place_and_is_neither_asked_nor_counted() -> None:
    of = form(LONG, HIDDEN, WHEN, one="x")
    assert of.asked("") is WHEN
    assert (of.place_of(WHEN), of.before("date"), of.after("one")) == ((2, 2), "one", "date")
    assert (of.before("starts"), of.after("starts"), of.place_of(HIDDEN)) == ("starts", "date", (2, 3))
    assert of.tapped("2.5") == (WHEN, "5")


def test_a_day_may_become_a_period_and_back() -> None:
    assert ("questions-ask.several-days", "span", "1.") in seen(ask(form(LONG, WHEN), WHEN, TODAY))
    assert ("questions-ask.one-day", "single", "1.") in seen(ask(form(LONG, HIDDEN), HIDDEN, TODAY))
    assert not {do for _, do, _ in seen(ask(form(LONG), LONG, TODAY))} & {"span", "single"}


def test_a_period_is_typed_only_where_one_may_be_said() -> None:
    meant = typed(WHEN, "с 3 по 7 июня", TODAY, "ru")
    assert meant == (date(2027, 6, 3), date(2027, 6, 7))
    with pytest.raises(BadAnswer, match="date-"):
        typed(Item(Question("date", QuestionKind.DATE), "plan-ask-date"), "с 3 по 7 июня", TODAY, "ru")


@pytest.mark.parametrize("rest", ["", "1", "5-", "7-3", "x-y", "1-2-3"])
def test_a_forged_period_is_refused(rest: str) -> None:
    with pytest.raises(NotYours):
        days_of(WHEN, rest)


def test_a_tapped_period_is_read() -> None:
    assert days_of(WHEN, f"{TODAY.toordinal()}-{TODAY.toordinal()}") == (TODAY, TODAY)
