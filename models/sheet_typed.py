"""What a helper types into the sheet of a teacher: it waits beside the answers for the teacher's «Верно»."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, identity
from models.people import Person


class TypedAnswer(Base):
    """One answer that somebody of the team typed ("": «нет»); it goes with the person's own answer or word."""

    __tablename__ = "sheet_typed"
    __table_args__ = (UniqueConstraint("sheet_id", "code"),)

    id: Mapped[int] = identity()
    sheet_id: Mapped[int] = mapped_column(ForeignKey("sheets.id"))
    code: Mapped[str]
    value: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]

    by: Mapped[Person] = relationship(lazy="raise")
