"""What has to be ready for a final event, and the sheet that the deputy head shows there (S000 3.1.4, X47)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, drawn_version, identity
from models.errors import BadAnswer, Outdated
from models.final_event import FinalEvent, FinalEventState
from models.people import Person
from models.route import Route, TeamMember

LEAST_PUPILS = 5
"""Below this number a result would point at a child (X47)."""


class Check(Base):
    """One point of the checklist of one event; `code` is one of the regulation's."""

    __tablename__ = "final_event_checks"
    __table_args__ = (UniqueConstraint("event_id", "code"),)

    id: Mapped[int] = identity()
    event_id: Mapped[int] = mapped_column(ForeignKey("final_events.id"))
    code: Mapped[str]
    done_at: Mapped[datetime | None]
    done_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    version: Mapped[int] = drawn_version()

    event: Mapped[FinalEvent] = relationship(lazy="raise")
    done_by: Mapped[Person | None] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def tick(self, by: Person, at: datetime, drawn: int) -> None:
        """Ready. Refuses a second tick, and once the event has its outcome."""
        self._open(drawn)
        self.done_at, self.done_by_id = at, by.id

    def untick(self, drawn: int) -> None:
        """Not ready after all."""
        self._open(drawn)
        self.done_at = self.done_by_id = None

    def _open(self, drawn: int) -> None:
        if self.event.state is not FinalEventState.PLANNED or drawn != self.version:
            raise Outdated("final-event-check-outdated")


class MonitoringSheet(Base):
    """What the monitoring of a route has shown: observations, and of the pupils nothing but averages (X47).

    `mean_before`, `mean_now`, `share`: tenths, of a mark or of a percent; `pupils`: how many were counted.
    """

    __tablename__ = "monitoring_sheets"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), unique=True)
    text: Mapped[str] = mapped_column(default="")
    pupils: Mapped[int | None]
    mean_before: Mapped[int | None]
    mean_now: Mapped[int | None]
    share: Mapped[int | None]
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    version: Mapped[int] = drawn_version()
    written_at: Mapped[datetime]

    author: Mapped[Person] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def write(self, code: str, answer: str | int, by: Person, at: datetime) -> None:
        """One answer: `text`, or a number `pupils`, `mean_before`, `mean_now`, `share`. Refuses too few pupils."""
        if code == "text":
            self.text = str(answer)
        elif code == "pupils":
            if int(answer) < LEAST_PUPILS:
                raise BadAnswer("final-event-sheet-few", least=LEAST_PUPILS)
            self.pupils = int(answer)
        elif code == "mean_before":
            self.mean_before = int(answer)
        elif code == "mean_now":
            self.mean_now = int(answer)
        else:
            self.share = int(answer)
        self.author_id, self.written_at = by.id, at

    def without_numbers(self, by: Person, at: datetime) -> None:
        """The numbers are taken out; the observations stay."""
        self.pupils = self.mean_before = self.mean_now = self.share = None
        self.author_id, self.written_at = by.id, at

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an older sheet."""
        if version != self.version:
            raise Outdated("final-event-check-outdated")


def checks_of(event_id: int) -> Select[Check]:
    """The checklist of an event."""
    return select(Check).where(Check.event_id == event_id).options(joinedload(Check.done_by))


def checks_named(ids: Collection[int]) -> Select[Check]:
    """These points, as they are now."""
    return select(Check).where(Check.id.in_(ids))


def check_by_id(check_id: int) -> Select[Check]:
    """A point of a checklist with its event, route, team and school."""
    route = joinedload(Check.event).joinedload(FinalEvent.route)
    return (
        select(Check)
        .where(Check.id == check_id)
        .options(
            route.joinedload(Route.organisation),
            route.joinedload(Route.teacher).joinedload(Person.organisation),
            route.joinedload(Route.team).joinedload(TeamMember.person),
            joinedload(Check.done_by),
        )
    )


def sheet_of(route_id: int) -> Select[MonitoringSheet]:
    """The monitoring sheet of a route."""
    return (
        select(MonitoringSheet)
        .where(MonitoringSheet.route_id == route_id)
        .options(joinedload(MonitoringSheet.author))
    )
