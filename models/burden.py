"""What the product costs a person: messages and seconds for each task, without any content (features 86, X44)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import ForeignKey, Select, delete, select
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.sql.dml import ReturningDelete

from models.base import Base
from models.entry import Account
from models.notice import TakenUpdate


class Burden(Base):
    """A month of one person in one task: how many messages and taps, and how many seconds they took."""

    __tablename__ = "burdens"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    task: Mapped[str] = mapped_column(primary_key=True)
    month: Mapped[date] = mapped_column(primary_key=True)
    messages: Mapped[int]
    seconds: Mapped[int]

    def add(self, messages: int, seconds: int) -> None:
        """More of the same month."""
        self.messages += messages
        self.seconds += seconds


def burdens_of(person_id: int, since: date) -> Select[Burden]:
    """What is summed up already, from the month of a day on."""
    return select(Burden).where(Burden.person_id == person_id, Burden.month >= since.replace(day=1))


def burden_of_month(person_id: int, task: str, month: date) -> Select[Burden]:
    """One sum."""
    return select(Burden).where(Burden.person_id == person_id, Burden.task == task, Burden.month == month)


def forget_taken(before: datetime) -> ReturningDelete[int | None, str, datetime]:
    """Takes out the updates taken before a moment, and tells (account, task, moment) of each, once to one worker."""
    gone = delete(TakenUpdate).where(TakenUpdate.at < before)
    return gone.returning(TakenUpdate.account_id, TakenUpdate.task, TakenUpdate.at)


def people_behind(account_ids: Collection[int]) -> Select[int, int | None]:
    """(account, person) of these accounts, if they are somebody's still."""
    return select(Account.id, Account.person_id).where(
        Account.id.in_(account_ids), Account.person_id.is_not(None)
    )


def taken_by(account_id: int) -> Select[int | None, str, datetime]:
    """(account, task, moment) of an account's updates that are not summed up yet, in order."""
    return (
        select(TakenUpdate.account_id, TakenUpdate.task, TakenUpdate.at)
        .where(TakenUpdate.account_id == account_id)
        .order_by(TakenUpdate.at, TakenUpdate.id)
    )
