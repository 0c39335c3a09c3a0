"""What a self-diagnosis adds up to, for the teacher and for whom they show it (S000 3.1.1, X01-X07, X13)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.diagnosis import (
    Diagnosis,
    DiagnosisNote,
    DiagnosisState,
    answers_of,
    diagnoses_of,
    diagnosis_by_id,
    finished_of,
    notes_of,
)
from models.diagnosis_result import OwnConclusion, Side, conclusions_of
from models.errors import Outdated, Refusal
from models.report import ReportState, reports_of
from models.route import Route, route_by_id
from regulations import comparison, measured, own_conclusion, questionnaire
from regulations.comparison import Change
from regulations.own_conclusion import Draft
from regulations.questionnaire import Answers, Questionnaire
from regulations.schema import Regulation
from services import levels, own_competency
from services.levels import Choices, Finding
from services.work import Work


@dataclass(frozen=True)
class Result:
    """A finished diagnosis with everything that its reader sees."""

    diagnosis: Diagnosis
    route: Route
    asked: Questionnaire
    answers: Answers
    regulation: Regulation
    notes: list[DiagnosisNote]
    conclusions: list[OwnConclusion]
    choices: Choices
    own: Mapping[str, int]
    """Scores of competencies that the teacher has named (X12)."""

    @property
    def open_list(self) -> bool:
        """May the teacher name competencies of their own?"""
        return self.regulation.own_competency is not None

    @property
    def scores(self) -> dict[str, int | None]:
        """What was measured: by the questionnaire, and of the teacher's own competencies."""
        return {**questionnaire.scores(self.asked, self.answers), **self.own}

    @property
    def findings(self) -> list[Finding]:
        """Every competency that has answers, in the order of the form."""
        return levels.findings(self.scores, self.regulation, self.choices)

    @property
    def overall(self) -> int:
        """«Общий», in tenths of a per cent (X06)."""
        present = [score for score in self.scores.values() if score is not None]
        return measured.mean(present) or 0

    @property
    def outgrown(self) -> bool:
        """Whether a ready sentence that was taken says something else than the answers do now (S-03.4)."""
        taken = [one for one in self.conclusions if not one.text]
        return any(Draft.from_json(one.facts) != self._ready(one.side) for one in taken)

    def _ready(self, side: Side) -> Draft | None:
        marked = own_conclusion.marked(side, self.notes)
        return own_conclusion.draft(self.asked, self.answers, side, marked)

    @property
    def ended_on(self) -> date:
        """The local day on which it was finished."""
        return self.route.organisation.today(self.diagnosis.ended_at or self.diagnosis.answered_at)


@dataclass(frozen=True)
class Comparison:
    """Two finished diagnoses of one route; `accepted`: reports accepted between them (X13), never a per cent."""

    earlier: Result
    later: Result
    changes: tuple[Change, ...]
    accepted: int

    @property
    def same_statements(self) -> bool:
        """Whether both answered the same edition of the same questionnaire."""
        return (self.earlier.asked.id, self.earlier.asked.edition) == (
            self.later.asked.id,
            self.later.asked.edition,
        )


async def lowest_first(work: Work, route: Route) -> list[Finding]:
    """The competencies of a route's latest finished diagnosis, the lowest score first; empty without one (X08).

    Equal scores stay in the order of the form. A diagnosis that is being taken anew does not count yet.
    """
    latest = await work.find(finished_of(route.id))
    if latest is None:
        return []
    asked, answers = work.rules.asked(latest), await _answers(work, latest)
    chosen = await levels.choices(work, route.id, diagnosis_id=latest.id)
    found = levels.findings(questionnaire.scores(asked, answers), work.rules.of(route), chosen)
    return sorted(found, key=lambda one: one.reading.score)


