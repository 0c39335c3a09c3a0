"""After the answer to a question that came first, the turn goes on with what was wanted (handlers/wanted.py).

In the same transaction, through the same doors as the tap itself: rights, versions and rules are looked at anew.
"""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import CallbackQuery, Chat, Message, Update

from bot import refused
from handlers import places
from handlers.views import View, Wanted
from models.errors import NotYours, Refusal
from services.work import Work


class Stopped(Exception):
    """What was wanted is refused: all of the turn is taken back, and then the answer alone is kept."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why.key)
        self.why = why


async def go_on(root: Router, update: Update, work: Work, shown: View, stopped: Refusal | None) -> View:
    """The screen of what was wanted, led by the answer; the answer and why not, where it is `stopped` already.

    Raises Stopped where the rules say no.
    """
    wanted, tap = shown.goes_on, update.callback_query
    assert wanted is not None and tap is not None
    if stopped is not None:
        return await _told(work, shown, wanted, stopped)
    again = _again(wanted, tap, work)
    kind = "callback_query" if wanted.tap is not None else "message"
    try:
        done = await root.propagate_event(kind, again, bot=tap.bot, work=work, account=work.account)
    except Refusal as why:
        raise Stopped(why) from why
    if done is UNHANDLED or not (done.parts or done.files):
        done = await places.here(work)
    return _led(done, shown)


def _again(wanted: Wanted, tap: CallbackQuery, work: Work) -> CallbackQuery | Message:
    """The tap or the text of before, as if it came now."""
    if wanted.tap is not None:
        return tap.model_copy(update={"data": wanted.tap})
    chat = tap.message.chat if tap.message else Chat(id=tap.from_user.id, type="private")
    number = tap.message.message_id if tap.message else 0
    return Message(message_id=number, date=work.now, chat=chat, from_user=tap.from_user, text=wanted.text)


async def _told(work: Work, shown: View, wanted: Wanted, why: Refusal) -> View:
    told = await refused.drawn(work, wanted, why)
    if isinstance(why, NotYours):
        told = replace(await places.here(work), toast=told.toast, alert=True)
    return _led(told, shown)


def _led(told: View, shown: View) -> View:
    """What is shown, behind what was said to the answer."""
    return replace(told, parts=(*shown.parts, *told.parts))
