"""The final public event: where the teacher presents what the route has given (S000 3.1.4, 4.5)."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, contains_eager, joinedload, mapped_column, relationship, selectinload

from models.base import Base, by_value, drawn_version, identity
from models.errors import BadAnswer, Outdated, Refusal
from models.evidence import Evidence
from models.people import Person
from models.route import Route, TeamMember, reviewed_by


class FinalEventState(StrEnum):
    """Being written, planned, held, not held (with the reason), taken out."""

    DRAFT = "draft"
    PLANNED = "planned"
    HELD = "held"
    NOT_HELD = "not_held"
    REMOVED = "removed"


STANDING = (FinalEventState.PLANNED, FinalEventState.HELD, FinalEventState.NOT_HELD)
"""What stands in the Card: with its mark, or with the reason instead of it (S000 4.5)."""
MOST_CAME = 1000
MOST_PHOTOS = 10


class FinalEvent(Base):
    """Name, form, level, local date and hour, place; `form` and `level` are codes of the regulation or own words.

    `news` counts what guests must hear of (a day, an hour, a place), `news_at` when it last grew. `checked_for`
    and `asked_for` are the days whose checklist was sent and of which «Состоялось?» was asked; `heard_at`: up to
    when the teacher knows the guests' answers; `team_heard_at`: when the team heard of the outcome.
    """

    __tablename__ = "final_events"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    title: Mapped[str] = mapped_column(default="")
    form: Mapped[str] = mapped_column(default="")
    level: Mapped[str] = mapped_column(default="")
    on_date: Mapped[date | None] = mapped_column(index=True)
    at_time: Mapped[time | None]
    place: Mapped[str] = mapped_column(default="")
    state: Mapped[FinalEventState] = mapped_column(by_value(FinalEventState), default=FinalEventState.DRAFT)
    came: Mapped[int | None]
    said: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    missed_on: Mapped[date | None]
    decided_at: Mapped[datetime | None]
    news: Mapped[int] = mapped_column(default=1)
    news_at: Mapped[datetime | None]
    checked_for: Mapped[date | None]
    asked_for: Mapped[date | None]
    heard_at: Mapped[datetime | None]
    team_heard_at: Mapped[datetime | None]
    version: Mapped[int] = drawn_version()
    created_at: Mapped[datetime]

    route: Mapped[Route] = relationship(lazy="raise")
    evidence: Mapped[list[Evidence]] = relationship(
        lazy="raise", order_by="Evidence.id", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an older event; a decided one says what was decided."""
        if version == self.version:
            return
        if self.state is FinalEventState.HELD:
            raise Outdated("final-event-held-already", at=self.decided_at)
        if self.state is FinalEventState.NOT_HELD:
            raise Outdated("final-event-missed-already", at=self.decided_at)
        raise Outdated("final-event-outdated")

    @property
    def complete(self) -> bool:
        """Every question is answered."""
        return bool(self.title and self.form and self.level and self.on_date and self.place)

    @property
    def hour(self) -> str:
        """The local hour as people read it, «15:00»; "" when it is not known."""
        return f"{self.at_time:%H:%M}" if self.at_time else ""

    def write(self, code: str, answer: str | date, at: datetime) -> None:
        """The answer to one question: `title`, `form`, `level`, `date` or `place`."""
        self._is(FinalEventState.DRAFT, FinalEventState.PLANNED)
        if isinstance(answer, date):
            self.on_date = answer
        elif code == "title":
            self.title = answer
        elif code == "form":
            self.form = answer
        elif code == "level":
            self.level = answer
        else:
            self.place = answer
        if code in ("date", "place"):
            self._is_news(at)

    def begin_at(self, hour: time | None, at: datetime) -> None:
        """The local hour at which it begins; None: not known yet."""
        self._is(FinalEventState.PLANNED)
        self.at_time = hour
        self._is_news(at)

    def plan(self) -> None:
        """The last question is answered."""
        self._is(FinalEventState.DRAFT)
        self.state = FinalEventState.PLANNED

    def remove(self, at: datetime) -> None:
        """The event is not to be; several may be planned (S000 4.5), so one may go."""
        self._is(FinalEventState.DRAFT, FinalEventState.PLANNED)
        self.state = FinalEventState.REMOVED
        self._is_news(at)

    def hold(self, at: datetime, today: date) -> None:
        """«Состоялось»: the mark of completion (S000 4.5). Refuses before its day and a second decision."""
        self._over(today)
        self.state, self.decided_at = FinalEventState.HELD, at
        self.reason, self.missed_on, self.team_heard_at = "", None, None

    def miss(self, reason: str, at: datetime, today: date) -> None:
        """«Не состоялось»: the reason stands instead of the mark. Refuses as `hold` does."""
        self._over(today)
        self.state, self.decided_at, self.team_heard_at = FinalEventState.NOT_HELD, at, None
        self.reason, self.missed_on = reason, self.on_date

    def plan_anew(self, to: date, at: datetime) -> None:
        """Another day for an event that did not take place; why it did not stays on its card."""
        self._is(FinalEventState.NOT_HELD)
        self.state, self.on_date, self.decided_at = FinalEventState.PLANNED, to, None
        self._is_news(at)

    def reopen(self) -> None:
        """A mistaken mark is taken back; what was told besides stays."""
        self._is(FinalEventState.HELD, FinalEventState.NOT_HELD)
        self.state, self.decided_at, self.reason, self.missed_on = FinalEventState.PLANNED, None, "", None

    def count(self, came: int) -> None:
        """How many people came. Refuses what is no number of people."""
        self._is(FinalEventState.HELD)
        if not 0 <= came <= MOST_CAME:
            raise BadAnswer("final-event-came-unclear", most=MOST_CAME)
        self.came = came

    def tell(self, said: str) -> None:
        """How it went, in a sentence."""
        self._is(FinalEventState.HELD)
        self.said = said

    def attach(self, photo: Evidence) -> None:
        """One more photo or file; the same one twice is one. Refuses the one too many."""
        self._is(FinalEventState.HELD)
        if any(one.unique_id == photo.unique_id for one in self.evidence):
            return
        if len(self.evidence) >= MOST_PHOTOS:
            raise Refusal("final-event-enough-photos", most=MOST_PHOTOS)
        self.evidence.append(photo)

    def detach_all(self) -> None:
        """The photos are taken off."""
        self._is(FinalEventState.HELD)
        self.evidence.clear()

    def _over(self, today: date) -> None:
        self._is(FinalEventState.PLANNED)
        if self.on_date is None or self.on_date > today:
            raise Refusal("final-event-not-yet", on=self.on_date or today)

    def open_for_guests(self, today: date) -> None:
        """Refuses when nobody can be invited or answer any more: it is over, decided or taken out."""
        self._is(FinalEventState.PLANNED)
        if self.on_date is None or self.on_date < today:
            raise Outdated("final-event-over")

    def _is_news(self, at: datetime) -> None:
        self.news, self.news_at = self.news + 1, at

    def _is(self, *states: FinalEventState) -> None:
        if self.state not in states:
            raise Outdated("final-event-outdated")


