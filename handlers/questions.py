"""The one asker of every chat form: a question with its buttons, and what a tap or a text means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from handlers.views import Button, Data, Say, View, button, say, view
from models.base import normalised
from models.errors import BadAnswer, NotYours, Refusal
from regulations.calendar import add_months, holiday, weekend_or_holiday
from regulations.questions import (
    Example,
    Option,
    Question,
    QuestionKind,
    next_question,
    place_of,
    previous_question,
    read_choice,
    read_date_answer,
    read_text,
)
from regulations.words import Words

Given = str | date | Words
Tap = Callable[[str, str], Data]
OWN_WORDS = "other"
"""The code by which the regulations' lists offer «Другая форма»."""


@dataclass(frozen=True)
class Item:
    """A question and its words: `key` of the locale with its `facts`.

    `own`: a choice that takes own words, too; `near`: a date with buttons for the next weeks; `order`: codes
    of the options as shown (empty: as the question has them); `marks`: what stands beside an option;
    `earliest`: the first day that a date may name.
    """

    question: Question
    key: str
    facts: Mapping[str, object] = field(default_factory=dict)
    own: bool = False
    near: bool = True
    earliest: date | None = None
    order: tuple[str, ...] = ()
    marks: Mapping[str, Words] = field(default_factory=dict)

    def shown(self) -> list[tuple[int, Option]]:
        """The options in the order of the screen, each with its lasting number."""
        options = list(enumerate(self.question.options))
        return sorted(options, key=lambda one: self.order.index(one[1].code)) if self.order else options


