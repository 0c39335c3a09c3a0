"""Reminders are computed: the database is the calendar (DESIGN 16). Kept is only what cannot be computed.

That is: up to which evening the reminders have been written, and what a person put off to another day.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Insert,
    Integer,
    Select,
    UniqueConstraint,
    Update,
    and_,
    exists,
    false,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, identity
from models.notice import Notice
from models.people import Organisation
from models.plan import Activity
from models.route import Route, RouteState, TeamMember


class Group(NamedTuple):
    """Cohorts that are reminded at the same moment: the zone of the schools, the edition, the last evening written."""

    timezone: str
    regulation: str
    edition: int
    evening: date | None


class Cohort(NamedTuple):
    """Routes that are reminded alike: of one organisation, under one edition of a regulation."""

    organisation_id: int
    regulation: str
    edition: int


class Swept(Base):
    """The last local evening whose reminders are written, for an organisation's routes under one edition.

    None for one that has just begun. It only grows: a clock that was moved back and forth says nothing twice.
    """

    __tablename__ = "swept"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), primary_key=True)
    regulation: Mapped[str] = mapped_column(primary_key=True)
    edition: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    evening: Mapped[date | None]


class Snooze(Base):
    """«Напомнить завтра»: the day of the reminder put off, and the day to say it again (local dates).

    `things`: what that reminder was about, `kind:id` to the date it had; a moved thing is not the same.
    """

    __tablename__ = "snoozes"
    __table_args__ = (UniqueConstraint("person_id", "said_on"),)

    id: Mapped[int] = identity()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    said_on: Mapped[date]
    again_on: Mapped[date] = mapped_column(index=True)
    things: Mapped[dict[str, Any]]


def same_cohort() -> ColumnElement[bool]:
    """A mark is about this route."""
    return and_(
        Swept.organisation_id == Route.organisation_id,
        Swept.regulation == Route.regulation,
        Swept.edition == Route.edition,
    )


def cohorts_begun() -> Insert:
    """Marks without an evening for cohorts of active routes that have none yet."""
    cohort = (Route.organisation_id, Route.regulation, Route.edition)
    active = select(*cohort).where(Route.state == RouteState.ACTIVE).distinct().subquery()
    table = Swept.__table__
    same = and_(*(table.c[one.name] == one for one in active.c))
    return insert(Swept).from_select(
        [one.name for one in active.c], select(active).where(~exists().where(same))
    )


def groups() -> Select[str, str, int, date | None]:
    """All marks, those that are alike as one row: see Group."""
    return _marks().group_by(*_marks().selected_columns)


def grouped() -> Select[str, str, int, date | None, int]:
    """All marks: the columns of a Group, and the organisation."""
    return _marks().add_columns(Swept.organisation_id)


def _marks() -> Select[str, str, int, date | None]:
    alike = (Organisation.timezone, Swept.regulation, Swept.edition, Swept.evening)
    return select(*alike).join(Organisation, Organisation.id == Swept.organisation_id)


def sweeps_held() -> Select[int]:
    """Every mark, held to the end of the transaction where the database can: a second worker waits here."""
    return select(func.count()).select_from(select(Swept.edition).with_for_update().subquery())


def written_up_to(groups: Collection[Group], evening: date) -> Update:
    """The reminders of that evening are written to these groups. A mark never goes back, whatever the clock does."""
    table = Swept.__table__
    behind = Swept.evening.is_(None) | (Swept.evening < evening)
    of_them = select(Organisation.id).where(Organisation.id == Swept.organisation_id, _in_one_of(groups))
    return update(table).where(behind, exists(of_them.correlate(table))).values(evening=evening)  # type: ignore[arg-type]


def _in_one_of(groups: Collection[Group]) -> ColumnElement[bool]:
    each = (
        and_(
            Organisation.timezone == one.timezone,
            Swept.regulation == one.regulation,
            Swept.edition == one.edition,
            Swept.evening.is_not_distinct_from(one.evening),
        )
        for one in groups
    )
    return or_(false(), *each)


def marks_of(person_id: int) -> Select[Swept]:
    """The marks of the active routes that a person walks or accompanies."""
    mine = or_(
        Route.teacher_id == person_id,
        Route.id.in_(select(TeamMember.route_id).where(TeamMember.person_id == person_id)),
    )
    return select(Swept).join(Route, same_cohort()).where(mine, Route.state == RouteState.ACTIVE)


def asked(activity_ids: Collection[int], on: date) -> Update:
    """«Было?» has been asked. Not a change of the row: drawn cards stay valid, so the version stays."""
    table = Activity.__table__
    return update(table).where(table.c.id.in_(activity_ids)).values(asked_on=on)  # type: ignore[arg-type]


def snoozes_between(first: date, last: date) -> Select[Snooze]:
    """What was put off to these days."""
    return select(Snooze).where(Snooze.again_on.between(first, last))


def snooze_of(person_id: int, said_on: date) -> Select[Snooze]:
    """What a person put off from the reminder of that day."""
    return select(Snooze).where(Snooze.person_id == person_id, Snooze.said_on == said_on)


def told(keys: Collection[str]) -> Select[str | None]:
    """Which of these `once` keys have been written."""
    return select(Notice.once).where(Notice.once.in_(keys))


def day_notices(person_id: int, prefix: str) -> Select[Notice]:
    """A person's notices whose `once` begins so."""
    return select(Notice).where(
        Notice.person_id == person_id, Notice.once.startswith(prefix, autoescape=True)
    )


def facts_told(person_ids: Collection[int], kind: str) -> Select[int, dict[str, Any]]:
    """What these people have been told in notices of a kind: who, and the facts."""
    return select(Notice.person_id, Notice.facts).where(Notice.person_id.in_(person_ids), Notice.kind == kind)
