"""What the buttons around the end of a route carry (see handlers/callbacks.py)."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class EndTap(CallbackData, prefix="ez"):
    """About the end of one route, as its conclusions were in `version` (0: nobody has begun); `value` in addition."""

    do: str
    route: int
    version: int
    value: str = ""


class ReadTap(CallbackData, prefix="er"):
    """About signed conclusions, as drawn in `version`: read; the teacher's word on them."""

    do: str
    one: int
    version: int


class SelfTap(CallbackData, prefix="sz"):
    """About the teacher's look back on one route, as drawn in `version`; `value`: the place of a question and a tap."""

    do: str
    route: int
    version: int
    value: str = ""
