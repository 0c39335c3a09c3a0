"""A change among people as one order: who, instead of whom, since when, by which act (S003 2, R3-015; X39)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import BadAnswer, NotYours, Outdated
from models.people import Organisation, Person, Role


class OrderKind(StrEnum):
    """Routes go to somebody else; an office is given, given for a time («и. о.»), or ends."""

    HAND_OVER = "hand_over"
    APPOINT = "appoint"
    ACTING = "acting"
    END = "end"


ACT = ("number", "dated")
QUESTIONS = {
    OrderKind.HAND_OVER: ACT,
    OrderKind.APPOINT: ("role", "starts", *ACT),
    OrderKind.ACTING: ("role", "starts", "ends", *ACT),
    OrderKind.END: ("ends", *ACT),
}
"""What has to be said of an order of each kind, in this order."""


class OrderState(StrEnum):
    """Being made, carried out, or dropped before that."""

    DRAFT = "draft"
    DONE = "done"
    DROPPED = "dropped"


class StaffOrder(Base):
    """One order about `person` in `role`; `successor`: who takes the routes over.

    `appointment_id`: the office that begins or ends; `starts_on`, `ends_on`: its first and last day, local.
    `number`: of the act on paper, None until it was asked, "" where there is none yet; `dated`: its day.
    """

    __tablename__ = "staff_orders"

    id: Mapped[int] = identity()
    kind: Mapped[OrderKind] = mapped_column(by_value(OrderKind))
    state: Mapped[OrderState] = mapped_column(by_value(OrderState), default=OrderState.DRAFT)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    role: Mapped[Role | None] = mapped_column(by_value(Role))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    appointment_id: Mapped[int | None] = mapped_column(ForeignKey("appointments.id"))
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    number: Mapped[str | None]
    dated: Mapped[date | None]
    made_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    version: Mapped[int] = drawn_version()

    person: Mapped[Person] = relationship(lazy="raise", foreign_keys=[person_id])
    successor: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=[successor_id])
    organisation: Mapped[Organisation] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def only_author(self, person: Person) -> None:
        """Refuses NotYours to everybody but who makes the order."""
        if person.id != self.author_id:
            raise NotYours("refusal-not-yours")

    def drawn(self, version: int | None) -> None:
        """Refuses Outdated when the tapped card shows an older order; None: words, which carry no version."""
        if version is not None and version != self.version:
            raise Outdated("refusal-outdated")

    def is_open(self) -> None:
        """Refuses Outdated once it is carried out or dropped."""
        if self.state is not OrderState.DRAFT:
            raise Outdated("staff-order-over", state=self.state.value)

    def choose(self, successor: Person) -> None:
        """Who takes over."""
        self.is_open()
        self.successor, self.successor_id = successor, successor.id

    def write(self, code: str, answer: str | date) -> None:
        """An answer to one of its questions. Refuses BadAnswer for a last day before the first."""
        self.is_open()
        if isinstance(answer, date):
            self._write_day(code, answer)
        elif code == "number":
            self.number = answer
            self.dated = self.dated if answer else None
        elif code == "role":
            self.role = Role(answer)

    def _write_day(self, code: str, day: date) -> None:
        if code == "dated":
            self.dated = day
        elif code == "starts":
            self.starts_on = day
            self.ends_on = None if self.ends_on is not None and self.ends_on < day else self.ends_on
        elif code == "ends":
            if self.starts_on is not None and day < self.starts_on:
                raise BadAnswer("date-too-early", day=day, limit=self.starts_on)
            self.ends_on = day

    @property
    def given(self) -> dict[str, str | date]:
        """What was said so far, by question."""
        said = {
            "role": self.role.value if self.role else None,
            "starts": self.starts_on,
            "ends": self.ends_on,
            "number": self.number,
            "dated": self.dated,
        }
        asked = ((code, said[code]) for code in QUESTIONS[self.kind])
        return {code: answer for code, answer in asked if answer is not None}

    @property
    def is_whole(self) -> bool:
        """Whether everything is said and it may be carried out."""
        return all(
            code in self.given or (code == "dated" and self.number == "") for code in QUESTIONS[self.kind]
        )

    def name(self, appointment_id: int) -> None:
        """The office that has begun by it."""
        self.is_open()
        self.appointment_id = appointment_id

    def carry_out(self, at: datetime) -> None:
        """It is done; a second time is refused."""
        self.is_open()
        self.state, self.done_at = OrderState.DONE, at

    def drop(self) -> None:
        """It is not wanted after all."""
        self.is_open()
        self.state = OrderState.DROPPED


def _whole() -> Select[StaffOrder]:
    return select(StaffOrder).options(
        joinedload(StaffOrder.person).joinedload(Person.organisation),
        joinedload(StaffOrder.successor).joinedload(Person.organisation),
        joinedload(StaffOrder.organisation),
    )


def order_by_id(order_id: int) -> Select[StaffOrder]:
    """One order with its people."""
    return _whole().where(StaffOrder.id == order_id)


def open_order(
    author_id: int, person_id: int, kind: OrderKind, role: Role | None = None, office_id: int | None = None
) -> Select[StaffOrder]:
    """The order of this kind that somebody has begun about a person, in this role or about this office."""
    found = _whole().where(
        StaffOrder.author_id == author_id,
        StaffOrder.person_id == person_id,
        StaffOrder.kind == kind,
        StaffOrder.state == OrderState.DRAFT,
    )
    found = found.where(StaffOrder.role == role) if role else found
    found = found.where(StaffOrder.appointment_id == office_id) if office_id else found
    return found.order_by(StaffOrder.id.desc())
