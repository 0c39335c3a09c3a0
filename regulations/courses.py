"""Courses of further training as a list in one cell: «Читательская грамотность, 36 ч., 2025 | ...»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from models.errors import BadAnswer
from regulations.personal import digits_of
from regulations.texts import clean

LONGEST_TITLE = 300
MOST_HOURS = 5000
USUAL_HOURS = (16, 24, 36, 72, 108, 144)
_LINE = re.compile(
    r"(?P<title>.+?)[ ,;–—-]+(?P<hours>\d{1,4}) ?(?:ч|час|часа|часов|h|hours?)?\.?[ ,;–—-]+"
    r"(?P<year>(?:19|20)\d{2}) ?(?:г|год)?\.?",
    re.IGNORECASE,
)
_HOURS = re.compile(r"(\d{1,4}) ?(?:ч|час|часа|часов|h|hours?)?\.?", re.IGNORECASE)


@dataclass(frozen=True)
class CourseLine:
    """One course: its name, whole hours, the year."""

    title: str
    hours: int
    year: int


def read_courses(text: str) -> tuple[CourseLine, ...]:
    """The courses of a cell, parted by | or by lines. Raises ValueError with the part that is none."""
    parts = [clean(part) for part in re.split(r"[|\n]", text)]
    return tuple(_read(part) for part in parts if part)


def _read(part: str) -> CourseLine:
    found = _LINE.fullmatch(part)
    if (
        found is None
        or not 2 <= len(found["title"]) <= LONGEST_TITLE
        or not 0 < int(found["hours"]) <= MOST_HOURS
    ):
        raise ValueError(part)
    return CourseLine(found["title"], int(found["hours"]), int(found["year"]))


def written(courses: Iterable[CourseLine]) -> str:
    """The way back: what `read_courses` reads alike."""
    return " | ".join(f"{one.title}, {one.hours}, {one.year}" for one in courses)


def read_hours(text: str) -> str:
    """Whole hours as digits: «72 часа» is 72. Raises BadAnswer answer-hours (maximum)."""
    found = _HOURS.fullmatch(digits_of(text))
    if found is None or not 0 < int(found[1]) <= MOST_HOURS:
        raise BadAnswer("answer-hours", maximum=MOST_HOURS)
    return str(int(found[1]))
