"""What the buttons around the programme of the centre carry (see handlers/callbacks.py)."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class ProgrammeTap(CallbackData, prefix="pg"):
    """About the programme of one route: open, ask (`at`: a field by its place), files, back."""

    do: str
    route: int
    at: int = 0
