"""Whom and what somebody with an office looks after: the people, the routes and what is under way on them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import joinedload

from models.base import normalised
from models.help_request import HelpRequest, HelpState
from models.people import Appointment, Organisation, Person, Role, in_office
from models.report import Report, ReportState
from models.route import REVIEWERS, Route, TeamMember


def _within(schools: Collection[int], regions: Collection[str]) -> ColumnElement[bool]:
    return or_(Organisation.id.in_(schools), Organisation.region.in_(regions))


def people_named(schools: Collection[int], regions: Collection[str], text: str) -> Select[Person]:
    """The people of these schools and regions with these letters in their name, by name."""
    return (
        select(Person)
        .join(Organisation, Organisation.id == Person.organisation_id)
        .options(joinedload(Person.organisation))
        .where(_within(schools, regions), Person.search_name.contains(normalised(text), autoescape=True))
        .order_by(Person.search_name, Person.id)
    )


def people_accompanying(schools: Collection[int], regions: Collection[str], day: date) -> Select[Person]:
    """Who has a place on the team of a route of these schools and regions that day, by name."""
    theirs = (
        select(TeamMember.person_id)
        .join(Route, Route.id == TeamMember.route_id)
        .join(Organisation, Organisation.id == Route.organisation_id)
        .where(_within(schools, regions), Route.teacher_id != TeamMember.person_id, _held(day))
    )
    return (
        select(Person)
        .options(joinedload(Person.organisation))
        .where(Person.id.in_(theirs))
        .order_by(Person.search_name, Person.id)
    )


def places_of(
    person_id: int, schools: Collection[int], regions: Collection[str], day: date
) -> Select[TeamMember]:
    """The places that a person holds on the teams of routes of these schools and regions, by role."""
    return (
        select(TeamMember)
        .join(Route, Route.id == TeamMember.route_id)
        .join(Organisation, Organisation.id == Route.organisation_id)
        .where(TeamMember.person_id == person_id, _within(schools, regions), _held(day))
        .order_by(TeamMember.role, TeamMember.route_id)
    )


def routes_of_places(places: Select[TeamMember]) -> Select[int]:
    """The routes of these places, for `Work.hold`: whoever changes a team at once changes it in turn."""
    return select(Route.id).where(Route.id.in_(places.with_only_columns(TeamMember.route_id).order_by(None)))


def walked_by(person_id: int) -> Select[int]:
    """The ids of the routes that a person walks, for `Work.hold`: what hangs on a team is decided in turn."""
    return select(Route.id).where(Route.teacher_id == person_id)


def _held(day: date) -> ColumnElement[bool]:
    until = or_(TeamMember.until.is_(None), TeamMember.until >= day)
    return TeamMember.role.in_(REVIEWERS) & (TeamMember.since <= day) & until


def people_in_office(
    organisation: Organisation, text: str, day: date, roles: Collection[Role]
) -> Select[Person]:
    """Who holds one of these offices at a place or at the centre of its region, by a part of the name."""
    here = (
        in_office(day)
        .join(Organisation, Organisation.id == Appointment.organisation_id)
        .where(
            or_(Organisation.id == organisation.id, Organisation.region == organisation.region),
            Appointment.role.in_(roles),
        )
        .with_only_columns(Appointment.person_id)
    )
    return (
        select(Person)
        .options(joinedload(Person.organisation))
        .where(Person.id.in_(here), Person.search_name.contains(normalised(text), autoescape=True))
        .order_by(Person.organisation_id != organisation.id, Person.search_name, Person.id)
    )


def routes_by_ids(route_ids: Collection[int]) -> Select[Route]:
    """These routes, with teacher, school and team, by the teacher's name."""
    return (
        select(Route)
        .join(Person, Person.id == Route.teacher_id)
        .options(
            joinedload(Route.teacher).joinedload(Person.organisation),
            joinedload(Route.organisation),
            joinedload(Route.team).joinedload(TeamMember.person).joinedload(Person.organisation),
        )
        .where(Route.id.in_(route_ids))
        .order_by(Person.search_name, Route.id)
    )


def count_waiting_reports(route_ids: Collection[int]) -> Select[int]:
    """How many reports of these routes wait for a word."""
    return select(func.count(Report.id)).where(
        Report.route_id.in_(route_ids), Report.state == ReportState.SUBMITTED
    )


def count_wanted_reports(route_ids: Collection[int]) -> Select[int]:
    """How many accepted reports of these routes their teachers want back."""
    return select(func.count(Report.id)).where(
        Report.route_id.in_(route_ids), Report.reopen_asked_at.is_not(None)
    )


def help_under_way(person_id: int, role: str, route_ids: Collection[int]) -> Select[HelpRequest]:
    """What teachers of these routes have asked a person in this role, and is not over."""
    route = joinedload(HelpRequest.route)
    return (
        select(HelpRequest)
        .options(
            route.joinedload(Route.teacher),
            joinedload(HelpRequest.addressee),
            joinedload(HelpRequest.activity),
            joinedload(HelpRequest.lines),
        )
        .where(
            HelpRequest.addressee_id == person_id,
            HelpRequest.role == role,
            HelpRequest.route_id.in_(route_ids),
            HelpRequest.state.in_([HelpState.OPEN, HelpState.ANSWERED]),
        )
        .order_by(HelpRequest.id)
    )
