"""The report of a teacher on one school year of a route: composed, mended, sent, accepted or given back (S001 4.3)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import NotYours, Outdated, Refusal
from models.paragraphs import Paragraphs
from models.people import Person
from models.route import Route, TeamMember

LONGEST = 6_000
"""Letters of the whole text."""


class YearReportState(StrEnum):
    """With its teacher; with the deputy head; accepted."""

    DRAFT = "draft"
    SENT = "sent"
    ACCEPTED = "accepted"


class YearReport(Paragraphs, Base):
    """One report on one school year. `year`: the calendar year in which it began.

    `returned`: why it was given back, "" where it was not.
    """

    LONGEST = LONGEST

    __tablename__ = "year_reports"
    __table_args__ = (UniqueConstraint("route_id", "year"),)

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"))
    year: Mapped[int] = mapped_column(index=True)
    state: Mapped[YearReportState] = mapped_column(by_value(YearReportState), default=YearReportState.DRAFT)
    returned: Mapped[str] = mapped_column(default="")
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    version: Mapped[int] = drawn_version()
    begun_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]

    route: Mapped[Route] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an older report."""
        if version != self.version:
            raise Outdated("year-report-outdated", state=self.state.value)

    def _is(self, state: YearReportState) -> None:
        if self.state is not state:
            raise Outdated("year-report-outdated", state=self.state.value)

    def only_draft(self) -> None:
        """Refuses Outdated once the deputy head has it."""
        self._is(YearReportState.DRAFT)

    def too_long(self, length: int) -> Refusal:
        """What is said of a text of so many letters."""
        return Refusal("year-report-long", longest=LONGEST)

    def send(self, at: datetime) -> None:
        """The deputy head reads it. Refuses an empty one."""
        self.only_draft()
        if not self.paragraphs:
            raise Refusal("year-report-empty")
        self.state, self.sent_at, self.returned = YearReportState.SENT, at, ""

    def take_back(self) -> None:
        """The teacher mends it before anybody has decided."""
        self._is(YearReportState.SENT)
        self.state = YearReportState.DRAFT

    def accept(self, by: Person, at: datetime) -> None:
        """It counts."""
        self._decide(by, at, YearReportState.ACCEPTED)

    def give_back(self, by: Person, reason: str, at: datetime) -> None:
        """Back to its teacher, with a reason."""
        self._decide(by, at, YearReportState.DRAFT)
        self.returned = reason

    def _decide(self, by: Person, at: datetime, to: YearReportState) -> None:
        self._is(YearReportState.SENT)
        if by.id == self.route.teacher_id:
            raise NotYours("refusal-own-work")
        self.state, self.decided_by_id, self.decided_at = to, by.id, at


def _whole() -> Select[YearReport]:
    route = joinedload(YearReport.route)
    return select(YearReport).options(
        route.joinedload(Route.teacher),
        route.joinedload(Route.organisation),
        route.joinedload(Route.team).joinedload(TeamMember.person),
    )


def year_report_by_id(report_id: int) -> Select[YearReport]:
    """A report with its route, the teacher and the team."""
    return _whole().where(YearReport.id == report_id)


def year_reports_of(route_id: int) -> Select[YearReport]:
    """The reports of a route, the newest year first."""
    return _whole().where(YearReport.route_id == route_id).order_by(YearReport.year.desc())


def year_reports_on(route_ids: Collection[int], year: int) -> Select[YearReport]:
    """The reports of these routes on one school year."""
    return select(YearReport).where(YearReport.route_id.in_(route_ids), YearReport.year == year)


def year_reports_at(organisation_id: int) -> Select[YearReport]:
    """Reports of the routes of a school that wait for a word, the first one sent first."""
    return (
        _whole()
        .join(Route, Route.id == YearReport.route_id)
        .where(Route.organisation_id == organisation_id, YearReport.state == YearReportState.SENT)
        .order_by(YearReport.sent_at, YearReport.id)
    )
