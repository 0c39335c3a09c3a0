"""How one person wants to be reminded: the days, the hour, how many, a vacation (S-14.1)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ForeignKey, Select, Update, bindparam, select, update
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from models.base import Base, by_value, drawn_version
from models.entry import Account
from models.errors import Outdated, Refusal
from models.people import Person

EVERY_DAY = 0b111_1111
LONGEST_VACATION = timedelta(days=365)


class Rungs(StrEnum):
    """How many reminders of one deadline: every rung of the ladder, only the evening before, none."""

    ALL = "all"
    LAST = "last"
    NONE = "none"


class ReminderSettings(Base):
    """Who has a row has chosen something, and is reminded by it; everybody else as the organisation does.

    `weekdays`: a bit for each, Monday is 1; `hour`: local, None is the organisation's. A vacation is in force
    once both its days are known. `evening`: up to which local day reminders are written; `next_at`: when the
    next ones are due, None for never.
    """

    __tablename__ = "reminder_settings"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    weekdays: Mapped[int] = mapped_column(default=EVERY_DAY)
    hour: Mapped[int | None]
    rungs: Mapped[Rungs] = mapped_column(by_value(Rungs), default=Rungs.ALL)
    vacation_from: Mapped[date | None]
    vacation_to: Mapped[date | None]
    evening: Mapped[date]
    next_at: Mapped[datetime | None] = mapped_column(index=True)
    version: Mapped[int] = drawn_version()

    person: Mapped[Person] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)

    @classmethod
    def usual(cls, person_id: int, evening: date) -> ReminderSettings:
        """Nothing chosen yet; reminders are written up to that local day."""
        return cls(
            person_id=person_id,
            weekdays=EVERY_DAY,
            rungs=Rungs.ALL,
            evening=evening,
            version=0,
        )

    @property
    def chosen_days(self) -> frozenset[int]:
        """The weekdays, Monday is 0."""
        return frozenset(day for day in range(7) if self.weekdays & 1 << day)

    @property
    def vacation(self) -> tuple[date, date] | None:
        """The vacation in force: first and last local day."""
        if self.vacation_from is None or self.vacation_to is None:
            return None
        return self.vacation_from, self.vacation_to

    def at(self, usual: time) -> time:
        """The hour of this person's reminders; `usual`: the organisation's."""
        return usual if self.hour is None else time(self.hour)

    def drawn(self, version: int) -> None:
        """Refuses Outdated when the tapped card shows older settings."""
        if version != self.version:
            raise Outdated("refusal-outdated")

    def choose_days(self, weekdays: int) -> None:
        """Other weekdays. Refuses `remind-no-day` for none at all: «не присылать» says that."""
        if not weekdays:
            raise Refusal("remind-no-day")
        self.weekdays = weekdays & EVERY_DAY

    def leave_from(self, day: date) -> None:
        """The first day of a vacation; an earlier one is forgotten."""
        self.vacation_from, self.vacation_to = day, None

    def leave_until(self, day: date) -> None:
        """The last day of the vacation, from now on in force. Refuses one before the first day, or a year on."""
        first = self.vacation_from
        if first is None or day < first:
            raise Refusal("remind-vacation-backwards", first=first or day)
        if day - first > LONGEST_VACATION:
            raise Refusal("remind-vacation-long")
        self.vacation_to = day

    def end_vacation(self) -> None:
        """No vacation: what was held back in it is due."""
        self.vacation_from = self.vacation_to = None

    def next_on(self, day: date | None, hour: time, zone: ZoneInfo) -> None:
        """The next reminders are due on that local day, at that hour; None: never."""
        self.next_at = None if day is None else datetime.combine(day, hour, zone)


def settings_of(person_id: int) -> Select[ReminderSettings]:
    """A person's settings, if anything was chosen."""
    return select(ReminderSettings).where(ReminderSettings.person_id == person_id)


def settings_of_all(person_ids: Collection[int]) -> Select[ReminderSettings]:
    """The settings of those of these people who have some."""
    return select(ReminderSettings).where(ReminderSettings.person_id.in_(person_ids))


def first_due(at: datetime) -> Select[int]:
    """Whether anybody's own hour has come: one id, or none."""
    return _due(select(ReminderSettings.person_id), at).limit(1)


def settings_due(at: datetime) -> Select[ReminderSettings]:
    """The settings whose hour has come, with people and organisations, held where the database can."""
    person = contains_eager(ReminderSettings.person).joinedload(Person.organisation)
    return (
        _due(select(ReminderSettings), at)
        .join(Person, Person.id == ReminderSettings.person_id)
        .options(person)
        .with_for_update(of=ReminderSettings, skip_locked=True)
    )


def _due(query: Select[Any], at: datetime) -> Select[Any]:
    return query.join(Account, Account.person_id == ReminderSettings.person_id).where(
        ReminderSettings.next_at <= at
    )


def written() -> Update:
    """Evenings written (`who`, `upto`, `next`). Not a choice of the person: drawn cards stay valid."""
    table = ReminderSettings.__table__
    return (
        update(table)  # type: ignore[arg-type]
        .where(table.c.person_id == bindparam("who"))
        .values(evening=bindparam("upto"), next_at=bindparam("next"))
    )
