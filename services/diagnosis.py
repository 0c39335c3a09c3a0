"""Self-diagnosis: one tap, one answer, one commit; the next question is computed (S000 3.1.1)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, insert, select, update

from models.diagnosis import (
    Diagnosis,
    DiagnosisAnswer,
    DiagnosisNote,
    DiagnosisState,
    NoteKind,
    answers_of,
    diagnoses_of,
    notes_of,
)
from models.errors import NotYours, Refusal
from models.route import Route, route_by_id
from regulations.questionnaire import Questionnaire
from regulations.schema import Regulation
from services.work import Work

QUESTIONNAIRE = "teacher"
MOST_OWN_NOTES = 10
# The most frequent turn of all: its statements are built once (DESIGN 8, docs/performance.md).
LOOKED_AT = select(Diagnosis).where(Diagnosis.id == bindparam("diagnosis"))
GIVEN = answers_of(bindparam("diagnosis"))  # type: ignore[arg-type]
_ANSWER = DiagnosisAnswer.metadata.tables[DiagnosisAnswer.__tablename__]
KEPT = insert(_ANSWER).values(
    diagnosis_id=bindparam("diagnosis"), statement=bindparam("at"), value=bindparam("step")
)
CHANGED = (
    update(_ANSWER)
    .where(_ANSWER.c.diagnosis_id == bindparam("diagnosis"), _ANSWER.c.statement == bindparam("at"))
    .values(value=bindparam("step"))
)


@dataclass(frozen=True)
class Standing:
    """Where a teacher stands in a questionnaire: `at` is the one to ask now, None behind the last."""

    diagnosis: Diagnosis
    asked: Questionnaire
    answers: dict[int, int]
    at: int | None

    @property
    def total(self) -> int:
        """How many statements there are."""
        return len(self.asked.statements)


async def of_route(work: Work, route_id: int) -> Diagnosis | None:
    """The latest diagnosis of a route."""
    return await work.find(diagnoses_of(route_id))


async def regulation_of(work: Work, standing: Standing) -> Regulation:
    """The regulation of the route that a diagnosis belongs to."""
    return work.rules.of(await work.get(route_by_id(standing.diagnosis.route_id)))


async def begin(work: Work, route_id: int) -> Standing:
    """The teacher begins, or goes on with what was begun: nothing is asked twice. Refuses NotYours."""
    route = await work.get(route_by_id(route_id))
    route.only_teacher(work.person)
    diagnosis = await of_route(work, route_id)
    if diagnosis is None:
        diagnosis = await _new(work, route)
    elif diagnosis.state is DiagnosisState.DECLINED:
        diagnosis.reopen(work.now)
    return await _standing(work, diagnosis)


async def begin_again(work: Work, diagnosis_id: int, drawn: int) -> Standing:
    """The teacher begins anew after a long pause or the end; the earlier one stays as it was (S-03.5)."""
    standing = await look(work, diagnosis_id)
    standing.diagnosis.drawn(drawn)
    if standing.diagnosis.state is DiagnosisState.IN_PROGRESS:
        standing.diagnosis.decline(work.now)
    return await _standing(work, await _new(work, await work.get(route_by_id(standing.diagnosis.route_id))))


async def look(work: Work, diagnosis_id: int) -> Standing:
    """The teacher's own questionnaire as it stands. Refuses NotYours."""
    diagnosis = (await work.session.scalars(LOOKED_AT, {"diagnosis": diagnosis_id})).first()
    if diagnosis is None or diagnosis.teacher_id != work.person.id:
        raise NotYours("refusal-not-yours")
    return await _standing(work, diagnosis)


async def answer(work: Work, diagnosis_id: int, value: int, *, drawn: int) -> Standing:
    """The teacher taps a step of the scale: the answer to the statement that the card showed is kept.

    Refuses: NotYours, Outdated for a repeated, re-sent or late tap, diagnosis-closed after the end.
    """
    standing = await look(work, diagnosis_id)
    diagnosis = standing.diagnosis
    diagnosis.drawn(drawn)
    diagnosis.going_on()
    if standing.at is None or not 0 <= value < len(standing.asked.scale):
        raise NotYours("refusal-not-yours")
    await _keep_answer(work, standing, value)
    diagnosis.turn_to(None)
    diagnosis.touch(work.now)
    await work.session.flush()
    answers = {**standing.answers, standing.at: value}
    return Standing(diagnosis, standing.asked, answers, _first_open(standing.asked, answers))


async def back(work: Work, diagnosis_id: int, *, drawn: int) -> Standing:
    """The teacher looks at the statement before; its answer can be changed."""
    standing = await look(work, diagnosis_id)
    standing.diagnosis.drawn(drawn)
    at = standing.total if standing.at is None else standing.at
    return await change(work, standing, max(at - 1, 0))


