"""What the buttons of the yearly round carry (see handlers/callbacks.py)."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class ApplyTap(CallbackData, prefix="ya"):
    """A teacher about their application for a school year, as drawn in `version` (0: none yet).

    `application`: its id; for «nothing», the year. `value`: the question and a choice.
    """

    do: str
    application: int
    version: int
    value: str = ""


class SchoolYearTap(CallbackData, prefix="yp"):
    """Whoever leads a school about the plan of a school year; `value`: a page, a month, a code of the regulation."""

    do: str
    year: int
    value: str = ""
