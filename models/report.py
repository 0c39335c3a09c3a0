"""A report on an activity: one sentence, evidence, and the verdict of a team member (S000 3.1.3, 4.4, 4.9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.delegation import Prepared
from models.errors import NotYours, Outdated, Refusal
from models.evidence import Evidence
from models.people import Person
from models.plan import Activity
from models.report_evidence import ReportEvidence
from models.report_text import ReportText
from models.route import Route, TeamMember

UNDO_FOR = timedelta(minutes=2)
"""How long a decision can be taken back; the teacher hears of it only then."""


class ReportState(StrEnum):
    """Being written; with the team; accepted; back with the teacher, who mends it."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    RETURNED = "returned"


class Report(ReportText, ReportEvidence, Prepared, Base):
    """What the teacher says about one activity. A verdict belongs to the version that was drawn."""

    __tablename__ = "reports"

    id: Mapped[int] = identity()
    activity_id: Mapped[int] = mapped_column(ForeignKey("activities.id"), unique=True)
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    state: Mapped[ReportState] = mapped_column(by_value(ReportState), default=ReportState.DRAFT, index=True)
    version: Mapped[int] = drawn_version()
    began_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    reason: Mapped[str] = mapped_column(default="")
    reason_voice: Mapped[str] = mapped_column(default="", server_default="")
    reopen_asked_at: Mapped[datetime | None]

    activity: Mapped[Activity] = relationship(lazy="raise")
    route: Mapped[Route] = relationship(lazy="raise")
    decided_by: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=decided_by_id)
    evidence: Mapped[list[Evidence]] = relationship(
        lazy="raise", order_by="Evidence.id", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an older report; says what happened since."""
        self._not_decided()
        self.as_drawn(version)

    def as_drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an older report, decided or not."""
        if version != self.version:
            raise Outdated("report-outdated")

    def drawn_open(self, version: int) -> None:
        """Refuses when the report is not the teacher's to change, or the tapped card shows an older one."""
        self.open_for_writing()
        self.as_drawn(version)

    def is_with_the_team(self) -> None:
        """For the teacher: refuses what does not wait with the team."""
        self._not_decided()
        if self.state is not ReportState.SUBMITTED:
            raise Outdated("report-outdated")

    def waits(self) -> None:
        """For the team: refuses when it is decided, or with the teacher again."""
        self._not_decided()
        if self.state is not ReportState.SUBMITTED:
            raise Outdated("review-taken-back")

    def open_for_writing(self) -> None:
        """Refuses when the report is with the team or accepted."""
        if self.state is ReportState.SUBMITTED:
            raise Refusal("report-already-sent")
        self._not_accepted()

    def submit(self, at: datetime) -> None:
        """The teacher sends it. Refuses `report-empty` when there is neither a sentence nor evidence."""
        self.not_empty()
        self.submitted_at = at
        self._wait()
        self.forget_edits()

    def not_empty(self) -> None:
        """Refuses what cannot be sent: not the teacher's now, or without a sentence and evidence."""
        self.open_for_writing()
        if not self.text and not self.evidence:
            raise Refusal("report-empty")

    def take_back(self) -> None:
        """The teacher takes it back before anybody has decided."""
        self.is_with_the_team()
        self.state = ReportState.DRAFT
        self.forget_edits()

    @property
    def is_unseen(self) -> bool:
        """Nobody but the teacher has seen it: it was never sent."""
        return self.state is ReportState.DRAFT and self.submitted_at is None

    def discard(self) -> None:
        """«Было» was a mistake: the draft, never sent, may go. Refuses a report that somebody has seen."""
        self.open_for_writing()
        if not self.is_unseen:
            raise Outdated("report-outdated")

    def edit_later(self, text: str, message_id: int, urls: Sequence[str]) -> None:
        """A message of the sent report was edited: kept until the teacher says what is to become of it (S-10)."""
        self.is_with_the_team()
        self.keep_edit(text, message_id, urls)

    def revise(self, link: Callable[[str, int], Evidence]) -> None:
        """«Да, новая версия»: the edits are in, the report waits where it waited; older cards are outdated."""
        self.is_with_the_team()
        if not self.edits:
            raise Outdated("report-outdated")
        for edit in self.edits:
            urls = [link(url, edit.message_id) for url in edit.urls]
            self.take(edit.text, edit.message_id, urls)
        self.forget_edits()

    def accept(self, by: Person, at: datetime, day: date, *, own: bool = False) -> None:
        """A team member accepts it (S000 4.9); `own`: the teacher, where nobody else can. Refuses a second verdict."""
        self._judged_by(by, at, day, own and not self.route.reviewers(day))
        self.state = ReportState.ACCEPTED

    def give_back(self, by: Person, at: datetime, day: date, reason: str, voice: str = "") -> None:
        """A team member returns it; without a reason, in words or by `voice` (a file id), it is refused."""
        if not reason and not voice:
            raise Refusal("review-no-reason")
        self._judged_by(by, at, day)
        self.state, self.reason, self.reason_voice = ReportState.RETURNED, reason, voice

    def undo(self, by: Person, at: datetime, drawn: int) -> None:
        """Whoever decided takes it back within two minutes: it waits for a word again. Refuses Outdated."""
        if self.decided_at is None or drawn != self.version:
            raise Outdated("report-outdated")
        if self.decided_by_id != by.id:
            raise NotYours("review-undo-not-yours")
        if at >= self.decided_at + UNDO_FOR:
            raise Outdated("review-undo-late")
        self._wait()

    def _wait(self) -> None:
        self.state, self.reason, self.reason_voice = ReportState.SUBMITTED, "", ""
        self.decided_at = self.decided_by_id = self.reopen_asked_at = None

    def ask_to_reopen(self, at: datetime) -> None:
        """The teacher asks the team for the accepted report back. Refuses a second time, and any other report."""
        if self.state is not ReportState.ACCEPTED:
            raise Outdated("report-outdated")
        if self.reopen_asked_at is not None:
            raise Outdated("report-reopen-asked-already")
        self.reopen_asked_at = at

    def reopen(self, by: Person, at: datetime, day: date, drawn: int) -> None:
        """The wanted report is open again and no longer counts (X42); of an own mark, by the teacher alone."""
        self._asked_back(by, day, drawn)
        self.state, self.reason = ReportState.RETURNED, ""
        self.decided_by_id, self.decided_at, self.reopen_asked_at = by.id, at, None

    def keep_accepted(self, by: Person, day: date, drawn: int) -> None:
        """A team member leaves the report accepted although the teacher asked."""
        self._asked_back(by, day, drawn)
        self.reopen_asked_at = None

    def _asked_back(self, by: Person, day: date, drawn: int) -> None:
        own = self.decided_by_id == self.route.teacher_id
        (self.route.only_teacher(by) if own else self.route.only_team(by, day))
        if self.state is not ReportState.ACCEPTED or (self.reopen_asked_at is None and not own):
            raise Outdated("review-reopen-decided")
        self.as_drawn(drawn)

    def _judged_by(self, by: Person, at: datetime, day: date, own: bool = False) -> None:
        (self.route.only_teacher(by) if own else self.route.only_team(by, day))
        self.not_typed_by(by, self.route, day)
        self.waits()
        self.decided_by_id, self.decided_at = by.id, at

    def _not_accepted(self) -> None:
        if self.state is ReportState.ACCEPTED:
            raise Outdated("report-accepted-already", at=self.decided_at)

    def _not_decided(self) -> None:
        self._not_accepted()
        if self.state is ReportState.RETURNED:
            raise Outdated("report-returned-already", at=self.decided_at)


def whole_reports() -> Select[Report]:
    """Reports with everything that a card shows."""
    route = joinedload(Report.route)
    return select(Report).options(
        joinedload(Report.activity),
        route.joinedload(Route.teacher).joinedload(Person.organisation),
        route.joinedload(Route.organisation),
        route.joinedload(Route.team).joinedload(TeamMember.person),
        joinedload(Report.evidence),
        joinedload(Report.edits),
        joinedload(Report.decided_by),
    )


def report_by_id(report_id: int) -> Select[Report]:
    """A report with its activity, route, team and evidence."""
    return whole_reports().where(Report.id == report_id)


def report_on(activity_id: int) -> Select[Report]:
    """The report on an activity, whole."""
    return whole_reports().where(Report.activity_id == activity_id)


def reports_by(teacher_id: int) -> Select[Report]:
    """Everything that a teacher has begun to report on, the latest first."""
    return (
        whole_reports()
        .join(Route, Route.id == Report.route_id)
        .where(Route.teacher_id == teacher_id)
        .order_by(Report.id.desc())
    )


def ids_of_reports_by(teacher_id: int) -> Select[int]:
    """The reports of a teacher, their keys only."""
    return select(Report.id).join(Route, Route.id == Report.route_id).where(Route.teacher_id == teacher_id)


def reports_of(route_id: int) -> Select[Report]:
    """The reports of a route."""
    return select(Report).where(Report.route_id == route_id)
