"""A change among people as one order: who, instead of whom, since when, by which act (S003 2, R3-015; X39)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import NotYours, Outdated
from models.people import Organisation, Person, Role


class OrderKind(StrEnum):
    """What an order does: routes go to somebody else."""

    HAND_OVER = "hand_over"


class OrderState(StrEnum):
    """Being made, carried out, or dropped before that."""

    DRAFT = "draft"
    DONE = "done"
    DROPPED = "dropped"


class StaffOrder(Base):
    """One order about `person` in `role`; `successor`: who takes the routes over.

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

    def write(self, number: str) -> None:
        """The number of the act; "" while there is none, and then it has no day."""
        self.is_open()
        self.number = number
        if not number:
            self.dated = None

    def date_act(self, day: date) -> None:
        """The day of the act."""
        self.is_open()
        self.dated = day

    @property
    def is_whole(self) -> bool:
        """Whether everything is said and it may be carried out."""
        return self.number is not None and (not self.number or self.dated is not None)

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


def open_order(author_id: int, person_id: int, kind: OrderKind, role: Role | None) -> Select[StaffOrder]:
    """The order of this kind that somebody has begun about a person."""
    found = _whole().where(
        StaffOrder.author_id == author_id,
        StaffOrder.person_id == person_id,
        StaffOrder.kind == kind,
        StaffOrder.state == OrderState.DRAFT,
    )
    return (found.where(StaffOrder.role == role) if role else found).order_by(StaffOrder.id.desc())
