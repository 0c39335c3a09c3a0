"""Events of the catalogue that fit in the place of what cannot be held; one tap takes one (S-11)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.callbacks_correction import CorrectionTap
from handlers.plan_form import ROW
from handlers.views import Button, View, button
from models.correction import Correction, CorrectionState
from services import correction_catalogue
from services.work import Work


async def rows(work: Work, found: Correction) -> list[list[Button]]:
    """A button for each event that fits, while nothing else is written in the place."""
    if found.state is not CorrectionState.DRAFT or found.alone or found.is_whole:
        return []
    return [
        [
            button(
                "correction-choice",
                CorrectionTap(do="choose", correction=found.id, version=found.version, value=str(one.id)),
                title=one.title,
                on=one.first_day,
            )
        ]
        for one in await correction_catalogue.fitting(work, found)
    ]


async def choose(tap: CallbackQuery, callback_data: CorrectionTap, work: Work) -> View:
    """One of them: what is still asked of the row."""
    entry = int(callback_data.value) if callback_data.value.isdecimal() else 0
    row = await correction_catalogue.take(work, callback_data.correction, entry, drawn=callback_data.version)
    return await ROW.screen(work, row.id)


def router() -> Router:
    """The choice."""
    routes = Router(name="correction-choice")
    routes.callback_query.register(choose, CorrectionTap.filter(F.do == "choose"))
    return routes
