"""Results of standardised diagnosis out of a table: one record for a person, a day and an instrument (X06, X11)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from models.base import normalised
from models.diagnosis import Phase
from models.diagnosis_record import DiagnosisRecord, RecordState, records_of_routes
from models.errors import BadAnswer
from models.people import ROUTE_ROLES, Person, Role
from models.roster import people_with_places, teachers_among
from models.route import Route
from models.route_search import routes_of_teachers
from regulations import tables
from regulations.measured import Measured, read_measured
from services import diagnosis_record, entry, people_cells
from services.import_outcome import Outcome
from services.import_rows import Row, rows_of
from services.in_portions import rows
from services.people_cells import BadCell
from services.people_file import Cell, Sheet
from services.people_sheet import Fault, RowsRefused, fault
from services.work import Work

FORM = "standardised"
FIXED = ("external_id", "full_name", "date", "instrument", "phase", "difficulties")
Key = tuple[int, date, str]


@dataclass
class NamedResult:
    """One row of a table of results, understood."""

    row: int
    external_id: str
    held_on: date
    instrument: str
    phase: Phase | None
    difficulties: str
    scores: dict[str, Measured] = field(default_factory=dict)


@dataclass(frozen=True)
class Author:
    """On whose behalf results are recorded; `reaches`: whose routes they may record, None for all (an operator)."""

    person: Person
    roles_at: Mapping[int, Collection[Role]] | None = None

    def may(self, work: Work, route: Route) -> bool:
        """Does the regulation of the route let one of the author's roles there record this form?"""
        if self.roles_at is None:
            return True
        roles = {role.value for role in self.roles_at.get(route.organisation_id, ())}
        own = route.teacher_id == self.person.id
        return not own and FORM in {one.code for one in work.rules.of(route).diagnosis.recorded_by(roles)}


def named(sheet: Sheet) -> list[NamedResult]:
    """The rows of a table. Raises RowsRefused with every faulty one, FileRefused without any."""
    faults, seen = list[Fault](), dict[tuple[str, date, str], int]()
    shares = _shares(sheet)
    found = [one for row in rows_of(sheet, faults) if (one := _named(row, shares)) is not None]
    for one in found:
        same = seen.setdefault((one.external_id, one.held_on, normalised(one.instrument)), one.row)
        if same != one.row:
            faults.append(fault(one.row, "instrument", "import-row-result-twice", other=str(same)))
    if faults:
        raise RowsRefused(faults)
    return found


def _shares(sheet: Sheet) -> set[str]:
    """Columns that a spreadsheet shows as per cent and keeps as shares: 0.75 stands for 75 %."""
    return {
        str(name)
        for at, name in enumerate(sheet.header.cells)
        if any(at < len(row.cells) and _is_share(row.cells[at]) for row in sheet.rows)
    }


def _is_share(cell: Cell) -> bool:
    return isinstance(cell, float) and 0 < cell < 1


def _named(row: Row, shares: Collection[str]) -> NamedResult | None:
    before = len(row.faults)
    external_id = row.text("external_id", needed=True)
    held_on, instrument = row.day("date"), row.text("instrument", needed=True)
    phase = row.one_of("phase", tables.load().phase_words)
    said = row.text("difficulties")
    scores = {}
    for column in (one for one in row.cells if one not in FIXED):
        share = column in shares
        measured = row.read(column, partial(_measured, share=share), None, needed=False)
        if measured is not None:
            scores[column] = measured
    if not scores and len(row.faults) == before:
        row.faults.append(fault(row.number, "overall", "import-row-no-scores"))
    if len(row.faults) > before or held_on is None:
        return None
    return NamedResult(
        row.number, external_id, held_on, instrument, Phase(phase) if phase else None, said, scores
    )


def _measured(cell: Cell, *, share: bool) -> Measured | None:
    if share and isinstance(cell, int | float) and not isinstance(cell, bool) and 0 <= cell <= 1:
        return Measured(round(cell * 1000))
    words = people_cells.text(cell, "overall")
    if not words:
        return None
    try:
        return read_measured(words)
    except BadAnswer:
        raise BadCell("import-cell-score", word=words) from None


