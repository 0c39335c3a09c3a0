"""Digits by buttons, dots in place of them: a code is never typed in the chat."""

from __future__ import annotations

from collections.abc import Callable

from handlers.views import Button, Data, Say, button, say
from models.pin import LENGTHS, PinPad

DIGITS = ((1, 2, 3), (4, 5, 6), (7, 8, 9))


def dots(pad: PinPad) -> Say:
    """How many digits are there, and how many are to come."""
    tapped = len(pad.typed)
    return say("signing-pad-dots", dots=" ".join("●" * tapped + "○" * (LENGTHS[pad.purpose] - tapped)))


def rows(press: Callable[[int], Data], rub_out: Data) -> list[list[Button]]:
    """The digits as on a telephone, each with what a press on it carries, and a way to take the last one back."""
    last = [button("signing-pad.rub-out", rub_out), _digit(press, 0)]
    return [*([_digit(press, digit) for digit in row] for row in DIGITS), last]


def _digit(press: Callable[[int], Data], digit: int) -> Button:
    return button("signing-pad.digit", press(digit), digit=digit)
