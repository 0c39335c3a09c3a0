"""The keypad of a signature: the code of a person, set once, asked for at each signing (63-FZ art. 9 p. 2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models.errors import NotYours, Outdated, Refusal, Traced
from models.paper import to_hold
from models.pin import SIGNING, Pin, PinPad, is_easy, pin_of
from services import keypad, signing, signing_seat
from services.signing_seat import Seat
from services.work import Work

MOST_AT_ONCE = 50


@dataclass(frozen=True)
class Pad:
    """A keypad as it stands, and the papers behind it."""

    row: PinPad
    seats: list[Seat]


async def begin(work: Work, picked: Sequence[tuple[int, int]]) -> Pad:
    """The acting person is about to sign these slots, as drawn: a keypad opens, for a first code where there is none.

    Refuses: as `signing_seat.may_sign`, for the first that cannot be signed; sign-pin-paused.
    """
    await work.hold(to_hold([slot_id for slot_id, _ in picked[:MOST_AT_ONCE]]))
    seats = [await signing_seat.may_sign(work, slot_id, drawn) for slot_id, drawn in picked[:MOST_AT_ONCE]]
    if not seats:
        raise Outdated("signing-nothing")
    pin = await _pin(work)
    pin.may_try(work.now)
    row = await keypad.of(work)
    row.open("sign" if pin.hashed else "set", [[one.slot.id, one.slot.version] for one in seats])
    await work.session.flush()
    return Pad(row, seats)


async def look(work: Work) -> Pad:
    """The acting person's keypad as it stands. Refuses Outdated once it is over."""
    row = await keypad.of(work)
    row.only(row.number, SIGNING)
    return Pad(row, [await signing_seat.seat(work, slot_id) for slot_id, _ in row.slots])


async def _pin(work: Work) -> Pin:
    pin = await work.find(pin_of(work.person.id))
    if pin is None:
        pin = Pin.of(work.person.id)
        work.session.add(pin)
        await work.session.flush()
    return pin


async def press(work: Work, number: int, digit: int) -> list[Seat]:
    """One digit. Behind the last one the code is kept, asked for again, or tried; what was signed then, else nothing.

    Refuses: sign-pad-over; sign-pin-easy, sign-pin-differs, sign-pin-wrong and sign-pin-paused-now, which empty the
    keypad; as `signing.sign`.
    """
    row, pin = await keypad.of(work), await _pin(work)
    row.only(number, SIGNING)
    if not 0 <= digit <= 9:
        raise NotYours("refusal-not-yours")
    pin.may_try(work.now)
    if not row.press(digit, pin.salt):
        return []
    code = row.typed[-1]
    if row.purpose == "set":
        _first(row, pin, code)
        return []
    if row.purpose == "repeat":
        _repeat(work, row, pin, code)
    else:
        _try(work, row, pin, code)
    return await _sign(work, row)


def _first(row: PinPad, pin: Pin, code: str) -> None:
    """A new code: not one that anybody tries first; it is asked for once more."""
    if is_easy(code, pin.salt):
        row.again("set")
        raise Traced("signing-pin-easy")
    row.again("repeat", first=code)


def _repeat(work: Work, row: PinPad, pin: Pin, code: str) -> None:
    """The same code again is the person's from now on."""
    if code != row.first:
        row.again("set")
        raise Traced("signing-pin-differs")
    pin.set(_hasher().hash(code), work.now)


def _try(work: Work, row: PinPad, pin: Pin, code: str) -> None:
    """Three wrong codes begin a pause of 15 minutes."""
    if _is_right(pin, code):
        pin.right()
        return
    left = pin.was_wrong(work.now)
    row.again("sign")
    if left:
        raise Traced("signing-pin-wrong", left=left)
    row.close()
    work.account.leave()
    raise Traced("signing-pin-paused-now")


def _is_right(pin: Pin, code: str) -> bool:
    from argon2.exceptions import VerifyMismatchError  # loaded when somebody signs

    try:
        return bool(_hasher().verify(pin.hashed, code))
    except VerifyMismatchError:
        return False


def _hasher() -> Any:
    from argon2 import PasswordHasher  # loaded when somebody signs

    return PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)


async def _sign(work: Work, row: PinPad) -> list[Seat]:
    """Every paper behind the keypad is signed; what somebody else has settled meanwhile is left out.

    Refuses where nothing is left.
    """
    picked = [(slot_id, drawn) for slot_id, drawn in row.slots]
    row.close()
    await work.hold(to_hold([slot_id for slot_id, _ in picked]))
    signed, settled = [], None
    for slot_id, drawn in picked:
        try:
            signed.append(await signing.sign(work, slot_id, drawn))
        except Refusal as refusal:
            settled = refusal
    if not signed and settled is not None:
        raise settled
    return signed


async def rub_out(work: Work, number: int) -> Pad:
    """The last digit goes. Refuses sign-pad-over."""
    pad = await look(work)
    pad.row.only(number, SIGNING)
    pad.row.rub_out()
    return pad


async def leave(work: Work, number: int) -> list[Seat]:
    """Nothing is signed; the papers still wait. Refuses sign-pad-over."""
    pad = await look(work)
    pad.row.only(number, SIGNING)
    pad.row.close()
    return pad.seats
