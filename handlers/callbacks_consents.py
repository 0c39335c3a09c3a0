"""What the buttons around consents by purpose carry (see handlers/callbacks.py)."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class PurposeTap(CallbackData, prefix="cu"):
    """About one purpose, as the last answer was in `version`: open, yes, no, ask to withdraw."""

    do: str
    purpose: str
    version: int = 0
