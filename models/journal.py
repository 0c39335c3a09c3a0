"""The journal: the history of all routes under seals, so that a line taken out, added or changed later is seen.

A seal covers the lines after the one before it and holds their digest together with that of the seal before: a chain.
The database itself refuses to change or to delete a line (triggers).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

import orjson
from sqlalchemy import DDL, BigInteger, Select, String, event, func, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, identity
from models.history import HistoryLine

NOTHING_BEFORE = "0" * 64
PORTION = 1000
"""Lines under one seal at most."""
REFUSING = "history only grows"
SQLITE_GUARDS = tuple(
    f"CREATE TRIGGER history_no_{verb} BEFORE {verb.upper()} ON history "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSING}'); END"
    for verb in ("update", "delete")
)
POSTGRES_GUARDS = (
    "CREATE OR REPLACE FUNCTION history_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSING}'; END $$",
    "CREATE TRIGGER history_no_change BEFORE UPDATE OR DELETE ON history "
    "FOR EACH ROW EXECUTE FUNCTION history_only_grows()",
)


class Seal(Base):
    """Lines `first` to `last` of the history, how many there were, and the digest of the chain up to here."""

    __tablename__ = "journal_seals"

    id: Mapped[int] = identity()
    first: Mapped[int] = mapped_column(BigInteger, unique=True)
    last: Mapped[int] = mapped_column(BigInteger)
    lines: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]


def _guarded(statement: str, dialect: str) -> None:
    """Whoever makes the table makes its guards, too."""
    ddl = DDL(statement.replace("%", "%%")).execute_if(dialect=dialect)  # type: ignore[no-untyped-call]
    event.listen(HistoryLine.__table__, "after_create", ddl)


for _statement in SQLITE_GUARDS:
    _guarded(_statement, "sqlite")
for _statement in POSTGRES_GUARDS:
    _guarded(_statement, "postgresql")


def digest(before: str, lines: Iterable[HistoryLine]) -> str:
    """SHA-256 over the digest before and every line: number, route, person, verb, facts, moment."""
    chain = sha256(before.encode())
    for line in lines:
        row = [line.id, line.route_id, line.person_id, line.verb, line.facts, line.at.isoformat()]
        chain.update(orjson.dumps(row, option=orjson.OPT_SORT_KEYS))
    return chain.hexdigest()


def last_seal() -> Select[Seal]:
    """The newest seal."""
    return select(Seal).order_by(Seal.id.desc()).limit(1)


def seals_after(number: int) -> Select[Seal]:
    """A portion of the seals behind one, the earliest first."""
    return select(Seal).where(Seal.id > number).order_by(Seal.id).limit(PORTION)


def unsealed(after: int, before: datetime) -> Select[HistoryLine]:
    """A portion of the lines behind a number that were written before a moment."""
    return (
        select(HistoryLine)
        .where(HistoryLine.id > after, HistoryLine.at < before)
        .order_by(HistoryLine.id)
        .limit(PORTION)
    )


def sealed_lines(first: int, last: int) -> Select[HistoryLine]:
    """The lines of a seal, as they are now."""
    return select(HistoryLine).where(HistoryLine.id.between(first, last)).order_by(HistoryLine.id)


def lines_after(number: int, route_id: int | None = None) -> Select[HistoryLine]:
    """A portion of all lines behind one; of one route only, where it is given."""
    query = select(HistoryLine).where(HistoryLine.id > number).order_by(HistoryLine.id).limit(PORTION)
    return query if route_id is None else query.where(HistoryLine.route_id == route_id)


def count_after(number: int) -> Select[int]:
    """How many lines are not under a seal yet."""
    return select(func.count()).select_from(HistoryLine).where(HistoryLine.id > number)
