"""A level in a hole of the printed table, set by a methodist or a tutor with a reason (X02)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, identity
from models.people import Person


class LevelChoice(Base):
    """One choice; the latest about a competency of a diagnosis or of a record counts, while its score is the same.

    `score` in tenths of a per cent; `deficit`: a level of regulations/scales.py. Nothing changes a choice: another
    one follows it, and both stand in the history.
    """

    __tablename__ = "level_choices"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    diagnosis_id: Mapped[int | None] = mapped_column(ForeignKey("diagnoses.id"))
    record_id: Mapped[int | None] = mapped_column(ForeignKey("diagnosis_records.id"))
    competency: Mapped[str]
    score: Mapped[int]
    deficit: Mapped[str]
    reason: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]

    author: Mapped[Person] = relationship(lazy="raise")


def choices_on(route_id: int) -> Select[LevelChoice]:
    """Every choice on a route, the first one first."""
    return (
        select(LevelChoice)
        .where(LevelChoice.route_id == route_id)
        .options(joinedload(LevelChoice.author))
        .order_by(LevelChoice.id)
    )


def latest(
    choices: Sequence[LevelChoice], *, diagnosis_id: int | None = None, record_id: int | None = None
) -> dict[str, LevelChoice]:
    """What counts for one source, by competency."""
    return {
        one.competency: one
        for one in choices
        if (one.diagnosis_id, one.record_id) == (diagnosis_id, record_id)
    }
