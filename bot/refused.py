"""What somebody sees where the rules say no."""

from __future__ import annotations

from aiogram.types import Update

from handlers import places, questions, second_factor
from handlers.views import View, Wanted
from models.errors import NotYours, Refusal, Unconfirmed
from services.work import Work


def wanted_by(update: Update) -> Wanted:
    """What an update asked for."""
    if update.callback_query is not None:
        return Wanted(tap=update.callback_query.data or "")
    return Wanted(text=update.message.text if update.message is not None else None)


async def drawn(work: Work, wanted: Wanted, refusal: Refusal) -> View:
    """Why not, and the fresh card: a toast over it for a tap, a line above it for a text; or the second code first.

    To somebody whose button it is not, nothing but the toast: never data (DESIGN 12).
    """
    if isinstance(refusal, Unconfirmed):
        return await second_factor.ask(work, wanted)
    why = questions.why(refusal)
    if wanted.tap is None:
        return (await places.here(work)).led_by(why).in_new_message()
    if isinstance(refusal, NotYours):
        return View((), toast=why, alert=True)
    return (await places.fresh_or_here(work, wanted.tap)).with_toast(why, alert=True)
