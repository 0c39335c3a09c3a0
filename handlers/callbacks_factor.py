"""What the buttons around the second code carry (see handlers/callbacks.py)."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class FactorTap(CallbackData, prefix="fa"):
    """The second code of whoever taps; `pad`: the keypad with this number, whose keys are dead behind it."""

    do: str
    pad: int = 0
    value: int = 0
