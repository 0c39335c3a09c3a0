"""A methodical recommendation: what somebody of the team advises to take into the plan (S000 1.2)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, identity
from models.people import Person


class Recommendation(Base):
    """One advice for one route, in the words of its author; read while activities are chosen."""

    __tablename__ = "recommendations"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    text: Mapped[str]
    at: Mapped[datetime]

    author: Mapped[Person] = relationship(lazy="raise")


def recommendations_of(route_id: int) -> Select[Recommendation]:
    """What was advised for a route, the newest first."""
    return (
        select(Recommendation)
        .where(Recommendation.route_id == route_id)
        .options(joinedload(Recommendation.author))
        .order_by(Recommendation.id.desc())
    )
