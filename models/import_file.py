"""A table that somebody sent to be loaded: read, asked about, shown, agreed with, loaded; or refused."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, UniqueConstraint, or_, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import NotYours, Outdated
from models.people import Person

TRIES = 3
LEASE = timedelta(minutes=4)
"""How long one try may have a file in hand: whoever was killed meanwhile is followed by the next."""
NOT_NEEDED = ""
"""What a column is that is not loaded."""


class ImportState(StrEnum):
    """To be read; waiting for an answer; shown; to be loaded; and how it ended."""

    RECEIVED = "received"
    ASKING = "asking"
    READY = "ready"
    APPROVED = "approved"
    LOADED = "loaded"
    SAME = "same"
    FAULTY = "faulty"
    REFUSED = "refused"
    CANCELLED = "cancelled"


IN_WORK = (ImportState.RECEIVED, ImportState.APPROVED)
OPEN = (*IN_WORK, ImportState.ASKING, ImportState.READY)


class ImportFile(Base):
    """One file of one person. The file itself stays with Telegram (`file_id`), the tables hold what was found in it.

    `kind`: a kind of regulations/tables.py, "" until it is known. `headings`: of the columns, `samples`: a cell below
    each. `mapping`: number of a column to its name (NOT_NEEDED: not loaded). `outcome`: what a look or a load came to.
    """

    __tablename__ = "import_files"
    __table_args__ = (Index("ix_import_files_due", "state", "taken_at"),)

    id: Mapped[int] = identity()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    file_id: Mapped[str]
    name: Mapped[str]
    state: Mapped[ImportState] = mapped_column(by_value(ImportState), default=ImportState.RECEIVED)
    version: Mapped[int] = drawn_version()
    kind: Mapped[str] = mapped_column(default="")
    headings: Mapped[list[str]] = mapped_column(default=list)
    samples: Mapped[list[str]] = mapped_column(default=list)
    mapping: Mapped[dict[str, Any]] = mapped_column(default=dict)
    outcome: Mapped[dict[str, Any]] = mapped_column(default=dict)
    at: Mapped[datetime]
    taken_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)

    person: Mapped[Person] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @property
    def signature(self) -> str:
        """The set of headings by which an answer about columns is remembered."""
        return hashlib.sha256("\n".join(sorted(self.headings)).encode()).hexdigest()

    @property
    def is_open(self) -> bool:
        """Is it not over?"""
        return self.state in OPEN

    def only_sender(self, person: Person) -> None:
        """Refuses NotYours to everybody but who sent it: it is full of other people's names."""
        if person.id != self.person_id:
            raise NotYours("refusal-not-yours")

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an earlier moment."""
        if version != self.version:
            raise Outdated("import-outdated")

    def take(self, at: datetime) -> bool:
        """In hand from now on; False, and over, after too many tries."""
        self.taken_at, self.tries = at, self.tries + 1
        if self.tries <= TRIES:
            return True
        self.refuse("import-file-hard", {})
        return False

    def found(self, headings: list[str], samples: list[str], kind: str, mapping: dict[str, str]) -> None:
        """The table in the file, as far as it is understood."""
        self.headings, self.samples, self.kind, self.mapping = headings, samples, kind, mapping

    def ask(self) -> None:
        """Something about it has to be said by its sender."""
        self._wait(ImportState.ASKING)

    def answer(self, kind: str, mapping: dict[str, str], *, whole: bool) -> None:
        """The sender's word on the table; `whole`: nothing more is asked, it is looked through."""
        self._only(ImportState.ASKING)
        self.kind, self.mapping = kind, mapping
        if whole:
            self.state, self.taken_at, self.tries = ImportState.RECEIVED, None, 0

    def show(self, outcome: dict[str, Any], *, changes: bool) -> None:
        """What loading it would change; nothing to load where it would change nothing."""
        self.outcome = outcome
        self._wait(ImportState.READY if changes else ImportState.SAME)

    def approve(self, drawn: int) -> None:
        """«Загрузить». Refuses Outdated a second time, and after anything else."""
        self._only(ImportState.READY)
        self.drawn(drawn)
        self.state, self.taken_at, self.tries = ImportState.APPROVED, None, 0

    def load(self, outcome: dict[str, Any]) -> None:
        """All of it is loaded, in this very transaction."""
        self._only(ImportState.APPROVED)
        self.outcome = outcome
        self._wait(ImportState.LOADED)

    def fail(self, outcome: dict[str, Any]) -> None:
        """Rows cannot be loaded; nothing is."""
        self.outcome = outcome
        self._wait(ImportState.FAULTY)

    def refuse(self, key: str, facts: dict[str, Any]) -> None:
        """The file is no such table."""
        self.outcome = {"refused": {"key": key, "facts": facts}}
        self._wait(ImportState.REFUSED)

    def cancel(self, drawn: int) -> None:
        """«Не загружать». Refuses Outdated once it is over or being loaded."""
        if not self.is_open or self.state is ImportState.APPROVED:
            raise Outdated("import-outdated")
        self.drawn(drawn)
        self.state = ImportState.CANCELLED

    def give_way(self) -> None:
        """The sender has sent another one."""
        if self.is_open and self.state is not ImportState.APPROVED:
            self.state = ImportState.CANCELLED

    def _only(self, state: ImportState) -> None:
        if self.state is not state:
            raise Outdated("import-outdated")

    def _wait(self, state: ImportState) -> None:
        self.state, self.taken_at = state, None


class ImportHeadings(Base):
    """What somebody of an organisation said about the columns of such a table: not asked a second time."""

    __tablename__ = "import_headings"
    __table_args__ = (UniqueConstraint("organisation_id", "signature"),)

    id: Mapped[int] = identity()
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    signature: Mapped[str]
    kind: Mapped[str]
    mapping: Mapped[dict[str, Any]]


def import_file_by_id(import_id: int) -> Select[ImportFile]:
    """A file with its sender and where the sender works."""
    sender = joinedload(ImportFile.person).joinedload(Person.organisation)
    return select(ImportFile).options(sender).where(ImportFile.id == import_id)


def open_import_files(person_id: int) -> Select[ImportFile]:
    """What somebody has sent and is not over, the latest first."""
    return (
        select(ImportFile)
        .where(ImportFile.person_id == person_id, ImportFile.state.in_(OPEN))
        .order_by(ImportFile.id.desc())
    )


def import_files_due(now: datetime) -> Select[ImportFile]:
    """What has to be read or loaded and nobody has in hand, the oldest first."""
    free = or_(ImportFile.taken_at.is_(None), ImportFile.taken_at < now - LEASE)
    return (
        select(ImportFile)
        .where(ImportFile.state.in_(IN_WORK), free)
        .order_by(ImportFile.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )


def import_files_in_hand(ids: list[int]) -> Select[int]:
    """Which of these somebody has begun to read or load and has not ended."""
    return select(ImportFile.id).where(ImportFile.id.in_(ids), ImportFile.taken_at.is_not(None))


def headings_known(organisation_id: int, signature: str) -> Select[ImportHeadings]:
    """What was said about these headings before."""
    return select(ImportHeadings).where(
        ImportHeadings.organisation_id == organisation_id, ImportHeadings.signature == signature
    )
