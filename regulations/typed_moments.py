"""Reading a day and an hour that people type at once: «12 октября в 15:30», «завтра в 9», "tomorrow at 3:30"."""

import re
from datetime import date, time

from models.errors import BadAnswer
from regulations.typed_dates import LONGEST, read_date

_CLOCK = r"(?P<hours>\d{1,2})[:.](?P<minutes>[0-5]\d)"
_SPELLED = r"(?:в|во|at) (?P<hours>\d{1,2})(?:[:.](?P<minutes>[0-5]\d))?(?: ?(?:ч|час[а-я]*))?\.?"
_MOMENT = (
    re.compile(rf"^(?P<day>.+?),? {_SPELLED}$", re.IGNORECASE),
    re.compile(rf"^(?P<day>.+?),? {_CLOCK}$", re.IGNORECASE),
)
FIRST_HOUR = 7
"""Nobody talks about work at night: «3» is a slip, or three in the afternoon."""


def read_moment(text: str, today: date, *, lang: str = "ru") -> tuple[date, time] | None:
    """The day and the hour meant; None where the text does not name both, or names an hour of the night.

    The day is read as by `read_date`; a day that does not exist names none here.
    """
    words = " ".join(text.split())
    if len(words) > LONGEST:
        return None
    for pattern in _MOMENT:
        match = pattern.match(words)
        if match and FIRST_HOUR <= int(match["hours"]) <= 23:
            day = _day(match["day"], today, lang)
            if day is not None:
                return day, time(int(match["hours"]), int(match["minutes"] or 0))
    return None


def _day(text: str, today: date, lang: str) -> date | None:
    try:
        return read_date(text, today, lang=lang)
    except BadAnswer:
        return None
