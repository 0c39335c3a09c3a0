"""The picture of many routes: the whole and each group by state, as shares of its own; nobody is ranked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date

from documents import typeset
from documents.picture import Picture, in_words, shortened

LETTERS = 70
"""Of a group's name in the picture."""


@dataclass(frozen=True)
class Share:
    """How many routes of one group draw up a plan, are going, are closed; `passed`: of those going, past their term."""

    name: str
    drawn: int
    going: int
    closed: int
    passed: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.drawn + self.going + self.closed


def picture(whole: Share, groups: Sequence[Share], *, hidden: int, on: date, language: str) -> Picture:
    """The whole above, the groups below in the order given; `hidden`: how many are too small to be shown.

    The name of the whole is ours. Which groups are large enough is the caller's to know.
    """
    words = typeset.words("shares", language)
    title = f"{words['title']}, {format_date(on, 'd MMMM y', language)}"
    small = words["hidden"].format(hidden=hidden) if hidden else ""
    named = [(words["whole"], whole), *((one.name, one) for one in groups)]
    facts = {
        "language": language,
        "title": title,
        "states": words["states"],
        "none": words["none"],
        "hidden": small,
        "groups": [_drawn(name, one, language) for name, one in named],
    }
    lines = [(name, f"{_total(one, language)}; {_said(one, language)}") for name, one in named]
    head = [title, small] if small else [title]
    return Picture("shares", facts, in_words(head, lines))


def _drawn(name: str, one: Share, language: str) -> dict[str, Any]:
    return {
        "name": shortened(name, LETTERS),
        "total": _total(one, language),
        "parts": [one.drawn, one.going, one.closed],
        "said": _said(one, language),
    }


def _total(one: Share, language: str) -> str:
    said: str = typeset.words("shares", language)["total"].format(total=one.total)
    return said


def _said(one: Share, language: str) -> str:
    """The counts in words; what has passed its term only where something has."""
    words = typeset.words("shares", language)
    said = words["said"].format(drawn=one.drawn, going=one.going, closed=one.closed)
    return f"{said}; {words['passed'].format(passed=one.passed)}" if one.passed else said
