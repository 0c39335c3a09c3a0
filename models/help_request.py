"""A teacher's request for help: whom, about what, and what came of it (S000 3.1.3, R0-043; S003 2.3, R3-033)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, Update, func, select, update
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import NotYours, Outdated, Refusal
from models.people import Person
from models.plan import Activity
from models.route import Route, TeamMember

MOST_OPEN = 10
MOST_LINES = 20


class HelpState(StrEnum):
    """Open: the addressee's turn; answered: the teacher's; closed; passed on to somebody else, as a new request."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"
    PASSED_ON = "passed_on"


class HelpRequest(Base):
    """One teacher asks one person, who holds `role` around the route, about one activity or anything.

    `waits_since`: since when it is the addressee's turn. `reminded_on`, `told_on`: the local days on which the
    addressee was reminded and the teacher heard of the silence. `helped`: what the teacher said at the end, None
    where the request was taken back. `origin_id`: the request that was passed on.
    """

    __tablename__ = "help_requests"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    addressee_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    role: Mapped[str]
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activities.id"))
    origin_id: Mapped[int | None] = mapped_column(ForeignKey("help_requests.id"))
    state: Mapped[HelpState] = mapped_column(by_value(HelpState), default=HelpState.OPEN)
    helped: Mapped[bool | None]
    asked_at: Mapped[datetime]
    waits_since: Mapped[datetime]
    reminded_on: Mapped[date | None]
    told_on: Mapped[date | None]
    version: Mapped[int] = drawn_version()

    route: Mapped[Route] = relationship(lazy="raise")
    addressee: Mapped[Person] = relationship(lazy="raise")
    activity: Mapped[Activity | None] = relationship(lazy="raise")
    lines: Mapped[list[HelpLine]] = relationship(lazy="raise", order_by="HelpLine.id")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @property
    def title(self) -> str:
        """The activity it is about; "" for anything else."""
        return self.activity.title if self.activity is not None else ""

    @property
    def is_over(self) -> bool:
        """Nobody has to do anything about it any more."""
        return self.state in (HelpState.CLOSED, HelpState.PASSED_ON)

    def only_parties(self, person: Person) -> None:
        """Refuses NotYours to everybody but the teacher who asks and the person who is asked."""
        if person.id not in (self.route.teacher_id, self.addressee_id):
            raise NotYours("refusal-not-yours")

    def only_addressee(self, person: Person) -> None:
        """Refuses NotYours to everybody but the person who is asked."""
        if person.id != self.addressee_id:
            raise NotYours("refusal-not-yours")

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an older request."""
        if version != self.version:
            raise Outdated("help-request-outdated")

    def answer(self, by: Person, text: str, at: datetime) -> None:
        """The addressee answers in words, or adds to an answer: it is the teacher's turn."""
        self.only_addressee(by)
        self._is(HelpState.OPEN, HelpState.ANSWERED)
        self._add(by, text, at)
        self.state = HelpState.ANSWERED

    def ask_more(self, by: Person, text: str, at: datetime) -> None:
        """«Нужно ещё», or a word more while nobody has answered: it is the addressee's turn."""
        self.route.only_teacher(by)
        self._is(HelpState.OPEN, HelpState.ANSWERED)
        self._add(by, text, at)
        if self.state is HelpState.ANSWERED:
            self.wait_for_the_addressee(at)

    def wait_for_the_addressee(self, at: datetime) -> None:
        """It is the addressee's turn from now on: the internal term begins anew."""
        self.state, self.waits_since = HelpState.OPEN, at
        self.reminded_on = self.told_on = None

    def offer_a_time(self, by: Person) -> None:
        """The addressee offers to talk: it is the teacher's turn."""
        self.only_addressee(by)
        self._is(HelpState.OPEN, HelpState.ANSWERED)
        self.state = HelpState.ANSWERED

    def close(self, by: Person, *, helped: bool | None) -> None:
        """«Помогло», or the teacher takes the request back."""
        self.route.only_teacher(by)
        self._is(HelpState.OPEN, HelpState.ANSWERED)
        self.state, self.helped = HelpState.CLOSED, helped

    def pass_on(self, by: Person, to: Person, role: str, at: datetime) -> HelpRequest:
        """The addressee passes it on: this one is over, the other begins with everything said so far."""
        self.only_addressee(by)
        self._is(HelpState.OPEN, HelpState.ANSWERED)
        self.state = HelpState.PASSED_ON
        after = HelpRequest.begun(self.route, to, role, self.activity, at)
        after.origin_id = self.id
        after.lines = [HelpLine(author_id=one.author_id, text=one.text, at=one.at) for one in self.lines]
        return after

    @classmethod
    def begun(
        cls, route: Route, addressee: Person, role: str, activity: Activity | None, at: datetime
    ) -> HelpRequest:
        """A request that waits for its addressee, still without words."""
        return cls(
            route=route,
            addressee=addressee,
            role=role,
            activity=activity,
            state=HelpState.OPEN,
            asked_at=at,
            waits_since=at,
            lines=[],
        )

    def begin(self, by: Person, text: str, at: datetime) -> None:
        """The teacher's first words."""
        self._add(by, text, at)

    def _add(self, by: Person, text: str, at: datetime) -> None:
        if self.lines and (self.lines[-1].author_id, self.lines[-1].text) == (by.id, text):
            raise Outdated("help-request-said-already")
        if len(self.lines) >= MOST_LINES:
            raise Refusal("help-request-long-talk", most=MOST_LINES)
        self.lines.append(HelpLine(author_id=by.id, text=text, at=at))

    def _is(self, *states: HelpState) -> None:
        if self.state not in states:
            raise Outdated("help-request-over", state=self.state.value)


