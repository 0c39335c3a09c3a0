"""Who is invited to a final event, and what they answered (S000 3.1.4: methodist, leaders, colleagues)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Select, UniqueConstraint, or_, select
from sqlalchemy.orm import Mapped, contains_eager, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity, normalised
from models.entry import Account
from models.errors import NotYours, Outdated
from models.final_event import FinalEvent, FinalEventState
from models.people import Appointment, Organisation, OrganisationKind, Person, Role, in_office
from models.route import Route


class GuestAnswer(StrEnum):
    """Приду / Не приду / Не знаю; waiting: nothing was said yet, or the day has changed since."""

    WAITING = "waiting"
    COMES = "comes"
    ABSENT = "absent"
    UNSURE = "unsure"


class Guest(Base):
    """One person invited to one final event. `role`: a code of the regulation, as which they come.

    `told_news` is the event's `news` that they have heard of, 0 before the invitation; `told`: the day, hour and
    place that they were told. `withdrawn_at`: the teacher no longer invites them.
    """

    __tablename__ = "guests"
    __table_args__ = (UniqueConstraint("event_id", "person_id"),)

    id: Mapped[int] = identity()
    event_id: Mapped[int] = mapped_column(ForeignKey("final_events.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    role: Mapped[str]
    answer: Mapped[GuestAnswer] = mapped_column(by_value(GuestAnswer), default=GuestAnswer.WAITING)
    words: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    told: Mapped[dict[str, Any]] = mapped_column(default=dict)
    told_news: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = drawn_version()
    created_at: Mapped[datetime]

    event: Mapped[FinalEvent] = relationship(lazy="raise")
    person: Mapped[Person] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    def only_guest(self, person: Person) -> None:
        """Refuses NotYours to everybody but the invited person."""
        if person.id != self.person_id:
            raise NotYours("refusal-not-yours")

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an older answer."""
        if version != self.version:
            raise Outdated("final-event-answered-already", answer=self.answer.value)

    def reply(self, answer: GuestAnswer, at: datetime, today: date, drawn: int) -> None:
        """The guest answers, or answers anew, until the event is over. Refuses an outdated card."""
        self._open(today)
        self.drawn(drawn)
        self.answer, self.answered_at = answer, at

    def say(self, words: str, at: datetime, today: date) -> None:
        """A few words beside the answer."""
        self._open(today)
        self.words, self.answered_at = words, at

    def withdraw(self, at: datetime) -> None:
        """The teacher does not invite this person any more."""
        if self.withdrawn_at is not None:
            raise Outdated("final-event-outdated")
        self.withdrawn_at = at

    def invite_again(self, at: datetime) -> None:
        """After a withdrawal: like the first time."""
        if self.withdrawn_at is None:
            raise Outdated("final-event-invited-already")
        self.withdrawn_at, self.answer, self.words, self.answered_at = None, GuestAnswer.WAITING, "", None
        self.told, self.told_news, self.created_at = {}, 0, at

    def hear(self, told: dict[str, Any], *, asked_anew: bool) -> None:
        """The guest is told how things are; another day or hour asks for another answer."""
        self.told, self.told_news = told, self.event.news
        if asked_anew:
            self.answer, self.answered_at = GuestAnswer.WAITING, None

    def call_off(self) -> None:
        """The guest is told that they are not expected any more."""
        self.told_news = 0 if self.withdrawn_at is not None else self.event.news

    def _open(self, today: date) -> None:
        if self.withdrawn_at is not None:
            raise Outdated("final-event-not-invited")
        self.event.open_for_guests(today)


def guest_by_id(guest_id: int) -> Select[Guest]:
    """A guest with the event, its teacher and school: what an invited person may see, and no more."""
    route = joinedload(Guest.event).joinedload(FinalEvent.route)
    return (
        select(Guest)
        .where(Guest.id == guest_id)
        .options(
            route.joinedload(Route.teacher), route.joinedload(Route.organisation), joinedload(Guest.person)
        )
    )


