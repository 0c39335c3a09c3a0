"""The command menu and the bot's own words in every language (setMyCommands, setMyDescription)."""

from __future__ import annotations

from typing import Any

import structlog

from bot.text import LANGUAGES, Reader, Text
from bot.wire import ApiError, Wire, WireDown
from handlers.views import Say, say

log = structlog.get_logger()
COMMANDS: tuple[tuple[str, Say], ...] = (
    ("menu", say("command-menu")),
    ("help", say("command-help")),
    ("cancel", say("command-cancel")),
    ("lang", say("command-lang")),
    ("remind", say("command-remind")),
    ("mydata", say("command-mydata")),
    ("start", say("command-start")),
)


def named(text: Text, reader: Reader) -> list[dict[str, str]]:
    """The commands as setMyCommands takes them."""
    return [{"command": name, "description": text.plain(words, reader)} for name, words in COMMANDS]


def of_chat(text: Text, reader: Reader, chat_id: int) -> dict[str, Any]:
    """The commands of one chat, whose person has chosen another language than the phone's."""
    return {"commands": named(text, reader), "scope": {"type": "chat", "chat_id": chat_id}}


async def introduce(wire: Wire, text: Text) -> None:
    """Tell Telegram the commands and descriptions. A refusal is logged: the bot works without them."""
    for language in ("", *LANGUAGES):
        reader = Reader(language or LANGUAGES[0])
        about: dict[str, Any] = {"language_code": language} if language else {}
        commands = named(text, reader)
        try:
            await wire.call("setMyCommands", {"commands": commands, **about})
            await wire.call(
                "setMyDescription", {"description": text.plain(say("bot-description"), reader), **about}
            )
            short = text.plain(say("bot-short-description"), reader)
            await wire.call("setMyShortDescription", {"short_description": short, **about})
        except (ApiError, WireDown) as error:
            log.warning("introduce.refused", error=str(error))
            return
