"""The code of signing («код подписи»): four digits of one person, tapped on a keypad, never typed and never kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_hex
from typing import Any

from sqlalchemy import JSON, ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, drawn_version
from models.errors import Outdated, Refusal

DIGITS = 4
WRONG_ALLOWED = 3
PAUSE = timedelta(minutes=15)
EASY = frozenset({str(digit) * DIGITS for digit in range(10)} | {"1234", "4321", "0123", "3210"})
"""Codes that anybody tries first."""


class Pin(Base):
    """A person's code: only its hash, and how often it was wrong; `asked_at`: since when a new one is asked for."""

    __tablename__ = "pins"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    salt: Mapped[str]
    hashed: Mapped[str] = mapped_column(default="")
    set_at: Mapped[datetime | None]
    wrong: Mapped[int] = mapped_column(default=0)
    paused_until: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]
    reset_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    version: Mapped[int] = drawn_version()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @classmethod
    def of(cls, person_id: int) -> Pin:
        """No code yet."""
        return cls(person_id=person_id, salt=token_hex(16), hashed="", wrong=0)

    def may_try(self, at: datetime) -> None:
        """Refuses `sign-pin-paused` while the pause behind three wrong codes lasts."""
        if self.paused_until is not None and at < self.paused_until:
            minutes = -(-(self.paused_until - at).total_seconds() // 60)
            raise Refusal("signing-pin-paused", minutes=int(minutes))

    def set(self, hashed: str, at: datetime) -> None:
        """A code was tapped twice, the same."""
        self.hashed, self.set_at, self.asked_at = hashed, at, None
        self.right()

    def right(self) -> None:
        """The code was right: what was wrong before counts no more."""
        self.wrong, self.paused_until = 0, None

    def was_wrong(self, at: datetime) -> int:
        """Counts a wrong code; the third begins a pause. Returns how many tries are left."""
        self.wrong += 1
        left = WRONG_ALLOWED - self.wrong
        if left <= 0:
            self.wrong, self.paused_until = 0, at + PAUSE
        return max(left, 0)

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

    `purpose`: "set", "repeat" or "sign". Each digit is kept as a digest over those before it and the salt.
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

    def only(self, number: int) -> None:
        """Refuses Outdated for a key of another keypad, and of one that is over."""
        if number != self.number or not self.slots:
            raise Outdated("signing-pad-over")

    def press(self, digit: int, salt: str) -> bool:
        """One more digit. Whether the code is whole now."""
        if len(self.typed) < DIGITS:
            self.typed = [*self.typed, step(self.typed[-1] if self.typed else salt, digit)]
        return len(self.typed) == DIGITS

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
