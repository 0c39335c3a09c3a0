"""Who agrees with a draft: assents of both co-authors; then the card is signed (models/paper.py; X22)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, identity
from models.people import Person, Role
from models.plan_version import PlanVersion
from models.route import APPROVED, Route, routes_of_team


class Assent(Base):
    """«Согласие с проектом» of a co-author (S000 1.2): given to one version; a later change takes it away."""

    __tablename__ = "assents"

    id: Mapped[int] = identity()
    plan_version_id: Mapped[int] = mapped_column(ForeignKey("plan_versions.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    role: Mapped[Role] = mapped_column(by_value(Role))
    at: Mapped[datetime]
    gone_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="raise")
    plan_version: Mapped[PlanVersion] = relationship(lazy="raise")

    def end(self, at: datetime) -> None:
        """The draft is another one now, or the co-author took the word back."""
        self.gone_at = at


def assents_of(version_id: int) -> Select[Assent]:
    """The assents to a version that still count."""
    return (
        select(Assent)
        .where(Assent.plan_version_id == version_id, Assent.gone_at.is_(None))
        .options(joinedload(Assent.person))
        .order_by(Assent.id)
    )


def plans_of_team(person_id: int, day: date) -> Select[Route]:
    """The routes of a person's teams whose plan is still a draft, or waits for a word; never the own one."""
    return routes_of_team(person_id, day).where(Route.state.not_in(APPROVED), Route.teacher_id != person_id)
