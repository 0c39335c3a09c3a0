"""The address by which a calendar subscribes to the days of one person."""

from __future__ import annotations

from datetime import datetime
from secrets import token_urlsafe

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, drawn_version
from models.errors import Outdated

TOKEN_BYTES = 24


class CalendarLink(Base):
    """Whoever knows the token reads titles and days; None while nothing is subscribed. It is not guessed: 192 bits."""

    __tablename__ = "calendar_links"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    token: Mapped[str | None] = mapped_column(unique=True)
    made_at: Mapped[datetime]
    version: Mapped[int] = drawn_version()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def give(self, at: datetime) -> None:
        """A new address; the one before leads nowhere from now on."""
        self.token, self.made_at = token_urlsafe(TOKEN_BYTES), at

    def end(self) -> None:
        """No address any more."""
        self.token = None

    def drawn(self, version: int) -> None:
        """Refuses Outdated where the address has changed since."""
        if version != self.version or self.token is None:
            raise Outdated("calendar-address-changed")


def link_of(person_id: int) -> Select[CalendarLink]:
    """The address of a person."""
    return select(CalendarLink).where(CalendarLink.person_id == person_id)


def link_by_token(token: str) -> Select[CalendarLink]:
    """Whose address it is."""
    return select(CalendarLink).where(CalendarLink.token == token)
