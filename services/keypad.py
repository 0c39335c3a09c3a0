"""A person's keypad: one at a time, for the code of signing or for the second code."""

from __future__ import annotations

from models.pin import PinPad, pad_of
from services.work import Work


async def of(work: Work) -> PinPad:
    """The acting person's keypad, as it stands."""
    row = await work.find(pad_of(work.person.id))
    if row is None:
        row = PinPad(person_id=work.person.id, number=0, purpose="sign", typed=[], first="", slots=[])
        work.session.add(row)
    return row
