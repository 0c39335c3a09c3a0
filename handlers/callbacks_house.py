"""What the buttons of an organisation's own rules carry (see handlers/callbacks.py)."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class HouseTap(CallbackData, prefix="hs"):
    """Whoever keeps the rules of their organisation, as drawn in `version`; `value`: months, or who approves."""

    do: str
    version: int
    value: str = ""
