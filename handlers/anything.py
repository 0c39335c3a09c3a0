"""Anything else a person does: one short useful answer, and nothing breaks (telegram.md 16, 37, 42)."""

from __future__ import annotations

from aiogram.types import ChatMemberUpdated, Message, Update

from handlers import places
from handlers.callbacks import Go
from handlers.views import Rows, Say, View, button, say, view
from models.entry import Account
from services import unreachable
from services.work import Work

LONGEST = 3500


def way_home() -> Rows:
    """The row that is under every screen without another way on."""
    return ((button("menu-button", Go(place=places.HOME)),),)


async def unexpected(update: Update, work: Work) -> View | None:
    """What no handler took: an old button, a sticker, a text without a question, an edited message."""
    if update.callback_query is not None:
        shown = await places.here(work)
        return shown.with_toast(say("anything-old-button"), alert=True)
    if update.my_chat_member is not None:
        await _left_or_came(update.my_chat_member, work)
    if update.message is None:
        return None
    shown = await places.here(work)
    return shown.led_by(_why(update.message)).in_new_message()


async def _left_or_came(event: ChatMemberUpdated, work: Work) -> None:
    """A person has blocked the bot: marked, the team hears. Who comes back is welcomed by the turn."""
    if event.new_chat_member.status == "kicked" and work.account.person_id is not None:
        await unreachable.mark(work, work.account.person_id)


def answers_nothing(update: Update, account: Account) -> bool:
    """A forwarded text of somebody inside: never taken for an answer. A stranger may forward the code."""
    return account.person_id is not None and update.message is not None and _is_forwarded_text(update.message)


def _is_forwarded_text(message: Message) -> bool:
    """Somebody else's words; forwarded photos and files are welcome as evidence."""
    return message.forward_origin is not None and message.text is not None


def _why(message: Message) -> Say:
    """One line about what came and what helps."""
    if _is_forwarded_text(message):
        return say("anything-forward")
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
