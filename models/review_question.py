"""A question of a team member about a submitted report, and the teacher's answer; the report waits meanwhile."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, drawn_version, identity
from models.errors import BadAnswer, Outdated, Refusal
from models.people import Person
from models.report import Report, ReportState
from models.route import Route

LONGEST_ANSWER = 3000


class ReviewQuestion(Base):
    """Asked in words or by voice (`voice`: Telegram's file id), about the report as sent at `sent_at`."""

    __tablename__ = "review_questions"

    id: Mapped[int] = identity()
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    sent_at: Mapped[datetime]
    text: Mapped[str]
    voice: Mapped[str] = mapped_column(default="")
    asked_at: Mapped[datetime]
    answer: Mapped[str] = mapped_column(default="")
    files: Mapped[int] = mapped_column(default=0)
    answered_at: Mapped[datetime | None]
    version: Mapped[int] = drawn_version()

    report: Mapped[Report] = relationship(lazy="raise")
    asked_by: Mapped[Person] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def open_for_an_answer(self) -> None:
        """Refuses a second answer."""
        if self.answered_at is not None:
            raise Outdated("review-question-answered", at=self.answered_at)

    def say(self, text: str) -> None:
        """A line of the answer. Refuses when all is over 3,000 letters."""
        self.open_for_an_answer()
        whole = "\n".join(filter(None, (self.answer, text)))
        if len(whole) > LONGEST_ANSWER:
            raise BadAnswer("report-too-long", length=len(whole), longest=LONGEST_ANSWER)
        self.answer = whole

    def enclose(self) -> None:
        """One more photo or file came with the answer; it stands in the report."""
        self.open_for_an_answer()
        self.files += 1

    def close(self, at: datetime) -> None:
        """The answer goes to whoever asked. Refuses one without words and files."""
        self.open_for_an_answer()
        if not self.answer and not self.files:
            raise Refusal("review-answer-empty")
        self.answered_at = at


def _whole() -> Select[ReviewQuestion]:
    return select(ReviewQuestion).options(joinedload(ReviewQuestion.asked_by))


def review_question(question_id: int) -> Select[ReviewQuestion]:
    """A question with whoever asked it."""
    return _whole().where(ReviewQuestion.id == question_id)


def questions_about(report_ids: Collection[int]) -> Select[ReviewQuestion]:
    """What was asked about these reports, the earliest first."""
    return _whole().where(ReviewQuestion.report_id.in_(report_ids)).order_by(ReviewQuestion.id)


def open_question_to(teacher_id: int) -> Select[ReviewQuestion]:
    """What a teacher was asked about reports that still wait, and has not answered; the earliest first."""
    return (
        _whole()
        .join(Report, Report.id == ReviewQuestion.report_id)
        .join(Route, Route.id == Report.route_id)
        .where(
            Route.teacher_id == teacher_id,
            Report.state == ReportState.SUBMITTED,
            ReviewQuestion.answered_at.is_(None),
            ReviewQuestion.sent_at == Report.submitted_at,
        )
        .order_by(ReviewQuestion.id)
    )