async def change(work: Work, standing: Standing, statement: int) -> Standing:
    """The teacher returns to one statement, also after the end: the result is computed anew (S-03.4)."""
    if not 0 <= statement < standing.total:
        raise NotYours("refusal-not-yours")
    if standing.diagnosis.state is not DiagnosisState.IN_PROGRESS:
        standing.diagnosis.reopen(work.now)
    standing.diagnosis.turn_to(statement)
    standing.diagnosis.touch(work.now)
    await work.session.flush()
    return Standing(standing.diagnosis, standing.asked, standing.answers, statement)


async def finish(work: Work, diagnosis_id: int, *, drawn: int) -> Standing:
    """The teacher closes the questionnaire: the result counts from now on. Refuses while some are open."""
    standing = await look(work, diagnosis_id)
    standing.diagnosis.drawn(drawn)
    standing.diagnosis.finish(len(standing.answers), standing.total, work.now)
    work.remember(standing.diagnosis.route_id, "diagnosis.finished", diagnosis=diagnosis_id)
    await work.session.flush()
    return standing


async def decline(work: Work, route_id: int) -> Diagnosis:
    """The teacher does not take part: voluntary, S000 3.1.1 (X09). Recorded; may be changed later."""
    diagnosis = (await begin(work, route_id)).diagnosis
    diagnosis.decline(work.now)
    work.remember(route_id, "diagnosis.declined", diagnosis=diagnosis.id)
    await work.session.flush()
    return diagnosis


async def notes(work: Work, diagnosis_id: int) -> list[DiagnosisNote]:
    """Difficulties, needs and strengths of the teacher's own diagnosis."""
    return await work.all(notes_of(diagnosis_id))


async def toggle_note(
    work: Work, diagnosis_id: int, kind: NoteKind, statement: int, *, drawn: int
) -> Standing:
    """The teacher marks a statement as a difficulty, need or strength, or takes the mark away."""
    standing = await look(work, diagnosis_id)
    standing.diagnosis.drawn(drawn)
    if not 0 <= statement < standing.total:
        raise NotYours("refusal-not-yours")
    marked = [
        one for one in await notes(work, diagnosis_id) if (one.kind, one.statement) == (kind, statement)
    ]
    if marked:
        await work.session.delete(marked[0])
    else:
        work.session.add(DiagnosisNote(diagnosis_id=diagnosis_id, kind=kind, statement=statement))
    return await _touched(work, standing)


async def own_note(
    work: Work, diagnosis_id: int, kind: NoteKind, text: str, message_id: int | None
) -> Standing:
    """A difficulty, need or strength in the teacher's own words. Refuses the eleventh."""
    standing = await look(work, diagnosis_id)
    own = [one for one in await notes(work, diagnosis_id) if one.kind is kind and one.statement is None]
    if len(own) >= MOST_OWN_NOTES:
        raise Refusal("diagnosis-enough-notes", most=MOST_OWN_NOTES)
    note = DiagnosisNote(diagnosis_id=diagnosis_id, kind=kind, text=text, message_id=message_id)
    work.session.add(note)
    return await _touched(work, standing)


async def _touched(work: Work, standing: Standing) -> Standing:
    standing.diagnosis.touch(work.now)
    await work.session.flush()
    return standing


async def _new(work: Work, route: Route) -> Diagnosis:
    asked = work.rules.questionnaire(QUESTIONNAIRE)
    diagnosis = Diagnosis(
        route_id=route.id,
        teacher_id=route.teacher_id,
        questionnaire=asked.id,
        edition=asked.edition,
        state=DiagnosisState.IN_PROGRESS,
        version=1,
        began_at=work.now,
        answered_at=work.now,
    )
    work.session.add(diagnosis)
    await work.session.flush()
    return diagnosis


async def _standing(work: Work, diagnosis: Diagnosis) -> Standing:
    asked = work.rules.asked(diagnosis)
    rows = await work.session.execute(GIVEN, {"diagnosis": diagnosis.id})
    answers = {row.statement: row.value for row in rows}
    at = diagnosis.at_statement
    return Standing(diagnosis, asked, answers, _first_open(asked, answers) if at is None else at)


def _first_open(asked: Questionnaire, answers: dict[int, int]) -> int | None:
    return next((number for number in range(len(asked.statements)) if number not in answers), None)


async def _keep_answer(work: Work, standing: Standing, value: int) -> None:
    """The answer to the statement that stands open is written, or takes the place of the one given before."""
    key = {"diagnosis": standing.diagnosis.id, "at": standing.at, "step": value}
    await work.session.execute(CHANGED if standing.at in standing.answers else KEPT, key)
