"""Diagnosis of a teacher by others, beside the self-diagnosis: records of three forms (S000 3.1.1, X11)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, selectinload
from sqlalchemy.orm.attributes import flag_modified

from models.base import Base, by_value, drawn_version, identity
from models.diagnosis import Phase
from models.errors import BadAnswer, NotYours, Outdated, Refusal
from models.people import Person
from models.route import Route, TeamMember

LEAST_PUPILS = 5
"""Below this number a result would point at a child (X47)."""
OVERALL = "overall"
"""The code of «общий», where somebody has typed it by hand (X06)."""


class RecordState(StrEnum):
    """Being typed; recorded, and the teacher can read it; taken back by its author."""

    DRAFT = "draft"
    RECORDED = "recorded"
    WITHDRAWN = "withdrawn"


class DiagnosisRecord(Base):
    """One diagnosis of one route by somebody else than its teacher.

    `form`: a code of the regulation; `framework`: "" for the regulation's competencies. `instrument`: the test,
    the lesson, the work of the pupils. `pupils`, `mean`, `share`: averages only, the last two in tenths of a mark
    and of a per cent (X47). `blank`: what was skipped. `comment`: the teacher's word on it.
    """

    __tablename__ = "diagnosis_records"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    form: Mapped[str]
    framework: Mapped[str] = mapped_column(default="")
    phase: Mapped[Phase | None] = mapped_column(by_value(Phase))
    held_on: Mapped[date | None]
    instrument: Mapped[str] = mapped_column(default="")
    by_hand: Mapped[bool | None]
    difficulties: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    pupils: Mapped[int | None]
    mean: Mapped[int | None]
    share: Mapped[int | None]
    blank: Mapped[list[str]] = mapped_column(default=list)
    state: Mapped[RecordState] = mapped_column(by_value(RecordState), default=RecordState.DRAFT)
    version: Mapped[int] = drawn_version()
    began_at: Mapped[datetime]
    recorded_at: Mapped[datetime | None]
    changed_at: Mapped[datetime | None]
    comment: Mapped[str] = mapped_column(default="")
    commented_at: Mapped[datetime | None]

    author: Mapped[Person] = relationship(lazy="raise")
    route: Mapped[Route] = relationship(lazy="raise")
    scores: Mapped[list[RecordScore]] = relationship(lazy="raise", cascade="all, delete-orphan")
    answers: Mapped[list[RecordAnswer]] = relationship(lazy="raise", cascade="all, delete-orphan")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @property
    def is_open(self) -> bool:
        """May its author still write in it?"""
        return self.state is not RecordState.WITHDRAWN

    def only_author(self, person: Person) -> None:
        """Nobody edits another person's record (S-04.2)."""
        if person.id != self.author_id:
            raise NotYours("refusal-not-yours")

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an older record."""
        if version != self.version:
            raise Outdated("diagnosis-record-outdated")

    def write(self, code: str, value: str | date | int | bool | Phase | None, at: datetime) -> None:
        """One answer of the author; None or "" leaves it blank. Refuses fewer than five pupils (X47)."""
        self._open()
        if code == "pupils" and isinstance(value, int) and value < LEAST_PUPILS:
            raise BadAnswer("diagnosis-record-few", least=LEAST_PUPILS)
        setattr(self, _COLUMNS[code], value)
        self.said(code, value not in (None, ""), at)

    def said(self, code: str, given: bool, at: datetime) -> None:
        """A question was answered or skipped; what stands behind it is not asked again."""
        others = [one for one in self.blank if one != code]
        self.blank = others if given else [*others, code]
        flag_modified(self, "blank")
        if self.state is RecordState.RECORDED:
            self.changed_at = at

    def measure(self, competency: str, measured: tuple[int, int | None, int | None] | None) -> None:
        """A score in tenths of a per cent, with points and their maximum in tenths where they were counted (X06)."""
        self._open()
        kept = [one for one in self.scores if one.competency == competency]
        if measured is None:
            self.scores = [one for one in self.scores if one.competency != competency]
            return
        found = kept[0] if kept else RecordScore(competency=competency)
        found.score, found.points, found.maximum = measured
        if not kept:
            self.scores.append(found)

    def observe(self, statement: int, value: int | None) -> None:
        """A step of the scale for one criterion of the protocol; None: it could not be observed."""
        self._open()
        kept = [one for one in self.answers if one.statement == statement]
        if value is None:
            self.answers = [one for one in self.answers if one.statement != statement]
        elif kept:
            kept[0].value = value
        else:
            self.answers.append(RecordAnswer(statement=statement, value=value))

    def record(self, at: datetime) -> None:
        """The author is through: the teacher can read it. Refuses a second time, and an empty one."""
        if self.state is not RecordState.DRAFT:
            raise Outdated("diagnosis-record-outdated")
        if not (self.scores or self.text or self.pupils):
            raise Refusal("diagnosis-record-empty")
        self.state, self.recorded_at = RecordState.RECORDED, at

    def withdraw(self) -> None:
        """The author takes it back; it stays in the table, and counts no more."""
        self._open()
        self.state = RecordState.WITHDRAWN

    def say(self, comment: str, at: datetime) -> None:
        """The teacher's word on a recorded one (S-04.3); an empty one takes it away."""
        if self.state is not RecordState.RECORDED:
            raise Outdated("diagnosis-record-outdated")
        self.comment, self.commented_at = comment, at

    def _open(self) -> None:
        if not self.is_open:
            raise Outdated("diagnosis-record-outdated")


