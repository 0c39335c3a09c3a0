"""Files that are made for a person after the commit: in a thread, once, and sent again as Telegram has them."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

from bot.parcels import ACTIONS, SENDERS
from bot.text import Reader, Text
from bot.wire import BAD_REQUEST, ApiError, Upload
from handlers.views import File, Say
from models.errors import Refusal

REMEMBERED = 2_000
Call = Callable[..., Awaitable[Any]]
"""One call of the Bot API with the post's patience: method, parameters, uploads."""


class Making:
    """Makes and sends files; which of them Telegram has is known until this process ends."""

    def __init__(self, call: Call, text: Text) -> None:
        self._call, self._text = call, text
        self._made: OrderedDict[str, str] = OrderedDict()

    async def send(self, chat_id: int, file: File, reader: Reader) -> None:
        """The file, with «печатает документ» over the chat while it is made; why not, where making it is refused."""
        if await self._sent_again(chat_id, file, reader):
            return
        assert file.make is not None
        await self._call("sendChatAction", {"chat_id": chat_id, "action": ACTIONS[file.kind]})
        try:
            content = await asyncio.to_thread(file.make)
        except Refusal as refused:
            why = self._text.say(Say(refused.key, refused.facts), reader)
            await self._call("sendMessage", {"chat_id": chat_id, "text": why, "parse_mode": "HTML"})
            return
        params = {"chat_id": chat_id, file.kind: "attach://file", **self._caption(file, reader)}
        sent = await self._call(SENDERS[file.kind], params, {"file": Upload(file.name, content)})
        if file.same and file.kind == "document":
            self._remember(file.same, sent["document"]["file_id"])

    async def _sent_again(self, chat_id: int, file: File, reader: Reader) -> bool:
        """Whether the very same file could be sent as Telegram has it; it is made anew where it has it no more."""
        file_id = self._made.pop(file.same, None)
        if file_id is None:
            return False
        params = {"chat_id": chat_id, file.kind: file_id, **self._caption(file, reader)}
        try:
            await self._call(SENDERS[file.kind], params)
        except ApiError as error:
            if error.code != BAD_REQUEST:
                raise
            return False
        self._remember(file.same, file_id)
        return True

    def _caption(self, file: File, reader: Reader) -> dict[str, str]:
        if file.caption is None:
            return {}
        return {"caption": self._text.say(file.caption, reader), "parse_mode": "HTML"}

    def _remember(self, same: str, file_id: str) -> None:
        self._made[same] = file_id
        if len(self._made) > REMEMBERED:
            self._made.popitem(last=False)
