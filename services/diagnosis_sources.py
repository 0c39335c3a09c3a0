"""Every diagnosis of a route side by side, whoever held it, and how far two of them lie apart (X11, S-04)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.diagnosis import Diagnosis, Phase, finished_of
from models.diagnosis_record import OVERALL, DiagnosisRecord, records_of
from models.route import Route, route_by_id
from regulations import frameworks, measured
from regulations.diagnosis import SELF, DiagnosisForm
from regulations.schema import Regulation
from services import diagnosis_record, diagnosis_result, levels, own_competency
from services.levels import Finding
from services.work import Work

Scores = Mapping[str, int]


@dataclass(frozen=True)
class Source:
    """One diagnosis: its form, its day, and its scores in tenths of a per cent; one of the last two is there."""

    form: DiagnosisForm
    on: date
    scores: Scores
    overall: int | None
    phase: Phase
    record: DiagnosisRecord | None = None
    diagnosis: Diagnosis | None = None
    framework: str = ""


@dataclass(frozen=True)
class Gap:
    """How far the self-diagnosis and another one lie apart, in tenths of a percentage point.

    `common`: how many competencies both have measured; 0 where only «общий» can be compared.
    """

    form: DiagnosisForm
    points: int
    common: int


@dataclass(frozen=True)
class Sources:
    """Everything about one route that the acting person may read, the latest day first."""

    route: Route
    regulation: Regulation
    found: list[Source]
    forms: tuple[DiagnosisForm, ...]

    @property
    def framework(self) -> str:
        """Which competencies are laid side by side: those of the newest source with scores (X12)."""
        return next((one.framework for one in self.found if one.scores), "")

    @property
    def framed(self) -> Regulation:
        """The regulation with those competencies."""
        return frameworks.framed(self.regulation, self.framework)

    @property
    def gaps(self) -> list[Gap]:
        """The newest self-diagnosis against the newest one of each other form that has scores."""
        own = next((one for one in self.found if one.form.code == SELF), None)
        newest: dict[str, Source] = {}
        for one in self.found:
            if one.form.code != SELF and one.overall is not None:
                newest.setdefault(one.form.code, one)
        gaps = [gap(own, one) for one in newest.values()] if own is not None else []
        return [one for one in gaps if one is not None]


def gap(own: Source, other: Source) -> Gap | None:
    """The difference over the competencies that both have; without any, of «общий».

    None where nothing compares: no numbers, or competencies of a teacher beside fields of management.
    """
    if own.framework != other.framework:
        return None
    common = [code for code in own.scores if code in other.scores and code != OVERALL]
    pairs = [(own.scores[code], other.scores[code]) for code in common]
    mine = measured.mean([one for one, _ in pairs]) if pairs else own.overall
    theirs = measured.mean([one for _, one in pairs]) if pairs else other.overall
    if mine is None or theirs is None:
        return None
    return Gap(other.form, abs(mine - theirs), len(common))


async def of_route(work: Work, route_id: int) -> Sources:
    """Everything about a route, for the teacher, the team and whoever may record.

    A self-diagnosis is the teacher's, and the team's only while it is shown (docs/decisions/0013). Refuses NotYours.
    """
    route = await work.get(route_by_id(route_id))
    await diagnosis_record.may_look(work, route)
    regulation = await own_competency.extended(work, route, work.rules.of(route))
    found = [
        *await _own(work, route, regulation),
        *[source(regulation, one) for one in await work.all(records_of(route_id))],
    ]
    found.sort(key=lambda one: one.on, reverse=True)
    return Sources(route, regulation, found, await diagnosis_record.forms_for(work, route))


async def _own(work: Work, route: Route, regulation: Regulation) -> list[Source]:
    mine = work.person.id == route.teacher_id
    in_team = any(one.person_id == work.person.id for one in route.reviewers(work.today))
    readable = [
        one
        for one in await work.all(finished_of(route.id))
        if mine or (in_team and one.shared_at is not None)
    ]
    return [await _of_diagnosis(work, one, regulation) for one in readable]


async def _of_diagnosis(work: Work, diagnosis: Diagnosis, regulation: Regulation) -> Source:
    result = await diagnosis_result.result(work, diagnosis.id)
    scores = {one.competency: one.reading.score for one in result.findings}
    form = regulation.diagnosis.form(SELF)
    framework = frameworks.framework_of(regulation, diagnosis.questionnaire)
    return Source(
        form,
        result.ended_on,
        scores,
        result.overall,
        diagnosis.phase,
        diagnosis=diagnosis,
        framework=framework,
    )


def source(regulation: Regulation, record: DiagnosisRecord) -> Source:
    """A record as one of the sources; «общий» as typed, or the mean of the values present (X06)."""
    kept = {one.competency: one.score for one in record.scores}
    scores = {code: score for code, score in kept.items() if code != OVERALL}
    overall = kept.get(OVERALL, measured.mean(list(scores.values())))
    on = record.held_on or record.began_at.date()
    phase = record.phase or Phase.ENTRY
    framework = frameworks.MANAGERS if record.framework == frameworks.MANAGERS else ""
    form = regulation.diagnosis.form(record.form)
    return Source(form, on, scores, overall, phase, record, framework=framework)


async def findings(work: Work, regulation: Regulation, one: Source) -> list[Finding]:
    """Every competency that a record has measured, with both levels, in the order of the form (X01, X02)."""
    if one.record is None:
        return levels.findings(one.scores, regulation, {})
    chosen = await levels.choices(work, one.record.route_id, record_id=one.record.id)
    return levels.findings(one.scores, regulation, chosen)
