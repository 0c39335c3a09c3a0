"""The second code («второй код»): one from an app on a phone (RFC 6238), or from a sheet of paper, for officers."""

from __future__ import annotations

import hmac
import secrets
from base64 import b32encode
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, drawn_version, identity
from models.errors import Refusal
from models.pin import whole
from models.term import runs
from models.tries import Tries

STEP = 30
"""Seconds that a code of the app is shown (RFC 6238, 5.2)."""
DRIFT = 1
"""How many steps a phone's clock may be off, either way."""
CODE_DIGITS = 6
SECRET_BYTES = 20
"""As many as RFC 4226 recommends."""
LASTS = timedelta(minutes=15)
"""How long one code opens what is asked for: ours."""
KEY_LASTS = timedelta(minutes=10)
"""How long a key that is shown may be taken into an app: ours."""
SPARE_CODES, SPARE_DIGITS = 6, 8


class SecondFactor(Tries, Base):
    """Somebody's second code. The secret is not kept: it comes from the server's key and `nonce`.

    `shown_at`: since when a key is being taken into an app; `set_at`: since when it is asked for; `last_step`: the
    step of the newest code used, for each works once. `account_id`: who is let through until `until`.
    """

    __tablename__ = "second_factors"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    nonce: Mapped[str]
    shown_at: Mapped[datetime | None]
    set_at: Mapped[datetime | None]
    last_step: Mapped[int] = mapped_column(default=0)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    until: Mapped[datetime | None]
    version: Mapped[int] = drawn_version()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @classmethod
    def of(cls, person_id: int) -> SecondFactor:
        """None yet."""
        return cls(person_id=person_id, nonce=secrets.token_hex(16), last_step=0, wrong=0)

    @property
    def is_set(self) -> bool:
        """Is a code of an app asked for?"""
        return self.set_at is not None

    def secret(self, server: bytes) -> bytes:
        """What the app knows, and who has the key of the server."""
        return hmac.digest(server, f"second factor:{self.person_id}:{self.nonce}".encode(), sha256)[
            :SECRET_BYTES
        ]

    def show(self, at: datetime) -> None:
        """A new key is taken into an app; the one that nobody has confirmed is worth nothing from now on."""
        self.clear()
        self.shown_at = at

    def clear(self) -> None:
        """No app knows a code any more, and nobody is let through: a lost phone, another one."""
        self.nonce, self.last_step = secrets.token_hex(16), 0
        self.shown_at = self.set_at = self.until = self.account_id = None
        self.right()

    def may_try(self, at: datetime) -> None:
        """Refuses factor-paused behind three wrong codes, factor-key-over for a key that was shown too long ago."""
        if minutes := self.pause(at):
            raise Refusal("factor-paused", minutes=minutes)
        if not self.is_set and (self.shown_at is None or not runs(self.shown_at + KEY_LASTS, at, KEY_LASTS)):
            raise Refusal("factor-key-over")

    def fits(self, digest: str, server: bytes, at: datetime) -> bool:
        """Whether a tapped code (its digest) is one of the app's of now. It works once (RFC 6238, 5.2)."""
        now = int(at.timestamp()) // STEP
        for step in range(max(now - DRIFT, self.last_step + 1), now + DRIFT + 1):
            if hmac.compare_digest(whole(code_at(self.secret(server), step), self.nonce), digest):
                self.last_step = step
                return True
        return False

    def let_through(self, account_id: int, at: datetime) -> None:
        """The code was right: this account may go on for a while."""
        self.right()
        self.shown_at, self.set_at = None, self.set_at or at
        self.account_id, self.until = account_id, at + LASTS

    def holds(self, account_id: int, at: datetime) -> bool:
        """Has this account shown a code a short while ago?"""
        return runs(self.until, at, LASTS) and self.account_id == account_id


class SpareCode(Base):
    """A code on paper, for a lost phone: only its keyed digest; each works once."""

    __tablename__ = "spare_codes"

    id: Mapped[int] = identity()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    mark: Mapped[str]
    used_at: Mapped[datetime | None]

    def use(self, at: datetime) -> None:
        """It has worked."""
        self.used_at = at


def code_at(secret: bytes, step: int, digits: int = CODE_DIGITS) -> str:
    """The code of one step (RFC 4226, 5.3)."""
    digest = hmac.digest(secret, step.to_bytes(8, "big"), "sha1")
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**digits:0{digits}}"


def letters_of(secret: bytes) -> str:
    """The key as apps take it (RFC 4648)."""
    return b32encode(secret).decode().rstrip("=")


def new_spare_code() -> str:
    """Digits that nobody guesses in the tries there are."""
    return "".join(secrets.choice("0123456789") for _ in range(SPARE_DIGITS))


def mark_of(digest: str, server: bytes) -> str:
    """By what a spare code is known again: who has the database alone cannot try them out."""
    return hmac.new(server, f"spare code:{digest}".encode(), sha256).hexdigest()


def factor_of(person_id: int) -> Select[SecondFactor]:
    """Somebody's second code."""
    return select(SecondFactor).where(SecondFactor.person_id == person_id)


def spare_codes_of(person_id: int) -> Select[SpareCode]:
    """The codes on paper that have not worked yet."""
    return select(SpareCode).where(SpareCode.person_id == person_id, SpareCode.used_at.is_(None))
