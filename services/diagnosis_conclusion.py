"""The teacher's own conclusion on the strong and the weak side (S000 3.1.1), and with it the end of the questions."""

from __future__ import annotations

from typing import Any

from models.diagnosis import DiagnosisState
from models.diagnosis_result import OwnConclusion, Side, conclusions_of
from regulations import own_conclusion
from regulations.own_conclusion import Draft
from services import diagnosis, diagnosis_news, diagnosis_notes
from services.diagnosis import Standing
from services.work import Work


async def said(work: Work, diagnosis_id: int) -> dict[Side, OwnConclusion]:
    """What the teacher has concluded so far."""
    return {one.side: one for one in await work.all(conclusions_of(diagnosis_id))}


async def drafts(work: Work, standing: Standing) -> dict[Side, Draft]:
    """A ready sentence for each side, from the answers and the teacher's marks."""
    marks = await diagnosis_notes.notes(work, standing.diagnosis.id)
    found = {}
    for side in Side:
        marked = own_conclusion.marked(side, marks)
        ready = own_conclusion.draft(standing.asked, standing.answers, side, marked)
        if ready is not None:
            found[side] = ready
    return found


async def in_own_words(work: Work, diagnosis_id: int, side: Side, text: str) -> Standing:
    """The teacher says one side in own words; they take the place of what was there. Refuses diagnosis-earlier."""
    standing = await diagnosis.to_change(work, diagnosis_id)
    await _keep(work, standing, side, text=text)
    return await _noted(work, standing)


async def ready_sentence(work: Work, diagnosis_id: int, side: Side, *, drawn: int) -> Standing:
    """The teacher takes the ready sentence back in place of own words. Refuses Outdated, diagnosis-earlier."""
    standing = await diagnosis.to_change(work, diagnosis_id, drawn=drawn)
    earlier = (await said(work, diagnosis_id)).get(side)
    if earlier is not None:
        await work.session.delete(earlier)
    return await _noted(work, standing)


async def conclude(work: Work, diagnosis_id: int, *, drawn: int, taken: bool) -> Standing:
    """The teacher agrees with what stands there (`taken`) or concludes nothing more: the diagnosis is finished.

    Refuses: NotYours, Outdated, diagnosis-earlier, diagnosis-not-finished while statements are open.
    """
    standing = await diagnosis.to_change(work, diagnosis_id, drawn=drawn)
    asked = standing.diagnosis
    if asked.state is DiagnosisState.IN_PROGRESS:
        asked.finish(len(standing.answers), standing.total, work.now)
        work.remember(asked.route_id, "diagnosis.finished", diagnosis=asked.id)
        if taken:
            await _take(work, standing)
    elif taken and await _take(work, standing):
        await diagnosis_news.changed(work, asked)
    return await diagnosis.touched(work, standing)


async def _take(work: Work, standing: Standing) -> bool:
    """Keeps the ready sentences where nothing was said in own words; True when one of them is new."""
    there = await said(work, standing.diagnosis.id)
    new = False
    for side, ready in (await drafts(work, standing)).items():
        kept = there.get(side)
        if kept is None or (not kept.text and kept.facts != ready.as_json()):
            await _keep(work, standing, side, facts=ready.as_json())
            new = True
    return new


async def _keep(
    work: Work,
    standing: Standing,
    side: Side,
    *,
    text: str = "",
    facts: dict[str, Any] | None = None,
) -> None:
    """One conclusion a side: the row is written, or written over."""
    row = OwnConclusion(
        diagnosis_id=standing.diagnosis.id,
        side=side,
        text=text,
        facts=facts or {},
        at=work.now,
    )
    await work.session.merge(row)


async def _noted(work: Work, standing: Standing) -> Standing:
    if standing.diagnosis.state is DiagnosisState.FINISHED:
        await diagnosis_news.changed(work, standing.diagnosis)
    return await diagnosis.touched(work, standing)
