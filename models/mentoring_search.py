"""Programmes of mentoring as people look for them: one, somebody's, a school's; and colleagues to take part."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import Select, Update, func, or_, select, update
from sqlalchemy.orm import joinedload

from models.base import normalised
from models.mentoring import Mentorship
from models.mentoring_member import MentorshipMember, MentorshipState
from models.people import Appointment, Organisation, Person, Role, in_office

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


def mentorships_inside(route_id: int) -> Select[Mentorship]:
    """The programmes that stand inside a mentee's route, the latest first."""
    inside = select(MentorshipMember.mentorship_id).where(MentorshipMember.route_id == route_id)
    return (
        _whole()
        .where(Mentorship.id.in_(inside), Mentorship.state != MentorshipState.REMOVED)
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


def mentorships_over_at(organisation_id: int, before: int = 0) -> Select[Mentorship]:
    """The programmes of a school that are over, the latest first; `before`: only those earlier than this one."""
    found = _whole().where(
        Mentorship.organisation_id == organisation_id, Mentorship.state == MentorshipState.CLOSED
    )
    return (found.where(Mentorship.id < before) if before else found).order_by(Mentorship.id.desc())


def mentorships_running() -> Select[Mentorship]:
    """Every programme that runs, in order."""
    return _whole().where(Mentorship.state == MentorshipState.ACTIVE).order_by(Mentorship.id)


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


def schools_to_look_at(day: date) -> Select[Organisation]:
    """Schools with a running programme that the clock may not have looked at since a day (in UTC, so wide)."""
    running = select(Mentorship.organisation_id).where(
        Mentorship.state == MentorshipState.ACTIVE,
        or_(
            Mentorship.reminded_on.is_(None),
            Mentorship.reminded_on <= day + timedelta(days=1),
            Mentorship.reminded_on > day + timedelta(days=2),  # of a clock that ran ahead
        ),
    )
    return select(Organisation).where(Organisation.id.in_(running)).order_by(Organisation.id)


def mentorships_to_look_at(organisation_id: int, today: date) -> Select[Mentorship]:
    """Running programmes of a school that the clock has not looked at on a local day."""
    return mentorships_running().where(
        Mentorship.organisation_id == organisation_id,
        or_(Mentorship.reminded_on.is_(None), Mentorship.reminded_on != today),
    )


def mentors_and_leads(organisation_id: int, day: date) -> Select[Appointment]:
    """Who is a mentor, a deputy head or the head of a school on a day."""
    roles = (Role.MENTOR, Role.DEPUTY_HEAD, Role.HEAD)
    return in_office(day).where(Appointment.organisation_id == organisation_id, Appointment.role.in_(roles))


def looked_at(ids: Collection[int], day: date) -> Update:
    """What the clock has looked at. Not a change of the row: drawn cards stay valid, so does the version."""
    table = Mentorship.__table__
    return update(table).where(table.c.id.in_(ids)).values(reminded_on=day)  # type: ignore[arg-type]


def count_mentorships_at(organisation_id: int) -> Select[int]:
    """How many programmes of a school are no drafts, those that are over among them."""
    unseen = (MentorshipState.REMOVED, MentorshipState.DRAFT)
    return select(func.count(Mentorship.id)).where(
        Mentorship.organisation_id == organisation_id, Mentorship.state.not_in(unseen)
    )
