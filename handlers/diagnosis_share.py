"""«Показать тьютору»: a result is the teacher's alone until they show it, and again when they take it back."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import companion, diagnosis_result
from handlers.anything import way_home
from handlers.callbacks import DiagnosisTap
from handlers.diagnosis_result import tapping
from handlers.views import Say, View, button, say, view
from services import diagnosis_result as results
from services import diagnosis_share
from services.diagnosis_result import Result
from services.work import Work


async def sharing(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """Who would see what; or, once it is shown, who has opened it and the way back."""
    found = await results.own_result(work, callback_data.diagnosis)
    if found.diagnosis.shared_at is None:
        return _before(work, found)
    opened = await diagnosis_share.openings(work, found.diagnosis.id)
    seen = [say("diagnosis-sharing-opened", name=one.person.short_name, at=one.at) for one in opened]
    return view(
        say("diagnosis-sharing-shown", at=found.diagnosis.shared_at, opened=len(seen)),
        *([seen] if seen else []),
        say("diagnosis-sharing-back"),
        rows=[
            [button("diagnosis-sharing-back.yes", tapping(found, "unshare"))],
            [button("diagnosis-question.back", tapping(found, "result"))],
        ],
    )


def _before(work: Work, found: Result) -> View:
    names: list[Say] = [
        say("diagnosis-sharing-reader", name=one.short_name)
        for one in diagnosis_share.readers(work, found.route)
    ]
    return view(
        say("diagnosis-sharing", readers=len(names)),
        *([names] if names else []),
        say("diagnosis-sharing-what"),
        rows=[
            [button("diagnosis-sharing.yes", tapping(found, "share"), style="primary")],
            [button("diagnosis-sharing.no", tapping(found, "result"))],
            *way_home(),
        ],
    )


async def share(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Показать»."""
    await diagnosis_share.share(work, callback_data.diagnosis, drawn=callback_data.version)
    found = await results.own_result(work, callback_data.diagnosis)
    shown = await diagnosis_result.screen(work, callback_data.diagnosis)
    return shown.with_toast(say("diagnosis-shared-now", who=companion.who(work, found.route)))


async def unshare(tap: CallbackQuery, callback_data: DiagnosisTap, work: Work) -> View:
    """«Больше не показывать»."""
    await diagnosis_share.take_back(work, callback_data.diagnosis, drawn=callback_data.version)
    shown = await diagnosis_result.screen(work, callback_data.diagnosis)
    return shown.with_toast(say("diagnosis-taken-back-now"))


def router() -> Router:
    """The teacher's word on who may read."""
    routes = Router(name="diagnosis-share")
    routes.callback_query.register(sharing, DiagnosisTap.filter(F.do == "sharing"))
    routes.callback_query.register(share, DiagnosisTap.filter(F.do == "share"))
    routes.callback_query.register(unshare, DiagnosisTap.filter(F.do == "unshare"))
    return routes
