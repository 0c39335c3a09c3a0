"""Anything else a person does: one short useful answer, and nothing breaks (telegram.md 16, 37, 42)."""

from __future__ import annotations

from aiogram.types import Message, Update

from handlers import places
from handlers.callbacks import Go
from handlers.views import Rows, Say, View, button, say, view
from services.work import Work

LONGEST = 3500


def way_home() -> Rows:
    """The row that is under every screen without another way on."""
    return ((button("menu-button", Go(place=places.HOME)),),)


async def unexpected(update: Update, work: Work) -> View | None:
    """What no handler took: an old button, a sticker, a text at a place without a question, an edited message."""
    if update.callback_query is not None:
        shown = await places.here(work)
        return shown.with_toast(say("anything-old-button"), alert=True)
    if update.message is None:
        return None
    shown = await places.here(work)
    return shown.led_by(_why(update.message)).in_new_message()


def _why(message: Message) -> Say:
    """One line about what came and what helps."""
    if message.text is not None:
        if message.text.startswith("/"):
            return say("anything-unknown-command")
        return say("anything-long-text" if len(message.text) > LONGEST else "anything-text")
    if message.voice or message.video_note or message.audio:
        return say("anything-voice")
    if message.photo or message.document or message.video:
        return say("anything-file")
    return say("anything-other")


def in_a_group(update: Update) -> View | None:
    """The bot speaks in private only: one polite line to a command in a group, silence otherwise."""
    message = update.message
    if message is None or not (message.text or "").startswith("/"):
        return None
    return view(say("anything-group"))
