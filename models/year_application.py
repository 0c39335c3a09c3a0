"""What a teacher asks for in the coming school year: the topic, help and events, or nothing (S001 4.3, X19)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import NotYours, Outdated
from models.people import Appointment, Person, Role, in_office
from models.route import Route

QUESTIONS = ("topic", "request")


class ApplicationState(StrEnum):
    """Being written; with the school, and still to be changed by its author."""

    DRAFT = "draft"
    SENT = "sent"


class YearApplication(Base):
    """One teacher's application for one school year of one school.

    `year`: the calendar year in which the school year begins; `blank`: the questions that were left open on purpose.
    """

    __tablename__ = "year_applications"
    __table_args__ = (UniqueConstraint("person_id", "organisation_id", "year"),)

    id: Mapped[int] = identity()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    year: Mapped[int]
    topic: Mapped[str] = mapped_column(default="")
    request: Mapped[str] = mapped_column(default="")
    blank: Mapped[list[str]] = mapped_column(default=list)
    state: Mapped[ApplicationState] = mapped_column(
        by_value(ApplicationState), default=ApplicationState.DRAFT
    )
    version: Mapped[int] = drawn_version()
    begun_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @classmethod
    def begun(cls, person: Person, organisation_id: int, year: int, at: datetime) -> YearApplication:
        """A teacher begins to say what they need."""
        made = cls(person=person, organisation_id=organisation_id, year=year, begun_at=at)
        made.topic = made.request = ""
        made.blank, made.state = [], ApplicationState.DRAFT
        return made

    @property
    def is_sent(self) -> bool:
        """Does the school have it?"""
        return self.state is ApplicationState.SENT

    @property
    def said(self) -> frozenset[str]:
        """The questions that were answered, or left open on purpose."""
        return frozenset({code for code in QUESTIONS if getattr(self, code)} | set(self.blank))

    @property
    def asks_nothing(self) -> bool:
        """«Пожеланий нет»: a valid answer."""
        return not self.topic and not self.request

    def only_author(self, person: Person) -> None:
        """Refuses NotYours to everybody but whoever asks."""
        if person.id != self.person_id:
            raise NotYours("refusal-not-yours")

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows an older application."""
        if version != self.version:
            raise Outdated("year-outdated")

    def write(self, code: str, answer: str, at: datetime) -> None:
        """The answer to one question, "" leaves it open; with the last one the school has it."""
        if code not in QUESTIONS:
            raise NotYours("refusal-not-yours")
        setattr(self, code, answer)
        self.blank = sorted({*self.blank, code} - ({code} if answer else set()))
        if set(QUESTIONS) <= self.said:
            self.state, self.sent_at = ApplicationState.SENT, at

    def ask_nothing(self, at: datetime) -> None:
        """«Пожеланий нет» in one tap."""
        for code in QUESTIONS:
            self.write(code, "", at)


def application_by_id(application_id: int) -> Select[YearApplication]:
    """One application with its author."""
    return (
        select(YearApplication)
        .where(YearApplication.id == application_id)
        .options(joinedload(YearApplication.person).joinedload(Person.organisation))
    )


def application_of(person_id: int, organisation_id: int, year: int) -> Select[YearApplication]:
    """What somebody asks of a school for a year."""
    return select(YearApplication).where(
        YearApplication.person_id == person_id,
        YearApplication.organisation_id == organisation_id,
        YearApplication.year == year,
    )


def applications_to(organisation_id: int, year: int) -> Select[YearApplication]:
    """Everything that a school was sent for a year, by the teacher's name."""
    return (
        select(YearApplication)
        .join(Person, Person.id == YearApplication.person_id)
        .options(joinedload(YearApplication.person).joinedload(Person.organisation))
        .where(
            YearApplication.organisation_id == organisation_id,
            YearApplication.year == year,
            YearApplication.state == ApplicationState.SENT,
        )
        .order_by(Person.search_name, Person.id)
    )


def teachers_at(organisation_id: int, day: date) -> Select[Person]:
    """Who teaches at a school on a day, by name."""
    held = (
        in_office(day)
        .with_only_columns(Appointment.person_id)
        .where(Appointment.organisation_id == organisation_id, Appointment.role == Role.TEACHER)
    )
    found = select(Person).options(joinedload(Person.organisation)).where(Person.id.in_(held))
    return found.order_by(Person.search_name, Person.id)


def who_stands_still(person_ids: Collection[int], day: date) -> Select[int]:
    """Those of these teachers whose route is suspended on a day."""
    until = Route.suspended_until.is_(None) | (Route.suspended_until >= day)
    return select(Route.teacher_id).where(Route.teacher_id.in_(person_ids), Route.suspended_on <= day, until)
