"""What a reviewer's queue remembers: what was opened, what was put off; and which morning's digest is written."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import ColumnElement, ForeignKey, Integer, Select, exists, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base
from models.entry import Account
from models.final_event import FinalEvent, FinalEventState
from models.people import Organisation, Person
from models.report import Report, ReportState, whole_reports
from models.review_question import ReviewQuestion
from models.route import REVIEWERS, Route, TeamMember, reviewed_by


class QueueMark(Base):
    """One report in one person's queue, as sent at `sent_at`: a mended report begins without marks.

    `opened_version`: the version that was seen; words that were changed since have not been.
    """

    __tablename__ = "queue_marks"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), primary_key=True, index=True)
    sent_at: Mapped[datetime]
    opened_version: Mapped[int | None] = mapped_column(Integer)
    later_at: Mapped[datetime | None]

    def about(self, sent_at: datetime) -> None:
        """The report was sent anew since: whatever was marked is forgotten."""
        if self.sent_at != sent_at:
            self.sent_at, self.opened_version, self.later_at = sent_at, None, None

    def open(self, version: int) -> None:
        """The card was seen, as the report was in this version."""
        self.opened_version = version

    def put_off(self, at: datetime) -> None:
        """«Позже»: behind everything else, in the order in which it was said."""
        self.later_at = at

    def bring_back(self) -> None:
        """An answer has come: its own place again, to be seen anew."""
        self.later_at = self.opened_version = None


class Morning(Base):
    """The local day whose morning digests were written last, in a zone."""

    __tablename__ = "mornings"

    timezone: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date]

    def written(self, day: date) -> None:
        """The digests of that day are written."""
        self.day = day


def marks_of(person_id: int, report_ids: Collection[int]) -> Select[QueueMark]:
    """A person's marks on these reports."""
    return select(QueueMark).where(QueueMark.person_id == person_id, QueueMark.report_id.in_(report_ids))


def ending_with_an_event(route_ids: Collection[int], until: date) -> Select[int]:
    """Those of the routes whose final event is planned up to that day."""
    return select(FinalEvent.route_id).where(
        FinalEvent.route_id.in_(route_ids),
        FinalEvent.state == FinalEventState.PLANNED,
        FinalEvent.on_date <= until,
    )


def mornings_held() -> Select[Morning]:
    """Every mark, held to the end of the transaction where the database can: a second worker waits here."""
    return select(Morning).with_for_update()


def reports_waited_for(
    day: date, *, timezone: str = "", people: Collection[int] = ()
) -> Select[int, datetime | None, str]:
    """Reviewer, moment of sending, reviewer's zone: for each report that waits for somebody who has come in.

    Of everybody who works in a zone, or of these people. What waits for a teacher's answer is left out.
    """
    asked = exists().where(
        ReviewQuestion.report_id == Report.id,
        ReviewQuestion.sent_at == Report.submitted_at,
        ReviewQuestion.answered_at.is_(None),
    )
    whose = Person.id.in_(people) if people else Organisation.timezone == timezone
    return (
        select(Person.id, Report.submitted_at, Organisation.timezone)
        .join(Organisation, Organisation.id == Person.organisation_id)
        .join(Account, Account.person_id == Person.id)
        .join(TeamMember, TeamMember.person_id == Person.id)
        .join(Route, Route.id == TeamMember.route_id)
        .join(Report, Report.route_id == Route.id)
        .where(
            whose,
            Report.state == ReportState.SUBMITTED,
            Report.submitted_at.is_not(None),
            Person.id != Route.teacher_id,
            TeamMember.role.in_(REVIEWERS),
            TeamMember.since <= day,
            (TeamMember.until.is_(None)) | (TeamMember.until >= day),
            ~asked,
        )
        .distinct()
        .order_by(Person.id)
    )


def zones() -> Select[str, date | None]:
    """The zones in which anybody works, and the last morning written there."""
    return (
        select(Organisation.timezone, Morning.day)
        .outerjoin(Morning, Morning.timezone == Organisation.timezone)
        .distinct()
    )


def waiting_for(person_id: int, day: date) -> Select[Report]:
    """What waits for a reviewer's verdict, the longest waiting first; never the reviewer's own work (X27)."""
    mine = reviewed_by(person_id, day)
    return (
        whole_reports()
        .join(Route, Route.id == Report.route_id)
        .where(
            Report.state == ReportState.SUBMITTED, Report.route_id.in_(mine), Route.teacher_id != person_id
        )
        .order_by(Report.submitted_at, Report.id)
    )


def wanted_back_on(person_id: int, day: date) -> Select[int]:
    """The route of each accepted report that its teacher wants back from a reviewer; never the reviewer's own."""
    return (
        select(Report.route_id)
        .join(Route, Route.id == Report.route_id)
        .where(*_wanted_back(person_id, day))
        .order_by(Report.id)
    )


def wanted_back(person_id: int, day: date) -> Select[Report]:
    """Those reports, the one that waits longest first."""
    return (
        whole_reports()
        .join(Route, Route.id == Report.route_id)
        .where(*_wanted_back(person_id, day))
        .order_by(Report.reopen_asked_at, Report.id)
    )


def _wanted_back(person_id: int, day: date) -> tuple[ColumnElement[bool], ...]:
    mine = Report.route_id.in_(reviewed_by(person_id, day))
    return (Report.reopen_asked_at.is_not(None), mine, Route.teacher_id != person_id)


def with_their_teachers(person_id: int, day: date) -> Select[Report]:
    """What was returned on a reviewer's routes and is being mended, the latest decision first."""
    mine = Report.route_id.in_(reviewed_by(person_id, day))
    return (
        whole_reports()
        .join(Route, Route.id == Report.route_id)
        .where(Report.state == ReportState.RETURNED, mine, Route.teacher_id != person_id)
        .order_by(Report.decided_at.desc(), Report.id)
    )


def decided_together(person_id: int, at: datetime) -> Select[Report]:
    """What a reviewer accepted by one tap, at one moment."""
    return (
        whole_reports()
        .where(
            Report.state == ReportState.ACCEPTED, Report.decided_by_id == person_id, Report.decided_at == at
        )
        .order_by(Report.id)
    )
