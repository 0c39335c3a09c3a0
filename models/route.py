"""The route (ИОМ) of one teacher: its regulation, its team, its term, its history."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import NotYours, Outdated, Refusal
from models.people import Organisation, Person, Role


class RouteState(StrEnum):
    """How far a route is: being drawn up, waiting for the tutor's word, being walked."""

    DRAFT = "draft"
    ON_CONFIRMATION = "on_confirmation"
    ACTIVE = "active"


REVIEWERS = frozenset(
    {Role.TUTOR, Role.METHODIST, Role.CENTRE_METHODIST, Role.DEPUTY_HEAD, Role.SUBJECT_LEAD, Role.HEAD}
)


class Route(Base):
    """One teacher's route. It keeps the edition of the regulation that it began with (DESIGN 13).

    `topic`: what the teacher works on («тема»); None until it was asked, "" for none.
    """

    __tablename__ = "routes"

    id: Mapped[int] = identity()
    teacher_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    regulation: Mapped[str]
    edition: Mapped[int]
    topic: Mapped[str | None]
    state: Mapped[RouteState] = mapped_column(by_value(RouteState), default=RouteState.DRAFT)
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    version: Mapped[int] = drawn_version()
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]

    teacher: Mapped[Person] = relationship(lazy="raise")
    organisation: Mapped[Organisation] = relationship(lazy="raise")
    team: Mapped[list[TeamMember]] = relationship(lazy="raise", order_by="TeamMember.id")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def only_teacher(self, person: Person) -> None:
        """Refuses NotYours to everybody but the teacher whose route it is."""
        if person.id != self.teacher_id:
            raise NotYours("refusal-not-yours")

    def only_team(self, person: Person, day: date) -> TeamMember:
        """The reviewer's place on the team; refuses NotYours to strangers and to the teacher (X27)."""
        if person.id == self.teacher_id:
            raise NotYours("refusal-own-work")
        for member in self.team:
            if member.person_id == person.id and member.holds(day) and member.role in REVIEWERS:
                return member
        raise NotYours("refusal-not-yours")

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the card that was tapped shows an older route."""
        if version != self.version:
            raise Outdated("refusal-outdated")

    def start_on(self, day: date) -> None:
        """The planned first day, local. An end that lies before it is forgotten and asked anew."""
        self._term_is_open()
        self.starts_on = day
        if self.ends_on is not None and self.ends_on <= day:
            self.ends_on = None

    def end_on(self, day: date) -> None:
        """The planned last day, local. Refuses one that is not after the first day."""
        self._term_is_open()
        if self.starts_on is None or day <= self.starts_on:
            raise Refusal("plan-term-backwards", starts=self.starts_on or day)
        self.ends_on = day

    def _term_is_open(self) -> None:
        self.editable()
        if self.state is RouteState.ACTIVE:
            raise Refusal("plan-term-confirmed")

    def editable(self) -> None:
        """Refuses while somebody is looking at the draft: what is judged must stay what was sent."""
        if self.state is RouteState.ON_CONFIRMATION:
            raise Refusal("plan-on-confirmation")

    def confirmers(self, day: date) -> list[TeamMember]:
        """Who is asked to confirm the plan: the tutors, else the methodists; never the teacher (X22, X27)."""
        held = [one for one in self.team if one.holds(day) and one.person_id != self.teacher_id]
        tutors = [one for one in held if one.role is Role.TUTOR]
        return tutors or [one for one in held if one.role in (Role.METHODIST, Role.CENTRE_METHODIST)]

    def send_to_tutor(self, person: Person, drawn: int) -> None:
        """The teacher hands the draft, as drawn, to the tutor. Refuses without a term, and a second time."""
        self.only_teacher(person)
        if self.state is not RouteState.DRAFT:
            raise Outdated("plan-already-sent")
        self.drawn(drawn)
        if self.starts_on is None or self.ends_on is None:
            raise Refusal("plan-no-term")
        self.state = RouteState.ON_CONFIRMATION

    def take_back(self, person: Person, drawn: int) -> None:
        """The teacher takes the draft back before the tutor has spoken."""
        self.only_teacher(person)
        self._waits_for_a_word(drawn)
        self.state = RouteState.DRAFT

    def confirm(self, by: Person, at: datetime, day: date, drawn: int) -> None:
        """A team member confirms the plan: the route is being walked from now on."""
        self.open_for_a_word(by, day, drawn)
        self.state = RouteState.ACTIVE
        self.confirmed_at = at

    def give_back(self, by: Person, day: date, drawn: int) -> None:
        """A team member returns the draft to the teacher; the reason stands in the history (X31)."""
        self.open_for_a_word(by, day, drawn)
        self.state = RouteState.DRAFT

    def open_for_a_word(self, by: Person, day: date, drawn: int) -> None:
        """Refuses strangers, a plan that no longer waits, and one that was sent anew since it was drawn."""
        self.only_team(by, day)
        self._waits_for_a_word(drawn)

    def _waits_for_a_word(self, drawn: int) -> None:
        if self.state is RouteState.ACTIVE:
            raise Outdated("plan-confirmed-already", at=self.confirmed_at)
        if self.state is not RouteState.ON_CONFIRMATION:
            raise Outdated("plan-not-waiting")
        self.drawn(drawn)


class TeamMember(Base):
    """Somebody's place on the team of a route, with its dates. Rights are held here (DESIGN 12)."""

    __tablename__ = "team_members"

    id: Mapped[int] = identity()
    route_id: Mapped[int] = mapped_column(ForeignKey("routes.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    role: Mapped[Role] = mapped_column(by_value(Role))
    since: Mapped[date]
    until: Mapped[date | None]

    person: Mapped[Person] = relationship(lazy="raise")

    def holds(self, day: date) -> bool:
        """Is this person on the team on that day?"""
        return self.since <= day and (self.until is None or day <= self.until)


def _whole() -> Select[Route]:
    return select(Route).options(
        joinedload(Route.teacher).joinedload(Person.organisation),
        joinedload(Route.organisation),
        joinedload(Route.team).joinedload(TeamMember.person),
    )


def route_by_id(route_id: int) -> Select[Route]:
    """A route with its teacher, school and team."""
    return _whole().where(Route.id == route_id)


def routes_of_teacher(person_id: int) -> Select[Route]:
    """The routes that a person walks, the latest first."""
    return _whole().where(Route.teacher_id == person_id).order_by(Route.id.desc())


def reviewed_by(person_id: int, day: date) -> Select[int]:
    """The ids of the routes that a person may review on that day; the person's own are not taken out."""
    return select(TeamMember.route_id).where(
        TeamMember.person_id == person_id,
        TeamMember.role.in_(REVIEWERS),
        TeamMember.since <= day,
        (TeamMember.until.is_(None)) | (TeamMember.until >= day),
    )


def routes_of_team(person_id: int, day: date) -> Select[Route]:
    """The routes on whose team a person is on that day, by the teacher's name."""
    mine = reviewed_by(person_id, day)
    return (
        _whole()
        .join(Person, Person.id == Route.teacher_id)
        .where(Route.id.in_(mine))
        .order_by(Person.search_name)
    )


def plans_waiting(person_id: int, day: date) -> Select[Route]:
    """The routes of a person's teams whose plan waits for a word; never the person's own (X27)."""
    waiting = routes_of_team(person_id, day).where(Route.state == RouteState.ON_CONFIRMATION)
    return waiting.where(Route.teacher_id != person_id)
