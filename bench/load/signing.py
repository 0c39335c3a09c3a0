"""A signature: the card, and the four digits on the keypad; twice where the code is thought of for the first time."""

from __future__ import annotations

from bench.load.phone import Phone, buttons

CODE = "2580"
SIGN, KEY = "sg:sign:", "pn:digit:"


async def signs(phone: Phone, data: str) -> None:
    """The button of a card, then the code."""
    await phone.taps(data, anywhere=True)
    again = True
    while again:
        number, _ = await phone.until(lambda: phone.button(KEY), "the keypad")
        for digit in CODE:
            await phone.taps(KEY, digit)
        await phone.until(lambda at=number: at in phone.fresh, "what the code brings")
        again = any(carried.startswith(KEY) for _, carried in buttons(phone.messages[number]))
