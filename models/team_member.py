"""Somebody's place on the team of a route: rights are held here (DESIGN 12)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, by_value, identity
from models.people import Person, Role


class TeamMember(Base):
    """Somebody's place on the team of a route, with its dates. Rights are held here (DESIGN 12).

    `successor_id`: who stands there after it was handed over; `order_id`: the order by which it last changed.
    """

    __tablename__ = "team_members"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    role: Mapped[Role] = mapped_column(by_value(Role))
    since: Mapped[date]
    until: Mapped[date | None]
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    order_id: Mapped[int | None] = mapped_column(ForeignKey("staff_orders.id"))

    person: Mapped[Person] = relationship(lazy="raise", foreign_keys=[person_id])

    def hand_over(self, successor_id: int, order_id: int, last: date) -> None:
        """Somebody else stands here from the day after `last`, local; who and by which order stays known."""
        self.until, self.successor_id, self.order_id = last, successor_id, order_id

    def leave(self, last: date, order_id: int | None) -> None:
        """Nobody follows here: the place ends with its last day, local."""
        self.until, self.order_id = last, order_id

    def holds(self, day: date) -> bool:
        """Is this person on the team on that day?"""
        return self.since <= day and (self.until is None or day <= self.until)
