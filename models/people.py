"""Who there is: organisations, people, and the offices that people hold."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import ForeignKey, Select, UniqueConstraint, false, or_, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, validates

from models.base import Base, by_value, identity, normalised
from models.called import Called
from models.errors import Outdated


class Role(StrEnum):
    """An office in an organisation or a centre (the roles of the regulations; see GLOSSARY.md)."""

    TEACHER = "teacher"
    TUTOR = "tutor"
    METHODIST = "methodist"
    CENTRE_METHODIST = "centre_methodist"
    CENTRE_HEAD = "centre_head"
    DEPUTY_HEAD = "deputy_head"
    SUBJECT_LEAD = "subject_lead"
    HEAD = "head"
    MENTOR = "mentor"
    MENTEE = "mentee"
    ADMIN = "admin"


CENTRE_ROLES = frozenset({Role.METHODIST, Role.CENTRE_METHODIST, Role.CENTRE_HEAD})
ROUTE_ROLES = frozenset({Role.TEACHER, Role.MENTEE})
ACCOMPANYING = frozenset({Role.TUTOR, Role.MENTOR, Role.DEPUTY_HEAD})


class OrganisationKind(StrEnum):
    """A school teaches; a centre (ЦНППМ) accompanies the schools of its region."""

    SCHOOL = "school"
    CENTRE = "centre"


class Organisation(Base):
    """A school or a centre, its place and zone, and the regulation it works by.

    `signature_act`: the act by which its people sign with a simple electronic signature («Приказ № 15 от …»),
    "" where there is none; who entered it, and when. `discreet`: its people go without names in the chat (149-FZ).
    """

    __tablename__ = "organisations"
    __table_args__ = (UniqueConstraint("name", "municipality"),)

    id: Mapped[int] = identity()
    kind: Mapped[OrganisationKind] = mapped_column(
        by_value(OrganisationKind), default=OrganisationKind.SCHOOL
    )
    name: Mapped[str]
    municipality: Mapped[str]
    region: Mapped[str] = mapped_column(index=True)
    timezone: Mapped[str]
    regulation: Mapped[str]
    signature_act: Mapped[str] = mapped_column(default="", server_default="")
    signature_act_by: Mapped[str] = mapped_column(default="", server_default="")
    signature_act_at: Mapped[datetime | None]
    discreet: Mapped[bool] = mapped_column(default=False, server_default=false())

    def agree_to_signatures(self, act: str, by: str, at: datetime) -> None:
        """The organisation's agreement to simple electronic signatures is entered; "" takes it away."""
        self.signature_act, self.signature_act_by, self.signature_act_at = act, by, at

    def local(self, moment: datetime) -> datetime:
        """The same moment on this organisation's wall clock."""
        return moment.astimezone(ZoneInfo(self.timezone))

    def today(self, moment: datetime) -> date:
        """The local date there; every deadline is compared with it (DESIGN 15)."""
        return self.local(moment).date()


class Person(Called, Base):
    """Somebody whom an organisation has named. `external_id` is the organisation's own key, the same at each import.

    `alias`: what the chat says instead of the name where the organisation is discreet, else "" (services/discreet.py).
    """

    __tablename__ = "people"

    id: Mapped[int] = identity()
    external_id: Mapped[str] = mapped_column(unique=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    full_name: Mapped[str]
    search_name: Mapped[str] = mapped_column(index=True)
    alias: Mapped[str] = mapped_column(default="", server_default="")
    position: Mapped[str] = mapped_column(default="")
    tutor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)

    organisation: Mapped[Organisation] = relationship(lazy="raise")

    @validates("full_name")
    def _keep_search_name(self, _: str, full_name: str) -> str:
        """Search on Cyrillic needs a normalised column (DESIGN 19)."""
        self.search_name = normalised(full_name)
        return full_name


