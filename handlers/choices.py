"""The options under a question: one of them, several that are toggled, a long list whose usual ones stand first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from handlers.views import Button, Say, say
from models.errors import NotYours
from regulations.questions import Question, QuestionKind, read_choices
from regulations.words import Words

if TYPE_CHECKING:
    from handlers.questions import Form, Item

NOT_TOUCHED = -1
"""A selection that nobody has toggled yet: what was stored counts."""


def options(form: Form, item: Item, picked: int = NOT_TOUCHED, *, more: bool = False) -> list[list[Button]]:
    """A button for each option that is shown; `picked`: the selection of a question that takes several."""
    if item.question.kind is QuestionKind.CHOICES:
        return _toggles(form, item, selection(item, picked))
    shown = item.shown()
    first = len(shown) if more or not item.first else item.first
    buttons = []
    for number, option in shown[:first]:
        facts: dict[str, Any] = {"label": option.label}
        key = "questions-ask.option"
        if form.given.get(item.question.code) == option.title:
            key = "questions-ask.chosen"
        elif option.code in item.marks:
            key, facts["mark"] = "questions-ask.marked", item.marks[option.code]
        buttons.append(form.button(key, "pick", item, number, **facts))
    rows = [buttons[start : start + item.columns] for start in range(0, len(buttons), item.columns)]
    if first < len(shown):
        rows.append([form.button("questions-ask.more", "more", item)])
    return rows


def _toggles(form: Form, item: Item, picked: int) -> list[list[Button]]:
    """Each button carries the selection that it leads to, so that a tap twice is a tap once."""
    rows = []
    for number, option in item.shown():
        facts: dict[str, Any] = {"label": option.label}
        key = "questions-ask.option"
        if picked & 1 << number:
            key = "questions-ask.picked"
        elif option.code in item.marks:
            key, facts["mark"] = "questions-ask.marked", item.marks[option.code]
        rows.append([form.button(key, "toggle", item, picked ^ 1 << number, **facts)])
    if picked:
        rows.append([form.button("questions-ask.done", "done", item, picked, style="primary")])
    return rows


def selection(item: Item, picked: int) -> int:
    """The selection as a number, a bit for each option in the order of the question."""
    if picked != NOT_TOUCHED:
        return picked
    codes = [one.code for one in item.question.options]
    return sum(1 << codes.index(code) for code in item.chosen if code in codes)


def read_selection(question: Question, rest: str) -> int:
    """The selection that a tap carries. Refuses NotYours for a forged one."""
    if question.kind is not QuestionKind.CHOICES or not rest.isdecimal():
        raise NotYours("refusal-not-yours")
    picked = int(rest)
    if picked >= 1 << len(question.options):
        raise NotYours("refusal-not-yours")
    return picked


def codes_of(question: Question, picked: int) -> tuple[str, ...]:
    """The codes of a selection. Raises BadAnswer: answer-too-few, answer-too-many."""
    codes = [one.code for number, one in enumerate(question.options) if picked & 1 << number]
    return read_choices(question, codes)


def titles_of(question: Question, codes: Collection[str]) -> list[Words]:
    """What people read for these codes."""
    return [one.title for one in question.options if one.code in codes]


def picked_line(item: Item, picked: int) -> list[Say]:
    """«Выбрано: предметные, методические», so that a screen reader says it, too."""
    if item.question.kind is not QuestionKind.CHOICES or not (chosen := selection(item, picked)):
        return []
    codes = codes_of(item.question, chosen)
    return [say("questions-picked", value=listed(titles_of(item.question, codes)))]


def listed(words: Sequence[Any]) -> Any:
    """«Предметные, Методические»: several words or days as one fact."""
    first, *rest = words or ("",)
    return say("questions-listed", first=first, rest=listed(rest)) if rest else first
