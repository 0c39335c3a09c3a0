"""Everything that the papers of one route are made of, read once, as one reader may see it (docs/decisions/0013)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from models.correction import Correction, CorrectionState, corrections_of
from models.diagnosis import Diagnosis, DiagnosisState, NoteKind, Phase, diagnoses_of
from models.diagnosis_record import records_of
from models.final_event import FinalEvent, final_events_of
from models.final_event_check import MonitoringSheet
from models.final_event_check import sheet_of as monitoring_of
from models.paper import PaperKind, papers_about
from models.paper_slot import PaperSlot
from models.people import CENTRE_ROLES, Appointment, Organisation, Person, Role, offices_around
from models.plan import Activity, activities_of
from models.product import Product
from models.report import Report, reports_of
from models.review import Review, reviews_for
from models.route import Route
from regulations import frameworks
from regulations.schema import Regulation
from services import diagnosis_result, diagnosis_sources, plan_assent, product, sheet
from services.sheet import SheetLook
from services.work import Work


@dataclass(frozen=True)
class Measured:
    """What one phase of diagnosis found: tenths of a per cent, and difficulties, by competency; `other`: of none."""

    scores: Mapping[str, int]
    difficulties: Mapping[str, Sequence[str]]
    other: Sequence[str]


@dataclass(frozen=True)
class Phases:
    """The entry and the final diagnosis as the reader may see them; `declined`, `hidden`: of the first."""

    entry: Measured | None = None
    final: Measured | None = None
    declined: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class Facts:
    """One route, whole. `officers`: who holds which office around it today; `names`: of their organisations.

    `slots`: the places to sign of the card as it is now; none before both co-authors agree. `corrections`: those
    that have gone round, each with its own places to sign.
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
    slots: Sequence[PaperSlot]
    names: Mapping[int, str]
    corrections: Sequence[tuple[Correction, Sequence[PaperSlot]]] = ()
    products: Sequence[Product] = ()


async def load(work: Work, route: Route, reader: Person | None) -> Facts:
    """The facts for one reader; None is whoever keeps the server, who reads what the team may read."""
    today = route.organisation.today(work.now)
    said = await plan_assent.said(work, route)
    officers = await _officers(work, route, today)
    homes = select(Organisation).where(
        Organisation.id.in_({one.organisation_id for one in officers.values()})
    )
    return Facts(
        route,
        work.rules.of(route),
        today,
        await sheet.read(work, route),
        await _phases(work, route, reader is not None and reader.id == route.teacher_id),
        await work.all(activities_of(route.id)),
        {one.activity_id: one for one in await work.all(reports_of(route.id))},
        await work.all(reviews_for(route.teacher_id)),
        await work.all(final_events_of(route.id)),
        await work.find(monitoring_of(route.id)),
        officers,
        said.card.slots if said.card is not None else (),
        {one.id: one.name for one in await work.all(homes)},
        await _corrections(work, route),
        (await product.of_route(work, route)).handed,
    )


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


async def _officers(work: Work, route: Route, today: date) -> dict[Role, Person]:
    """The team first, then the offices of the school and the centre; the teacher is the teacher."""
    found: dict[Role, Person] = {Role.TEACHER: route.teacher, Role.MENTEE: route.teacher}
    for member in route.team:
        if member.holds(today) and member.person_id != route.teacher_id:
            found.setdefault(member.role, member.person)
    school = route.organisation
    around: list[Appointment] = await work.all(offices_around(school.id, school.region, today))
    for one in around:
        in_school = one.organisation_id == school.id
        if one.role in CENTRE_ROLES or (in_school and one.role in (Role.HEAD, Role.DEPUTY_HEAD)):
            found.setdefault(one.role, one.person)
    return found


async def _phases(work: Work, route: Route, mine: bool) -> Phases:
    own = await work.all(diagnoses_of(route.id))
    readable = [one for one in own if mine or one.shared_at is not None]
    entry = [one for one in own if one.phase is not Phase.FINAL]
    finished = any(one.state is DiagnosisState.FINISHED for one in entry)
    found = Phases(
        entry=await _measured(work, route, readable, Phase.ENTRY),
        final=await _measured(work, route, readable, Phase.FINAL),
        declined=bool(entry) and entry[0].state is DiagnosisState.DECLINED,
        hidden=finished,
    )
    return found if found.entry is None else Phases(found.entry, found.final)


async def _measured(work: Work, route: Route, own: Sequence[Diagnosis], phase: Phase) -> Measured | None:
    """The teacher's own newest result of a phase; where there is none to read, the newest record by others."""
    for one in own:
        if one.state is DiagnosisState.FINISHED and (one.phase is Phase.FINAL) is (phase is Phase.FINAL):
            return _of_result(await diagnosis_result.whole(work, one, route))
    regulation = work.rules.of(route)
    for record in await work.all(records_of(route.id)):
        if (
            (record.phase or Phase.ENTRY) is phase
            and record.scores
            and record.framework != frameworks.MANAGERS
        ):
            source = diagnosis_sources.source(regulation, record)
            return Measured(source.scores, {}, [record.difficulties] if record.difficulties else [])
    return None


def _of_result(result: diagnosis_result.Result) -> Measured:
    hard: dict[str, list[str]] = {}
    other = []
    for note in result.notes:
        if note.kind is not NoteKind.DIFFICULTY:
            continue
        if note.statement is None:
            other.append(note.text)
        else:
            statement = result.asked.statements[note.statement]
            hard.setdefault(statement.competency, []).append(statement.short.get("ru"))
    return Measured({one.competency: one.reading.score for one in result.findings}, hard, other)
