"""A message to somebody else is a row written with the change (outbox); and which updates have been taken."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Delete,
    ForeignKey,
    Index,
    Select,
    TextClause,
    Update,
    bindparam,
    delete,
    func,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Instant, by_value, identity
from models.people import Person


class NoticeState(StrEnum):
    """Waiting to go, in the postman's hand, gone, or never to go: nobody to reach, or no longer true."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    DROPPED = "dropped"
    NEEDLESS = "needless"


class Notice(Base):
    """One message for one person: what it is about and the facts, as data; the words are chosen when it goes.

    `once` is unique: the same news is never written twice. `urgent` goes before bulk.
    """

    __tablename__ = "notices"
    __table_args__ = (Index("ix_notices_queue", "state", "urgent", "due_at"),)

    id: Mapped[int] = identity()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    kind: Mapped[str]
    facts: Mapped[dict[str, Any]]
    once: Mapped[str | None] = mapped_column(unique=True)
    urgent: Mapped[bool] = mapped_column(default=True)
    state: Mapped[NoticeState] = mapped_column(by_value(NoticeState), default=NoticeState.WAITING)
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="raise")

    def forget(self, words: Collection[str]) -> None:
        """These words go from the facts, wherever they stand by themselves."""
        if any(isinstance(fact, str) and fact in words for fact in self.facts.values()):
            self.facts = {
                name: "" if isinstance(fact, str) and fact in words else fact
                for name, fact in self.facts.items()
            }


class TakenUpdate(Base):
    """An update that has taken effect: written in the same transaction, so a second delivery changes nothing.

    Whose it was and what it was about (a task of handlers/tasks.py, never the content) is there for models/burden.py.
    """

    __tablename__ = "taken_updates"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    account_id: Mapped[int | None] = mapped_column(BigInteger)
    task: Mapped[str] = mapped_column(default="")


def _bulk(letters: str) -> TextClause:
    """Notices from a JSON list of `who`, `once`, `facts`; what was written before stays as it is."""
    columns = "person_id, once, facts, kind, urgent, state, created_at, due_at, attempts"
    fixed = ":kind, false, 'waiting', :at, :at, 0"
    spoken = f"INSERT INTO notices ({columns}) SELECT {letters}"
    return text(spoken.format(fixed=fixed)).bindparams(bindparam("at", type_=Instant()))


BULK = {
    "postgresql": _bulk(
        "who, once, facts, {fixed} FROM json_to_recordset(CAST(:letters AS json))"
        " AS letter(who bigint, once text, facts json) ON CONFLICT (once) DO NOTHING"
    ),
    "sqlite": _bulk(
        "json_extract(value, '$.who'), json_extract(value, '$.once'), json_extract(value, '$.facts'), {fixed}"
        " FROM json_each(:letters) WHERE true ON CONFLICT (once) DO NOTHING"
    ),
}
"""For the dialects: one statement for thousands of notices of one `kind` at one moment."""


def waiting_notices(at: datetime) -> Select[int, datetime | None]:
    """How many notices are due and have not gone, and since when the oldest of them is due."""
    waiting = (Notice.state == NoticeState.WAITING) & (Notice.due_at <= at)
    return select(func.count(), func.min(Notice.due_at)).where(waiting)


def recall(once: str, at: datetime) -> Delete:
    """Takes a notice out that is held back until after `at`: only one that the postman has never had in hand.

    Run in the transaction that makes the news untrue: where no row goes, the person may know, and nothing changes.
    """
    waiting = (Notice.state == NoticeState.WAITING) & (Notice.attempts == 0)
    return delete(Notice).where(Notice.once == once, waiting, Notice.due_at > at)


def hasten(once: str, at: datetime) -> Update:
    """A notice that was held back goes now: its person has seen already what it says."""
    waiting = (Notice.state == NoticeState.WAITING) & (Notice.due_at > at)
    return update(Notice).where(Notice.once == once, waiting).values(due_at=at)


def stop_letters(about: str) -> Update:
    """Letters whose `once` begins with this never go, but for those that the postman has had in hand."""
    unsent = (Notice.state == NoticeState.WAITING) & (Notice.attempts == 0)
    return update(Notice).where(_about(about), unsent).values(state=NoticeState.NEEDLESS)


def letters_gone(about: str) -> Select[Notice]:
    """Letters whose `once` begins with this and that may have arrived."""
    return select(Notice).where(_about(about), Notice.attempts > 0).limit(1)


def told_since(about: str, at: datetime) -> Select[int]:
    """Who was told something whose `once` begins with this since a moment; not what was needless before it went."""
    true = (Notice.state != NoticeState.NEEDLESS) & (Notice.created_at >= at)
    return select(Notice.person_id).where(_about(about), true)


def _about(about: str) -> ColumnElement[bool]:
    return Notice.once.startswith(about, autoescape=True)
