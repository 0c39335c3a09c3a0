"""The final public event: where the teacher presents what the route has given (S000 3.1.4, 4.5)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import Outdated
from models.route import Route


class FinalEventState(StrEnum):
    """Being written, planned, taken out."""

    DRAFT = "draft"
    PLANNED = "planned"
    REMOVED = "removed"


class FinalEvent(Base):
    """Name, form, level, local date, place; `form` and `level` are codes of the regulation or own words."""

    __tablename__ = "final_events"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    title: Mapped[str] = mapped_column(default="")
    form: Mapped[str] = mapped_column(default="")
    level: Mapped[str] = mapped_column(default="")
    on_date: Mapped[date | None]
    place: Mapped[str] = mapped_column(default="")
    state: Mapped[FinalEventState] = mapped_column(by_value(FinalEventState), default=FinalEventState.DRAFT)
    version: Mapped[int] = drawn_version()
    created_at: Mapped[datetime]

    route: Mapped[Route] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an older event."""
        if version != self.version:
            raise Outdated("final-event-outdated")

    @property
    def complete(self) -> bool:
        """Every question is answered."""
        return bool(self.title and self.form and self.level and self.on_date and self.place)

    def write(self, code: str, answer: str | date) -> None:
        """The answer to one question: `title`, `form`, `level`, `date` or `place`."""
        self._is(FinalEventState.DRAFT, FinalEventState.PLANNED)
        if isinstance(answer, date):
            self.on_date = answer
        elif code == "title":
            self.title = answer
        elif code == "form":
            self.form = answer
        elif code == "level":
            self.level = answer
        else:
            self.place = answer

    def plan(self) -> None:
        """The last question is answered."""
        self._is(FinalEventState.DRAFT)
        self.state = FinalEventState.PLANNED

    def remove(self) -> None:
        """The event is not to be; several may be planned (S000 4.5), so one may go."""
        self._is(FinalEventState.DRAFT, FinalEventState.PLANNED)
        self.state = FinalEventState.REMOVED

    def _is(self, *states: FinalEventState) -> None:
        if self.state not in states:
            raise Outdated("final-event-outdated")


def final_event_by_id(event_id: int) -> Select[FinalEvent]:
    """A final event with its route."""
    return (
        select(FinalEvent)
        .where(FinalEvent.id == event_id)
        .options(joinedload(FinalEvent.route).joinedload(Route.organisation))
    )


def final_events_of(route_id: int) -> Select[FinalEvent]:
    """The planned events of a route, by date."""
    return (
        select(FinalEvent)
        .where(FinalEvent.route_id == route_id, FinalEvent.state == FinalEventState.PLANNED)
        .order_by(FinalEvent.on_date, FinalEvent.id)
    )


def final_event_draft(route_id: int) -> Select[FinalEvent]:
    """The event being written for a route, if any."""
    return (
        select(FinalEvent)
        .where(FinalEvent.route_id == route_id, FinalEvent.state == FinalEventState.DRAFT)
        .order_by(FinalEvent.id.desc())
    )
