"""A route that stands still for a while (illness, leave): the term is shown, nobody is reminded (side states)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, ForeignKey, Select, and_, false, or_, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import BadAnswer, NotYours, Outdated, Refusal
from models.people import Person

if TYPE_CHECKING:
    from models.route import Route


class Suspended:
    """The part of a route that tells when it stands still: from a local day until another, or until it is resumed."""

    suspended_on: Mapped[date | None]
    suspended_until: Mapped[date | None]

    def is_suspended(self, day: date) -> bool:
        """Does it stand still on that day?"""
        if self.suspended_on is None or day < self.suspended_on:
            return False
        return self.suspended_until is None or day <= self.suspended_until

    @classmethod
    def standing_still(cls, day: date) -> ColumnElement[bool]:
        """The same of every route, for a query; never unknown."""
        begun = and_(cls.suspended_on.is_not(None), cls.suspended_on <= day)
        return and_(begun, or_(cls.suspended_until.is_(None), cls.suspended_until >= day))

    def suspend(self, first: date, last: date | None) -> None:
        """It stands still from a day on. Refuses where it does already."""
        if self.suspended_on is not None:
            raise Refusal("suspension-already", since=self.suspended_on)
        self.suspended_on, self.suspended_until = first, last

    def resume(self) -> None:
        """It goes on. Refuses where it does not stand still."""
        if self.suspended_on is None:
            raise Outdated("suspension-none")
        self.suspended_on = self.suspended_until = None


class SuspensionState(StrEnum):
    """Being entered, in force, over, or dropped before it began."""

    DRAFT = "draft"
    ON = "on"
    OVER = "over"
    DROPPED = "dropped"


class Suspension(Base):
    """One break of a route. `reason`: a code of ours, or own words; `endless`: nobody knows the last day yet.

    `resumed_on`: since when it goes on; `days`: by how many the term was prolonged then, 0 for none.
    """

    __tablename__ = "suspensions"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    state: Mapped[SuspensionState] = mapped_column(by_value(SuspensionState), default=SuspensionState.DRAFT)
    reason: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    endless: Mapped[bool] = mapped_column(default=False, server_default=false())
    resumed_on: Mapped[date | None]
    days: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime]
    version: Mapped[int] = drawn_version()

    route: Mapped[Route] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def only_author(self, person: Person) -> None:
        """Refuses NotYours to everybody but who enters it."""
        if person.id != self.author_id:
            raise NotYours("refusal-not-yours")

    def drawn(self, version: int | None) -> None:
        """Refuses Outdated for a card that shows an older one; None: words, which carry no version."""
        if version is not None and version != self.version:
            raise Outdated("refusal-outdated")

    def _is(self, state: SuspensionState) -> None:
        if self.state is not state:
            raise Outdated("suspension-over", state=self.state.value)

    def explain(self, reason: str) -> None:
        """Why."""
        self._is(SuspensionState.DRAFT)
        self.reason = reason

    def write(self, code: str, day: date | None) -> None:
        """The first or the last day; no last day: it is not known yet. Refuses BadAnswer for one before the first."""
        self._is(SuspensionState.DRAFT)
        if code == "starts":
            self.starts_on, self.ends_on = day, None
        elif code == "ends":
            if day is not None and self.starts_on is not None and day < self.starts_on:
                raise BadAnswer("date-too-early", day=day, limit=self.starts_on)
            self.ends_on, self.endless = day, day is None

    @property
    def is_whole(self) -> bool:
        """Whether everything is said."""
        return bool(self.reason) and self.starts_on is not None and (self.endless or self.ends_on is not None)

    def begin(self) -> None:
        """It is in force: the route stands still on its days."""
        self._is(SuspensionState.DRAFT)
        if self.starts_on is None or not self.is_whole:
            raise Outdated("refusal-outdated")
        self.route.only_going()
        self.route.suspend(self.starts_on, self.ends_on)
        self.state = SuspensionState.ON

    def lasts(self, today: date) -> int:
        """How many days the route stands still until today; the whole break where it is over by then."""
        assert self.starts_on is not None
        last = min(today - timedelta(days=1), self.ends_on or today - timedelta(days=1))
        return max((last - self.starts_on).days + 1, 0)

    def end(self, today: date, *, prolong: bool) -> None:
        """The route goes on from today; its term grows by the days that it stood still, if so wished."""
        self._is(SuspensionState.ON)
        self.route.resume()
        self.state, self.resumed_on = SuspensionState.OVER, today
        if prolong and self.route.ends_on is not None:
            self.days = self.lasts(today)
            self.route.ends_on += timedelta(days=self.days)

    def drop(self) -> None:
        """It is not wanted after all."""
        self._is(SuspensionState.DRAFT)
        self.state = SuspensionState.DROPPED


def suspension_by_id(suspension_id: int) -> Select[Suspension]:
    """One break."""
    return select(Suspension).where(Suspension.id == suspension_id).options(joinedload(Suspension.route))


def suspensions_of(route_id: int, *states: SuspensionState) -> Select[Suspension]:
    """The breaks of a route in these states, the latest first."""
    return (
        select(Suspension)
        .where(Suspension.route_id == route_id, Suspension.state.in_(states))
        .options(joinedload(Suspension.route))
        .order_by(Suspension.id.desc())
    )
