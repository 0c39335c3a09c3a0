"""An app with codes on a phone, and an officer who taps them."""

from __future__ import annotations

import re
from base64 import b32decode
from dataclasses import replace

from sqlalchemy import select

from bot.updates import Polling
from models.second_factor import STEP, SecondFactor, code_at
from tests.stories.town import Guest, Town

KEY = b"a key of the server"


def asks_for_it(town: Town, *, schools: bool = True) -> None:
    """From now on officers show a second code; `schools`: those whose reach is one school as well."""
    rules = replace(town.app.turn.rules, factor_key=KEY, factor_of_schools=schools)
    turn = replace(town.app.turn, rules=rules)
    town.app, town.polling = replace(town.app, turn=turn), Polling(town.wire, turn)


def app_code(town: Town, letters: str, later: int = 0) -> str:
    """What the app shows now, or some steps later: by the standard, from the letters of the chat alone."""
    return code_at(b32decode(letters), int(town.now.timestamp()) // STEP + later)


async def taps_digits(guest: Guest, code: str) -> None:
    """One digit after the other."""
    for digit in code:
        await guest.taps("signing-pad.digit", digit)


async def takes_a_key(guest: Guest) -> str:
    """The key of the chat goes into the app; its letters."""
    await guest.taps("factor-first.key")
    guest.sees("factor-key")
    found = re.search(r"(?:[A-Z2-7]{4} ?){8}", guest.last_text)
    assert found
    return found[0].replace(" ", "")


async def enrols(town: Town, guest: Guest) -> tuple[str, list[str]]:
    """From the first question to the sheet of codes; the letters of the key, the codes."""
    letters = await takes_a_key(guest)
    await guest.taps("factor-key.on")
    await taps_digits(guest, app_code(town, letters))
    guest.sees("factor-codes")
    return letters, ["".join(pair) for pair in re.findall(r"(\d{4}) (\d{4})", guest.last_text)]


async def factor(town: Town, guest: Guest) -> SecondFactor:
    """What is kept of it."""
    (found,) = await town.all(select(SecondFactor).where(SecondFactor.person_id == guest.person_id))
    assert isinstance(found, SecondFactor)
    return found
