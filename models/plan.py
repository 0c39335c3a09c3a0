"""The plan of a route: activities (мероприятия) that the teacher attends or holds (S000 3.1.2, 4.4)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Select, false, select, text
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import Outdated, Refusal
from models.event_row import EventRow
from models.people import Person
from models.plan_state import STANDING, ActivityState, Replaceable
from models.route import APPROVED, Route, TeamMember

__all__ = ["STANDING", "ActivityState"]

QUESTIONS = ("kind", "title", "competencies", "organiser", "level", "date", "presenting")
"""What a row says about itself; a period has its first day, too."""
"""Questions whose cell of the form may stay empty."""


class Activity(Replaceable, EventRow, Base):
    """One row of the plan (S000 3.1.2, 4.4); dates are the organisation's local ones.

    `kind`, `level`: codes of the regulation; `organiser`, `presenting`: a code, or own words;
    `competencies`: one or several codes. `on_date` is the day that counts for reports and reminders: the only
    day, or the last one of a `period` that begins on `starts_on`. `growth`: why a strong competency is
    developed further (X08). `hours`, `away`: academic hours, and whether the teacher leaves the school for it.
    `interim`: an interim report event, whose form the teacher chooses (S000 3.1.3); it has a `place` and is called
    after its form. `correcting`: written for a correction, to take another row's place (models/correction.py).
    `blank`: the questions that were left without an answer on purpose.
    """

    BLANK_ALLOWED = ("organiser", "level", "growth", "hours", "away")
    NUMBERS = ("hours",)

    __tablename__ = "activities"
    __table_args__ = (
        Index(
            "ix_activities_unasked",
            "on_date",
            sqlite_where=text("state = 'planned' AND asked_on IS NULL"),
            postgresql_where=text("state = 'planned' AND asked_on IS NULL"),
        ),
    )

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    correcting: Mapped[bool] = mapped_column(default=False)
    title: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    competencies: Mapped[list[str]] = mapped_column(default=list)
    level: Mapped[str] = mapped_column(default="")
    organiser: Mapped[str] = mapped_column(default="")
    period: Mapped[bool] = mapped_column(default=False)
    starts_on: Mapped[date | None]
    on_date: Mapped[date | None] = mapped_column(index=True)
    presenting: Mapped[str] = mapped_column(default="")
    growth: Mapped[str] = mapped_column(default="")
    hours: Mapped[int | None]
    away: Mapped[bool | None]
    interim: Mapped[bool] = mapped_column(default=False, server_default=false())
    place: Mapped[str] = mapped_column(default="", server_default="")
    blank: Mapped[list[str]] = mapped_column(default=list)
    state: Mapped[ActivityState] = mapped_column(by_value(ActivityState), default=ActivityState.DRAFT)
    reason: Mapped[str] = mapped_column(default="")
    asked_on: Mapped[date | None]
    version: Mapped[int] = drawn_version()
    created_at: Mapped[datetime]

    route: Mapped[Route] = relationship(lazy="raise")
    author: Mapped[Person] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an older row."""
        if version != self.version:
            raise Outdated("plan-activity-outdated")

    @classmethod
    def begun(cls, route: Route, author_id: int, at: datetime) -> Activity:
        """A row that somebody begins to write; it keeps its author (X22)."""
        row = cls(route=route, author_id=author_id, state=ActivityState.DRAFT, created_at=at)
        row.title = row.kind = row.level = row.organiser = row.presenting = row.growth = row.reason = ""
        row.competencies, row.blank, row.period, row.correcting = [], [], False, False
        row.interim, row.place = False, ""
        return row

    def report_in_between(self) -> None:
        """It becomes an interim report event: asked are the day, the form and the place."""
        self._is(ActivityState.DRAFT)
        self.interim, self.blank = True, ["competencies", "kind", "level", "organiser"]

    @property
    def is_open(self) -> bool:
        """Whether the row may still be written: nothing came of it yet."""
        return self.state in (ActivityState.DRAFT, ActivityState.PLANNED)

    @property
    def said(self) -> frozenset[str]:
        """The codes of the questions that are answered, or left blank on purpose."""
        answers = {
            "kind": self.kind,
            "title": self.title,
            "competencies": self.competencies,
            "growth": self.growth,
            "organiser": self.organiser,
            "level": self.level,
            "starts": self.starts_on,
            "date": self.on_date,
            "presenting": self.presenting,
            "place": self.place,
            "hours": self.hours,
            "away": self.away is not None,
        }
        return frozenset(code for code, answer in answers.items() if answer) | frozenset(self.blank)

    @property
    def complete(self) -> bool:
        """Every question of the row is answered; whether a strong competency asks for a reason is not known here."""
        asked = {*QUESTIONS, *(["starts"] if self.period else []), *(["place"] if self.interim else [])}
        return asked <= self.said

    def write(self, code: str, answer: str | date) -> None:
        """The answer to one question: a code of QUESTIONS, `starts` or `growth`; several codes joined by commas.

        "" leaves a cell empty where the form lets it. Refuses a period that ends before it begins.
        """
        self._is(ActivityState.DRAFT, ActivityState.PLANNED)
        self._write(code, answer)

    def _write_day(self, code: str, day: date) -> None:
        super()._write_day(code, day)
        if code != "starts":
            self.asked_on = None

    def span(self, period: bool) -> None:
        """One day, or a period whose days are asked anew; a planned row keeps its last day meanwhile."""
        self._is(ActivityState.DRAFT, ActivityState.PLANNED)
        self._span(period, keep_last=self.state is not ActivityState.DRAFT)

    def take(self, title: str, kind: str, competency: str, level: str, presenting: str) -> None:
        """A suggestion is taken: only the days are open."""
        self._is(ActivityState.DRAFT)
        self.title, self.kind, self.competencies = title, kind, [competency]
        self.level, self.presenting, self.blank = level, presenting, ["organiser"]

    def plan(self) -> None:
        """The last question of the row is answered: it stands in the plan."""
        self._is(ActivityState.DRAFT)
        self.state = ActivityState.PLANNED

    def remove(self) -> None:
        """The row is taken out of the draft; it stays readable in the history.

        Refuses in a confirmed plan: there a mark or a reason is due (S000 4.4).
        """
        self._is(ActivityState.DRAFT, ActivityState.PLANNED)
        if self.state is ActivityState.PLANNED and self.route.state in APPROVED:
            raise Refusal("plan-remove-confirmed", title=self.title)
        self.state = ActivityState.REMOVED

    def hold(self) -> None:
        """«Была»: the teacher took part or held it; what is left is the report."""
        self._is(ActivityState.PLANNED)
        self.state = ActivityState.HELD

    def not_done(self, reason: str) -> None:
        """«Не была»: the reason stands instead of the mark (S000 4.4)."""
        self._is(ActivityState.PLANNED)
        self.state, self.reason = ActivityState.NOT_DONE, reason

    def was_after_all(self) -> None:
        """A mistaken «Не была» is taken back."""
        self._is(ActivityState.NOT_DONE)
        self.state, self.reason = ActivityState.PLANNED, ""

    def plan_again(self) -> None:
        """A mistaken «Была» is taken back, with its report."""
        self._is(ActivityState.HELD)
        self.state = ActivityState.PLANNED

    def move(self, to: date) -> None:
        """«Перенесли»: the new local date, of a period its first day; the question after the old day is forgotten."""
        self._is(ActivityState.PLANNED)
        if self.starts_on is not None and self.on_date is not None:
            to, self.starts_on = to + (self.on_date - self.starts_on), to
        self.on_date, self.asked_on = to, None


def activity_by_id(activity_id: int) -> Select[Activity]:
    """An activity with its route and the team."""
    route = joinedload(Activity.route)
    return (
        select(Activity)
        .where(Activity.id == activity_id)
        .options(
            route.joinedload(Route.organisation),
            route.joinedload(Route.teacher),
            route.joinedload(Route.team).joinedload(TeamMember.person),
            joinedload(Activity.author),
        )
    )


def activities_of(route_id: int) -> Select[Activity]:
    """The rows that stand in a plan, by date."""
    return (
        select(Activity)
        .where(Activity.route_id == route_id, Activity.state.in_(STANDING))
        .order_by(Activity.on_date, Activity.id)
    )


def drafts_of(route_id: int, author_id: int, *, interim: bool = False) -> Select[Activity]:
    """The row that a person is writing for a route, if any; `interim`: the interim report event instead."""
    return (
        select(Activity)
        .where(
            Activity.route_id == route_id,
            Activity.author_id == author_id,
            Activity.state == ActivityState.DRAFT,
            Activity.correcting.is_(False),
            Activity.interim.is_(interim),
        )
        .order_by(Activity.id.desc())
    )
