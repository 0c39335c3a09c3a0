"""A place on the team of a route."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, by_value, identity
from models.people import Person, Role


class TeamMember(Base):
    """Somebody's place on the team of a route, with its dates. Rights are held here (DESIGN 12)."""

    __tablename__ = "team_members"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    role: Mapped[Role] = mapped_column(by_value(Role))
    since: Mapped[date]
    until: Mapped[date | None]

    person: Mapped[Person] = relationship(lazy="raise")

    def holds(self, day: date) -> bool:
        """Is this person on the team on that day?"""
        return self.since <= day and (self.until is None or day <= self.until)