def guests_of(event_id: int) -> Select[Guest]:
    """Everybody who is or was invited to an event, in the order of the invitations."""
    return (
        select(Guest).where(Guest.event_id == event_id).options(joinedload(Guest.person)).order_by(Guest.id)
    )


def invitations_to(person_id: int, since: date) -> Select[Guest]:
    """The events that a person is invited to and that are still to come, by date."""
    route = contains_eager(Guest.event).joinedload(FinalEvent.route)
    return (
        select(Guest)
        .join(Guest.event)
        .options(route.joinedload(Route.teacher), route.joinedload(Route.organisation))
        .where(
            Guest.person_id == person_id,
            Guest.withdrawn_at.is_(None),
            FinalEvent.state == FinalEventState.PLANNED,
            FinalEvent.on_date >= since,
        )
        .order_by(FinalEvent.on_date, Guest.id)
    )


def guests_to_tell(since: date) -> Select[Guest]:
    """Guests with an account who have not heard the newest of an event to come; also of one taken out.

    A withdrawn guest who was told once is to hear, too.
    """
    route = contains_eager(Guest.event).joinedload(FinalEvent.route)
    planned, removed = (
        FinalEvent.state == FinalEventState.PLANNED,
        FinalEvent.state == FinalEventState.REMOVED,
    )
    unheard = Guest.withdrawn_at.is_(None) & (Guest.told_news < FinalEvent.news)
    withdrawn = Guest.withdrawn_at.is_not(None) & (Guest.told_news > 0)
    news = unheard & planned | unheard & removed & (Guest.told_news > 0) | withdrawn & (planned | removed)
    return (
        select(Guest)
        .join(Guest.event)
        .join(Account, Account.person_id == Guest.person_id)
        .options(route.joinedload(Route.teacher), route.joinedload(Route.organisation))
        .where(news, FinalEvent.on_date >= since, Account.unreachable_since.is_(None))
        .order_by(Guest.id)
    )


def events_with_answers(since: date) -> Select[FinalEvent]:
    """Planned events to come with answers that the teacher has not heard of."""
    new = (
        select(Guest.id)
        .where(
            Guest.event_id == FinalEvent.id,
            Guest.answered_at.is_not(None),
            or_(FinalEvent.heard_at.is_(None), Guest.answered_at > FinalEvent.heard_at),
        )
        .exists()
    )
    route = joinedload(FinalEvent.route)
    return (
        select(FinalEvent)
        .where(FinalEvent.state == FinalEventState.PLANNED, FinalEvent.on_date >= since, new)
        .options(route.joinedload(Route.organisation), route.joinedload(Route.teacher))
        .order_by(FinalEvent.id)
    )


def officers_around(route: Route, day: date, roles: Collection[Role]) -> Select[Appointment]:
    """Who holds one of these offices that day at the route's school or in the centre of its region."""
    return (
        _around(route.organisation, day)
        .where(Appointment.role.in_(roles))
        .options(joinedload(Appointment.person))
        .order_by(Appointment.id)
    )


def colleagues_named(organisation: Organisation, text: str, day: date) -> Select[Person]:
    """People in office at a school or in its centre whose name has these letters somewhere; by name."""
    here = _around(organisation, day).with_only_columns(Appointment.person_id)
    return (
        select(Person)
        .where(Person.search_name.contains(normalised(text), autoescape=True), Person.id.in_(here))
        .order_by(Person.search_name, Person.id)
    )


def _around(organisation: Organisation, day: date) -> Select[Appointment]:
    centre = (Organisation.region == organisation.region) & (Organisation.kind == OrganisationKind.CENTRE)
    return (
        in_office(day)
        .join(Organisation, Organisation.id == Appointment.organisation_id)
        .where((Organisation.id == organisation.id) | centre)
    )


def people_here(person_ids: Collection[int]) -> Select[int | None]:
    """Which of these people have come in and can be reached."""
    return select(Account.person_id).where(
        Account.person_id.in_(person_ids), Account.unreachable_since.is_(None)
    )
