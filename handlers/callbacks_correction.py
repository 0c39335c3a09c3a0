"""What the buttons around corrections carry (see handlers/callbacks.py)."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class CorrectionTap(CallbackData, prefix="cr"):
    """Something about a correction of the plan, as drawn in `version`."""

    do: str
    correction: int
    version: int
    value: str = ""
