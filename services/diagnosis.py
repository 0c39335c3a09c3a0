"""Self-diagnosis: one tap, one answer, one commit; the next question is computed (S000 3.1.1)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm.exc import StaleDataError

from models.diagnosis import (
    Diagnosis,
    DiagnosisState,
    Phase,
    diagnoses_of,
)
from models.diagnosis_answering import CHANGED, GIVEN, KEPT, LOOKED_AT, MOVED_ON
from models.errors import NotYours, Outdated, Refusal
from models.route import Route, RouteState, route_by_id
from regulations.questionnaire import Questionnaire
from services import diagnosis_news
from services.work import Work

# The most frequent turn of all: its statements are built once (DESIGN 8, docs/performance.md).
NONE: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Standing:
    """Where a teacher stands in a questionnaire: `at` is the one to ask now, None behind the last."""

    diagnosis: Diagnosis
    asked: Questionnaire
    answers: dict[int, int]
    at: int | None

    @property
    def left(self) -> frozenset[int]:
        """Statements about competencies that the teacher leaves out (X12)."""
        return _left(self.asked, self.diagnosis)

    @property
    def total(self) -> int:
        """How many statements are asked."""
        return len(self.asked.statements) - len(self.left)

    def number(self, at: int) -> int:
        """«Вопрос 17»: the place of a statement among those that are asked, from 1."""
        return at + 1 - sum(one < at for one in self.left)


async def of_route(work: Work, route_id: int) -> Diagnosis | None:
    """The latest diagnosis of a route; those set aside are not counted."""
    return await work.find(diagnoses_of(route_id))


async def begin(work: Work, route_id: int, *, as_manager: bool = False) -> Standing:
    """The teacher begins, or goes on with what was begun: nothing is asked twice. Refuses NotYours.

    `as_manager`: by the framework of managers, for those whose position is one (X12).
    """
    route = await work.get(route_by_id(route_id))
    route.only_teacher(work.person)
    diagnosis = await of_route(work, route_id)
    if diagnosis is None:
        asked = work.rules.offered_to_managers(route, route.teacher.position) if as_manager else None
        diagnosis = await new(work, route, asked=asked)
    elif diagnosis.state is DiagnosisState.DECLINED:
        diagnosis.reopen(work.now)
    return await _standing(work, diagnosis)


async def begin_again(work: Work, diagnosis_id: int, *, drawn: int) -> Standing:
    """The teacher begins anew: a finished one stays as it is for good, one that was going on is set aside (S-03.5).

    Refuses: NotYours, Outdated for a repeated tap.
    """
    standing = await to_change(work, diagnosis_id, drawn=drawn)
    left = standing.diagnosis
    left.turn_to(None)
    left.touch(work.now)
    if left.state is DiagnosisState.IN_PROGRESS:
        left.set_aside(work.now)
    route = await work.get(route_by_id(left.route_id))
    again = Phase.INTERIM if route.state is RouteState.ACTIVE and left.phase is Phase.ENTRY else left.phase
    begun = await new(work, route, again, asked=work.rules.questionnaire(left.questionnaire))
    work.remember(left.route_id, "diagnosis.begun-again", diagnosis=begun.id, earlier=left.id)
    return await _standing(work, begun)


async def stopped_at(work: Work, diagnosis: Diagnosis | None) -> tuple[int, int] | None:
    """«Вопрос 17 из 40» of a questionnaire that goes on, from 1; None where nothing is being asked."""
    if diagnosis is None or diagnosis.state is not DiagnosisState.IN_PROGRESS:
        return None
    standing = await _standing(work, diagnosis)
    return (standing.total if standing.at is None else standing.number(standing.at)), standing.total


async def look(work: Work, diagnosis_id: int) -> Standing:
    """The teacher's own questionnaire as it stands. Refuses NotYours."""
    diagnosis = (await work.session.scalars(LOOKED_AT, {"diagnosis": diagnosis_id})).first()
    if diagnosis is None or diagnosis.teacher_id != work.person.id:
        raise NotYours("refusal-not-yours")
    return await _standing(work, diagnosis)


async def answer(work: Work, diagnosis_id: int, value: int, *, drawn: int) -> Standing:
    """The teacher taps a step of the scale: the answer to the statement that the card showed is kept.

    After the end it corrects the one statement that the teacher turned to: the result is another from now on.
    Refuses: NotYours, Outdated for a repeated, re-sent or late tap, diagnosis-closed where nothing is asked.
    """
    standing = await look(work, diagnosis_id)
    diagnosis = standing.diagnosis
    diagnosis.drawn(drawn)
    diagnosis.being_asked()
    if standing.at is None or not 0 <= value < len(standing.asked.scale):
        raise NotYours("refusal-not-yours")
    await _keep_answer(work, standing, value)
    if diagnosis.state is DiagnosisState.FINISHED:
        diagnosis.turn_to(None)
        diagnosis.touch(work.now)
        if standing.answers[standing.at] != value:
            await diagnosis_news.changed(work, diagnosis)
        await work.session.flush()
    else:
        await _move_on(work, diagnosis)
    answers = {**standing.answers, standing.at: value}
    return Standing(diagnosis, standing.asked, answers, _first_open(standing.asked, answers, standing.left))


