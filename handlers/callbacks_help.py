"""The data of buttons about help, the catalogue and needs; the rules are those of handlers/callbacks.py."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class AskTap(CallbackData, prefix="ha"):
    """A request for help being made: whom (0: nobody yet), about which activity (0: anything)."""

    do: str
    person: int
    activity: int


class HelpTap(CallbackData, prefix="hp"):
    """Either of the two about a request for help; `value`: a person, or a day and an hour."""

    do: str
    request: int
    version: int
    value: str = ""


class TimeTap(CallbackData, prefix="tm"):
    """The day of a talk that is being named; `value`: the question and the day."""

    do: str
    request: int
    version: int
    value: str = ""


class ConsultationTap(CallbackData, prefix="co"):
    """About one time of a talk: choose, take off, call off."""

    do: str
    consultation: int
    version: int


class BrowseTap(CallbackData, prefix="cb"):
    """A plan's view of the catalogue: a page, of one month (year * 12 + month, 0 for all) and competency."""

    do: str
    route: int
    page: int
    month: int
    code: str = ""


class PickTap(CallbackData, prefix="cp"):
    """One event of the catalogue for the plan of a route: look, take."""

    do: str
    route: int
    entry: int


class EntryTap(CallbackData, prefix="ce"):
    """Whoever keeps the catalogue about one event; `value`: the question and a choice."""

    do: str
    entry: int
    version: int
    value: str = ""


class WishTap(CallbackData, prefix="nw"):
    """«Нет подходящего»: a new need; `code`: the competency that was looked for, or nothing."""

    code: str


class NeedTap(CallbackData, prefix="ne"):
    """About one need: its author, or the centre; `value`: the question and a choice."""

    do: str
    need: int
    version: int
    value: str = ""


class LoadTap(CallbackData, prefix="lo"):
    """The load of a month (year * 12 + month), of one route or (0) of everybody; `value`: a page, a phrase."""

    do: str
    route: int
    month: int
    value: int
