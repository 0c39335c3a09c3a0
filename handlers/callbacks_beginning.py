"""What the buttons around the beginning of a route carry (see handlers/callbacks.py)."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class BeginTap(CallbackData, prefix="bg"):
    """About the beginning of one route as drawn in `version`; `at`: a reason, a question, a direction by its place."""

    do: str
    route: int
    version: int
    at: int = 0


class FutureTap(CallbackData, prefix="fu"):
    """A question to think about, by its place from 0."""

    at: int
