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
    return [button("diagnosis-optional.leave", _tap(standing, "leave-out", at))]


def _tap(standing: Standing, do: str, at: int) -> DiagnosisTap:
    drawn = standing.diagnosis
    return DiagnosisTap(do=do, diagnosis=drawn.id, version=drawn.version, at=at)


def edits(found: Result) -> list[list[Button]]:
    """From the result: a competency that is not required may go, or come back."""
    asked, rows = found.diagnosis, []
    for code in asked.optional:
        at = next(at for at, one in enumerate(found.asked.statements) if one.competency == code)
        out = code in asked.left_out
        do, key = (
            ("take-in", "diagnosis-optional.take-in") if out else ("leave-out", "diagnosis-optional.out")
        )
        data = DiagnosisTap(do=do, diagnosis=asked.id, version=asked.version, at=at)
        rows.append([button(key, data, competency=found.regulation.competency(code).title)])
    return rows


async def ask(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """What leaving it out means, before it is done."""
    standing, one, regulation = await diagnosis_optional.about(
        work, callback_data.diagnosis, callback_data.at
    )
    standing.diagnosis.drawn(callback_data.version)
    left = standing.diagnosis.left_out
    rest = [other.title for other in regulation.competencies if other.code not in (one.code, *left)]
    finished = standing.diagnosis.state is DiagnosisState.FINISHED
    return view(
        say(
            "diagnosis-optional",
            competency=one.title,
            clause=plan_lines.cited(one.clause),
            rest=listed(rest),
        ),
        rows=[
            [button("diagnosis-optional.yes", _tap(standing, "leave-yes", callback_data.at))],
            [button("diagnosis-optional.no", _tap(standing, "edit" if finished else "resume", 0))],
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