class HelpLine(Base):
    """What one of the two said, in order."""

    __tablename__ = "help_lines"

    id: Mapped[int] = identity()
    request_id: Mapped[int] = mapped_column(ForeignKey("help_requests.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    text: Mapped[str]
    at: Mapped[datetime]

    def forget(self) -> None:
        """The words go, who said something and when stays."""
        self.text = ""


def _whole() -> Select[HelpRequest]:
    route = joinedload(HelpRequest.route)
    return select(HelpRequest).options(
        route.joinedload(Route.teacher).joinedload(Person.organisation),
        route.joinedload(Route.organisation),
        route.joinedload(Route.team).joinedload(TeamMember.person),
        joinedload(HelpRequest.addressee).joinedload(Person.organisation),
        joinedload(HelpRequest.activity),
        joinedload(HelpRequest.lines),
    )


def help_request_by_id(request_id: int) -> Select[HelpRequest]:
    """A request with both people, the route and everything said."""
    return _whole().where(HelpRequest.id == request_id)


def help_requests_of_teacher(person_id: int) -> Select[HelpRequest]:
    """What a teacher has asked; the newest first. What was passed on stands there as its successor."""
    return (
        _whole()
        .where(Route.teacher_id == person_id, HelpRequest.state != HelpState.PASSED_ON)
        .join(Route, Route.id == HelpRequest.route_id)
        .order_by(HelpRequest.id.desc())
    )


def help_requests_to(person_id: int) -> Select[HelpRequest]:
    """What waits for a person's answer, the longest wait first."""
    return (
        _whole()
        .where(HelpRequest.addressee_id == person_id, HelpRequest.state == HelpState.OPEN)
        .order_by(HelpRequest.waits_since, HelpRequest.id)
    )


def count_help_for(person_id: int) -> Select[int]:
    """How many requests wait for a person."""
    return select(func.count(HelpRequest.id)).where(
        HelpRequest.addressee_id == person_id, HelpRequest.state == HelpState.OPEN
    )


def count_help_answered(teacher_id: int) -> Select[int]:
    """How many of a teacher's requests have an answer and wait for the teacher's word."""
    return (
        select(func.count(HelpRequest.id))
        .join(Route, Route.id == HelpRequest.route_id)
        .where(Route.teacher_id == teacher_id, HelpRequest.state == HelpState.ANSWERED)
    )


def help_unanswered(before: datetime) -> Select[HelpRequest]:
    """Requests that wait since before a moment and whose silence is not all told."""
    return (
        _whole()
        .where(
            HelpRequest.state == HelpState.OPEN,
            HelpRequest.waits_since <= before,
            HelpRequest.told_on.is_(None),
        )
        .order_by(HelpRequest.waits_since, HelpRequest.id)
    )


def help_still_open(request_ids: Collection[int]) -> Select[HelpRequest]:
    """Those of these requests that still wait for their addressee."""
    return _whole().where(HelpRequest.id.in_(request_ids), HelpRequest.state == HelpState.OPEN)


def silence_noted(request_ids: Collection[int], **marks: date) -> Update:
    """Who was told of a silence. Not a change of the row: drawn cards stay valid, so does the version."""
    table = HelpRequest.__table__
    return update(table).where(table.c.id.in_(request_ids)).values(**marks)  # type: ignore[arg-type]
