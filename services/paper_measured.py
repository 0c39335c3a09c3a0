"""What papers tell of diagnosis: per cents, points, levels (also those set by hand) and difficulties, by competency."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from models.diagnosis import Diagnosis, DiagnosisState, NoteKind, Phase, diagnoses_of
from models.diagnosis_final import final_of
from models.diagnosis_record import DiagnosisRecord, records_of
from models.route import Route
from regulations import frameworks, questionnaire
from regulations.scales import CompetenceLevel
from services import diagnosis_result, diagnosis_sources
from services.levels import Finding
from services.work import Work

Points = tuple[int, int]
"""Reached, and how many there are; in tenths of a point."""


@dataclass(frozen=True)
class Measured:
    """What one phase of diagnosis found: tenths of a per cent, and difficulties, by competency; `other`: of none.

    `levels`: what the scores mean, with what somebody has set across a hole of the table (X02); `by_hand`: who has.
    """

    scores: Mapping[str, int]
    difficulties: Mapping[str, Sequence[str]]
    other: Sequence[str]
    points: Mapping[str, Points] = field(default_factory=dict)
    levels: Mapping[str, CompetenceLevel] = field(default_factory=dict)
    by_hand: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Phases:
    """The entry and the final diagnosis as the reader may see them; `declined`, `hidden`: of the first.

    `final_declined`: the teacher does not take part in the last one where that is left open (X10).
    """

    entry: Measured | None = None
    final: Measured | None = None
    declined: bool = False
    hidden: bool = False
    final_declined: bool = False


async def phases(work: Work, route: Route, mine: bool) -> Phases:
    """Both; `mine`: the reader is the teacher, who sees also what is not shown to anybody (docs/decisions/0013)."""
    own = await work.all(diagnoses_of(route.id))
    readable = [one for one in own if mine or one.shared_at is not None]
    before = [one for one in own if one.phase is not Phase.FINAL]
    entry = await _measured(work, route, readable, Phase.ENTRY)
    final = await _measured(work, route, readable, Phase.FINAL)
    finished = any(one.state is DiagnosisState.FINISHED for one in before)
    said = await work.find(final_of(route.id))
    return Phases(
        entry,
        final,
        declined=entry is None and bool(before) and before[0].state is DiagnosisState.DECLINED,
        hidden=entry is None and finished,
        final_declined=final is None and said is not None and said.declined_at is not None,
    )


async def _measured(work: Work, route: Route, own: Sequence[Diagnosis], phase: Phase) -> Measured | None:
    """The teacher's own newest result of a phase; where there is none to read, the newest record by others."""
    for one in own:
        if one.state is DiagnosisState.FINISHED and (one.phase is Phase.FINAL) is (phase is Phase.FINAL):
            return _of_result(await diagnosis_result.whole(work, one, route))
    for record in await work.all(records_of(route.id)):
        of_phase = (record.phase or Phase.ENTRY) is phase
        if of_phase and record.scores and record.framework != frameworks.MANAGERS:
            return await _of_record(work, route, record)
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
    counted = questionnaire.results(result.asked, result.answers)
    points = {one.competency: (one.points * 10, one.maximum * 10) for one in counted if one.maximum}
    return _with_levels(result.findings, hard, other, points)


async def _of_record(work: Work, route: Route, record: DiagnosisRecord) -> Measured:
    regulation = work.rules.of(route)
    found = await diagnosis_sources.findings(work, regulation, diagnosis_sources.source(regulation, record))
    points = {
        one.competency: (one.points, one.maximum)
        for one in record.scores
        if one.points is not None and one.maximum is not None
    }
    return _with_levels(found, {}, [record.difficulties] if record.difficulties else [], points)


def _with_levels(
    found: Sequence[Finding],
    hard: Mapping[str, Sequence[str]],
    other: Sequence[str],
    points: Mapping[str, Points],
) -> Measured:
    return Measured(
        {one.competency: one.reading.score for one in found},
        hard,
        other,
        points,
        {one.competency: one.reading.competence for one in found},
        {one.competency: one.chosen.author.surname_initials for one in found if one.chosen and one.moved},
    )
