"""The route (ИОМ) of one teacher: its regulation, its team, its term, its history."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Select, select, text
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship
from sqlalchemy.orm.attributes import flag_modified

from models.base import Base, drawn_version, identity
from models.errors import NotYours, Outdated, Refusal
from models.people import ACCOMPANYING, Organisation, Person, Role
from models.route_end import APPROVED as APPROVED  # noqa: PLC0414 (named from here, too)
from models.route_end import Ending
from models.route_end import RouteState as RouteState  # noqa: PLC0414 (named from here, too)
from models.succession import tell_successor
from models.suspension import Suspended
from models.team_member import TeamMember as TeamMember  # noqa: PLC0414 (named from here, too)

REVIEWERS = ACCOMPANYING | {Role.METHODIST, Role.CENTRE_METHODIST, Role.SUBJECT_LEAD, Role.HEAD}


class Route(Ending, Suspended, Base):
    """One teacher's route. It keeps the edition of the regulation that it began with (DESIGN 13).

    `topic`: None until it was asked, "" for none; `draft`: grows with every change; `began_on`: the actual start.
    """

    __tablename__ = "routes"
    __table_args__ = (
        Index(
            "ix_routes_cohorts",
            *("organisation_id", "regulation", "edition"),
            sqlite_where=text("state = 'active'"),
            postgresql_where=text("state = 'active'"),
        ),
    )

    id: Mapped[int] = identity()
    teacher_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    regulation: Mapped[str]
    edition: Mapped[int]
    topic: Mapped[str | None]
    starts_on: Mapped[date | None]
    draft: Mapped[int] = mapped_column(default=1)
    version: Mapped[int] = drawn_version()
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    turned_at: Mapped[datetime | None]
    began_on: Mapped[date | None]

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
        return self.only_roles(person, day, REVIEWERS)

    def reviewers(self, day: date) -> list[TeamMember]:
        """Who may judge the teacher's work on that day (X27)."""
        return [
            one
            for one in self.team
            if one.role in REVIEWERS and one.holds(day) and one.person_id != self.teacher_id
        ]

    def only_roles(self, person: Person, day: date, roles: Collection[str]) -> TeamMember:
        """Somebody's place on the team with one of these roles; refuses NotYours to all others (X27)."""
        if person.id == self.teacher_id:
            raise NotYours("refusal-own-work")
        for member in self.team:
            if member.person_id == person.id and member.holds(day) and member.role in roles:
                return member
        tell_successor(self.team, person.id, day)
        raise NotYours("refusal-not-yours")

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the card that was tapped shows an older route."""
        if version != self.version:
            raise Outdated("refusal-outdated")

    def start_on(self, day: date) -> None:
        """The planned first day, local. An end that lies before it is forgotten and asked anew."""
        self._term_is_open()
        self.change()
        self.starts_on = day
        if self.ends_on is not None and self.ends_on <= day:
            self.ends_on = None

    def end_on(self, day: date) -> None:
        """The planned last day, local. Refuses one that is not after the first day."""
        self._term_is_open()
        if self.starts_on is None or day <= self.starts_on:
            raise Refusal("plan-term-backwards", starts=self.starts_on or day)
        self.change()
        self.ends_on = day

    def name_topic(self, topic: str) -> bool:
        """What the teacher works on; "" is no topic. Whether the draft is another one now."""
        self._term_is_open()
        other = topic != (self.topic or "")
        self.topic = topic
        if other:
            self.change()
        return other

    def _term_is_open(self) -> None:
        self.editable()
        if self.state is RouteState.ACTIVE:
            raise Refusal("plan-term-confirmed")

    def editable(self) -> None:
        """Refuses the teacher while the draft is looked at: what is judged must stay as sent; and once it is over."""
        self.only_going()
        if self.state is RouteState.ON_CONFIRMATION:
            raise Refusal("plan-on-confirmation")

    def change(self) -> None:
        """The draft is another one now; it is nobody's to judge until it is agreed with anew."""
        if self.state not in APPROVED:
            self.draft += 1
            self.state = RouteState.DRAFT

    def holders(self, day: date, *roles: str) -> list[TeamMember]:
        """Who holds the first of these roles that anybody holds; never the teacher (X22, X27)."""
        held = [one for one in self.team if one.holds(day) and one.person_id != self.teacher_id]
        found = ([one for one in held if one.role == role] for role in roles)
        return next((some for some in found if some), [])

    def agree_as_teacher(self, person: Person, drawn: int) -> None:
        """The teacher agrees with the draft, as drawn: it goes to the co-author. Refuses a second time."""
        self.only_teacher(person)
        if self.state is not RouteState.DRAFT:
            raise Outdated("plan-already-sent")
        self.drawn(drawn)
        self._has_a_term()
        self.state = RouteState.ON_CONFIRMATION

    def agree_as_team(self, by: Person, day: date, drawn: int, roles: Collection[str]) -> TeamMember:
        """A co-author of the team agrees with the draft, as drawn; cards drawn before are outdated."""
        member = self.only_roles(by, day, roles)
        self._not_confirmed()
        self.drawn(drawn)
        self._has_a_term()
        self.touch()
        return member

    def touch(self) -> None:
        """Something was said about the draft: cards drawn before are outdated."""
        flag_modified(self, "draft")

    def take_back(self, person: Person, drawn: int) -> None:
        """The teacher takes the draft back before the plan is approved."""
        self.only_teacher(person)
        self.waits_for_a_word(drawn)
        self.state = RouteState.DRAFT

    def start(self, at: datetime, on: date) -> None:
        """The last signature is there: the route is being walked from that local day on (X20)."""
        self.state = RouteState.ACTIVE
        self.confirmed_at, self.began_on = at, on

    def unstart(self) -> None:
        """The last signature was taken back at once: its word is awaited again."""
        self.state = RouteState.ON_CONFIRMATION
        self.confirmed_at = self.began_on = None

    def began(self, on: date, drawn: int) -> None:
        """The actual start is another day (X20). Refuses where the route has not begun, and an outdated card."""
        if self.state is not RouteState.ACTIVE:
            raise Refusal("signing-not-begun")
        self.drawn(drawn)
        self.began_on = on

    def move_to(self, place: Organisation, text: tuple[str, int] | None) -> None:
        """Another school's from now on, by the same number; `text`: the regulation that it takes, if any (X45)."""
        self.organisation, self.organisation_id = place, place.id
        self.touch()
        if text is not None:
            self.regulation, self.edition = text
            self.change()

    def give_back(self, drawn: int) -> None:
        """The draft goes back to be mended; the reason stands in the history (X31)."""
        self.waits_for_a_word(drawn)
        self.change()

    def waits_for_a_word(self, drawn: int) -> None:
        """Refuses Outdated: a plan that no longer waits, and one that was sent anew since it was drawn."""
        self._not_confirmed()
        if self.state is not RouteState.ON_CONFIRMATION:
            raise Outdated("plan-not-waiting")
        self.drawn(drawn)

    def _not_confirmed(self) -> None:
        if self.state in APPROVED:
            raise Outdated("plan-confirmed-already", at=self.confirmed_at)

    def _has_a_term(self) -> None:
        if self.starts_on is None or self.ends_on is None:
            raise Refusal("plan-no-term")


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
    """The routes that a person walks: the one they turned to (X21), else the latest, first."""
    return _whole().where(Route.teacher_id == person_id).order_by(Route.turned_at.is_(None), Route.id.desc())


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
    found = _whole().join(Person, Person.id == Route.teacher_id)
    return found.where(Route.id.in_(reviewed_by(person_id, day))).order_by(Person.search_name)