class Appointment(Base):
    """An office with its dates: rights begin and end with it (DESIGN 12). Held again, it is another row (X39).

    `acting`: «и. о.», for a time. The orders by which it began and ended name it (models/staff_order.py).
    """

    __tablename__ = "appointments"

    id: Mapped[int] = identity()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    role: Mapped[Role] = mapped_column(by_value(Role))
    since: Mapped[date]
    until: Mapped[date | None]
    acting: Mapped[bool] = mapped_column(default=False, server_default=false())

    person: Mapped[Person] = relationship(lazy="raise")
    organisation: Mapped[Organisation] = relationship(lazy="raise")

    def holds(self, day: date) -> bool:
        """Is it held on that day?"""
        return self.since <= day and (self.until is None or day <= self.until)

    def end(self, last: date) -> None:
        """The last day of the office, local. Refuses an office that has ended by then."""
        if self.until is not None and self.until <= last:
            raise Outdated("staff-office-over-already", until=self.until)
        self.until = last


def in_office(day: date) -> Select[Appointment]:
    """Appointments that hold on a day."""
    return select(Appointment).where(
        Appointment.since <= day, or_(Appointment.until.is_(None), Appointment.until >= day)
    )


def roles_of(person_id: int, day: date) -> Select[Appointment]:
    """The offices that a person holds on a day."""
    return in_office(day).where(Appointment.person_id == person_id)


def offices_of(person_id: int) -> Select[Appointment]:
    """Every office that a person holds, held or will hold, the latest first."""
    return (
        select(Appointment)
        .where(Appointment.person_id == person_id)
        .options(joinedload(Appointment.organisation))
        .order_by(Appointment.since.desc(), Appointment.id.desc())
    )


def methodists_of(region: str, day: date) -> Select[Appointment]:
    """Who, in the centre of a region, hears when a code or a person is in trouble."""
    return (
        in_office(day)
        .join(Organisation, Organisation.id == Appointment.organisation_id)
        .where(Organisation.region == region, Appointment.role.in_([Role.METHODIST, Role.CENTRE_METHODIST]))
    )


def methodists_by(regulation: str, day: date) -> Select[Appointment]:
    """Who looks after the papers of a regulation: the methodists of the organisations that work by it."""
    return (
        in_office(day)
        .join(Organisation, Organisation.id == Appointment.organisation_id)
        .where(
            Organisation.regulation == regulation,
            Appointment.role.in_([Role.METHODIST, Role.CENTRE_METHODIST]),
        )
    )


def offices_around(organisation_id: int, region: str, day: date) -> Select[Appointment]:
    """Every office of a school, and every one of the centres of its region, with who holds it."""
    centre = (Organisation.region == region) & Appointment.role.in_(CENTRE_ROLES)
    return (
        in_office(day)
        .join(Organisation, Organisation.id == Appointment.organisation_id)
        .where(or_(Appointment.organisation_id == organisation_id, centre))
        .options(
            joinedload(Appointment.person).joinedload(Person.organisation),
            joinedload(Appointment.organisation),
        )
        .order_by(Appointment.id)
    )


def who_may_clear(person: Person, day: date) -> Select[Appointment]:
    """Who may clear a forgotten code of signing: the centre of the region, and whoever administers the own place."""
    centre = (Organisation.region == person.organisation.region) & Appointment.role.in_(CENTRE_ROLES)
    admin = (Appointment.organisation_id == person.organisation_id) & (Appointment.role == Role.ADMIN)
    return (
        in_office(day)
        .join(Organisation, Organisation.id == Appointment.organisation_id)
        .where(or_(centre, admin), Appointment.person_id != person.id)
        .options(joinedload(Appointment.person))
    )


def administrators() -> Select[Appointment]:
    """Every office of an administrator, held or not, with its place."""
    return (
        select(Appointment)
        .where(Appointment.role == Role.ADMIN)
        .options(joinedload(Appointment.organisation))
    )


def centres_of(region: str) -> Select[Organisation]:
    """The centres that accompany the schools of a region."""
    here = (Organisation.region == region) & (Organisation.kind == OrganisationKind.CENTRE)
    return select(Organisation).where(here).order_by(Organisation.id)


def person_by_id(person_id: int) -> Select[Person]:
    """A person with the place where they work."""
    return select(Person).where(Person.id == person_id).options(joinedload(Person.organisation))


def people_by_ids(ids: Collection[int]) -> Select[Person]:
    """These people with their organisations."""
    return select(Person).options(joinedload(Person.organisation)).where(Person.id.in_(ids))


def organisation_by_id(organisation_id: int) -> Select[Organisation]:
    """One school or centre."""
    return select(Organisation).where(Organisation.id == organisation_id)
