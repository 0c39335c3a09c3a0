"""Programmes of mentoring as people look for them: one, somebody's, a school's; and colleagues to take part."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from models.base import normalised
from models.mentoring import Mentorship
from models.mentoring_member import MentorshipMember, MentorshipState
from models.people import Appointment, Person, Role, in_office

MOST_COLLEAGUES = 24


def _whole() -> Select[Mentorship]:
    return select(Mentorship).options(
        joinedload(Mentorship.organisation),
        joinedload(Mentorship.answers),
        joinedload(Mentorship.members).joinedload(MentorshipMember.person).joinedload(Person.organisation),
    )


def mentorship_by_id(mentorship_id: int) -> Select[Mentorship]:
    """A programme with its school, its people and its note; not one that was taken out."""
    return _whole().where(Mentorship.id == mentorship_id, Mentorship.state != MentorshipState.REMOVED)


def mentorships_of(person_id: int) -> Select[Mentorship]:
    """The programmes somebody takes part in, the latest first."""
    mine = select(MentorshipMember.mentorship_id).where(
        MentorshipMember.person_id == person_id, MentorshipMember.until.is_(None)
    )
    return (
        _whole()
        .where(Mentorship.id.in_(mine), Mentorship.state != MentorshipState.REMOVED)
        .order_by(Mentorship.id.desc())
    )


def mentorships_at(organisation_id: int) -> Select[Mentorship]:
    """The programmes of a school that are not over, the latest first."""
    over = (MentorshipState.CLOSED, MentorshipState.REMOVED, MentorshipState.DRAFT)
    return (
        _whole()
        .where(Mentorship.organisation_id == organisation_id, Mentorship.state.not_in(over))
        .order_by(Mentorship.id.desc())
    )


def mentorships_running() -> Select[Mentorship]:
    """Every programme that runs, in order."""
    return _whole().where(Mentorship.state == MentorshipState.ACTIVE).order_by(Mentorship.id)


def mentorships_named(ids: Collection[int]) -> Select[Mentorship]:
    """Those of these programmes that still run."""
    return _whole().where(Mentorship.id.in_(ids), Mentorship.state == MentorshipState.ACTIVE)


def after_mentorship(mentorship_id: int) -> Select[Mentorship]:
    """The programme that follows another, unless it was taken out."""
    return _whole().where(
        Mentorship.previous_id == mentorship_id, Mentorship.state != MentorshipState.REMOVED
    )


def colleagues_in(organisation_id: int, roles: Collection[Role], day: date, text: str = "") -> Select[Person]:
    """Who holds one of these offices at a school that day, by name; `text`: letters of the name."""
    held = (
        in_office(day)
        .with_only_columns(Appointment.person_id)
        .where(Appointment.organisation_id == organisation_id, Appointment.role.in_(roles))
    )
    found = select(Person).options(joinedload(Person.organisation)).where(Person.id.in_(held))
    if text:
        found = found.where(Person.search_name.contains(normalised(text), autoescape=True))
    return found.order_by(Person.search_name, Person.id).limit(MOST_COLLEAGUES)


def count_mentorships(person_id: int) -> Select[int]:
    """How many programmes of somebody are not over."""
    over = (MentorshipState.CLOSED, MentorshipState.REMOVED)
    return (
        select(func.count(Mentorship.id))
        .join(MentorshipMember, MentorshipMember.mentorship_id == Mentorship.id)
        .where(
            MentorshipMember.person_id == person_id,
            MentorshipMember.until.is_(None),
            Mentorship.state.not_in(over),
        )
    )


def count_mentorships_waiting(person_id: int) -> Select[int]:
    """How many programmes wait for somebody's word: on the draft, or at the end."""
    word = (Mentorship.state == MentorshipState.WAITING) & (
        MentorshipMember.assented_draft != Mentorship.draft
    )
    end = (
        (Mentorship.state == MentorshipState.REPORTED)
        & (MentorshipMember.role == Role.MENTEE)
        & MentorshipMember.said_at.is_(None)
    )
    return count_mentorships(person_id).where(word | end)
