"""What the buttons around the products of a route carry (see handlers/callbacks.py)."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class ProductTap(CallbackData, prefix="pd"):
    """About one product as drawn in `version`; `value`: a question by its place in the form, and a choice."""

    do: str
    product: int
    version: int
    value: str = ""


class ProductsTap(CallbackData, prefix="ps"):
    """The products of one route, for whoever looks at its end."""

    route: int
