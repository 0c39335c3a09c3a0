"""One answer of a record: what it means, what is kept of it, and what the history says of a correction (X06, X47)."""

from __future__ import annotations

from datetime import date
from typing import Any

from models.diagnosis import Phase
from models.diagnosis_record import DiagnosisRecord, RecordState
from models.errors import BadAnswer, NotYours
from regulations.measured import read_measured
from regulations.pupils import is_list_of_pupils
from regulations.questionnaire import results
from regulations.questions import Question, QuestionKind, read_number
from services import diagnosis_record
from services.work import Work

TENTHS = {
    "mean": Question("mean", QuestionKind.NUMBER, 0, 1000, example="diagnosis-record-ask-mean.example"),
    "share": Question("share", QuestionKind.NUMBER, 0, 1000, example="diagnosis-record-ask-share.example"),
    "pupils": Question(
        "pupils", QuestionKind.NUMBER, 0, 100_000, example="diagnosis-record-ask-pupils.example"
    ),
}
SCORE, CRITERION = "score_", "criterion_"
"""How the codes of the questions about a competency and about a criterion begin."""


async def answer(
    work: Work, record_id: int, code: str, value: str | date, *, drawn: int | None = None
) -> DiagnosisRecord:
    """The author answers one question; "" skips it. What stood recorded before goes into the history.

    Refuses: NotYours, Outdated, diagnosis-record-pupils for a list of children (X47), what a question refuses.
    """
    found = await diagnosis_record.own(work, record_id)
    if drawn is not None:
        found.drawn(drawn)
    if isinstance(value, str) and is_list_of_pupils(value):
        raise BadAnswer("diagnosis-record-pupils")
    before = said(found, code)
    _write(work, found, code, value)
    await work.session.flush()
    now = said(found, code)
    if found.state is RecordState.RECORDED and now != before:
        work.remember(
            found.route_id, "diagnosis.corrected", record=found.id, code=code, before=before, now=now
        )
        await diagnosis_record.tell_teacher(
            work, found, "diagnosis-record-corrected", author=found.author.short_name
        )
    return found


def _write(work: Work, found: DiagnosisRecord, code: str, value: str | date) -> None:
    if code.startswith(SCORE):
        _measure(found, code.removeprefix(SCORE), str(value))
    elif code.startswith(CRITERION):
        _observe(work, found, int(code.removeprefix(CRITERION)), str(value))
    elif code in TENTHS:
        found.write(code, _number(code, str(value)), work.now)
        return
    else:
        found.write(code, _meant(code, value), work.now)
        return
    found.said(code, value != "", work.now)


def _measure(found: DiagnosisRecord, competency: str, text: str) -> None:
    measured = read_measured(text) if text else None
    kept = (measured.score, measured.points, measured.maximum) if measured is not None else None
    found.measure(competency, kept)


def _observe(work: Work, found: DiagnosisRecord, statement: int, text: str) -> None:
    """The points of the criterion's competency are summed up anew with every answer."""
    asked = diagnosis_record.protocol(work, found)
    if asked is None or statement >= len(asked.statements):
        raise NotYours("refusal-not-yours")
    found.observe(statement, int(text) if text else None)
    competency = asked.statements[statement].competency
    answers = {one.statement: one.value for one in found.answers}
    result = next(one for one in results(asked, answers) if one.competency == competency)
    whole = (result.points * 10, result.maximum * 10)
    found.measure(competency, None if result.score is None else (result.score, *whole))


def _number(code: str, text: str) -> int | None:
    if not text:
        return None
    number = read_number(TENTHS[code], text)
    if code != "pupils":
        return number
    if number % 10:
        raise BadAnswer("number-unclear", example=TENTHS[code].shown_example)
    return number // 10


def _meant(code: str, value: str | date) -> Any:
    if code == "phase":
        return Phase(str(value))
    if code == "way":
        return value == "hand"
    return value


def said(found: DiagnosisRecord, code: str) -> str:
    """What stands as an answer, as the history keeps it."""
    if code.startswith(SCORE):
        kept = [one for one in found.scores if one.competency == code.removeprefix(SCORE)]
        return str(kept[0].score) if kept else ""
    if code.startswith(CRITERION):
        steps = [one for one in found.answers if one.statement == int(code.removeprefix(CRITERION))]
        return str(steps[0].value) if steps else ""
    values = {
        "phase": found.phase and found.phase.value,
        "framework": found.framework,
        "date": found.held_on,
        "instrument": found.instrument,
        "difficulties": found.difficulties,
        "text": found.text,
        "pupils": found.pupils,
        "mean": found.mean,
        "share": found.share,
    }
    value = values.get(code)
    return "" if value is None else str(value)
