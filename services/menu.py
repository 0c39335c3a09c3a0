"""What a person needs to see first: their route at a glance, and what waits for them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.conclusions import count_concluded
from models.diagnosis import Diagnosis
from models.final_event import FinalEvent, final_events_of
from models.final_event_guest import Guest
from models.help_request import count_help_answered, count_help_for
from models.mentoring_search import count_mentorships, count_mentorships_at, count_mentorships_waiting
from models.people import Appointment, Role, roles_of
from models.plan import Activity, ActivityState, activities_of
from models.registry import entry_of
from models.report import Report, ReportState, reports_of
from models.review import count_reviews_for
from models.review_question import ReviewQuestion, open_question_to
from models.review_queue import waiting_for, wanted_back_on
from models.route import Route, RouteState, routes_of_team
from services import (
    catalogue,
    delegation,
    diagnosis,
    diagnosis_final,
    entry,
    final_event_invited,
    final_event_outcome,
    mentoring_school,
    plan_confirm,
    revision,
    sheet,
    signing_list,
    year_application,
    year_desk,
    year_report,
)
from services.diagnosis_final import FinalLook
from services.revision import Revision
from services.sheet import SheetLook
from services.work import Work
from services.year_application import Asking


@dataclass(frozen=True)
class OwnRoute:
    """A teacher's route with everything that its home screen counts."""

    route: Route
    diagnosis: Diagnosis | None
    activities: list[Activity]
    reports: list[Report]
    final_events: list[FinalEvent]
    sheet: SheetLook | None
    asked: ReviewQuestion | None
    reviews: int
    helped: int
    """Requests for help that have an answer."""
    questionnaire: str
    stopped_at: tuple[int, int] | None
    """«Вопрос 17 из 40» of a self-diagnosis that goes on."""
    final: FinalLook | None
    """The final diagnosis; None while the plan is not approved, and once the route is over."""
    reports_the_year: bool
    """Is the report of the year asked for?"""
    revision: Revision | None
    """The yearly correction; None where the regulation wants none, or the route is not walked."""
    concluded: int
    """How many conclusions are signed; those before a prolongation stay readable."""
    registered: str
    """The number in the registry; "" before the end, and where the text keeps none."""

    @property
    def planned(self) -> int:
        """How many activities stand in the plan; one that waits for its replacement does not count (S-11.2)."""
        return sum(one.state is not ActivityState.ON_REPLACEMENT for one in self.activities)

    @property
    def accepted(self) -> int:
        """How many reports have been accepted (X42: only these count)."""
        return sum(report.state is ReportState.ACCEPTED for report in self.reports)

    def report_on(self, activity: Activity) -> Report | None:
        """The report on one activity, if it was begun."""
        return next((report for report in self.reports if report.activity_id == activity.id), None)

    @property
    def nearest(self) -> Activity | None:
        """The activity that comes next."""
        return next((one for one in self.activities if one.state is ActivityState.PLANNED), None)


@dataclass(frozen=True)
class Desk:
    """A person's hats, own route, what waits for their word, and the teams' plans not approved yet."""

    roles: frozenset[Role]
    acting: list[Appointment]
    """Offices held for a time («и. о.»)."""
    own: OwnRoute | None
    team_routes: list[Route]
    waiting: list[Report]
    wanted: list[int]
    """The route of each accepted report that its teacher wants back."""
    plans: list[Route]
    invitations: list[Guest]
    team_events: list[FinalEvent]
    typed_for: int
    asked_for_help: int
    keeps_catalogue: bool
    to_sign: int
    programmes: int
    """Programmes of mentoring that are not over."""
    programmes_waiting: int
    programmes_here: int
    """Programmes of the school, for who leads it."""
    asking: Asking | None
    """What the school asks a teacher for the coming year."""
    leads_year: bool
    """Does the person lead a school whose text has a yearly round?"""

    def only(self, *, own: bool, routes: list[Route]) -> Desk:
        """The part of the desk that belongs to one hat; invitations and signatures are the person's under each."""
        ids = {route.id for route in routes}
        return replace(
            self,
            own=self.own if own else None,
            asking=self.asking if own else None,
            team_routes=routes,
            waiting=[one for one in self.waiting if one.route_id in ids],
            wanted=[one for one in self.wanted if one in ids],
            plans=[one for one in self.plans if one.id in ids],
            team_events=[one for one in self.team_events if one.route_id in ids],
        )

    @property
    def mentors(self) -> bool:
        """Does mentoring concern this person: by an office, by a programme, by leading the school?"""
        return bool({Role.MENTOR, Role.MENTEE} & self.roles or self.programmes or self.programmes_here)

    @property
    def pending(self) -> int:
        """How many reports and plans wait for a word."""
        return (
            len(self.waiting)
            + len(self.wanted)
            + sum(one.state is RouteState.ON_CONFIRMATION for one in self.plans)
        )


async def desk(work: Work) -> Desk:
    """Everything the menu says about the acting person. Somebody who has become a teacher since begins a route."""
    person = work.person
    offices: list[Appointment] = await work.all(roles_of(person.id, work.today))
    route = await entry.begin_route(work, person)
    return Desk(
        roles=frozenset(office.role for office in offices),
        acting=[office for office in offices if office.acting],
        own=await own_route(work, route) if route else None,
        team_routes=await work.all(routes_of_team(person.id, work.today)),
        waiting=await work.all(waiting_for(person.id, work.today)),
        wanted=await work.all(wanted_back_on(person.id, work.today)),
        plans=await plan_confirm.of_team(work),
        invitations=await final_event_invited.invitations(work),
        team_events=await final_event_outcome.of_teams(work),
        typed_for=len(await delegation.routes(work)),
        keeps_catalogue=catalogue.keeps(offices),
        asked_for_help=await work.find(count_help_for(person.id)) or 0,
        to_sign=len(await signing_list.waiting(work)),
        programmes=await work.find(count_mentorships(person.id)) or 0,
        programmes_waiting=await work.find(count_mentorships_waiting(person.id)) or 0,
        programmes_here=await _programmes_here(work, offices),
        asking=await year_application.asking(work) if route is not None else None,
        leads_year=await year_desk.desk(work) is not None,
    )


async def _programmes_here(work: Work, offices: list[Appointment]) -> int:
    home = work.person.organisation_id
    leads = any(one.role in mentoring_school.LEADS and one.organisation_id == home for one in offices)
    return (await work.find(count_mentorships_at(home)) or 0) if leads else 0


async def own_route(work: Work, route: Route) -> OwnRoute:
    """A route with its diagnosis, rows, reports and final events."""
    latest = await diagnosis.of_route(work, route.id)
    return OwnRoute(
        route,
        latest,
        await work.all(activities_of(route.id)),
        await work.all(reports_of(route.id)),
        await work.all(final_events_of(route.id)),
        await sheet.of_route(work, route),
        await work.find(open_question_to(route.teacher_id)),
        await work.find(count_reviews_for(route.teacher_id)) or 0,
        await work.find(count_help_answered(route.teacher_id)) or 0,
        work.rules.of(route).questionnaire,
        await diagnosis.stopped_at(work, latest),
        await diagnosis_final.of(work, route) if route.state is RouteState.ACTIVE else None,
        year_report.is_asked(work, route),
        next(iter(await revision.of(work, [route])), None),
        await work.find(count_concluded(route.id)) or 0,
        await _registered(work, route),
    )


async def _registered(work: Work, route: Route) -> str:
    entry = await work.find(entry_of(route.id)) if route.state is RouteState.CLOSED else None
    return entry.label if entry is not None else ""
