"""The code of signing («код подписи»): four digits of one person, tapped on a keypad, never typed and never kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from secrets import token_hex
from typing import Any

from sqlalchemy import JSON, ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, drawn_version
from models.errors import Outdated, Refusal
from models.tries import Tries

DIGITS = 4
EASY = frozenset({str(digit) * DIGITS for digit in range(10)} | {"1234", "4321", "0123", "3210"})
"""Codes that anybody tries first."""


SIGNING: Mapping[str, int] = {"set": DIGITS, "repeat": DIGITS, "sign": DIGITS}
SECOND: Mapping[str, int] = {"enrol": 6, "confirm": 6, "spare": 8}
LENGTHS = {**SIGNING, **SECOND}
"""How many digits are tapped, by what for: the code of signing, the second code (models/second_factor.py)."""


class Pin(Tries, Base):
    """A person's code: only its hash, and how often it was wrong; `asked_at`: since when a new one is asked for."""

    __tablename__ = "pins"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    salt: Mapped[str]
    hashed: Mapped[str] = mapped_column(default="")
    set_at: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]
    reset_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    version: Mapped[int] = drawn_version()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @classmethod
    def of(cls, person_id: int) -> Pin:
        """No code yet."""
        return cls(person_id=person_id, salt=token_hex(16), hashed="", wrong=0)

    def may_try(self, at: datetime) -> None:
        """Refuses `signing-pin-paused` while the pause behind three wrong codes lasts."""
        if minutes := self.pause(at):
            raise Refusal("signing-pin-paused", minutes=minutes)

    def set(self, hashed: str, at: datetime) -> None:
        """A code was tapped twice, the same."""
        self.hashed, self.set_at, self.asked_at = hashed, at, None
        self.right()

    def ask(self, at: datetime) -> None:
        """The person does not remember it: somebody who knows them is asked to clear it."""
        self.asked_at = at

    def clear(self, by_id: int, drawn: int) -> None:
        """Somebody who knows the person clears the code. Refuses Outdated where nothing is asked any more."""
        if self.asked_at is None or drawn != self.version:
            raise Outdated("signing-pin-not-asked")
        self.hashed, self.asked_at, self.reset_by_id = "", None, by_id
        self.right()


class PinPad(Base):
    """What is being tapped on a person's keypad: digests of digits, for which slots; `number` counts the keypads.

    `purpose`: one of LENGTHS. Each digit is kept as a digest over those before it and the salt.
    """

    __tablename__ = "pin_pads"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(default=0)
    purpose: Mapped[str] = mapped_column(default="sign")
    typed: Mapped[list[str]] = mapped_column(default=list)
    first: Mapped[str] = mapped_column(default="")
    slots: Mapped[list[Any]] = mapped_column(JSON, default=list)

    def open(self, purpose: str, slots: list[list[int]]) -> None:
        """A new keypad; the keys of those before are dead."""
        self.number += 1
        self.purpose, self.typed, self.first, self.slots = purpose, [], "", slots

    def close(self) -> None:
        """Nothing is tapped any more."""
        self.open("sign", [])

    def is_open(self, kind: Mapping[str, int]) -> bool:
        """Is something tapped, and for this? A signature has papers behind it."""
        return self.purpose in kind and (self.purpose in SECOND or bool(self.slots))

    def only(self, number: int, kind: Mapping[str, int]) -> None:
        """Refuses Outdated for a key of another keypad, of one for something else, and of one that is over."""
        if number != self.number or not self.is_open(kind):
            raise Outdated("signing-pad-over")

    def press(self, digit: int, salt: str) -> bool:
        """One more digit. Whether the code is whole now."""
        if len(self.typed) < LENGTHS[self.purpose]:
            self.typed = [*self.typed, step(self.typed[-1] if self.typed else salt, digit)]
        return len(self.typed) == LENGTHS[self.purpose]

    def rub_out(self) -> None:
        """The last digit goes."""
        self.typed = self.typed[:-1]

    def again(self, purpose: str, first: str = "") -> None:
        """The same keypad, empty: for the repeat, or because the code was wrong."""
        self.purpose, self.first, self.typed = purpose, first, []


def step(before: str, digit: int) -> str:
    """The digest of the digits so far."""
    return sha256(f"{before}{digit}".encode()).hexdigest()


def whole(code: str, salt: str) -> str:
    """The digest of a whole code."""
    digest = salt
    for digit in code:
        digest = step(digest, int(digit))
    return digest


def is_easy(digest: str, salt: str) -> bool:
    """Whether a digest is that of a code which anybody tries first."""
    return digest in {whole(code, salt) for code in EASY}


def pin_of(person_id: int) -> Select[Pin]:
    """A person's code."""
    return select(Pin).where(Pin.person_id == person_id)


def pad_of(person_id: int) -> Select[PinPad]:
    """A person's keypad."""
    return select(PinPad).where(PinPad.person_id == person_id)
