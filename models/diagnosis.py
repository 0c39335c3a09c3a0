"""Self-diagnosis (S000 3.1.1): answers one by one, and what the teacher says beside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.orm.attributes import flag_modified, set_committed_value

from models.base import Base, by_value, drawn_version, identity
from models.errors import NotYours, Outdated, Refusal

LONG_PAUSE = timedelta(days=10)
"""After so long a teacher is asked whether to go on or to begin again (S-03.5)."""


class DiagnosisState(StrEnum):
    """Being answered; finished; refused by the teacher, who may (X09); left for one begun anew."""

    IN_PROGRESS = "in_progress"
    FINISHED = "finished"
    DECLINED = "declined"
    SET_ASIDE = "set_aside"


class Phase(StrEnum):
    """When a diagnosis is held: before the route, on the way, at its end (S000 3.1.4)."""

    ENTRY = "entry"
    INTERIM = "interim"
    FINAL = "final"


class Diagnosis(Base):
    """One questionnaire answered by one teacher for one route; it keeps the questionnaire's edition.

    `changed_at`: when the teacher last changed something after the end. `shared_at`: since when the team of
    the route may read the result; None while it is the teacher's alone. `optional`: the competencies that the
    regulation does not require (X12), `left_out`: those of them that the teacher leaves out; answers stay unread.
    """

    __tablename__ = "diagnoses"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    teacher_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    questionnaire: Mapped[str]
    edition: Mapped[int]
    phase: Mapped[Phase] = mapped_column(by_value(Phase), default=Phase.ENTRY)
    state: Mapped[DiagnosisState] = mapped_column(
        by_value(DiagnosisState), default=DiagnosisState.IN_PROGRESS
    )
    at_statement: Mapped[int | None]
    optional: Mapped[list[str]] = mapped_column(default=list, server_default="[]")
    left_out: Mapped[list[str]] = mapped_column(default=list, server_default="[]")
    version: Mapped[int] = drawn_version()
    began_at: Mapped[datetime]
    answered_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    changed_at: Mapped[datetime | None]
    shared_at: Mapped[datetime | None]

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an earlier moment of the questionnaire."""
        if version != self.version:
            raise Outdated("diagnosis-outdated")

    def going_on(self) -> None:
        """Refuses once the questionnaire is finished, declined or set aside."""
        if self.state is not DiagnosisState.IN_PROGRESS:
            raise Outdated("diagnosis-closed")

    def being_asked(self) -> None:
        """Refuses an answer where none is asked for: after the end only a statement turned to is open."""
        if self.state is not DiagnosisState.FINISHED or self.at_statement is None:
            self.going_on()

    def left_alone(self, at: datetime) -> bool:
        """Was a questionnaire that still goes on left for so long that the teacher is asked what to do with it?"""
        return self.state is DiagnosisState.IN_PROGRESS and at - self.answered_at >= LONG_PAUSE

    def touch(self, at: datetime) -> None:
        """The teacher did something just now: the row gets a new version even when nothing else in it changes."""
        self.answered_at = at
        flag_modified(self, "answered_at")

    def moved_on(self, at: datetime) -> None:
        """What MOVED_ON has written already: touched, and turned to the first statement without an answer."""
        for name, value in (("answered_at", at), ("at_statement", None), ("version", self.version + 1)):
            set_committed_value(self, name, value)

    def turn_to(self, statement: int | None) -> None:
        """The teacher looks at this statement (from 0) again; None: at the first one without an answer."""
        self.at_statement = statement

    def finish(self, answered: int, asked: int, at: datetime) -> None:
        """All statements are answered and the teacher closes the questionnaire. Refuses while some are open."""
        self.going_on()
        if answered < asked:
            raise Refusal("diagnosis-not-finished", answered=answered, asked=asked)
        self.state = DiagnosisState.FINISHED
        self.ended_at = at

    def change(self, at: datetime) -> None:
        """Something in a finished result is different now: whoever reads it sees since when (S-03.4)."""
        self.changed_at = at

    def leave_out(self, competency: str) -> None:
        """Nothing is asked about a competency that is not required. Refuses a required one, and a second time."""
        if competency not in self.optional:
            raise NotYours("refusal-not-yours")
        if competency in self.left_out:
            raise Outdated("diagnosis-outdated")
        self.left_out = [*self.left_out, competency]

    def take_in(self, competency: str) -> None:
        """It is asked about after all; what was answered before counts again. Refuses one that is not left out."""
        if competency not in self.left_out:
            raise Outdated("diagnosis-outdated")
        self.left_out = [one for one in self.left_out if one != competency]

    def ask_again(self) -> None:
        """A finished questionnaire has open statements again."""
        if self.state is DiagnosisState.FINISHED:
            self.state, self.ended_at = DiagnosisState.IN_PROGRESS, None

    def decline(self, at: datetime) -> None:
        """The teacher refuses: taking part is voluntary (S000 3.1.1, X09). What was answered is kept unread."""
        self.going_on()
        self.state = DiagnosisState.DECLINED
        self.ended_at = at

    def set_aside(self, at: datetime) -> None:
        """The teacher begins anew, or stays with an earlier result: what was answered here counts no more."""
        self.going_on()
        self.state = DiagnosisState.SET_ASIDE
        self.ended_at = at

    def reopen(self, at: datetime) -> None:
        """The teacher agrees after a refusal: the questionnaire goes on where it stood."""
        if self.state is not DiagnosisState.DECLINED:
            raise Outdated("diagnosis-outdated")
        self.state = DiagnosisState.IN_PROGRESS
        self.ended_at = None
        self.answered_at = at

    def share(self, at: datetime) -> None:
        """The teacher shows a finished result to the team of the route. Refuses a second time."""
        if self.state is not DiagnosisState.FINISHED or self.shared_at is not None:
            raise Outdated("diagnosis-shared-already")
        self.shared_at = at

    def take_back(self) -> None:
        """The result is the teacher's alone again. Refuses where it is already."""
        if self.shared_at is None:
            raise Outdated("diagnosis-taken-back-already")
        self.shared_at = None


