"""The bank of needs («банк запросов», S003 1.2, R3-008; S000 2.2, R0-018): what is missing, for the centre to make."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Select, case, func, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import NotYours, Outdated
from models.people import Organisation, Person


class NeedState(StrEnum):
    """Being written, new, taken in hand by the centre, closed (with an answer, or taken back), thrown away."""

    DRAFT = "draft"
    NEW = "new"
    TAKEN = "taken"
    CLOSED = "closed"
    REMOVED = "removed"


class Source(StrEnum):
    """Whose need it is: a teacher's own, a school's, a municipality's."""

    TEACHER = "teacher"
    SCHOOL = "school"
    MUNICIPALITY = "municipality"


OPEN = (NeedState.NEW, NeedState.TAKEN)
QUESTIONS = ("text", "competency", "kind", "people")


class Need(Base):
    """What somebody misses: in own words, for one competency, as a kind of activity, for so many `people`.

    `competency`, `kind`: codes of the regulation; "" where any will do. `blank`: what was skipped on purpose.
    """

    __tablename__ = "needs"

    id: Mapped[int] = identity()
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    source: Mapped[Source] = mapped_column(by_value(Source))
    text: Mapped[str] = mapped_column(default="")
    competency: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    people: Mapped[int | None]
    blank: Mapped[list[str]] = mapped_column(default=list)
    state: Mapped[NeedState] = mapped_column(by_value(NeedState), default=NeedState.DRAFT)
    answer: Mapped[str] = mapped_column(default="")
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    version: Mapped[int] = drawn_version()
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]

    author: Mapped[Person] = relationship(lazy="raise", foreign_keys=author_id)
    organisation: Mapped[Organisation] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @classmethod
    def begun(cls, author: Person, organisation: Organisation, source: Source, at: datetime) -> Need:
        """Somebody begins to say what is missing. A teacher's need is for one."""
        made = cls(
            author=author, organisation=organisation, source=source, state=NeedState.DRAFT, created_at=at
        )
        made.text = made.competency = made.kind = made.answer = ""
        made.blank, made.people = [], 1 if source is Source.TEACHER else None
        return made

    @property
    def complete(self) -> bool:
        """Every question is answered or skipped."""
        return set(QUESTIONS) <= {code for code in QUESTIONS if getattr(self, code)} | set(self.blank)

    def only_author(self, person: Person) -> None:
        """Refuses NotYours to everybody but whoever misses it."""
        if person.id != self.author_id:
            raise NotYours("refusal-not-yours")

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an older need."""
        if version != self.version:
            raise Outdated("need-outdated")

    def write(self, code: str, answer: str) -> None:
        """The answer to one question; "" where it may stay open."""
        self._is(NeedState.DRAFT)
        if not answer:
            self.blank = sorted({*self.blank, code})
        elif code == "people":
            self.people = int(answer)
        else:
            setattr(self, code, answer)

    def send(self) -> None:
        """The last question is answered: the centre sees it."""
        self._is(NeedState.DRAFT)
        self.state = NeedState.NEW

    def take(self, by: Person) -> None:
        """The centre works on it."""
        self._is(NeedState.NEW)
        self.state, self.answered_by_id = NeedState.TAKEN, by.id

    def close(self, by: Person, answer: str, at: datetime) -> None:
        """The centre answers."""
        self._is(*OPEN)
        self.state, self.answer, self.answered_by_id, self.closed_at = NeedState.CLOSED, answer, by.id, at

    def take_back(self, by: Person, at: datetime) -> None:
        """The author needs it no more."""
        self.only_author(by)
        self._is(*OPEN)
        self.state, self.closed_at = NeedState.CLOSED, at

    def remove(self, by: Person) -> None:
        """The author throws a draft away."""
        self.only_author(by)
        self._is(NeedState.DRAFT)
        self.state = NeedState.REMOVED

    def forget(self, at: datetime) -> None:
        """The words go and nobody works on it any more; what was missed, and for how many, stays countable."""
        if self.state is NeedState.DRAFT:
            self.state = NeedState.REMOVED
        elif self.state in OPEN:
            self.state, self.closed_at = NeedState.CLOSED, at
        self.text = ""

    def _is(self, *states: NeedState) -> None:
        if self.state not in states:
            raise Outdated("need-outdated")


def _whole() -> Select[Need]:
    return select(Need).options(
        joinedload(Need.author).joinedload(Person.organisation), joinedload(Need.organisation)
    )


def need_by_id(need_id: int) -> Select[Need]:
    """A need with whoever misses it and their organisation."""
    return _whole().where(Need.id == need_id)


def needs_of(author_id: int) -> Select[Need]:
    """What a person has asked for, the newest first."""
    known = Need.state.not_in((NeedState.DRAFT, NeedState.REMOVED))
    return _whole().where(Need.author_id == author_id, known).order_by(Need.id.desc())


def need_drafts_of(author_id: int) -> Select[Need]:
    """What a person is writing."""
    return _whole().where(Need.author_id == author_id, Need.state == NeedState.DRAFT).order_by(Need.id.desc())


def groups_in(region: str) -> Select[str, str, int, int | None, Any, int]:
    """Open needs of a region by competency and kind: how many, for how many people, how many new, one of them."""
    return (
        select(
            Need.competency,
            Need.kind,
            func.count(Need.id),
            func.coalesce(func.sum(Need.people), 0),
            func.sum(case((Need.state == NeedState.NEW, 1), else_=0)),
            func.min(Need.id),
        )
        .join(Organisation, Organisation.id == Need.organisation_id)
        .where(Organisation.region == region, Need.state.in_(OPEN))
        .group_by(Need.competency, Need.kind)
        .order_by(func.count(Need.id).desc(), Need.competency, Need.kind)
    )


def needs_like(region: str, competency: str, kind: str) -> Select[Need]:
    """The open needs of one group, the new ones first."""
    return (
        _whole()
        .join(Organisation, Organisation.id == Need.organisation_id)
        .where(
            Organisation.region == region,
            Need.competency == competency,
            Need.kind == kind,
            Need.state.in_(OPEN),
        )
        .order_by(Need.state, Need.id)
    )


def every_need() -> Select[Need]:
    """Everything that was ever sent, the earliest first."""
    known = Need.state.not_in((NeedState.DRAFT, NeedState.REMOVED))
    return _whole().where(known).order_by(Need.id)
