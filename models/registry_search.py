"""What the registry of routes is read from: columns, not objects, so that twenty thousand routes take little memory."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select

from models.conclusions import Conclusions, ConclusionsState
from models.people import ACCOMPANYING, Organisation, OrganisationKind, Person
from models.plan import Activity
from models.plan_state import STANDING, ActivityState
from models.registry import RegistryEntry
from models.report import Report, ReportState
from models.route import Route, RouteState
from models.team_member import TeamMember


def routes_within(schools: Collection[int], regions: Collection[str]) -> Select[int]:
    """The ids of the routes of these schools and regions: by municipality, school and name."""
    return (
        select(Route.id)
        .join(Organisation, Organisation.id == Route.organisation_id)
        .join(Person, Person.id == Route.teacher_id)
        .where(within(schools, regions))
        .order_by(Organisation.municipality, Organisation.name, Person.search_name, Route.id)
    )


def within(schools: Collection[int], regions: Collection[str]) -> ColumnElement[bool]:
    """Whether a route, joined with its organisation, is of one of these schools or regions."""
    return or_(Route.organisation_id.in_(schools), Organisation.region.in_(regions))


def registry_rows(route_ids: Collection[int]) -> Select[*tuple[Any, ...]]:
    """One row for each of these routes, with its teacher, its school and its number."""
    return (
        select(
            *(Route.id, Route.regulation, Route.edition, Route.topic, Route.state, Route.suspended_on),
            *(Route.began_on, Route.starts_on, Route.ends_on, Route.ended_on, Route.suspended_until),
            *(Person.id.label("person_id"), Person.full_name, Person.alias, Person.position),
            Route.organisation_id,
            Organisation.name.label("school"),
            *(Organisation.municipality, Organisation.region, Organisation.timezone),
            *(RegistryEntry.year, RegistryEntry.number, RegistryEntry.entered_on),
            RegistryEntry.outcome.label("on_paper"),
        )
        .join(Person, Person.id == Route.teacher_id)
        .join(Organisation, Organisation.id == Route.organisation_id)
        .outerjoin(RegistryEntry, RegistryEntry.route_id == Route.id)
        .where(Route.id.in_(route_ids))
    )


def activities_counted(route_ids: Collection[int]) -> Select[*tuple[Any, ...]]:
    """How many activities stand in the plan of each route; one that waits for its replacement does not count."""
    counted = [one for one in STANDING if one is not ActivityState.ON_REPLACEMENT]
    return (
        select(Activity.route_id, func.count())
        .where(Activity.route_id.in_(route_ids), Activity.state.in_(counted))
        .group_by(Activity.route_id)
    )


def reports_counted(route_ids: Collection[int]) -> Select[*tuple[Any, ...]]:
    """How many reports of each route are accepted, and how many wait for a word."""
    return (
        select(
            Report.route_id,
            func.sum(case((Report.state == ReportState.ACCEPTED, 1), else_=0)),
            func.sum(case((Report.state == ReportState.SUBMITTED, 1), else_=0)),
        )
        .where(Report.route_id.in_(route_ids))
        .group_by(Report.route_id)
    )


def outcomes(route_ids: Collection[int]) -> Select[*tuple[Any, ...]]:
    """The signed conclusions of these routes, the newest of each last."""
    return (
        select(
            *(Conclusions.route_id, Conclusions.outcome, Conclusions.prolongation),
            *(Conclusions.past, Conclusions.known),
        )
        .where(Conclusions.route_id.in_(route_ids), Conclusions.state == ConclusionsState.SIGNED)
        .order_by(Conclusions.number)
    )


def companions(route_ids: Collection[int], day: date) -> Select[*tuple[Any, ...]]:
    """Who accompanies each of these routes on a day: full name and alias; who came last stands last."""
    return (
        select(TeamMember.route_id, Person.full_name, Person.alias)
        .join(Person, Person.id == TeamMember.person_id)
        .where(
            TeamMember.route_id.in_(route_ids),
            TeamMember.role.in_(ACCOMPANYING),
            TeamMember.since <= day,
            or_(TeamMember.until.is_(None), TeamMember.until >= day),
        )
        .order_by(TeamMember.id)
    )


def counted_by_state(schools: Collection[int], regions: Collection[str]) -> Select[*tuple[Any, ...]]:
    """How many routes of these schools and regions are in each state."""
    return (
        select(Route.state, func.count())
        .join(Organisation, Organisation.id == Route.organisation_id)
        .where(within(schools, regions))
        .group_by(Route.state)
    )


def closed_within(schools: Collection[int], regions: Collection[str]) -> Select[int]:
    """The ids of the finished routes of these schools and regions, in the order of the registry."""
    return routes_within(schools, regions).where(Route.state == RouteState.CLOSED)


def places_named(name: str) -> Select[Organisation]:
    """Organisations of this name, or of this name and municipality behind a comma."""
    whole = Organisation.name + ", " + Organisation.municipality
    return select(Organisation).where(or_(Organisation.name == name, whole == name)).order_by(Organisation.id)


def schools_in(municipality: str) -> Select[Organisation]:
    """The schools of a municipality; two regions may have one of the same name."""
    within = (Organisation.municipality == municipality, Organisation.kind == OrganisationKind.SCHOOL)
    return select(Organisation).where(*within).order_by(Organisation.id)


def all_regions() -> Select[str]:
    """Every region that there is."""
    return select(Organisation.region).distinct().order_by(Organisation.region)


def regulations_within(schools: Collection[int], regions: Collection[str]) -> Select[str]:
    """The regulations by which these schools, and those of these regions, work."""
    mine = or_(Organisation.id.in_(schools), Organisation.region.in_(regions))
    return select(Organisation.regulation).where(mine).distinct().order_by(Organisation.regulation)
