"""Somebody of the team types for the teacher: the teacher hands it over, takes it back, and confirms by one tap.

Reports and the information sheet are handed over apart: whoever types the one may not see the other.

A village teacher without a phone of their own need not type: the tutor or the deputy does («заполнить за учителя»,
S003 1.2 «частично»); what is sent stays the teacher's own word.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, identity
from models.errors import NotYours
from models.people import ACCOMPANYING, Person, Role

if TYPE_CHECKING:
    from models.route import Route

HELPERS = ACCOMPANYING | {Role.METHODIST, Role.CENTRE_METHODIST, Role.SUBJECT_LEAD}


class Covers(StrEnum):
    """What is handed over: the reports of a route, or the information sheet of its teacher."""

    REPORTS = "reports"
    SHEET = "sheet"


class Delegation(Base):
    """From when to when somebody of the team types the reports of a route, or the sheet of its teacher."""

    __tablename__ = "delegations"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    helper_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    covers: Mapped[Covers] = mapped_column(by_value(Covers))
    given_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    helper: Mapped[Person] = relationship(lazy="raise")

    def end(self, at: datetime) -> None:
        """The teacher takes it back; a second time changes nothing."""
        self.ended_at = self.ended_at or at


class Prepared:
    """The part of a report that tells who typed it, until and after the teacher's own tap."""

    prepared_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    prepared_at: Mapped[datetime | None]

    def prepare(self, by: Person, at: datetime) -> None:
        """Typed by a helper: it waits for the teacher's tap."""
        self.prepared_by_id, self.prepared_at = by.id, at

    def not_typed_by(self, by: Person, route: Route, day: date) -> None:
        """Refuses NotYours to whoever typed the report, as long as somebody else of the team can judge it (X27)."""
        if self.prepared_by_id == by.id and any(one.person_id != by.id for one in route.reviewers(day)):
            raise NotYours("delegation-typed-by-you")


def delegations_of(route_id: int) -> Select[Delegation]:
    """Who types for a route now."""
    return (
        select(Delegation)
        .where(Delegation.route_id == route_id, Delegation.ended_at.is_(None))
        .options(joinedload(Delegation.helper))
        .order_by(Delegation.id)
    )


def delegated_to(person_id: int) -> Select[Delegation]:
    """What a person types now, for which routes."""
    return select(Delegation).where(Delegation.helper_id == person_id, Delegation.ended_at.is_(None))
