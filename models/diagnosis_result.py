"""What stands beside the numbers of a finished diagnosis: the teacher's own conclusion, and who has read it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value
from models.people import Person


class Side(StrEnum):
    """What a teacher's own conclusion is about: the strong and the weak side (S000 3.1.1)."""

    STRONG = "strong"
    WEAK = "weak"


class OwnConclusion(Base):
    """The teacher's own conclusion on one side: own words (`text`), or the ready sentence with these `facts`.

    The facts are those of the moment when the sentence was taken: a statement of a person does not change itself.
    """

    __tablename__ = "own_conclusions"

    diagnosis_id: Mapped[int] = mapped_column(ForeignKey("diagnoses.id"), primary_key=True)
    side: Mapped[Side] = mapped_column(by_value(Side), primary_key=True)
    text: Mapped[str] = mapped_column(default="")
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    at: Mapped[datetime]


class DiagnosisOpening(Base):
    """A member of the team has opened a shared result, and when for the first time: the teacher may know."""

    __tablename__ = "diagnosis_openings"

    diagnosis_id: Mapped[int] = mapped_column(ForeignKey("diagnoses.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    at: Mapped[datetime]

    person: Mapped[Person] = relationship(lazy="raise")


def conclusions_of(diagnosis_id: int) -> Select[OwnConclusion]:
    """What the teacher concludes, the strong side first."""
    return (
        select(OwnConclusion).where(OwnConclusion.diagnosis_id == diagnosis_id).order_by(OwnConclusion.side)
    )


def openings_of(diagnosis_id: int) -> Select[DiagnosisOpening]:
    """Who has opened a shared result, the first one first."""
    return (
        select(DiagnosisOpening)
        .where(DiagnosisOpening.diagnosis_id == diagnosis_id)
        .options(joinedload(DiagnosisOpening.person))
        .order_by(DiagnosisOpening.at)
    )
