"""The queue of notices as the postman works it: columns and whole handfuls, no objects (DESIGN 17).

The statements are built once: SQLAlchemy takes longer to write them than SQLite to carry them out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Integer, Select, bindparam, select, update

from models.base import Instant
from models.entry import Account
from models.notice import Notice, NoticeState
from models.people import Organisation, Person

NOTICES = Notice.metadata.tables[Notice.__tablename__]
_NOTICE = NOTICES.c.id == bindparam("notice")
_AT = bindparam("at", type_=Instant())


class Due(NamedTuple):
    """A notice as the postman reads it: for whom, what it says, since when, and how often it has been in hand."""

    id: int
    person_id: int
    kind: str
    facts: Mapping[str, Any]
    created_at: datetime
    attempts: int
    state: NoticeState
    due_at: datetime

    def still(self, at: datetime) -> bool:
        """Should it go at this moment?"""
        return self.state is NoticeState.WAITING and self.due_at <= at


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where a person is written to, and how: the chat, the language, the clock on the wall."""

    person_id: int
    chat_id: int
    language: str
    unreachable_since: datetime | None
    timezone: str


OLDEST: Select[int, int] = (
    select(NOTICES.c.id, NOTICES.c.person_id)
    .where(NOTICES.c.state == NoticeState.WAITING, NOTICES.c.urgent == bindparam("urgent"))
    .where(NOTICES.c.due_at <= _AT)
    .where(NOTICES.c.person_id.not_in(bindparam("apart", expanding=True)))
    .order_by(NOTICES.c.due_at, NOTICES.c.id)
    .limit(bindparam("among", type_=Integer))
)
"""`among` so many of the oldest that are due `at` a moment: their ids and whose they are; none of `apart`."""
HELD = (
    select(*(NOTICES.c[name] for name in Due._fields))
    .where(NOTICES.c.id.in_(bindparam("ids", expanding=True)))
    .with_for_update(skip_locked=True)
)
"""These notices as they are now, held where the database can; not those that somebody else holds.

By nothing but the ids: asked for what is waiting as well, SQLite goes through everything that is.
"""
IN_DOUBT: Select[int, bool] = select(NOTICES.c.id, NOTICES.c.urgent).where(
    NOTICES.c.state == NoticeState.SENDING, NOTICES.c.due_at < _AT
)
"""What a killed postman has held in hand since before `at`, and whether it is urgent: sent or not, nobody knows."""
RECIPIENTS = (
    select(
        Account.person_id,
        Account.telegram_id.label("chat_id"),
        Account.language,
        Account.unreachable_since,
        Organisation.timezone,
    )
    .join(Person, Person.id == Account.person_id)
    .join(Organisation, Organisation.id == Person.organisation_id)
    .where(Account.person_id.in_(bindparam("people", expanding=True)))
)
"""The recipient for each of these people; none for those who have no account."""

TAKEN = (
    update(NOTICES)
    .where(_NOTICE)
    .values(state=NoticeState.SENDING, due_at=_AT, attempts=NOTICES.c.attempts + 1)
)
"""The postman takes a notice in hand: from here on a crash leaves it in doubt. `due_at` keeps the moment."""
ARRIVED = update(NOTICES).where(_NOTICE).values(state=NoticeState.SENT, sent_at=_AT)
"""It has arrived."""
PUT_OFF = update(NOTICES).where(_NOTICE).values(state=NoticeState.WAITING, due_at=_AT)
"""Not now: again `at` a later moment."""
DROPPED = update(NOTICES).where(_NOTICE).values(state=NoticeState.DROPPED)
"""The person cannot be reached; the news stays readable in the menu."""
NEEDLESS = update(NOTICES).where(_NOTICE).values(state=NoticeState.NEEDLESS)
"""What it says is no longer so: it never goes, and nobody has missed it."""
CLOSED = (
    update(NOTICES)
    .where(NOTICES.c.person_id == bindparam("person"), NOTICES.c.state == NoticeState.WAITING)
    .where(NOTICES.c.due_at < _AT)
    .values(due_at=_AT)
)
"""A chat that Telegram closed for a while (429): nothing for this person is due before `at`."""
