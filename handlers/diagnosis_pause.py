"""Stopping in the middle: a pause, ten days away, and beginning again (S-03.5)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.anything import way_home
from handlers.callbacks import DiagnosisTap
from handlers.places import place
from handlers.views import Button, View, button, say, view
from models.diagnosis import DiagnosisState
from services import diagnosis, diagnosis_refusal
from services.diagnosis import Standing
from services.work import Work


@place("diagnosis.paused")
async def paused_screen(work: Work, diagnosis: int) -> View:
    """Where the teacher stopped, and every way on from there."""
    standing = await _look(work, diagnosis)
    standing.diagnosis.going_on()
    if standing.diagnosis.left_alone(work.now):
        return offer(work, standing)
    work.account.go("diagnosis.paused", diagnosis=diagnosis)
    return view(
        say("diagnosis-paused", answered=len(standing.answers), total=standing.total),
        rows=[
            [_tap("diagnosis-paused.resume", standing, "resume", style="primary")],
            [_tap("diagnosis-paused.change", standing, "list")] if standing.answers else [],
            *await _instead(work, standing),
            *way_home(),
        ],
    )


async def _look(work: Work, diagnosis_id: int) -> Standing:
    return await diagnosis.look(work, diagnosis_id)


def _tap(key: str, standing: Standing, do: str, *, style: str | None = None) -> Button:
    data = DiagnosisTap(do=do, diagnosis=standing.diagnosis.id, version=standing.diagnosis.version)
    return button(key, data, style=style)


async def _instead(work: Work, standing: Standing) -> list[list[Button]]:
    """Answering no more: the earlier result stays, or taking part is declined (X09)."""
    if await diagnosis_refusal.has_earlier(work, standing.diagnosis):
        return [
            [_tap("diagnosis-paused.earlier", standing, "earlier")],
            [_tap("diagnosis-paused.stay", standing, "stop")],
        ]
    return [[_tap("diagnosis-intro.decline", standing, "stop")]]


def offer(work: Work, standing: Standing) -> View:
    """After ten days away: go on or begin again, and what each of them means."""
    work.account.go("diagnosis.paused", diagnosis=standing.diagnosis.id)
    done = standing.at is None
    number = standing.total if standing.at is None else standing.number(standing.at)
    return view(
        say("diagnosis-long-pause", number=number, total=standing.total, done=done),
        rows=[
            [_tap("diagnosis-long-pause.resume", standing, "resume", style="primary")],
            [_tap("diagnosis-long-pause.again", standing, "again")],
            *way_home(),
        ],
    )


async def pause(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Пауза»: nothing is lost; the same statement waits."""
    return await paused_screen(work, callback_data.diagnosis)


async def again(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Начать заново» and «Пройти заново»: asked once, with what becomes of the answers."""
    standing = await diagnosis.to_change(work, callback_data.diagnosis, drawn=callback_data.version)
    if standing.diagnosis.state is DiagnosisState.FINISHED:
        said, stay = (
            say("diagnosis-retake", total=standing.total),
            _tap("diagnosis-retake.stay", standing, "edit"),
        )
    else:
        said = say("diagnosis-again", answered=len(standing.answers), total=standing.total)
        stay = _tap("diagnosis-again.resume", standing, "resume")
    return view(said, rows=[[_tap("diagnosis-again.yes", standing, "anew")], [stay], *way_home()])


def router() -> Router:
    """The pause."""
    routes = Router(name="diagnosis-pause")
    routes.callback_query.register(pause, DiagnosisTap.filter(F.do == "pause"))
    routes.callback_query.register(again, DiagnosisTap.filter(F.do == "again"))
    return routes