@dataclass(frozen=True)
class Form:
    """A form as its draft stands: the questions, what was given by code, what a tap carries (verb, value).

    The verbs: `pick`, `day`, `yes`, `again`, `keep`, `back`, `later`. With `whole` false one question is
    asked anew, by itself: no number, and the way back is `leave`.
    """

    items: tuple[Item, ...]
    given: Mapping[str, Given]
    tap: Tap
    whole: bool = True

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions without their words."""
        return tuple(item.question for item in self.items)

    def item(self, code: str) -> Item:
        """The item with this code; refuses NotYours for a forged one."""
        for item in self.items:
            if item.question.code == code:
                return item
        raise NotYours("refusal-not-yours")

    def asked(self, code: str) -> Item | None:
        """The question that was returned to, else the first without an answer; None: all is said."""
        returned = next((item for item in self.items if item.question.code == code), None)
        question = next_question(self.questions, self.given)
        return returned or (self.item(question.code) if question else None)

    def before(self, code: str) -> str:
        """The code of the question before this one; the same at the first."""
        question = previous_question(self.questions, self.item(code).question.code)
        return question.code if question else code

    def after(self, code: str) -> str:
        """The code of the question behind this one; "" at the last: whatever is still open."""
        codes = [item.question.code for item in self.items]
        return next(iter(codes[codes.index(code) + 1 :]), "")

    def tapped(self, value: str) -> tuple[Item, str]:
        """The question that a tap names, and the rest of its value. Refuses NotYours for a forged one."""
        number, _, rest = value.partition(".")
        if not number.isdecimal() or int(number) >= len(self.items):
            raise NotYours("refusal-not-yours")
        return self.items[int(number)], rest

    def button(self, key: str, verb: str, item: Item, rest: int | str = "", **facts: Any) -> Button:
        """A button under a question: the data names the question by its place in the form."""
        return button(key, self.tap(verb, f"{self.items.index(item)}.{rest}"), **facts)


def ask(form: Form, item: Item, today: date) -> View:
    """One question: «вопрос 2 из 4», the words, what was given before, the options, the ways on and back."""
    question = item.question
    number, total = place_of(form.questions, question.code)
    given = form.given.get(question.code)
    head = [say("questions-number", number=number, total=total)] if form.whole else []
    return view(
        [*head, Say(item.key, item.facts)],
        *([say("questions-given", value=given)] if given else []),
        rows=[*_options(form, item), *_days(form, item, today), *_ways(form, item)],
    )


def _options(form: Form, item: Item) -> list[list[Button]]:
    rows = []
    for number, option in item.shown():
        facts: dict[str, Any] = {"label": option.title}
        key = "questions-ask.option"
        if form.given.get(item.question.code) == option.title:
            key = "questions-ask.chosen"
        elif option.code in item.marks:
            key, facts["mark"] = "questions-ask.marked", item.marks[option.code]
        rows.append([form.button(key, "pick", item, number, **facts)])
    return rows


def _days(form: Form, item: Item, today: date) -> list[list[Button]]:
    if item.question.kind is not QuestionKind.DATE or not item.near:
        return []
    tomorrow, week, month = today + timedelta(days=1), today + timedelta(days=7), add_months(today, 1)
    return [
        [form.button("questions-ask.tomorrow", "day", item, tomorrow.toordinal(), day=tomorrow)],
        [form.button("questions-ask.week", "day", item, week.toordinal(), day=week)],
        [form.button("questions-ask.month", "day", item, month.toordinal(), day=month)],
    ]


def _ways(form: Form, item: Item) -> list[list[Button]]:
    if not form.whole:
        return [[form.button("questions-ask.leave", "leave", item)]]
    keep = item.question.code in form.given
    first = item is form.items[0]
    return [
        [form.button("questions-ask.keep", "keep", item)] if keep else [],
        [] if first else [form.button("questions-ask.back", "back", item)],
        [form.button("questions-ask.later", "later", item)],
    ]


def echo(form: Form, item: Item, day: date, today: date, *remarks: Say) -> View:
    """«12 мая 2027, ср. Верно?» with remarks that warn and never block."""
    return view(
        say("questions-echo", day=day),
        *([*day_remarks(day, today), *remarks]),
        rows=[
            [form.button("questions-echo.yes", "yes", item, day.toordinal())],
            [form.button("questions-echo.again", "again", item)],
        ],
    )


def day_remarks(day: date, today: date) -> list[Say]:
    """What is worth knowing about a day: a holiday, a weekend, gone by."""
    remarks = [say("questions-past")] if day < today else []
    feast = holiday(day)
    if feast is not None:
        return [*remarks, say("questions-holiday", name=feast)]
    return [*remarks, say("questions-weekend")] if weekend_or_holiday(day) else remarks


def typed(item: Item, text: str, today: date, language: str) -> str | date:
    """What a text means as the answer. Raises BadAnswer; see regulations/questions.py for the keys."""
    question = item.question
    if question.kind is QuestionKind.DATE:
        return read_date_answer(question, text, today, lang=language, earliest=item.earliest)
    if question.kind is not QuestionKind.CHOICE:
        return read_text(question, text)
    code = _offered(question, text)
    return _chosen(item, code) if code or not item.own else read_text(question, text)


def picked(item: Item, rest: str) -> str:
    """The code of the tapped option. Refuses NotYours for a forged one.

    Raises BadAnswer `questions-own-words` for «Другая форма»: it is to be named.
    """
    if not rest.isdecimal() or int(rest) >= len(item.question.options):
        raise NotYours("refusal-not-yours")
    return _chosen(item, item.question.options[int(rest)].code)


def day_of(item: Item, rest: str) -> date:
    """The day that a tap carries. Refuses NotYours for a forged one."""
    day = int(rest) if rest.isdecimal() else 0
    if item.question.kind is not QuestionKind.DATE or not 0 < day <= date.max.toordinal():
        raise NotYours("refusal-not-yours")
    return date.fromordinal(day)


def _offered(question: Question, text: str) -> str:
    wanted = normalised(text)
    for option in question.options:
        if wanted in {normalised(option.title.get(language)) for language in option.title.languages}:
            return option.code
    return ""


def _chosen(item: Item, code: str) -> str:
    if item.own and code == OWN_WORDS:
        raise BadAnswer("questions-own-words", example=item.question.shown_example)
    return read_choice(item.question, code)


def why(refusal: Refusal) -> Say:
    """A refusal in words. Its fact `example` (a key, a text or nothing) becomes « Например: …» or nothing."""
    facts = dict(refusal.facts)
    example = facts.get("example")
    if isinstance(example, Example):
        facts["example"] = say("questions-example", words=Say(example.key, example.facts))
    elif example:
        facts["example"] = say("questions-example", words=example)
    return Say(refusal.key, facts)
