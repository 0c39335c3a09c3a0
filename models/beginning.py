"""How a route begins: why the teacher takes it up, what they expect in each direction (S002; R2-005, R2-019)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, drawn_version
from models.errors import Outdated


class RouteBeginning(Base):
    """What the teacher says at the beginning. `reasons`: codes of the regulation; `own`: a reason in own words.

    `checked`: the questions to check oneself that were looked at.
    """

    __tablename__ = "route_beginnings"

    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), primary_key=True)
    version: Mapped[int] = drawn_version()
    reasons: Mapped[list[str]] = mapped_column(default=list)
    own: Mapped[str] = mapped_column(default="")
    checked: Mapped[list[str]] = mapped_column(default=list)
    changed_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @property
    def said(self) -> bool:
        """Whether a reason is named."""
        return bool(self.reasons or self.own)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an earlier moment."""
        if version != self.version:
            raise Outdated("refusal-outdated")

    def toggle(self, code: str, at: datetime) -> None:
        """One reason of the regulation more or less."""
        mine = code in self.reasons
        self.reasons = [one for one in self.reasons if one != code] if mine else [*self.reasons, code]
        self.changed_at = at

    def explain(self, own: str, at: datetime) -> None:
        """A reason in own words; "" takes it back."""
        self.own, self.changed_at = own, at

    def check(self, code: str, at: datetime) -> None:
        """A question to check oneself was looked at."""
        if code not in self.checked:
            self.checked, self.changed_at = [*self.checked, code], at


class Expectation(Base):
    """What the teacher expects to achieve in one direction of the road map."""

    __tablename__ = "expectations"

    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), primary_key=True)
    direction: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    at: Mapped[datetime]


def beginning_of(route_id: int) -> Select[RouteBeginning]:
    """What was said at the beginning of a route."""
    return select(RouteBeginning).where(RouteBeginning.route_id == route_id)


def expectations_of(route_id: int) -> Select[Expectation]:
    """What is expected of a route, by direction."""
    return select(Expectation).where(Expectation.route_id == route_id)
