"""The data of buttons about mentoring; the rules are those of handlers/callbacks.py."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class MentorTap(CallbackData, prefix="mt"):
    """Something about a programme of mentoring as drawn in `version`; `value`: a question and a choice, a day."""

    do: str
    programme: int
    version: int
    value: str = ""


class PartyTap(CallbackData, prefix="mp"):
    """Somebody takes part in a programme, or does not: as a mentor, as a mentee, off; or comes for a mentor."""

    do: str
    programme: int
    version: int
    person: int


class RowTap(CallbackData, prefix="mr"):
    """About one row of a programme's plan, as drawn; `value`: a question and a choice, a day."""

    do: str
    row: int
    version: int
    value: str = ""


class MeetingTap(CallbackData, prefix="mm"):
    """About one meeting that was noted, as drawn; `value`: a row of the plan."""

    do: str
    meeting: int
    version: int
    value: str = ""


class YearTap(CallbackData, prefix="yr"):
    """About a long route: go on into a year, open it, turn to it (year 0)."""

    do: str
    route: int
    year: int
