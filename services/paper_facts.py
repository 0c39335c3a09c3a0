"""Everything that the papers of one route are made of, read once, as one reader may see it (docs/decisions/0013)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from models.conclusions import Conclusions, ConclusionsState, conclusions_of
from models.correction import Correction, CorrectionState, corrections_of
from models.final_event import FinalEvent, final_events_of
from models.final_event_check import MonitoringSheet
from models.final_event_check import sheet_of as monitoring_of
from models.paper import Paper, PaperKind, papers_about
from models.paper_slot import PaperSlot
from models.people import CENTRE_ROLES, Appointment, Organisation, Person, Role, offices_around
from models.plan import Activity, activities_of
from models.product import Product
from models.programme import Programme
from models.report import Report, reports_of
from models.review import Review, reviews_for
from models.route import Route
from models.year_report import YearReport, YearReportState, year_reports_of
from regulations.schema import Regulation
from services import expectation, plan_assent, product, programme, sheet
from services.address import Address
from services.paper_measured import Phases, phases
from services.sheet import SheetLook
from services.work import Work


@dataclass(frozen=True)
class Facts:
    """One route, whole. `officers`: who holds which office around it today; `names`: of their organisations.

    `acting`: those of them who hold it for a time («и. о.»). `card`: the one as it is now; none before both co-authors
    agree. `corrections`: those that have gone round, each with its own places to sign. `conclusions`, `outcome`: the
    newest that the reader may see, and the paper under which they are signed. `address`: where codes lead.
    """

    route: Route
    regulation: Regulation
    today: date
    sheet: SheetLook | None
    diagnosis: Phases
    rows: Sequence[Activity]
    reports: Mapping[int, Report]
    reviews: Sequence[Review]
    events: Sequence[FinalEvent]
    monitoring: MonitoringSheet | None
    officers: Mapping[Role, Person]
    names: Mapping[int, str]
    card: Paper | None = None
    corrections: Sequence[tuple[Correction, Sequence[PaperSlot]]] = ()
    products: Sequence[Product] = ()
    acting: Collection[Role] = ()
    conclusions: Conclusions | None = None
    outcome: Paper | None = None
    address: Address = field(default_factory=Address)
    year_report: YearReport | None = None
    expected: Mapping[str, str] = field(default_factory=dict)
    programme: Programme | None = None

    @property
    def slots(self) -> Sequence[PaperSlot]:
        """The places to sign of the card."""
        return self.card.slots if self.card is not None else ()


async def load(work: Work, route: Route, reader: Person | None) -> Facts:
    """The facts for one reader; None is whoever keeps the server, who reads what the team may read."""
    today = route.organisation.today(work.now)
    said = await plan_assent.said(work, route)
    officers, acting = await _officers(work, route, today)
    mine = reader is not None and reader.id == route.teacher_id
    conclusions, outcome = await _conclusions(work, route, mine)
    homes = select(Organisation).where(
        Organisation.id.in_({one.organisation_id for one in officers.values()})
    )
    return Facts(
        route,
        work.rules.of(route),
        today,
        await sheet.read(work, route),
        await phases(work, route, mine),
        await work.all(activities_of(route.id)),
        {one.activity_id: one for one in await work.all(reports_of(route.id))},
        await work.all(reviews_for(route.teacher_id)),
        await work.all(final_events_of(route.id)),
        await work.find(monitoring_of(route.id)),
        officers,
        {one.id: one.name for one in await work.all(homes)},
        said.card,
        await _corrections(work, route),
        (await product.of_route(work, route)).handed,
        acting,
        conclusions,
        outcome,
        work.rules.address,
        await _year_report(work, route, mine),
        await expectation.of_route(work, route),
        await programme.of_route(work, route),
    )


async def _year_report(work: Work, route: Route, mine: bool) -> YearReport | None:
    """The newest report on a school year; a draft is its teacher's alone."""
    every = await work.all(year_reports_of(route.id))
    return next((one for one in every if mine or one.state is not YearReportState.DRAFT), None)


async def _corrections(work: Work, route: Route) -> list[tuple[Correction, Sequence[PaperSlot]]]:
    """Those with a number, the first one first; the newest paper of each is the one that is signed."""
    slots: dict[int, Sequence[PaperSlot]] = {}
    for paper in await work.all(papers_about(route.id, PaperKind.CORRECTION)):
        slots.setdefault(paper.subject_id, paper.slots)
    sent = [
        one
        for one in await work.all(corrections_of(route.id))
        if one.state in (CorrectionState.SIGNING, CorrectionState.DONE)
    ]
    return [(one, slots.get(one.id, ())) for one in sorted(sent, key=lambda one: one.number)]


async def _conclusions(work: Work, route: Route, mine: bool) -> tuple[Conclusions | None, Paper | None]:
    """The newest that are signed; while they go round, all but the teacher may read them."""
    shown = {ConclusionsState.SIGNED} if mine else {ConclusionsState.SIGNED, ConclusionsState.SIGNING}
    one = next((one for one in await work.all(conclusions_of(route.id)) if one.state in shown), None)
    if one is None:
        return None, None
    papers = await work.all(papers_about(route.id, PaperKind.CONCLUSIONS))
    return one, next((paper for paper in papers if paper.subject_id == one.id), None)


async def _officers(work: Work, route: Route, today: date) -> tuple[dict[Role, Person], set[Role]]:
    """The team first, then the offices of the school and the centre; and the roles that are held for a time."""
    acting: set[Role] = set()
    found: dict[Role, Person] = {Role.TEACHER: route.teacher, Role.MENTEE: route.teacher}
    for member in route.team:
        if member.holds(today) and member.person_id != route.teacher_id:
            found.setdefault(member.role, member.person)
    school = route.organisation
    around: list[Appointment] = await work.all(offices_around(school.id, school.region, today))
    for one in around:
        in_school = one.organisation_id == school.id
        if one.role in CENTRE_ROLES or (in_school and one.role in (Role.HEAD, Role.DEPUTY_HEAD)):
            acting |= {one.role} if one.acting and one.role not in found else set()
            found.setdefault(one.role, one.person)
    return found, acting
