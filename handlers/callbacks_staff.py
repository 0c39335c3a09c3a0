"""Buttons about people: who works where, and orders about them; the rules are those of handlers/callbacks.py."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class StaffTap(CallbackData, prefix="pe"):
    """About one person (0: about the list); `value`: a page, or a role. Only ways to screens: nothing changes here."""

    do: str
    person: int
    value: str = ""


class OrderTap(CallbackData, prefix="or"):
    """About one order as drawn; `value`: a person, or a question by its place in the form and a choice."""

    do: str
    order: int
    version: int
    value: str = ""


class TransferTap(CallbackData, prefix="tf"):
    """About one transfer of a route as drawn; `value`: a school."""

    do: str
    transfer: int
    version: int
    value: str = ""


class SuspensionTap(CallbackData, prefix="su"):
    """About one break of a route as drawn; `value`: a reason, or a question by its place in the form and a day."""

    do: str
    suspension: int
    version: int
    value: str = ""
