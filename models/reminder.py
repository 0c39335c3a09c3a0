"""What a person said to a reminder. The reminders themselves are computed: the database is the calendar (DESIGN 16)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, identity


class Snooze(Base):
    """«Напомнить завтра»: the day of the reminder put off, and the day to say it again (local dates)."""

    __tablename__ = "snoozes"
    __table_args__ = (UniqueConstraint("person_id", "said_on"),)

    id: Mapped[int] = identity()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    said_on: Mapped[date]
    again_on: Mapped[date]


def snoozes_for(day: date) -> Select[tuple[Snooze]]:
    """What was put off to this day."""
    return select(Snooze).where(Snooze.again_on == day)
