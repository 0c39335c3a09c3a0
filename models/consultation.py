"""A consultation about a request for help: times offered, one of them chosen, held or called off (R3-036)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, Update, select, update
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import Outdated
from models.help_request import HelpRequest
from models.people import Person
from models.route import Route, TeamMember

MOST_TIMES = 3


class ConsultationState(StrEnum):
    """A time being named, offered, chosen by the teacher, not chosen, called off afterwards."""

    NAMED = "named"
    OFFERED = "offered"
    CHOSEN = "chosen"
    DROPPED = "dropped"
    CALLED_OFF = "called_off"


class Consultation(Base):
    """One time at which the addressee of a request could talk: a local day and hour of the teacher's school.

    `reminded_on`: the local day of the last reminder; `asked_on`: when the teacher was asked whether it helped.
    """

    __tablename__ = "consultations"

    id: Mapped[int] = identity()
    request_id: Mapped[int] = mapped_column(ForeignKey("help_requests.id"), index=True)
    on_date: Mapped[date] = mapped_column(index=True)
    at_time: Mapped[time]
    state: Mapped[ConsultationState] = mapped_column(
        by_value(ConsultationState), default=ConsultationState.NAMED
    )
    reminded_on: Mapped[date | None]
    asked_on: Mapped[date | None]
    version: Mapped[int] = drawn_version()
    created_at: Mapped[datetime]

    request: Mapped[HelpRequest] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @property
    def hour(self) -> str:
        """The local hour as people read it, «15:00»."""
        return f"{self.at_time:%H:%M}"

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped time was drawn before it changed."""
        if version != self.version:
            raise Outdated("help-request-outdated")

    def offer(self) -> None:
        """It goes to the teacher."""
        self._is(ConsultationState.NAMED)
        self.state = ConsultationState.OFFERED

    def choose(self) -> None:
        """The teacher takes it."""
        self._is(ConsultationState.OFFERED)
        self.state = ConsultationState.CHOSEN

    def drop(self) -> None:
        """Another was taken, none fits, or it was taken off before it went."""
        self._is(ConsultationState.NAMED, ConsultationState.OFFERED)
        self.state = ConsultationState.DROPPED

    def call_off(self) -> None:
        """Either of the two cannot come."""
        self._is(ConsultationState.CHOSEN)
        self.state = ConsultationState.CALLED_OFF

    def _is(self, *states: ConsultationState) -> None:
        if self.state not in states:
            raise Outdated("help-request-time-outdated")


def times_of(request_id: int) -> Select[Consultation]:
    """Every time ever named for a request, by day and hour."""
    return (
        select(Consultation)
        .where(Consultation.request_id == request_id)
        .order_by(Consultation.on_date, Consultation.at_time, Consultation.id)
    )


def time_by_id(consultation_id: int) -> Select[Consultation]:
    """One time."""
    return select(Consultation).where(Consultation.id == consultation_id)


def consultations_around(first: date, last: date) -> Select[Consultation]:
    """Chosen times of these days."""
    return _whole().where(Consultation.on_date.between(first, last))


def consultations_named(ids: Collection[int]) -> Select[Consultation]:
    """Those of these times that stand."""
    return _whole().where(Consultation.id.in_(ids))


def _whole() -> Select[Consultation]:
    request = joinedload(Consultation.request)
    route = request.joinedload(HelpRequest.route)
    return (
        select(Consultation)
        .join(HelpRequest, HelpRequest.id == Consultation.request_id)
        .join(Route, Route.id == HelpRequest.route_id)
        .options(
            request.joinedload(HelpRequest.addressee).joinedload(Person.organisation),
            request.joinedload(HelpRequest.activity),
            request.joinedload(HelpRequest.lines),
            route.joinedload(Route.teacher).joinedload(Person.organisation),
            route.joinedload(Route.organisation),
            route.joinedload(Route.team).joinedload(TeamMember.person),
        )
        .where(Consultation.state == ConsultationState.CHOSEN)
        .order_by(Consultation.on_date, Consultation.at_time, Consultation.id)
    )


def consultation_noted(ids: Collection[int], **marks: date) -> Update:
    """What the clock has told. Not a change of the row: drawn cards stay valid, so does the version."""
    table = Consultation.__table__
    return update(table).where(table.c.id.in_(ids)).values(**marks)  # type: ignore[arg-type]