_COLUMNS = {
    "phase": "phase",
    "framework": "framework",
    "date": "held_on",
    "instrument": "instrument",
    "way": "by_hand",
    "difficulties": "difficulties",
    "text": "text",
    "pupils": "pupils",
    "mean": "mean",
    "share": "share",
}
"""Codes of questions, and the columns behind them."""


class RecordScore(Base):
    """The score of one competency (or of «общий», typed by hand), in tenths; points and their maximum, too."""

    __tablename__ = "diagnosis_record_scores"

    record_id: Mapped[int] = mapped_column(ForeignKey("diagnosis_records.id"), primary_key=True)
    competency: Mapped[str] = mapped_column(primary_key=True)
    score: Mapped[int]
    points: Mapped[int | None]
    maximum: Mapped[int | None]


class RecordAnswer(Base):
    """One criterion of a protocol (from 0) and the step of its scale."""

    __tablename__ = "diagnosis_record_answers"

    record_id: Mapped[int] = mapped_column(ForeignKey("diagnosis_records.id"), primary_key=True)
    statement: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[int]


def _whole() -> Select[DiagnosisRecord]:
    route = joinedload(DiagnosisRecord.route)
    return select(DiagnosisRecord).options(
        joinedload(DiagnosisRecord.author),
        selectinload(DiagnosisRecord.scores),
        selectinload(DiagnosisRecord.answers),
        route.joinedload(Route.organisation),
        route.joinedload(Route.teacher).joinedload(Person.organisation),
        route.selectinload(Route.team).joinedload(TeamMember.person),
    )


def record_by_id(record_id: int) -> Select[DiagnosisRecord]:
    """A record with its scores, its author, its route and team."""
    return _whole().where(DiagnosisRecord.id == record_id)


def records_of(route_id: int) -> Select[DiagnosisRecord]:
    """What stands recorded about a route, the latest day first."""
    return (
        _whole()
        .where(DiagnosisRecord.route_id == route_id, DiagnosisRecord.state == RecordState.RECORDED)
        .order_by(DiagnosisRecord.held_on.desc(), DiagnosisRecord.id.desc())
    )


def records_of_routes(route_ids: Collection[int]) -> Select[DiagnosisRecord]:
    """What stands recorded about these routes."""
    return _whole().where(
        DiagnosisRecord.route_id.in_(route_ids), DiagnosisRecord.state == RecordState.RECORDED
    )


def draft_of(route_id: int, author_id: int, form: str) -> Select[DiagnosisRecord]:
    """What somebody has begun to record about a route, in one form."""
    return _whole().where(
        DiagnosisRecord.route_id == route_id,
        DiagnosisRecord.author_id == author_id,
        DiagnosisRecord.form == form,
        DiagnosisRecord.state == RecordState.DRAFT,
    )


def instruments_of(author_id: int, form: str) -> Select[str]:
    """What somebody named as the instrument of this form, the latest first."""
    return (
        select(DiagnosisRecord.instrument)
        .where(
            DiagnosisRecord.author_id == author_id,
            DiagnosisRecord.form == form,
            DiagnosisRecord.instrument != "",
        )
        .order_by(DiagnosisRecord.id.desc())
        .limit(20)
    )
