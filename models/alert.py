"""What there is in the bot, in figures and without a name: for whoever looks after it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select

from models.entry import Account
from models.evidence import Evidence
from models.notice import Notice
from models.people import Appointment, Organisation, OrganisationKind, Person, Role, in_office
from models.second_factor import SecondFactor

BUG = "alert-bug"


def count_people() -> Select[int, int]:
    """How many people there are, and how many of them have come in."""
    return select(func.count(Person.id), func.count(Account.id)).outerjoin(
        Account, Account.person_id == Person.id
    )


def count_places() -> Select[OrganisationKind, int]:
    """How many organisations of each kind there are."""
    return select(Organisation.kind, func.count(Organisation.id).label("many")).group_by(Organisation.kind)


def count_copies() -> Select[int]:
    """How many files that people sent still wait to be copied to the file store."""
    return select(func.count(Evidence.copy_due_at))


def count_second_codes(roles: Collection[Role], day: date) -> Select[int, int]:
    """How many people hold one of these offices that day, and how many of them have a second code."""
    held = in_office(day).where(Appointment.role.in_(roles)).subquery()
    people = select(held.c.person_id).distinct().subquery()
    return select(func.count(people.c.person_id), func.count(SecondFactor.set_at)).outerjoin(
        SecondFactor, SecondFactor.person_id == people.c.person_id
    )


def bugs_told(person_id: int, most: int) -> Select[dict[str, Any], datetime]:
    """The errors that an administrator was told of, by number and moment, the latest first."""
    return (
        select(Notice.facts, Notice.created_at)
        .where(Notice.person_id == person_id, Notice.kind == BUG)
        .order_by(Notice.id.desc())
        .limit(most)
    )
