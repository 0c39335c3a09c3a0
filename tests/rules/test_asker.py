"""The asker without a chat: what a tap and a text mean, what a refusal says."""

from datetime import date, timedelta

import pytest

from handlers.answers import picked, typed
from handlers.callbacks import ActivityTap, FinalEventTap, PlanTap
from handlers.days import remarks
from handlers.plan_term import offered
from handlers.questions import Form, Item, ask, ask_offered, echo, why
from handlers.views import Say, View, say
from models.errors import BadAnswer, NotYours
from regulations.duration import Duration
from regulations.questions import Example, Option, Question, QuestionKind
from regulations.words import Words

TODAY = date(2026, 9, 14)
LARGEST = 2**63 - 1
TITLE = Item(Question("title", minimum=3, example="plan-ask-title.example"), "plan-ask-title")
LEVEL = Item(
    Question(
        "level",
        QuestionKind.CHOICE,
        options=(
            Option("low", Words(ru="Низкий ёлочный", en="Low")),
            Option("high", Words(ru="Высокий", en="High")),
            Option("other", Words(ru="Другой", en="Other")),
        ),
        minimum=3,
    ),
    "final-event-ask-level",
    own=True,
    order=("other", "high", "low"),
)
WHEN = Item(Question("date", QuestionKind.DATE), "plan-ask-date")


def form(given: dict[str, str | date | Words], *, whole: bool = True) -> Form:
    """Three questions and what was given."""
    return Form(
        (TITLE, LEVEL, WHEN), given, lambda do, value: PlanTap(do=do, route=1, version=1, value=value), whole
    )


def test_the_next_question_is_the_first_without_an_answer() -> None:
    assert form({}).asked("") is TITLE
    assert form({"title": "x", "date": TODAY}).asked("") is LEVEL
    assert form({"title": "x", "level": "y", "date": TODAY}).asked("") is None
    assert form({"title": "x"}).asked("date") is WHEN


def test_a_question_that_an_upgrade_took_away_gives_way_to_the_next() -> None:
    assert form({"title": "x"}).asked("colour") is LEVEL


def test_back_and_on_go_one_question() -> None:
    assert [form({}).before(code) for code in ("title", "level", "date")] == ["title", "title", "level"]
    assert [form({}).after(code) for code in ("title", "level", "date")] == ["level", "date", ""]


def test_options_are_shown_in_the_wished_order_and_tapped_by_their_lasting_number() -> None:
    shown = ask(form({}), LEVEL, TODAY)
    values = [row[0].data.value for row in shown.rows[:3] if isinstance(row[0].data, PlanTap)]
    assert values == ["1.2", "1.1", "1.0"]
    item, rest = form({}).tapped("1.0")
    assert (item, picked(item, rest)) == (LEVEL, "low")


@pytest.mark.parametrize("text", ["низкий елочный", " LOW ", "Низкий Ёлочный"])
def test_the_words_of_a_button_may_be_typed(text: str) -> None:
    assert typed(LEVEL, text, TODAY, "ru") == "low"


def test_own_words_are_taken_where_the_question_lets() -> None:
    assert typed(LEVEL, "Пограничный", TODAY, "ru") == "Пограничный"
    for answer in (lambda: typed(LEVEL, "другой", TODAY, "ru"), lambda: picked(LEVEL, "2")):
        with pytest.raises(BadAnswer) as caught:
            answer()
        assert caught.value.key == "questions-own-words"


@pytest.mark.parametrize("value", ["", "9.0", "x.0", "-1.0", "1"])
def test_a_forged_value_is_refused(value: str) -> None:
    with pytest.raises(NotYours):
        picked(*form({}).tapped(value))


def test_a_single_question_has_no_number_and_one_way_back() -> None:
    shown = ask(form({"title": "Было"}, whole=False), TITLE, TODAY)
    said = [part.key for line in shown.parts for part in (line if isinstance(line, tuple) else (line,))]
    assert said == ["plan-ask-title", "questions-given"]
    assert [one.label.key for row in shown.rows for one in row] == ["questions-ask.leave"]


@pytest.mark.parametrize(
    ("day", "keys"),
    [
        (date(2026, 9, 15), []),
        (date(2026, 9, 13), ["questions-past", "questions-weekend"]),
        (date(2026, 9, 19), ["questions-weekend"]),
        (date(2027, 1, 1), ["questions-holiday"]),
        (date(2027, 5, 9), ["questions-holiday"]),
    ],
)
def test_a_day_is_remarked_upon(day: date, keys: list[str]) -> None:
    assert [one.key for one in remarks(day, TODAY)] == keys


