"""A score as people type it: per cent, or points out of a maximum (X06)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.errors import BadAnswer
from regulations.questions import Example
from regulations.scales import FULL, tenths
from regulations.texts import clean

_PER_CENT = re.compile(r"(\d{1,3})(?:[.,](\d))? ?%?")
_POINTS = re.compile(r"(\d{1,5})(?:[.,](\d))?(?: ?/ ?| из | of )(\d{1,5})(?:[.,](\d))?(?: \w+\.?)?")


@dataclass(frozen=True)
class Measured:
    """A score in tenths of a per cent; points and their maximum in tenths of a point, None for a bare per cent."""

    score: int
    points: int | None = None
    maximum: int | None = None


def read_measured(text: str) -> Measured:
    """«54,5», «54,5 %», «27 из 50», «27/50». Raises BadAnswer diagnosis-record-score-unclear (example)."""
    plain = clean(text).casefold()
    if match := _POINTS.fullmatch(plain):
        points, maximum = _whole(match[1], match[2]), _whole(match[3], match[4])
        if maximum and points <= maximum:
            return Measured(tenths(points, maximum), points, maximum)
    elif (match := _PER_CENT.fullmatch(plain)) and (score := _whole(match[1], match[2])) <= FULL:
        return Measured(score)
    raise BadAnswer("diagnosis-record-score-unclear", example=Example("diagnosis-record-ask-score.example"))


def _whole(whole: str, tenth: str | None) -> int:
    return int(whole) * 10 + int(tenth or 0)


def mean(scores: list[int]) -> int | None:
    """«Общий» where nobody typed it: the mean of the values present, half up; None without any (X06)."""
    return (2 * sum(scores) + len(scores)) // (2 * len(scores)) if scores else None
