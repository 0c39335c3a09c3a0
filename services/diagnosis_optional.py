"""A competency that the regulation does not require may be left out of the self-diagnosis, and taken in again (X12)."""

from __future__ import annotations

from models.diagnosis import DiagnosisState
from models.errors import NotYours
from models.route import Route, route_by_id
from regulations.schema import Competency, Regulation
from services import diagnosis, diagnosis_news
from services.diagnosis import Standing
from services.work import Work


async def about(work: Work, diagnosis_id: int, statement: int) -> tuple[Standing, Competency, Regulation]:
    """The competency of a statement, for a word on what leaving it out means. Refuses: NotYours, diagnosis-earlier."""
    standing = await diagnosis.to_change(work, diagnosis_id)
    code = _competency(standing, statement)
    route: Route = await work.get(route_by_id(standing.diagnosis.route_id))
    regulation = work.rules.framed(route, standing.diagnosis)
    if code not in standing.diagnosis.optional:
        raise NotYours("refusal-not-yours")
    return standing, regulation.competency(code), regulation


def _competency(standing: Standing, statement: int) -> str:
    if not 0 <= statement < len(standing.asked.statements):
        raise NotYours("refusal-not-yours")
    return standing.asked.statements[statement].competency


async def leave_out(work: Work, diagnosis_id: int, statement: int, *, drawn: int) -> Standing:
    """The teacher leaves the competency of this statement out; «общий» is the mean of the others (X06).

    Refuses: NotYours for a required one, Outdated, diagnosis-earlier.
    """
    standing = await diagnosis.to_change(work, diagnosis_id, drawn=drawn)
    asked, code = standing.diagnosis, _competency(standing, statement)
    asked.leave_out(code)
    asked.turn_to(None)
    work.remember(asked.route_id, "diagnosis.left-out", diagnosis=asked.id, competency=code)
    return await _changed(work, standing)


async def take_in(work: Work, diagnosis_id: int, statement: int, *, drawn: int) -> Standing:
    """It is asked about after all: what was answered counts again, what was not is asked now.

    Refuses: NotYours, Outdated, diagnosis-earlier.
    """
    standing = await diagnosis.to_change(work, diagnosis_id, drawn=drawn)
    asked, code = standing.diagnosis, _competency(standing, statement)
    asked.take_in(code)
    work.remember(asked.route_id, "diagnosis.taken-in", diagnosis=asked.id, competency=code)
    found = await _changed(work, standing)
    if found.at is not None:
        asked.ask_again()
        await work.session.flush()
    return found


async def _changed(work: Work, standing: Standing) -> Standing:
    if standing.diagnosis.state is DiagnosisState.FINISHED:
        await diagnosis_news.changed(work, standing.diagnosis)
    return await diagnosis.touched(work, standing)
