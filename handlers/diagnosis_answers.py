"""Every statement with its answer, page by page: any of them can be changed (S-03.4)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.callbacks import DiagnosisTap
from handlers.views import Button, View, button, say, view
from models.diagnosis import DiagnosisState
from services import diagnosis
from services.diagnosis import Standing
from services.work import Work

PAGE = 8


async def list_answers(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """A page of the list; what has no answer yet is not listed, it comes by itself."""
    standing = await diagnosis.to_change(work, callback_data.diagnosis, drawn=callback_data.version)
    key = {"diagnosis": standing.diagnosis.id, "version": standing.diagnosis.version}
    given = sorted(standing.answers)
    start = max(0, min(callback_data.at, len(given) - 1)) // PAGE * PAGE
    shown = given[start : start + PAGE]
    turn = [
        button(name, DiagnosisTap(do="list", at=at, **key))
        for name, at in (("diagnosis-list.earlier", start - PAGE), ("diagnosis-list.later", start + PAGE))
        if 0 <= at < len(given)
    ]
    finished = standing.diagnosis.state is DiagnosisState.FINISHED
    back = button("diagnosis-question.back", DiagnosisTap(do="edit" if finished else "pause", **key))
    rows = [[_answered(standing, number, DiagnosisTap(do="change", at=number, **key))] for number in shown]
    return view(
        say("diagnosis-list", first=start + 1, last=start + len(shown), total=len(given)),
        rows=[*rows, turn, [back]],
    )


def _answered(standing: Standing, number: int, data: DiagnosisTap) -> Button:
    return button(
        "diagnosis-list.given",
        data,
        number=number + 1,
        words=standing.asked.statements[number].short,
        answer=standing.asked.scale[standing.answers[number]],
    )


def router() -> Router:
    """The list."""
    routes = Router(name="diagnosis-answers")
    routes.callback_query.register(list_answers, DiagnosisTap.filter(F.do == "list"))
    return routes
