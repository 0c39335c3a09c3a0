"""«Не оценивать ИКТ-компетентность»: what it means, left out, taken in again (S003 1.3, X12)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places, plan_lines
from handlers.callbacks import DiagnosisTap
from handlers.diagnosis_words import listed
from handlers.views import Button, View, button, say, view
from models.diagnosis import DiagnosisState
from services import diagnosis_optional
from services.diagnosis import Standing
from services.diagnosis_result import Result
from services.work import Work


def row(standing: Standing, at: int) -> list[Button]:
    """Under a statement about a competency that is not required."""
    if standing.asked.statements[at].competency not in standing.diagnosis.optional:
        return []
    return [button("diagnosis-optional.leave", DiagnosisTap(do="leave-out", at=at, **_drawn(standing)))]


def _drawn(standing: Standing) -> dict[str, int]:
    return {"diagnosis": standing.diagnosis.id, "version": standing.diagnosis.version}


def edits(found: Result) -> list[list[Button]]:
    """From the result: a competency that is not required may go, or come back."""
    return [[_edit(found, code)] for code in found.diagnosis.optional]


def _edit(found: Result, code: str) -> Button:
    asked, title = found.diagnosis, found.regulation.competency(code).title
    at = next(at for at, one in enumerate(found.asked.statements) if one.competency == code)
    drawn = {"diagnosis": asked.id, "version": asked.version}
    if code in asked.left_out:
        data = DiagnosisTap(do="take-in", at=at, **drawn)
        return button("diagnosis-optional.take-in", data, competency=title)
    return button("diagnosis-optional.out", DiagnosisTap(do="leave-out", at=at, **drawn), competency=title)


async def ask(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """What leaving it out means, before it is done."""
    standing, one, regulation = await diagnosis_optional.about(
        work, callback_data.diagnosis, callback_data.at
    )
    standing.diagnosis.drawn(callback_data.version)
    left = standing.diagnosis.left_out
    rest = [other.title for other in regulation.competencies if other.code not in (one.code, *left)]
    key = _drawn(standing)
    finished = standing.diagnosis.state is DiagnosisState.FINISHED
    return view(
        say(
            "diagnosis-optional",
            competency=one.title,
            clause=plan_lines.cited(one.clause),
            rest=listed(rest),
        ),
        rows=[
            [button("diagnosis-optional.yes", DiagnosisTap(do="leave-yes", at=callback_data.at, **key))],
            [button("diagnosis-optional.no", DiagnosisTap(do="edit" if finished else "resume", **key))],
        ],
    )


async def leave(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Не оценивать»."""
    data = callback_data
    await diagnosis_optional.leave_out(work, data.diagnosis, data.at, drawn=data.version)
    return (await places.go(work, "diagnosis")).led_by(say("diagnosis-optional-left"))


async def take_in(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Оценить»: back in."""
    data = callback_data
    await diagnosis_optional.take_in(work, data.diagnosis, data.at, drawn=data.version)
    return (await places.go(work, "diagnosis")).led_by(say("diagnosis-optional-in"))


def router() -> Router:
    """The optional competency."""
    routes = Router(name="diagnosis-optional")
    for verb, handler in {"leave-out": ask, "leave-yes": leave, "take-in": take_in}.items():
        routes.callback_query.register(handler, DiagnosisTap.filter(F.do == verb))
    return routes
