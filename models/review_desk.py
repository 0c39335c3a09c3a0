"""What a reviewer keeps at hand: phrases of their own, and a line about a route that nobody else reads."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, identity

PHRASES_KEPT = 5


class OwnPhrase(Base):
    """A reason in a reviewer's own words, offered again as a button; the last five are kept."""

    __tablename__ = "own_phrases"
    __table_args__ = (UniqueConstraint("person_id", "text"),)

    id: Mapped[int] = identity()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    text: Mapped[str]
    used_at: Mapped[datetime]

    def use(self, at: datetime) -> None:
        """Said again: it moves to the front."""
        self.used_at = at


class PrivateNote(Base):
    """«Для себя»: one line of a team member about a route. Never printed, never shown to anybody else."""

    __tablename__ = "private_notes"
    __table_args__ = (UniqueConstraint("person_id", "route_id"),)

    id: Mapped[int] = identity()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    text: Mapped[str]
    at: Mapped[datetime]

    def write(self, text: str, at: datetime) -> None:
        """The new line in place of the old."""
        self.text, self.at = text, at


def own_phrases(person_id: int) -> Select[OwnPhrase]:
    """A reviewer's phrases, the last used first."""
    return (
        select(OwnPhrase)
        .where(OwnPhrase.person_id == person_id)
        .order_by(OwnPhrase.used_at.desc(), OwnPhrase.id.desc())
    )


def own_phrase(person_id: int, phrase_id: int) -> Select[OwnPhrase]:
    """One phrase of a reviewer."""
    return select(OwnPhrase).where(OwnPhrase.person_id == person_id, OwnPhrase.id == phrase_id)


def private_note(person_id: int, route_id: int) -> Select[PrivateNote]:
    """What a team member keeps about a route."""
    return select(PrivateNote).where(PrivateNote.person_id == person_id, PrivateNote.route_id == route_id)
