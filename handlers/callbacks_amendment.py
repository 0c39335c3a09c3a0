"""What the buttons around corrections of own data carry (see handlers/callbacks.py)."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class MendTap(CallbackData, prefix="me"):
    """«Исправить»: `what` of the asker's own data."""

    what: str


class AmendmentTap(CallbackData, prefix="am"):
    """About one request, as drawn in `version`: grant, decline, take-back."""

    do: str
    amendment: int
    version: int
