"""How a virtual person answers any form of the chat: by the verbs that its buttons carry (handlers/questions.py)."""

from __future__ import annotations

import re

from bench.load.phone import Phone, Stuck, words

VERBS = ("right", "yes", "both", "done", "single", "skip", "pick", "toggle", "day")
QUESTION = "later|leave|back|again|right"
TYPED = (
    ("стаж", "22 года"),
    ("аттестац", "12.05.2022"),
    ("Когда|дат", "завтра"),
)
LONGEST = 40
"""Answers that no form of the product needs."""
OWN_WORDS = "Читаем карту и текст на уроке"


async def fills(phone: Phone, prefix: str, over: str, *typed: str, prefer: tuple[str, ...] = ()) -> None:
    """Answers question after question of the form whose data begin with `prefix`, until a button `over` is shown.

    `typed`: own words for the questions that take any, one after another; `prefer`: labels tapped where they stand.
    """
    own = list(typed)
    for _ in range(LONGEST):
        asked = await phone.until(
            lambda: phone.button(f"{prefix}:({QUESTION}):") or phone.button(over), f"a question of {prefix}"
        )
        if re.match(over, asked[1]):
            return
        await _answers(phone, prefix, own, prefer)
    raise Stuck(f"{phone.name}: {prefix} asks again and again; the chat ends with: {phone.tail()}")


async def _answers(phone: Phone, prefix: str, own: list[str], prefer: tuple[str, ...]) -> None:
    for label in prefer:
        if phone.button(f"{prefix}:(pick|toggle|skip):", label):
            await phone.taps(f"{prefix}:(pick|toggle|skip):", label)
            return
    for verb in VERBS:
        if phone.button(f"{prefix}:{verb}:"):
            await phone.taps(f"{prefix}:{verb}:")
            return
    await phone.says(_words_for(phone, own))


def _words_for(phone: Phone, own: list[str]) -> str:
    asked = words(next(reversed(phone.messages.values())))
    for pattern, said in TYPED:
        if re.search(pattern, asked, re.IGNORECASE):
            return said
    return own.pop(0) if own else OWN_WORDS
