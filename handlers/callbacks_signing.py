"""What the buttons around signatures carry (see handlers/callbacks.py)."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class SignTap(CallbackData, prefix="sg"):
    """About one place for a signature, as drawn in `version`: read, sign, undo, on paper."""

    do: str
    slot: int
    version: int
    value: str = ""


class SignAllTap(CallbackData, prefix="sa"):
    """«Подписать все просмотренные»; `seal` stands for the listed slots in the listed versions."""

    do: str
    seal: int


class PinTap(CallbackData, prefix="pn"):
    """A key of the keypad with this number. Not a version: quick fingers tap before the dots are drawn."""

    do: str
    pad: int
    value: int = 0


class PinResetTap(CallbackData, prefix="px"):
    """Somebody's code of signing is forgotten: cleared by who knows them, as the request was in `version`."""

    do: str
    person: int
    version: int
