"""What a tap or a text means as the answer to a question."""

from __future__ import annotations

import re
from datetime import date

from handlers.questions import Item
from models.base import normalised
from models.errors import BadAnswer, NotYours
from regulations.calendar import read_span
from regulations.personal import is_nothing, read_personal
from regulations.questions import (
    Question,
    QuestionKind,
    read_choice,
    read_choices,
    read_date_answer,
    read_text,
)

SEPARATORS = re.compile(r"[,;/\n]")
"""What stands between several options that are typed."""
OWN_WORDS = "other"
"""The code by which the regulations' lists offer «Другая форма»."""


def typed(item: Item, text: str, today: date, language: str) -> str | date | tuple[date, date]:
    """What a text means as the answer; several codes joined by commas; two days where a period may be said.

    Raises BadAnswer; see regulations/questions.py for the keys.
    """
    question = item.question
    if question.optional and is_nothing(text):
        return ""
    if question.kind in (QuestionKind.EMAIL, QuestionKind.PHONE, QuestionKind.YEARS):
        return read_personal(question, text, today)
    if question.kind is QuestionKind.DATE:
        period = read_span(text, today, lang=language) if item.span is not None else None
        return period or read_date_answer(question, text, today, lang=language, earliest=item.earliest)
    if question.kind is QuestionKind.CHOICES:
        return _several(item, text)
    if question.kind is not QuestionKind.CHOICE:
        return read_text(question, text)
    code = _offered(question, text)
    return _chosen(item, code) if code or not item.own else read_text(question, text)


def picked(item: Item, rest: str) -> str:
    """The code of the tapped option. Refuses NotYours for a forged one.

    Raises BadAnswer `questions-own-words` for «Другая форма»: it is to be named.
    """
    one = item.question.kind is QuestionKind.CHOICE
    if not one or not rest.isdecimal() or int(rest) >= len(item.question.options):
        raise NotYours("refusal-not-yours")
    return _chosen(item, item.question.options[int(rest)].code)


def days_of(item: Item, rest: str) -> tuple[date, date]:
    """The period that a tap carries. Refuses NotYours for a forged one."""
    first, _, last = rest.partition("-")
    found = day_of(item, first), day_of(item, last)
    if found[0] > found[1]:
        raise NotYours("refusal-not-yours")
    return found


def day_of(item: Item, rest: str) -> date:
    """The day that a tap carries. Refuses NotYours for a forged one."""
    day = int(rest) if rest.isdecimal() else 0
    if item.question.kind is not QuestionKind.DATE or not 0 < day <= date.max.toordinal():
        raise NotYours("refusal-not-yours")
    return date.fromordinal(day)


def inside(item: Item, day: date) -> date:
    """A tapped day, as far as the question takes it. Raises BadAnswer date-too-early."""
    if item.earliest and day < item.earliest:
        raise BadAnswer("date-too-early", day=day, limit=item.earliest)
    return day


def _offered(question: Question, text: str) -> str:
    wanted = normalised(text)
    for option in question.options:
        if wanted in {normalised(option.title.get(language)) for language in option.title.languages}:
            return option.code
    return ""


def _several(item: Item, text: str) -> str:
    """Options named one after the other; own words where they are taken."""
    parts = [part for part in SEPARATORS.split(text) if part.strip()]
    if item.own and not all(_offered(item.question, part) for part in parts):
        return read_text(item.question, text)
    return ",".join(read_choices(item.question, parts))


def _chosen(item: Item, code: str) -> str:
    if item.own and code == OWN_WORDS:
        raise BadAnswer("questions-own-words", example=item.question.shown_example)
    return read_choice(item.question, code)
