"""The data of buttons about many routes at a glance; the rules are those of handlers/callbacks.py."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class OverviewTap(CallbackData, prefix="ov"):
    """A page of groups or of routes (`at`), what results are grouped by (`value`), or a word to one route."""

    do: str
    route: int
    at: int
    value: str = ""
