"""The one asker of every chat form: a question with its buttons; handlers/answers.py reads what comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from handlers import choices, days
from handlers.views import Button, Data, Say, View, button, say, view
from models.errors import NotYours, Refusal
from regulations.questions import (
    Example,
    Option,
    Question,
    next_question,
    previous_question,
)
from regulations.words import Words

Given = str | date | Words | Say
Tap = Callable[[str, str], Data]


@dataclass(frozen=True)
class Item:
    """A question and its words: `key` of the locale with its `facts`.

    `own`: a choice that takes own words, too; `near`: a date with buttons for the next weeks; `order`: codes
    of the options as shown (empty: as the question has them); `marks`: what stands beside an option;
    `earliest`: the first day that a date may name; `offer`: what is known already and needs one tap, `mend`:
    whether it may be corrected here; `group`: questions of one group count as one («вопрос 11 из 12»);
    `chosen`: the codes stored where several may be; `first`: how many options stand before «Ещё варианты»;
    `hidden`: not asked as things are; `span`: whether a day may become a period (True), or a period a day;
    `columns`: how many short options stand side by side.
    """

    question: Question
    key: str
    facts: Mapping[str, object] = field(default_factory=dict)
    own: bool = False
    near: bool = True
    earliest: date | None = None
    order: tuple[str, ...] = ()
    marks: Mapping[str, Words] = field(default_factory=dict)
    offer: Say | None = None
    mend: bool = True
    group: str = ""
    chosen: tuple[str, ...] = ()
    first: int = 0
    hidden: bool = False
    span: bool | None = None
    columns: int = 1

    def shown(self) -> list[tuple[int, Option]]:
        """The options in the order of the screen, each with its lasting number."""
        options = list(enumerate(self.question.options))
        return sorted(options, key=lambda one: self.order.index(one[1].code)) if self.order else options


@dataclass(frozen=True)
class Form:
    """A form as its draft stands: the questions, what was given by code, what a tap carries (verb, value).

    The verbs: `pick`, `toggle`, `done`, `more`, `day`, `month`, `none`, `span`, `single`, `yes`, `both`,
    `again`, `right`, `mend`, `skip`, `keep`, `back`, `later`. With `whole` false one question is asked anew, by itself:
    no number, and the way back is `leave`.
    """

    items: tuple[Item, ...]
    given: Mapping[str, Given]
    tap: Tap
    whole: bool = True

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that are asked, without their words."""
        return tuple(item.question for item in self.items if not item.hidden)

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

    def is_offered(self, item: Item) -> bool:
        """Is this known already, and not yet agreed with?"""
        return item.offer is not None and item.question.code not in self.given

    def place_of(self, item: Item) -> tuple[int, int]:
        """«вопрос 3 из 12»: the number from 1, and how many there are."""
        asked = [one for one in self.items if one is item or not one.hidden]
        groups = list(dict.fromkeys(one.group or one.question.code for one in asked))
        return groups.index(item.group or item.question.code) + 1, len(groups)

    def before(self, code: str) -> str:
        """The code of the question before this one; the same at the first."""
        if self.item(code).hidden:
            return code
        question = previous_question(self.questions, code)
        return question.code if question else code

    def after(self, code: str) -> str:
        """The code of the question behind this one; "" at the last: whatever is still open."""
        codes = [item.question.code for item in self.items if not item.hidden or item.question.code == code]
        return next(iter(codes[codes.index(code) + 1 :]), "")

    def tapped(self, value: str) -> tuple[Item, str]:
        """The question that a tap names, and the rest of its value. Refuses NotYours for a forged one."""
        number, _, rest = value.partition(".")
        if not number.isdecimal() or int(number) >= len(self.items):
            raise NotYours("refusal-not-yours")
        return self.items[int(number)], rest

    def button(
        self, key: str, verb: str, item: Item, rest: int | str = "", *, style: str | None = None, **facts: Any
    ) -> Button:
        """A button under a question: the data names the question by its place in the form."""
        return button(key, self.tap(verb, f"{self.items.index(item)}.{rest}"), style=style, **facts)


def ask(
    form: Form, item: Item, today: date, *, picked: int = choices.NOT_TOUCHED, more: bool = False
) -> View:
    """One question: «вопрос 2 из 4», the words, what was given before, the options, the ways on and back."""
    given = form.given.get(item.question.code)
    several = choices.picked_line(item, picked)
    return view(
        [*numbered(form, item), Say(item.key, item.facts)],
        *(several or ([say("questions-given", value=given)] if given else [])),
        rows=[
            *choices.options(form, item, picked, more=more),
            *days.near(form, item, today),
            *days.calendar(form, item, today),
            *days.spans(form, item),
            *_ways(form, item),
        ],
    )


def numbered(form: Form, item: Item) -> list[Say]:
    """«Вопрос 3 из 12»; nothing when one question is asked by itself."""
    number, total = form.place_of(item)
    return [say("questions-number", number=number, total=total)] if form.whole else []


def ask_offered(form: Form, item: Item) -> View:
    """What is known already: one tap, or a correction."""
    mend = [form.button("questions-offer.mend", "mend", item)] if item.mend else []
    return view(
        [*numbered(form, item), *([item.offer] if item.offer else [])],
        rows=[
            [form.button("questions-offer.right", "right", item, style="success"), *mend],
            *_ways(form, item),
        ],
    )


def _ways(form: Form, item: Item) -> list[list[Button]]:
    kind = item.question.kind.value
    skip = [form.button("questions-ask.skip", "skip", item, kind=kind)] if item.question.optional else []
    if not form.whole:
        return [skip, [form.button("questions-ask.leave", "leave", item)]]
    keep = item.question.code in form.given
    first = form.before(item.question.code) == item.question.code
    return [
        skip,
        [form.button("questions-ask.keep", "keep", item)] if keep else [],
        [] if first else [form.button("questions-ask.back", "back", item)],
        [form.button("questions-ask.later", "later", item)],
    ]


def ask_in_month(form: Form, item: Item, today: date, shown: date) -> View:
    """A question about a day with a month to tap in; a typed day is taken as well."""
    month = days.month(form, item, today, shown)
    return view(
        [*numbered(form, item), Say(item.key, item.facts)],
        say("month", name=month.title),
        rows=[*month.rows(), [form.button("month.back", "again", item)]],
    )


def echo(form: Form, item: Item, day: date, today: date, *remarks: Say) -> View:
    """«12 мая 2027, ср. Верно?» with remarks that warn and never block."""
    return view(
        say("questions-echo", day=day),
        *([] if item.question.past else days.remarks(day, today)),
        *remarks,
        rows=[
            [form.button("questions-echo.yes", "yes", item, day.toordinal())],
            [form.button("questions-echo.again", "again", item)],
        ],
    )


def echo_period(form: Form, item: Item, first: date, last: date, *remarks: Say) -> View:
    """«С 3 июня 2027, чт по 7 июня 2027, пн. Верно?»"""
    days = f"{first.toordinal()}-{last.toordinal()}"
    return view(
        say("questions-echo-period", first=first, last=last),
        *remarks,
        rows=[
            [form.button("questions-echo.yes", "both", item, days)],
            [form.button("questions-echo.again", "again", item)],
        ],
    )


def why(refusal: Refusal) -> Say:
    """A refusal in words. Its fact `example` (a key, a text or nothing) becomes « Например: …» or nothing."""
    facts = dict(refusal.facts)
    example = facts.get("example")
    if isinstance(example, Example):
        facts["example"] = say("questions-example", words=Say(example.key, example.facts))
    elif example:
        facts["example"] = say("questions-example", words=example)
    return Say(refusal.key, facts)
