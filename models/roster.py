"""Queries over many people at once, for the import."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from models.base import normalised
from models.entry import Invitation
from models.people import Appointment, Organisation, Person, Role
from models.route import Route


def all_organisations() -> Select[Organisation]:
    """Every organisation there is: hundreds, even in a large region."""
    return select(Organisation).order_by(Organisation.id)


def people_by_external_ids(external_ids: Collection[str]) -> Select[Person]:
    """The people with these ids of their organisations."""
    return select(Person).where(Person.external_id.in_(external_ids))


def people_called(named: str) -> Select[Person]:
    """Who has this key of their organisation, or this whole name, however it is typed."""
    same = (Person.external_id == named) | (Person.search_name == normalised(named))
    return select(Person).where(same).order_by(Person.id)


def offices_of_people(person_ids: Collection[int]) -> Select[Appointment]:
    """Every office that these people hold or held; not for a time («и. о.»): that is no matter of the list."""
    return (
        select(Appointment)
        .where(Appointment.person_id.in_(person_ids), Appointment.acting.is_(False))
        .order_by(Appointment.id)
    )


def open_offices() -> Select[str, Role]:
    """Who, by external_id, holds which office without an end."""
    return (
        select(Person.external_id, Appointment.role)
        .join(Appointment, Appointment.person_id == Person.id)
        .where(Appointment.until.is_(None))
    )


def every_external_id() -> Select[str]:
    """The ids of everybody who is loaded."""
    return select(Person.external_id)


def invitations_of_people(person_ids: Collection[int]) -> Select[Invitation]:
    """The codes of these people."""
    return select(Invitation).where(Invitation.person_id.in_(person_ids))


def invitations_with_people(person_ids: Collection[int]) -> Select[Invitation]:
    """The codes of these people, with whose they are and where those work."""
    person = joinedload(Invitation.person).joinedload(Person.organisation)
    return invitations_of_people(person_ids).options(person)


def routes_of_people(person_ids: Collection[int]) -> Select[Route]:
    """The routes that these people walk, with their teams."""
    return (
        select(Route)
        .where(Route.teacher_id.in_(person_ids))
        .options(selectinload(Route.team))
        .order_by(Route.id)
    )


def invited(limit: int) -> Select[Invitation]:
    """The first invitations, with their people and organisations."""
    person = joinedload(Invitation.person).joinedload(Person.organisation)
    return select(Invitation).options(person).order_by(Invitation.person_id).limit(limit)


def people_with_places(external_ids: Collection[str]) -> Select[Person]:
    """The people with these ids, and where they work."""
    return people_by_external_ids(external_ids).options(joinedload(Person.organisation))


def teachers_among(person_ids: Collection[int], roles: Collection[Role]) -> Select[int]:
    """Which of these people hold one of these offices without an end."""
    return (
        select(Appointment.person_id)
        .where(
            Appointment.person_id.in_(person_ids), Appointment.role.in_(roles), Appointment.until.is_(None)
        )
        .distinct()
    )
