"""A competency that a teacher names beside those of the regulation (S001 3.5; X12), and how well it goes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, identity
from models.errors import Outdated


class OwnCompetency(Base):
    """One competency of a route in its teacher's own words; taken out it stays where it was measured."""

    __tablename__ = "own_competencies"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    title: Mapped[str]
    added_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]

    @property
    def code(self) -> str:
        """The code under which its scores stand among those of the regulation."""
        return f"own{self.id}"

    def remove(self, at: datetime) -> None:
        """The teacher takes it out. Refuses a second time."""
        if self.removed_at is not None:
            raise Outdated("diagnosis-outdated")
        self.removed_at = at


class OwnRating(Base):
    """How well an own competency goes, by the teacher, with one self-diagnosis: a step of its scale."""

    __tablename__ = "own_ratings"

    competency_id: Mapped[int] = mapped_column(ForeignKey("own_competencies.id"), primary_key=True)
    diagnosis_id: Mapped[int] = mapped_column(ForeignKey("diagnoses.id"), primary_key=True)
    value: Mapped[int]


def own_competencies_of(route_id: int) -> Select[OwnCompetency]:
    """What the teacher of a route has named, the first one first; not what was taken out."""
    return (
        select(OwnCompetency)
        .where(OwnCompetency.route_id == route_id, OwnCompetency.removed_at.is_(None))
        .order_by(OwnCompetency.id)
    )


def own_ratings_of(diagnosis_id: int) -> Select[OwnRating]:
    """What was rated with one self-diagnosis."""
    return select(OwnRating).where(OwnRating.diagnosis_id == diagnosis_id)
