"""What the buttons around corrections carry (see handlers/callbacks.py)."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class CorrectionTap(CallbackData, prefix="cr"):
    """Something about a correction of the plan, as drawn in `version`."""

    do: str
    correction: int
    version: int
    value: str = ""


class RevisionTap(CallbackData, prefix="ry"):
    """About the yearly correction of a route; `due`: the anniversary (ordinal) that it was drawn for."""

    do: str
    route: int
    due: int
