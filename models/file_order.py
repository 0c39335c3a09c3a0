"""A file that somebody has asked for and that takes a while: the row is the queue, so a crash loses nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, by_value, identity

FIRST_WAIT = timedelta(minutes=2)
MOST_ATTEMPTS = 3
SENDING_TAKES = timedelta(minutes=20)
"""Longer than any upload: what is still being sent after it was cut off."""


class FileKind(StrEnum):
    """The registry as a workbook, a table or data, finished cards, a portfolio, everything about a person."""

    REGISTRY_XLSX = "registry-xlsx"
    REGISTRY_CSV = "registry-csv"
    REGISTRY_JSON = "registry-json"
    CARDS = "cards"
    PORTFOLIO = "portfolio"
    MYDATA = "mydata"


class OrderState(StrEnum):
    """Waiting its turn, being made, on its way; arrived, perhaps arrived (a crash on the way), or never to come.

    HELD: made when somebody fetches it at its address.
    """

    WAITING = "waiting"
    HELD = "held"
    MAKING = "making"
    SENDING = "sending"
    SENT = "sent"
    DOUBT = "doubt"
    FAILED = "failed"


class FileOrder(Base):
    """One file for one person, made after the commit and sent once.

    `busy` is unique while it is under way: a second tap finds the first one. `due_at`: when it is looked at next,
    None once it is over; a try is written before it begins. `sent_parts`: how many parts have arrived.
    """

    __tablename__ = "file_orders"

    id: Mapped[int] = identity()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    kind: Mapped[FileKind] = mapped_column(by_value(FileKind))
    state: Mapped[OrderState] = mapped_column(by_value(OrderState), default=OrderState.WAITING)
    busy: Mapped[str | None] = mapped_column(unique=True)
    asked_at: Mapped[datetime]
    due_at: Mapped[datetime | None] = mapped_column(index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    sent_parts: Mapped[int] = mapped_column(default=0)
    ended_at: Mapped[datetime | None]

    @classmethod
    def asked(cls, person_id: int, kind: FileKind, at: datetime) -> FileOrder:
        """An order as it begins."""
        busy = f"{person_id}:{kind.value}"
        return cls(
            person_id=person_id, kind=kind, busy=busy, asked_at=at, due_at=at, attempts=0, sent_parts=0
        )

    @classmethod
    def held(cls, person_id: int, kind: FileKind, at: datetime) -> FileOrder:
        """An order that is fetched at an address: nobody sends it."""
        held = OrderState.HELD
        return cls(person_id=person_id, kind=kind, state=held, asked_at=at, attempts=0, sent_parts=0)

    @property
    def is_worn_out(self) -> bool:
        """It was tried often enough."""
        return self.attempts >= MOST_ATTEMPTS

    @property
    def was_cut_off(self) -> bool:
        """It was on its way when the process ended: arrived or not, nobody knows."""
        return self.state is OrderState.SENDING

    def take(self, at: datetime) -> None:
        """Its making begins; a crash in the middle leads to another try, each later than the one before."""
        self.state, self.due_at = OrderState.MAKING, at + FIRST_WAIT * 2**self.attempts
        self.attempts += 1

    def send(self, at: datetime) -> None:
        """It is made and goes now: from here on a crash leaves it in doubt."""
        self.state, self.due_at = OrderState.SENDING, at + SENDING_TAKES

    def put_off(self, until: datetime) -> None:
        """Telegram was not ready: not an attempt, made again later."""
        self.state, self.due_at = OrderState.WAITING, until
        self.attempts -= 1

    def end(self, state: OrderState, at: datetime) -> None:
        """It is over, one way or another; the next tap is another order."""
        self.state, self.due_at, self.busy, self.ended_at = state, None, None, at


def order_by_id(order_id: int) -> Select[FileOrder]:
    """This order."""
    return select(FileOrder).where(FileOrder.id == order_id)


def orders_due(at: datetime) -> Select[FileOrder]:
    """What should be made now, the longest waiting first; two workers never take the same."""
    due = select(FileOrder).where(FileOrder.due_at <= at).order_by(FileOrder.due_at, FileOrder.id)
    return due.limit(1).with_for_update(skip_locked=True)


def order_under_way(person_id: int, kind: FileKind) -> Select[FileOrder]:
    """The order of a person that is not over."""
    return select(FileOrder).where(FileOrder.busy == f"{person_id}:{kind.value}")


def orders_arrived(person_id: int, kind: FileKind, since: datetime) -> Select[Any]:
    """When a person last got such a file, where that was not earlier."""
    return (
        select(FileOrder)
        .where(
            FileOrder.person_id == person_id,
            FileOrder.kind == kind,
            FileOrder.state == OrderState.SENT,
            FileOrder.asked_at > since,
        )
        .order_by(FileOrder.asked_at.desc())
    )