async def _move_on(work: Work, diagnosis: Diagnosis) -> None:
    """The next statement is looked at. Raises StaleDataError where another turn was quicker."""
    key = {"diagnosis": diagnosis.id, "drawn": diagnosis.version, "now": work.now}
    moved = await work.session.execute(MOVED_ON, key)
    if not moved.rowcount:  # type: ignore[attr-defined]  # an UPDATE's result has it
        raise StaleDataError(f"diagnosis {diagnosis.id}")
    diagnosis.moved_on(work.now)


async def back(work: Work, diagnosis_id: int, *, drawn: int) -> Standing:
    """The teacher looks at the statement before; after the end, leaves the one turned to as it is."""
    standing = await look(work, diagnosis_id)
    standing.diagnosis.drawn(drawn)
    if standing.diagnosis.state is DiagnosisState.FINISHED:
        return await _turned(work, standing, None)
    standing.diagnosis.going_on()
    at = len(standing.asked.statements) if standing.at is None else standing.at
    before = [one for one in range(at) if one not in standing.left]
    return await _turned(work, standing, before[-1] if before else 0)


async def change(work: Work, diagnosis_id: int, statement: int, *, drawn: int) -> Standing:
    """The teacher returns to one statement, from the middle or after the end (S-03.4).

    Refuses: NotYours, Outdated, diagnosis-earlier once a newer one was begun.
    """
    standing = await to_change(work, diagnosis_id, drawn=drawn)
    if not 0 <= statement < len(standing.asked.statements) or statement in standing.left:
        raise NotYours("refusal-not-yours")
    return await _turned(work, standing, statement)


async def _turned(work: Work, standing: Standing, statement: int | None) -> Standing:
    standing.diagnosis.turn_to(statement)
    return await touched(work, standing)


async def to_change(work: Work, diagnosis_id: int, *, drawn: int | None = None) -> Standing:
    """The teacher's own questionnaire, for a change: going on, or finished and still the latest.

    Refuses: NotYours, Outdated, diagnosis-earlier, diagnosis-closed.
    """
    standing = await look(work, diagnosis_id)
    diagnosis = standing.diagnosis
    if drawn is not None:
        diagnosis.drawn(drawn)
    if diagnosis.state is not DiagnosisState.FINISHED:
        diagnosis.going_on()
        return standing
    latest = await of_route(work, diagnosis.route_id)
    if latest is None or latest.id != diagnosis.id:
        raise Outdated("diagnosis-earlier")
    return standing


async def touched(work: Work, standing: Standing) -> Standing:
    """Something was said: a new version, and the questionnaire as it stands now."""
    standing.diagnosis.touch(work.now)
    await work.session.flush()
    return await _standing(work, standing.diagnosis)


async def new(
    work: Work, route: Route, phase: Phase = Phase.ENTRY, *, asked: Questionnaire | None = None
) -> Diagnosis:
    """A questionnaire with nothing answered: before the route, on the way, at its end. Refuses diagnosis-none."""
    asked = asked or work.rules.offered(route)
    if asked is None:
        raise Refusal("diagnosis-none")
    diagnosis = Diagnosis(
        route_id=route.id,
        teacher_id=route.teacher_id,
        questionnaire=asked.id,
        edition=asked.edition,
        phase=phase,
        state=DiagnosisState.IN_PROGRESS,
        version=1,
        began_at=work.now,
        answered_at=work.now,
    )
    named = {one.competency for one in asked.statements}
    offered = work.rules.framed(route, diagnosis).competencies
    diagnosis.optional = [one.code for one in offered if not one.required and one.code in named]
    diagnosis.left_out = []
    work.session.add(diagnosis)
    await work.session.flush()
    return diagnosis


async def _standing(work: Work, diagnosis: Diagnosis) -> Standing:
    asked = work.rules.asked(diagnosis)
    rows = await work.session.execute(GIVEN, {"diagnosis": diagnosis.id})
    left = _left(asked, diagnosis)
    answers = {row.statement: row.value for row in rows if row.statement not in left}
    at = diagnosis.at_statement
    return Standing(diagnosis, asked, answers, _first_open(asked, answers, left) if at is None else at)


def _left(asked: Questionnaire, diagnosis: Diagnosis) -> frozenset[int]:
    out = diagnosis.left_out
    return frozenset(at for at, one in enumerate(asked.statements) if one.competency in out) if out else NONE


def _first_open(asked: Questionnaire, answers: dict[int, int], left: frozenset[int]) -> int | None:
    every = range(len(asked.statements))
    return next((number for number in every if number not in answers and number not in left), None)


async def _keep_answer(work: Work, standing: Standing, value: int) -> None:
    """The answer to the statement that stands open is written, or takes the place of the one given before."""
    key = {"diagnosis": standing.diagnosis.id, "at": standing.at, "step": value}
    await work.session.execute(CHANGED if standing.at in standing.answers else KEPT, key)
