"""The plan of a route: activities (мероприятия) that the teacher attends or holds (S000 3.1.2, 4.4)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import Outdated, Refusal
from models.route import Route, RouteState, TeamMember


class ActivityState(StrEnum):
    """A row of the plan: being written, planned, held or attended, not done (with the reason), taken out."""

    DRAFT = "draft"
    PLANNED = "planned"
    HELD = "held"
    NOT_DONE = "not_done"
    REMOVED = "removed"


STANDING = (ActivityState.PLANNED, ActivityState.HELD, ActivityState.NOT_DONE)


BLANK = ("level", "organiser", "growth")
"""Questions whose cell of the form may stay empty."""


class Activity(Base):
    """One row of the plan (S000 3.1.2, 4.4); dates are the organisation's local ones.

    `kind`, `level`: codes of the regulation; `organiser`, `presenting`: a code, or own words;
    `competencies`: one or several codes. `on_date` is the day that counts for reports and reminders: the only
    day, or the last one of a period that begins on `starts_on`. `growth`: why a strong competency is
    developed further (X08). `blank`: the questions that were left without an answer on purpose.
    """

    __tablename__ = "activities"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    title: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    competencies: Mapped[list[str]] = mapped_column(default=list)
    level: Mapped[str] = mapped_column(default="")
    organiser: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None]
    on_date: Mapped[date | None]
    presenting: Mapped[str] = mapped_column(default="")
    growth: Mapped[str] = mapped_column(default="")
    blank: Mapped[list[str]] = mapped_column(default=list)
    state: Mapped[ActivityState] = mapped_column(by_value(ActivityState), default=ActivityState.DRAFT)
    reason: Mapped[str] = mapped_column(default="")
    asked_on: Mapped[date | None]
    version: Mapped[int] = drawn_version()
    created_at: Mapped[datetime]

    route: Mapped[Route] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an older row."""
        if version != self.version:
            raise Outdated("plan-activity-outdated")

    @property
    def is_open(self) -> bool:
        """Whether the teacher may change the row now: nothing came of it, nobody is judging the plan."""
        open_states = (ActivityState.DRAFT, ActivityState.PLANNED)
        return self.state in open_states and self.route.state is not RouteState.ON_CONFIRMATION

    @property
    def complete(self) -> bool:
        """Every question of the row is answered."""
        return bool(self.title and self.competencies and self.on_date and self.presenting)

    def write(self, code: str, answer: str | date) -> None:
        """The answer to one question of the row: `title`, `competencies`, `date` or `presenting`."""
        self._is(ActivityState.DRAFT, ActivityState.PLANNED)
        if isinstance(answer, date):
            self.on_date, self.asked_on = answer, None
        elif code == "title":
            self.title = answer
        elif code == "competencies":
            self.competencies = [answer]
        else:
            self.presenting = answer

    def plan(self) -> None:
        """The last question of the row is answered: it stands in the plan."""
        self._is(ActivityState.DRAFT)
        self.state = ActivityState.PLANNED

    def remove(self) -> None:
        """The row is taken out of the draft; it stays readable in the history.

        Refuses in a confirmed plan: there a mark or a reason is due (S000 4.4).
        """
        self._is(ActivityState.DRAFT, ActivityState.PLANNED)
        if self.state is ActivityState.PLANNED and self.route.state is RouteState.ACTIVE:
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

    def plan_again(self) -> None:
        """A mistaken «Не была» or «Была» is taken back."""
        self._is(ActivityState.NOT_DONE, ActivityState.HELD)
        self.state, self.reason = ActivityState.PLANNED, ""

    def move(self, to: date) -> None:
        """«Перенесли»: the new local date, of a period its first day; the question after the old day is forgotten."""
        self._is(ActivityState.PLANNED)
        if self.starts_on is not None and self.on_date is not None:
            to, self.starts_on = to + (self.on_date - self.starts_on), to
        self.on_date, self.asked_on = to, None

    def _is(self, *states: ActivityState) -> None:
        if self.state not in states:
            raise Outdated("plan-activity-outdated")


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
        )
    )


def activities_of(route_id: int) -> Select[Activity]:
    """The rows that stand in a plan, by date."""
    return (
        select(Activity)
        .where(Activity.route_id == route_id, Activity.state.in_(STANDING))
        .order_by(Activity.on_date, Activity.id)
    )


def drafts_of(route_id: int, author_id: int) -> Select[Activity]:
    """The row that a person is writing for a route, if any."""
    return (
        select(Activity)
        .where(
            Activity.route_id == route_id,
            Activity.author_id == author_id,
            Activity.state == ActivityState.DRAFT,
        )
        .order_by(Activity.id.desc())
    )