def test_an_echo_carries_the_day_and_the_remarks() -> None:
    shown = echo(form({}), WHEN, TODAY, TODAY, Say("plan-outside"))
    assert shown.parts[0] == Say("questions-echo", {"day": TODAY})
    yes = shown.rows[0][0].data
    assert isinstance(yes, PlanTap)
    assert yes.value == f"2.{TODAY.toordinal()}"


@pytest.mark.parametrize(
    ("example", "said"),
    [
        (
            Example("plan-ask-title.example"),
            Say("questions-example", {"words": Say("plan-ask-title.example")}),
        ),
        ("28.09.2026", Say("questions-example", {"words": "28.09.2026"})),
        ("", ""),
    ],
)
def test_a_refusal_says_its_example(example: Example | str, said: Say | str) -> None:
    assert why(BadAnswer("answer-empty", example=example, length=1)) == Say(
        "answer-empty", {"example": said, "length": 1}
    )


def test_the_longest_taps_fit_into_64_bytes() -> None:
    far = f"4.{date.max.toordinal()}"
    taps = (
        PlanTap(do="take-back", route=LARGEST, version=99999, value=""),
        PlanTap(do="phrase", route=LARGEST, version=99999, value="competency"),
        PlanTap(do="months", route=LARGEST, version=99999, value="120"),
        ActivityTap(do="remove-yes", activity=LARGEST, version=99999),
        ActivityTap(do="change", activity=LARGEST, version=99999, value=far),
        FinalEventTap(do="pick", event=LARGEST, version=99999, value=far),
        FinalEventTap(do="month", event=LARGEST, version=99999, value=far),
    )
    assert all(len(tap.pack().encode()) <= 64 for tap in taps)


@pytest.mark.parametrize(
    ("least", "most", "months"),
    [
        (6, 24, [6, 12, 24]),
        (None, 36, [6, 12, 24, 36]),
        (None, 12, [6, 12]),
        (48, 60, [48, 60]),
        (3, 12, [3, 6, 12]),
        (None, None, [6, 12, 24, 36, 48, 60]),
    ],
)
def test_round_terms_keep_the_bounds_of_the_regulation(
    least: int | None, most: int | None, months: list[int]
) -> None:
    assert offered(Duration(ours=True, min_months=least, max_months=most)) == months


MAIL = Item(Question("email", QuestionKind.EMAIL, optional=True), "plan-ask-title", group="contacts")
PHONE = Item(
    Question("phone", QuestionKind.PHONE, optional=True),
    "plan-ask-title",
    group="contacts",
    offer=say("questions-given", value="+7 912 345-67-89"),
)


def contacts(*, whole: bool = True, **given: str) -> Form:
    """A question, and two that are one row; the phone is known already."""
    return Form(
        (TITLE, MAIL, PHONE), given, lambda do, value: PlanTap(do=do, route=1, version=1, value=value), whole
    )


def keys(shown: View) -> list[str]:
    """The labels under a question."""
    return [one.label.key for row in shown.rows for one in row]


def test_questions_of_one_row_share_its_number() -> None:
    assert [contacts().place_of(item) for item in (TITLE, MAIL, PHONE)] == [(1, 2), (2, 2), (2, 2)]


def test_what_may_stay_empty_can_be_skipped_by_a_tap_or_a_word() -> None:
    for whole in (True, False):
        assert "questions-ask.skip" in keys(ask(contacts(whole=whole), MAIL, TODAY))
    assert "questions-ask.skip" not in keys(ask(contacts(), TITLE, TODAY))
    assert typed(MAIL, " Нет. ", TODAY, "ru") == ""
    assert typed(TITLE, "нет", TODAY, "ru") == "нет"


def test_what_is_known_already_needs_one_tap() -> None:
    assert contacts().is_offered(PHONE)
    assert not contacts(phone="").is_offered(PHONE)
    shown = ask_offered(contacts(), PHONE)
    assert keys(shown)[:2] == ["questions-offer.right", "questions-offer.mend"]
    assert shown.parts[0][1] == say("questions-given", value="+7 912 345-67-89")


def test_a_day_gone_by_is_no_surprise_where_it_is_asked_for() -> None:
    past = Item(Question("attestation", QuestionKind.DATE, past=True), "plan-ask-date")
    asked = Form((past,), {}, lambda do, value: PlanTap(do=do, route=1, version=1, value=value))
    shown = echo(asked, past, TODAY - timedelta(days=1), TODAY)
    assert [part.key for part in shown.parts if isinstance(part, Say)] == ["questions-echo"]


def test_personal_questions_are_read_by_their_kind() -> None:
    assert typed(MAIL, "Ivanova@School3.RU", TODAY, "ru") == "Ivanova@school3.ru"
    assert typed(PHONE, "89123456789", TODAY, "ru") == "+7 912 345-67-89"
