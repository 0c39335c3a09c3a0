"""A short review (рецензия) of a report by a member of the team: what is strong, what is advised (S000 4.9)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Select, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, drawn_version, identity
from models.errors import BadAnswer, Outdated, Refusal
from models.people import Person
from models.report import Report
from models.route import Route

LONGEST_REVIEW = 1000


class Review(Base):
    """One member's word on one sending of a report: a draft until it is given, never changed after.

    `sent_at` is the moment at which that report was sent: a mended report may be reviewed anew. `strong` and
    `advice` are None until they were answered; an empty advice means that there is none.
    """

    __tablename__ = "reviews"
    __table_args__ = (UniqueConstraint("report_id", "author_id", "sent_at"),)

    id: Mapped[int] = identity()
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    sent_at: Mapped[datetime]
    strong: Mapped[str | None]
    advice: Mapped[str | None]
    words: Mapped[str] = mapped_column(default="")
    given_at: Mapped[datetime | None]
    version: Mapped[int] = drawn_version()

    report: Mapped[Report] = relationship(lazy="raise")
    author: Mapped[Person] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped step shows an older draft, or one that has been given."""
        self.open_for_writing()
        if version != self.version:
            raise Outdated("review-write-outdated")

    def open_for_writing(self) -> None:
        """Refuses when the teacher has it already."""
        if self.given_at is not None:
            raise Outdated("review-write-given", at=self.given_at)

    def praise(self, strong: str) -> None:
        """What is strong: the first of the three taps."""
        self.open_for_writing()
        self.strong = strong

    def advise(self, advice: str) -> None:
        """What is advised, or nothing: the second tap."""
        self.open_for_writing()
        self.advice = advice

    def add(self, words: str) -> None:
        """One's own words, message by message, a line each. Refuses when all is over 1,000 letters."""
        self.open_for_writing()
        whole = "\n".join(filter(None, (self.words, words)))
        if len(whole) > LONGEST_REVIEW:
            raise BadAnswer("review-write-too-long", length=len(whole), longest=LONGEST_REVIEW)
        self.words = whole

    def begin_anew(self) -> None:
        """Everything is asked once more."""
        self.open_for_writing()
        self.strong, self.advice, self.words = None, None, ""

    def give(self, at: datetime) -> None:
        """The third tap: the teacher may read it. Refuses one without anything good in it."""
        self.open_for_writing()
        if not self.strong:
            raise Refusal("review-write-empty")
        self.given_at = at

    def take_back(self) -> None:
        """The decision that it went with was undone: a draft again."""
        self.given_at = None


def _whole() -> Select[Review]:
    return select(Review).options(
        joinedload(Review.author), joinedload(Review.report).joinedload(Report.activity)
    )


def review_by(author_id: int, report_id: int, sent_at: datetime) -> Select[Review]:
    """One member's review of one sending of a report."""
    return _whole().where(
        Review.author_id == author_id, Review.report_id == report_id, Review.sent_at == sent_at
    )


def reviews_given(report_id: int) -> Select[Review]:
    """What the teacher and the team may read about a report, the latest first."""
    return (
        _whole()
        .where(Review.report_id == report_id, Review.given_at.is_not(None))
        .order_by(Review.given_at.desc(), Review.id.desc())
    )


def reviews_for(teacher_id: int) -> Select[Review]:
    """Every review that a teacher may read, the latest first."""
    return (
        _whole()
        .join(Report, Report.id == Review.report_id)
        .join(Route, Route.id == Report.route_id)
        .where(Route.teacher_id == teacher_id, Review.given_at.is_not(None))
        .order_by(Review.given_at.desc(), Review.id.desc())
    )


def count_reviews_for(teacher_id: int) -> Select[int]:
    """How many reviews a teacher may read."""
    return (
        select(func.count(Review.id))
        .join(Report, Report.id == Review.report_id)
        .join(Route, Route.id == Report.route_id)
        .where(Route.teacher_id == teacher_id, Review.given_at.is_not(None))
    )


def count_reviews_of(route_id: int) -> Select[int]:
    """How many reviews were given on the reports of one route."""
    return (
        select(func.count(Review.id))
        .join(Report, Report.id == Review.report_id)
        .where(Report.route_id == route_id, Review.given_at.is_not(None))
    )
