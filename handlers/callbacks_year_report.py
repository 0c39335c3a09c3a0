"""What the buttons around yearly reports carry (see handlers/callbacks.py)."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class YearReportTap(CallbackData, prefix="yt"):
    """The teacher about their report on a school year, as drawn in `version`; `value`: the place of a paragraph."""

    do: str
    report: int
    version: int
    value: str = ""


class YearReadTap(CallbackData, prefix="yw"):
    """Whoever reads yearly reports about one of them, as drawn in `version`."""

    do: str
    report: int
    version: int