class DiagnosisAnswer(Base):
    """One tap: a statement's number (from 0) and the step of the scale (0-3)."""

    __tablename__ = "diagnosis_answers"

    diagnosis_id: Mapped[int] = mapped_column(ForeignKey("diagnoses.id"), primary_key=True)
    statement: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[int]


class NoteKind(StrEnum):
    """What diagnosis finds besides numbers: difficulties, needs, strengths (S000 3.1.1)."""

    DIFFICULTY = "difficulty"
    NEED = "need"
    STRENGTH = "strength"


class DiagnosisNote(Base):
    """A difficulty, need or strength: picked from the statements (`statement`) or said in own words (`text`)."""

    __tablename__ = "diagnosis_notes"
    __table_args__ = (UniqueConstraint("diagnosis_id", "kind", "statement"),)

    id: Mapped[int] = identity()
    diagnosis_id: Mapped[int] = mapped_column(ForeignKey("diagnoses.id"), index=True)
    kind: Mapped[NoteKind] = mapped_column(by_value(NoteKind))
    statement: Mapped[int | None]
    text: Mapped[str] = mapped_column(default="")
    message_id: Mapped[int | None]


def diagnosis_by_id(diagnosis_id: int) -> Select[Diagnosis]:
    """The diagnosis with this id."""
    return select(Diagnosis).where(Diagnosis.id == diagnosis_id)


def diagnoses_by_id(diagnosis_ids: Collection[int]) -> Select[Diagnosis]:
    """The diagnoses with these ids."""
    return select(Diagnosis).where(Diagnosis.id.in_(diagnosis_ids))


def diagnoses_of(route_id: int) -> Select[Diagnosis]:
    """The diagnoses of a route that count, the latest first; not those set aside."""
    return diagnoses_of_all([route_id])


def diagnoses_of_all(route_ids: Sequence[int]) -> Select[Diagnosis]:
    """The diagnoses of several routes that count, the latest first."""
    return (
        select(Diagnosis)
        .where(Diagnosis.route_id.in_(route_ids), Diagnosis.state != DiagnosisState.SET_ASIDE)
        .order_by(Diagnosis.id.desc())
    )


def finished_of(route_id: int) -> Select[Diagnosis]:
    """The finished diagnoses of a route, the latest first."""
    return diagnoses_of(route_id).where(Diagnosis.state == DiagnosisState.FINISHED)


def answers_of(diagnosis_id: int) -> Select[int, int]:
    """(statement, value) of everything answered so far."""
    return select(DiagnosisAnswer.statement, DiagnosisAnswer.value).where(
        DiagnosisAnswer.diagnosis_id == diagnosis_id
    )


def notes_of(diagnosis_id: int) -> Select[DiagnosisNote]:
    """Difficulties, needs and strengths in the order in which they were said."""
    return select(DiagnosisNote).where(DiagnosisNote.diagnosis_id == diagnosis_id).order_by(DiagnosisNote.id)
