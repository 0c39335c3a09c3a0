"""«Исправить»: a person says that what the school keeps of them is wrong; the school answers (152-FZ art. 14 p. 1)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, or_, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.base import Base, by_value, drawn_version, identity
from models.errors import Outdated
from models.people import CENTRE_ROLES, Appointment, Organisation, Person, Role, in_office

OF_THE_SCHOOL = (Role.HEAD, Role.DEPUTY_HEAD)


class Fact(StrEnum):
    """What the school keeps, and signed papers and the list of people are made of."""

    NAME = "name"
    POSITION = "position"
    PLACE = "place"
    OFFICE = "office"


class AmendmentState(StrEnum):
    """Waits for an answer; corrected; not corrected, with a reason; taken back by who asked."""

    OPEN = "open"
    GRANTED = "granted"
    DECLINED = "declined"
    DROPPED = "dropped"


class Amendment(Base):
    """One request: what stood there (`before`), how it should be (`text`), who answered what, and when."""

    __tablename__ = "amendments"

    id: Mapped[int] = identity()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    what: Mapped[Fact] = mapped_column(by_value(Fact))
    before: Mapped[str]
    text: Mapped[str]
    state: Mapped[AmendmentState] = mapped_column(by_value(AmendmentState), default=AmendmentState.OPEN)
    asked_at: Mapped[datetime]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = drawn_version()

    person: Mapped[Person] = relationship(lazy="raise", foreign_keys=[person_id])

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @property
    def changes_the_list(self) -> bool:
        """Is it done by the answer itself? A place or an office is changed by its own order."""
        return self.what in (Fact.NAME, Fact.POSITION)

    def drawn(self, version: int | None) -> None:
        """Refuses Outdated for a card of before, and once it is decided; None: words, which carry no version."""
        if self.state is not AmendmentState.OPEN or version not in (None, self.version):
            raise Outdated("amendment-over", state=self.state.value)

    def grant(self, by: Person, at: datetime) -> None:
        """It is as the person says; name and position are so from now on. Signed papers stay as signed."""
        self._decide(by, at, AmendmentState.GRANTED)
        if self.what is Fact.NAME:
            self.person.full_name = self.text
        elif self.what is Fact.POSITION:
            self.person.position = self.text

    def decline(self, by: Person, at: datetime, reason: str) -> None:
        """It stays as it is, with a reason."""
        self._decide(by, at, AmendmentState.DECLINED)
        self.reason = reason

    def drop(self, at: datetime) -> None:
        """Taken back; what was written goes."""
        self.state, self.decided_at, self.text = AmendmentState.DROPPED, at, ""

    def _decide(self, by: Person, at: datetime, state: AmendmentState) -> None:
        self.state, self.decided_by_id, self.decided_at = state, by.id, at


def amendment_by_id(amendment_id: int) -> Select[Amendment]:
    """One request, with who asks and where they work."""
    person = joinedload(Amendment.person).joinedload(Person.organisation)
    return select(Amendment).where(Amendment.id == amendment_id).options(person)


def amendments_of(person_id: int) -> Select[Amendment]:
    """Every request of a person, the latest first."""
    return select(Amendment).where(Amendment.person_id == person_id).order_by(Amendment.id.desc())


def who_may_amend(person: Person, day: date) -> Select[Appointment]:
    """Who answers: the head and the deputies of the own place, and the centre of the region; nobody oneself."""
    here = (Appointment.organisation_id == person.organisation_id) & Appointment.role.in_(OF_THE_SCHOOL)
    centre = (Organisation.region == person.organisation.region) & Appointment.role.in_(CENTRE_ROLES)
    return (
        in_office(day)
        .join(Organisation, Organisation.id == Appointment.organisation_id)
        .where(or_(here, centre), Appointment.person_id != person.id)
        .options(joinedload(Appointment.person))
        .order_by(Appointment.id)
    )
