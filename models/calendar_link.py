"""The address by which a calendar subscribes to the days of one person."""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode
from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, drawn_version
from models.errors import Outdated

TOKEN_BYTES = 24


class CalendarLink(Base):
    """Whoever knows the token reads titles and days. It is not guessed (192 bits), and no table has it: of the token
    there is the hash (`mark`, None while nothing is subscribed), and a `salt` that gives it again with a secret from
    outside the database. "" is the salt of an address from before: it is known to its calendar alone.
    """

    __tablename__ = "calendar_links"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    mark: Mapped[str | None] = mapped_column(unique=True)
    salt: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime]
    version: Mapped[int] = drawn_version()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def give(self, secret: str, at: datetime) -> None:
        """A new address; the one before leads nowhere from now on."""
        self.salt, self.made_at = token_urlsafe(TOKEN_BYTES), at
        self.mark = mark_of(self._token(secret))

    def end(self) -> None:
        """No address any more."""
        self.mark, self.salt = None, ""

    def token(self, secret: str) -> str | None:
        """The token, to be shown to its person; None where it was made with another secret, and still opens."""
        found = self._token(secret)
        return found if self.salt and mark_of(found) == self.mark else None

    def _token(self, secret: str) -> str:
        keyed = hmac.digest(secret.encode(), f"{self.person_id}:{self.salt}".encode(), "sha256")
        return urlsafe_b64encode(keyed[:TOKEN_BYTES]).decode()

    def drawn(self, version: int) -> None:
        """Refuses Outdated where the address has changed since."""
        if version != self.version or self.mark is None:
            raise Outdated("calendar-address-changed")


def mark_of(token: str) -> str:
    """By what an address is known again."""
    return sha256(token.encode()).hexdigest()


def link_of(person_id: int) -> Select[CalendarLink]:
    """The address of a person."""
    return select(CalendarLink).where(CalendarLink.person_id == person_id)


def link_by_token(token: str) -> Select[CalendarLink]:
    """Whose address it is."""
    return select(CalendarLink).where(CalendarLink.mark == mark_of(token))