async def result(work: Work, diagnosis_id: int) -> Result:
    """A finished result, for the teacher; for the team of the route only while it is shared.

    Refuses: NotYours to strangers, diagnosis-not-shared to the team, diagnosis-no-result.
    """
    diagnosis = await work.get(diagnosis_by_id(diagnosis_id))
    route = await work.get(route_by_id(diagnosis.route_id))
    if work.person.id != diagnosis.teacher_id:
        route.only_team(work.person, work.today)
        if diagnosis.shared_at is None:
            raise Outdated("diagnosis-not-shared", teacher=route.teacher.short_name)
    if diagnosis.state is not DiagnosisState.FINISHED:
        raise Outdated("diagnosis-no-result")
    return await whole(work, diagnosis, route)


async def own_result(work: Work, diagnosis_id: int) -> Result:
    """The teacher's own finished result. Refuses NotYours to everybody else, diagnosis-no-result."""
    found = await result(work, diagnosis_id)
    found.route.only_teacher(work.person)
    return found


async def others(work: Work, than: Result) -> list[Diagnosis]:
    """The other finished diagnoses of the route that the acting person may read, the latest first."""
    return [one for one in await _readable(work, than.route) if one.id != than.diagnosis.id]


async def before_the_latest(work: Work, route_id: int) -> list[Diagnosis]:
    """The teacher's finished diagnoses that nothing changes any more, the latest first."""
    latest = await work.find(diagnoses_of(route_id))
    found = await work.all(finished_of(route_id))
    return [one for one in found if latest is not None and one.id != latest.id]


async def compare(work: Work, this: Result) -> Comparison:
    """A result beside the newest one; the newest itself beside the one before it.

    Refuses diagnosis-nothing-to-compare.
    """
    beside = await others(work, this)
    if not beside:
        raise Refusal("diagnosis-nothing-to-compare")
    other = await whole(work, beside[0], this.route)
    first, second = sorted((this, other), key=lambda one: one.diagnosis.id)
    order = tuple(one.code for one in this.regulation.competencies)
    changes = comparison.compare(_scores(first), _scores(second), order)
    return Comparison(first, second, changes, await _accepted_between(work, first, second))


async def _readable(work: Work, route: Route) -> list[Diagnosis]:
    """Finished ones of a route, the latest first: all for the teacher, the shared ones for the team."""
    mine = work.person.id == route.teacher_id
    found = await work.all(finished_of(route.id))
    return [one for one in found if mine or one.shared_at is not None]


async def whole(work: Work, diagnosis: Diagnosis, route: Route) -> Result:
    """A diagnosis that the reader is known to see, with everything beside its answers."""
    asked = work.rules.asked(diagnosis)
    return Result(
        diagnosis,
        route,
        asked,
        await _answers(work, diagnosis),
        await own_competency.extended(work, route, work.rules.framed(route, diagnosis)),
        await work.all(notes_of(diagnosis.id)),
        await work.all(conclusions_of(diagnosis.id)),
        await levels.choices(work, route.id, diagnosis_id=diagnosis.id),
        await own_competency.scores(work, route, diagnosis.id, len(asked.scale) - 1),
    )


async def _answers(work: Work, diagnosis: Diagnosis) -> dict[int, int]:
    """What counts: not what was answered about a competency that is left out (X12)."""
    rows, asked = await work.session.execute(answers_of(diagnosis.id)), work.rules.asked(diagnosis)
    out = diagnosis.left_out
    return {row.statement: row.value for row in rows if asked.statements[row.statement].competency not in out}


def _scores(one: Result) -> dict[str, int | None]:
    return one.scores


async def _accepted_between(work: Work, first: Result, second: Result) -> int:
    """Reports accepted between two diagnoses: what the regulation calls interim diagnosis (S000 3.1.4, X13)."""
    begin, end = first.diagnosis.ended_at, second.diagnosis.ended_at
    if begin is None or end is None:
        return 0
    accepted = [
        one for one in await work.all(reports_of(first.route.id)) if one.state is ReportState.ACCEPTED
    ]
    return sum(one.decided_at is not None and begin <= one.decided_at <= end for one in accepted)
