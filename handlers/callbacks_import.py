"""The data of buttons about a table that is loaded; the rules are those of handlers/callbacks.py."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class ImportTap(CallbackData, prefix="im"):
    """About one sent file (0: none, a sample); `value`: a kind, the number of a column, the name that it gets."""

    do: str
    file: int
    version: int
    value: str = ""
