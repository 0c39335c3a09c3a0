"""Difficulties, needs and strengths beside the numbers of a self-diagnosis (S000 3.1.1)."""

from __future__ import annotations

from models.diagnosis import DiagnosisNote, DiagnosisState, NoteKind, notes_of
from models.errors import NotYours, Refusal
from services import diagnosis, diagnosis_news
from services.diagnosis import Standing
from services.work import Work

MOST_OWN_NOTES = 10


async def notes(work: Work, diagnosis_id: int) -> list[DiagnosisNote]:
    """Difficulties, needs and strengths, in the order in which they were said."""
    return await work.all(notes_of(diagnosis_id))


async def toggle(work: Work, diagnosis_id: int, kind: NoteKind, statement: int, *, drawn: int) -> Standing:
    """The teacher marks a statement as a difficulty, need or strength, or takes the mark away.

    Refuses: NotYours, Outdated, diagnosis-earlier.
    """
    standing = await diagnosis.to_change(work, diagnosis_id, drawn=drawn)
    if not 0 <= statement < len(standing.asked.statements):
        raise NotYours("refusal-not-yours")
    marked = [
        one for one in await notes(work, diagnosis_id) if (one.kind, one.statement) == (kind, statement)
    ]
    if marked:
        await work.session.delete(marked[0])
    else:
        work.session.add(DiagnosisNote(diagnosis_id=diagnosis_id, kind=kind, statement=statement))
    return await _said(work, standing)


async def own(work: Work, diagnosis_id: int, kind: NoteKind, text: str, message_id: int | None) -> Standing:
    """A difficulty, need or strength in the teacher's own words. Refuses the eleventh, and as `toggle`."""
    standing = await diagnosis.to_change(work, diagnosis_id)
    said = [one for one in await notes(work, diagnosis_id) if one.kind is kind and one.statement is None]
    if len(said) >= MOST_OWN_NOTES:
        raise Refusal("diagnosis-enough-notes", most=MOST_OWN_NOTES)
    note = DiagnosisNote(diagnosis_id=diagnosis_id, kind=kind, text=text, message_id=message_id)
    work.session.add(note)
    return await _said(work, standing)


async def _said(work: Work, standing: Standing) -> Standing:
    if standing.diagnosis.state is DiagnosisState.FINISHED:
        await diagnosis_news.changed(work, standing.diagnosis)
    return await diagnosis.touched(work, standing)