async def load(work: Work, results: Sequence[NamedResult], author: Author) -> Outcome:
    """Results are recorded; the same again changes nothing; each teacher whose result is new or changed hears.

    Raises RowsRefused: for people who are not there or walk no route, whom this author may not record, and for what
    somebody else has recorded (S-04.2).
    """
    routes, faults = await _routes(work, results, author)
    if faults:
        raise RowsRefused(faults)
    known = await rows(work, [one.id for one in routes.values()], records_of_routes)
    held = {_key(one): one for one in known if one.form == FORM}
    outcome = Outcome(total=len(results))
    outcome.first = [f"{routes[one.external_id].teacher.short_name}, {one.instrument}" for one in results[:3]]
    for one in results:
        route = routes[one.external_id]
        record = held.get((route.id, one.held_on, normalised(one.instrument)))
        if record is not None and record.author_id != author.person.id and _differs(record, one):
            faults.append(fault(one.row, "instrument", "import-row-recorded", by=record.author.short_name))
            continue
        outcome.counts[await _write(work, record, one, route, author)] += 1
    if faults:
        raise RowsRefused(faults)
    return outcome


async def _routes(
    work: Work, results: Sequence[NamedResult], author: Author
) -> tuple[dict[str, Route], list[Fault]]:
    """The route of each person; one begins for a teacher who has not come in yet."""
    people = {
        one.external_id: one for one in await rows(work, {r.external_id for r in results}, people_with_places)
    }
    ids = [one.id for one in people.values()]
    walks = {one.teacher_id: one for one in await rows(work, ids, routes_of_teachers)}
    teachers = set(await rows(work, ids, lambda some: teachers_among(some, ROUTE_ROLES)))
    found, faults = dict[str, Route](), list[Fault]()
    for one in results:
        person = people.get(one.external_id)
        if person is None:
            faults.append(fault(one.row, "external_id", "import-row-nobody", id=one.external_id))
            continue
        route = walks.get(person.id)
        if route is None and person.id in teachers:
            route = walks[person.id] = await entry.new_route(
                work, person, work.rules.of_organisation(person.organisation)
            )
        if route is None:
            faults.append(fault(one.row, "external_id", "import-row-no-route", id=one.external_id))
        elif not author.may(work, route):
            faults.append(fault(one.row, "external_id", "import-row-not-recorded-by-you", id=one.external_id))
        else:
            found[one.external_id] = route
    return found, faults


def _key(record: DiagnosisRecord) -> tuple[int, date | None, str]:
    return record.route_id, record.held_on, normalised(record.instrument)


def _facts(one: NamedResult) -> dict[str, tuple[int, int | None, int | None]]:
    return {code: (m.score, m.points, m.maximum) for code, m in one.scores.items()}


def _differs(record: DiagnosisRecord, one: NamedResult) -> bool:
    kept = {score.competency: (score.score, score.points, score.maximum) for score in record.scores}
    other = (record.phase, record.difficulties) != (one.phase or record.phase, one.difficulties)
    return kept != _facts(one) or other


async def _write(
    work: Work, record: DiagnosisRecord | None, one: NamedResult, route: Route, author: Author
) -> str:
    if record is not None and not _differs(record, one):
        return "results.same"
    new = record is None
    if record is None:
        record = DiagnosisRecord(
            route_id=route.id, author_id=author.person.id, form=FORM, began_at=work.now,
            state=RecordState.DRAFT, blank=[], scores=[], answers=[],
        )  # fmt: skip
        record.route, record.author = route, author.person
        work.session.add(record)
    record.write("date", one.held_on, work.now)
    record.write("instrument", one.instrument, work.now)
    record.write("phase", one.phase or record.phase, work.now)
    record.write("difficulties", one.difficulties, work.now)
    record.scores = [score for score in record.scores if score.competency in one.scores]
    for code, measured in _facts(one).items():
        record.measure(code, measured)
    if new:
        record.record(work.now)
    await work.session.flush()
    verb = "diagnosis.recorded" if new else "diagnosis.corrected"
    work.remember(route.id, verb, record=record.id, form=FORM)
    kind = "diagnosis-record-new" if new else "diagnosis-record-corrected"
    await diagnosis_record.tell_teacher(work, record, kind, author=author.person.short_name)
    return "results.new" if new else "results.changed"
