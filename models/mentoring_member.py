"""Who takes part in a programme of mentoring, the states it goes through, and what its note says (S004)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, by_value, identity
from models.errors import Outdated
from models.people import Person, Role


class MentorshipState(StrEnum):
    """Being written; waiting for everybody's word; running; reported by the mentor; closed; taken out as a draft."""

    DRAFT = "draft"
    WAITING = "waiting"
    ACTIVE = "active"
    REPORTED = "reported"
    CLOSED = "closed"
    REMOVED = "removed"


class Way(StrEnum):
    """How it is made: jointly, or written by the mentor and read by the mentee (S004, X30)."""

    JOINT = "joint"
    ACKNOWLEDGED = "acknowledged"


class MentorshipMember(Base):
    """Somebody's place in a programme, with its dates. A mentee's `route_id`: the route it stands inside (X21)."""

    __tablename__ = "mentorship_members"

    id: Mapped[int] = identity()
    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorships.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    role: Mapped[Role] = mapped_column(by_value(Role))
    route_id: Mapped[int | None] = mapped_column(ForeignKey("routes.id"))
    since: Mapped[date]
    until: Mapped[date | None]
    assented_draft: Mapped[int] = mapped_column(default=0)
    assented_at: Mapped[datetime | None]
    words: Mapped[str] = mapped_column(default="")
    said_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="raise")

    def assent(self, draft: int, at: datetime) -> None:
        """The word on one draft. Refuses a second time."""
        if draft and self.assented_draft == draft:
            raise Outdated("mentoring-assented-already")
        self.assented_draft, self.assented_at = draft, at

    def forget(self) -> None:
        """The words go, that something was said and when stays."""
        self.words = ""


class MentorshipAnswer(Base):
    """One field of the note: codes of ready answers joined by commas, or own words; who said it last."""

    __tablename__ = "mentorship_answers"
    __table_args__ = (UniqueConstraint("mentorship_id", "code"),)

    id: Mapped[int] = identity()
    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorships.id"), index=True)
    code: Mapped[str]
    value: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
