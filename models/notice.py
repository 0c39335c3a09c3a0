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

AMONG = 500
"""How many of the oldest notices a look goes through for one a person; more only where few people have them all."""


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

    def take(self, at: datetime) -> None:
        """The postman takes it in hand: from here on a crash leaves it in doubt. `due_at` keeps the moment."""
        self.state, self.due_at = NoticeState.SENDING, at
        self.attempts += 1

    def sent(self, at: datetime) -> None:
        """It has arrived."""
        self.state = NoticeState.SENT
        self.sent_at = at

    def put_off(self, until: datetime) -> None:
        """Telegram was not ready: again later."""
        self.state = NoticeState.WAITING
        self.due_at = until

    def drop(self) -> None:
        """The person cannot be reached; the news stays readable in the menu."""
        self.state = NoticeState.DROPPED

    def needless(self) -> None:
        """What it says is no longer so: it never goes, and nobody has missed it."""
        self.state = NoticeState.NEEDLESS


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


def due_notices(
    at: datetime, limit: int, *, urgent: bool, apart: Collection[int] = (), among: int | None = AMONG
) -> Select[Notice]:
    """What the postman should send now, one notice a person, oldest first; nothing for the people of `apart`.

    One a person, because a chat takes one message a second: nobody's many notices hold up the others. Looked for
    `among` so many of the oldest, so that a look does not follow the length of the queue; None: among all.
    """
    due = (Notice.state == NoticeState.WAITING) & (Notice.urgent == urgent) & (Notice.due_at <= at)
    queue = select(Notice.id, Notice.person_id, Notice.due_at).where(due, Notice.person_id.not_in(apart))
    oldest = queue.order_by(Notice.due_at, Notice.id).limit(among).subquery()
    order = (oldest.c.due_at, oldest.c.id)
    number = func.row_number().over(partition_by=oldest.c.person_id, order_by=order).label("number")
    numbered = select(*order, number).subquery()
    first = select(numbered.c.id).where(numbered.c.number == 1).order_by(numbered.c.due_at, numbered.c.id)
    chosen = first.limit(limit).subquery()
    return select(Notice).where(due, Notice.id.in_(select(chosen.c.id))).order_by(Notice.due_at, Notice.id)


def waiting_notices(at: datetime) -> Select[int, datetime | None]:
    """How many notices are due and have not gone, and since when the oldest of them is due."""
    waiting = (Notice.state == NoticeState.WAITING) & (Notice.due_at <= at)
    return select(func.count(), func.min(Notice.due_at)).where(waiting)


def put_off_all(person_id: int, until: datetime) -> Update:
    """A chat that Telegram closed for a while (429): nothing for this person is due before `until`."""
    waiting = (Notice.person_id == person_id) & (Notice.state == NoticeState.WAITING)
    return update(Notice).where(waiting, Notice.due_at < until).values(due_at=until)


def notices_in_doubt(taken_before: datetime) -> Select[Notice]:
    """What a killed postman held in hand: sent or not, nobody knows."""
    return select(Notice).where(Notice.state == NoticeState.SENDING, Notice.due_at < taken_before)


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
