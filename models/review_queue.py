"""What a reviewer's queue remembers: what was opened, what was put off; and which morning's digest is written."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import ForeignKey, Integer, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base
from models.final_event import FinalEvent, FinalEventState
from models.people import Organisation
from models.report import Report, ReportState, whole_reports
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
    """The last local day whose morning digests are written, in a zone. It only grows."""

    __tablename__ = "mornings"

    timezone: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date]

    def written(self, day: date) -> None:
        """The digests of that day are written."""
        self.day = max(self.day, day)


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


def reviewers_waited_for(timezone: str, day: date) -> Select[int]:
    """Who, in that zone, has a submitted report of somebody else in a team of theirs."""
    return (
        select(TeamMember.person_id)
        .join(Route, Route.id == TeamMember.route_id)
        .join(Organisation, Organisation.id == Route.organisation_id)
        .join(Report, Report.route_id == Route.id)
        .where(
            Organisation.timezone == timezone,
            Report.state == ReportState.SUBMITTED,
            TeamMember.person_id != Route.teacher_id,
            TeamMember.role.in_(REVIEWERS),
            TeamMember.since <= day,
            (TeamMember.until.is_(None)) | (TeamMember.until >= day),
        )
        .distinct()
        .order_by(TeamMember.person_id)
    )


def zones() -> Select[str]:
    """The zones in which anybody works."""
    return select(Organisation.timezone).distinct()


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


def decided_together(person_id: int, at: datetime) -> Select[Report]:
    """What a reviewer accepted by one tap, at one moment."""
    return (
        whole_reports()
        .where(
            Report.state == ReportState.ACCEPTED, Report.decided_by_id == person_id, Report.decided_at == at
        )
        .order_by(Report.id)
    )
