"""Where an update came from: the little that the turn and the post need to know about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aiogram.types import Message, Update, User


@dataclass(frozen=True)
class Visit:
    """One update of one person: who, in which chat, and what was tapped (`data`)."""

    update_id: int
    telegram_id: int
    chat_id: int
    language: str
    private: bool = True
    callback_id: str | None = None
    data: str | None = None
    tapped_message: int | None = None
    editable: bool = False
    written: int = 0
    """The message that the person wrote: a card above it is no longer the last."""
    gone: bool = False
    """The person has blocked the bot: nothing can be shown to them."""


def visit_of(update: Update) -> Visit | None:
    """The visit behind an update, or None for what no person did (a channel's post, an anonymous sender)."""
    if update.callback_query is not None:
        query = update.callback_query
        message = query.message
        return Visit(
            update.update_id,
            query.from_user.id,
            message.chat.id if message else query.from_user.id,
            _language(query.from_user),
            private=message is None or message.chat.type == "private",
            callback_id=query.id,
            data=query.data or "",
            tapped_message=message.message_id if message else None,
            editable=isinstance(message, Message) and message.text is not None,
        )
    event = update.message or update.edited_message or update.my_chat_member
    if event is None or event.from_user is None:
        return None
    return Visit(
        update.update_id,
        event.from_user.id,
        event.chat.id,
        _language(event.from_user),
        private=event.chat.type == "private",
        written=update.message.message_id if update.message is not None else 0,
        gone=update.my_chat_member is not None and update.my_chat_member.new_chat_member.status == "kicked",
    )


def to_us(raw: dict[str, Any]) -> dict[str, Any]:
    """What of an update concerns us; nothing is parsed that nobody reads (DESIGN 8)."""
    message, tap = raw.get("message"), raw.get("callback_query")
    if isinstance(message, dict):
        return _command_to_us(raw, message)
    if isinstance(tap, dict) and isinstance(tap.get("message"), dict):
        return {**raw, "callback_query": {**tap, "message": _tapped(tap["message"], tap.get("data"))}}
    return raw


def _command_to_us(raw: dict[str, Any], message: dict[str, Any]) -> dict[str, Any]:
    """In a private chat a command is ours, whomever it names: «/menu@bot» is «/menu».

    aiogram would ask Telegram for the bot's name, and a turn never waits for Telegram.
    """
    if not str(message.get("text", "")).startswith("/"):
        return raw
    if (message.get("chat") or {}).get("type") != "private":
        return raw
    command, *rest = message["text"].split(maxsplit=1)
    return {**raw, "message": {**message, "text": " ".join([command.partition("@")[0], *rest])}}


def _tapped(message: dict[str, Any], data: object) -> dict[str, Any]:
    """Our own message under a tapped button: which one it is, whether it is a text, and that button's words."""
    kept: dict[str, Any] = {
        name: message[name] for name in ("message_id", "date", "chat", "text") if name in message
    }
    rows = (message.get("reply_markup") or {}).get("inline_keyboard") or ()
    pressed = [key for row in rows for key in row if key.get("callback_data") == data]
    return {**kept, "reply_markup": {"inline_keyboard": [pressed[:1]]}} if pressed else kept


def _language(user: User) -> str:
    code = (user.language_code or "ru").partition("-")[0].casefold()
    return "en" if code == "en" else "ru"