def whole_event() -> Select[FinalEvent]:
    """Final events with route, teacher, school and team."""
    route = joinedload(FinalEvent.route)
    return select(FinalEvent).options(
        route.joinedload(Route.organisation),
        route.joinedload(Route.teacher).joinedload(Person.organisation),
        route.joinedload(Route.team).joinedload(TeamMember.person),
    )


def final_event_by_id(event_id: int) -> Select[FinalEvent]:
    """A final event with its route and evidence."""
    return whole_event().where(FinalEvent.id == event_id).options(selectinload(FinalEvent.evidence))


def final_events_of(route_id: int) -> Select[FinalEvent]:
    """The events of a route that are planned or have an outcome, by date."""
    return (
        select(FinalEvent)
        .where(FinalEvent.route_id == route_id, FinalEvent.state.in_(STANDING))
        .order_by(FinalEvent.on_date, FinalEvent.id)
    )


def final_event_draft(route_id: int) -> Select[FinalEvent]:
    """The event being written for a route, if any."""
    return (
        select(FinalEvent)
        .where(FinalEvent.route_id == route_id, FinalEvent.state == FinalEventState.DRAFT)
        .order_by(FinalEvent.id.desc())
    )


def final_events_of_team(person_id: int, day: date) -> Select[FinalEvent]:
    """The events of the routes on whose team a person is that day; never the person's own. The latest day first."""
    return (
        select(FinalEvent)
        .join(FinalEvent.route)
        .where(
            FinalEvent.route_id.in_(reviewed_by(person_id, day)),
            Route.teacher_id != person_id,
            FinalEvent.state.in_(STANDING),
        )
        .options(contains_eager(FinalEvent.route).joinedload(Route.teacher))
        .order_by(FinalEvent.on_date.desc(), FinalEvent.id)
    )
