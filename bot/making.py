"""Files that are made for a person after the commit: in a thread, once, and sent again as Telegram has them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from bot.parcels import ACTIONS, SENDERS
from bot.sent_files import SentFiles
from bot.text import Reader, Text
from bot.wire import BAD_REQUEST, ApiError, Upload
from handlers.views import File, Say, say
from models.errors import Refusal
from services.paper_files import Made, Trouble

Call = Callable[..., Awaitable[Any]]
"""One call of the Bot API with the post's patience: method, parameters, uploads."""
Report = Callable[[Trouble], Awaitable[None]]
"""Somebody must hear of an own template that is wrong."""


async def unheard(trouble: Trouble) -> None:
    """Where nobody keeps templates: nothing."""


class Making:
    """Makes and sends files; without `sent` nothing is known of what Telegram has, and each is made anew."""

    def __init__(self, call: Call, text: Text, report: Report, sent: SentFiles | None) -> None:
        self._call, self._text, self._report, self._known = call, text, report, sent

    async def send(self, chat_id: int, file: File, reader: Reader) -> None:
        """The file, with «печатает документ» over the chat while it is made; why not, where making it is refused."""
        if await self._sent_again(chat_id, file, reader):
            return
        if file.path is not None:
            await self._upload(chat_id, file, Upload(file.name, file.path), reader)
            return
        assert file.make is not None
        await self._call("sendChatAction", {"chat_id": chat_id, "action": ACTIONS[file.kind]})
        try:
            said = [self._text.plain(one, reader) for one in file.said]
            made = await asyncio.to_thread(file.make, *said)
        except Refusal as refused:
            why = self._text.say(Say(refused.key, refused.facts), reader)
            await self._call("sendMessage", {"chat_id": chat_id, "text": why, "parse_mode": "HTML"})
            return
        if not isinstance(made, Made) or made.trouble is None:
            await self._send(chat_id, file, reader, made.content if isinstance(made, Made) else made)
            return
        troubled = replace(file, same="", caption=_caption_of(made.trouble))
        await self._send(chat_id, troubled, reader, made.content)
        await self._report(made.trouble)

    async def _send(self, chat_id: int, file: File, reader: Reader, content: bytes) -> None:
        sent = await self._upload(chat_id, file, Upload(file.name, content), reader)
        if self._known is not None and file.same:
            await self._known.keep(file.same, _known_as(file.kind, sent))

    async def _upload(self, chat_id: int, file: File, upload: Upload, reader: Reader) -> Any:
        params = {"chat_id": chat_id, file.kind: "attach://file", **self._caption(file, reader)}
        return await self._call(SENDERS[file.kind], params, {"file": upload})

    async def _sent_again(self, chat_id: int, file: File, reader: Reader) -> bool:
        """Whether the very same file could be sent as Telegram has it; it is made anew where it has it no more."""
        if self._known is None or not file.same:
            return False
        file_id = await self._known.known(file.same)
        if file_id is None:
            return False
        params = {"chat_id": chat_id, file.kind: file_id, **self._caption(file, reader)}
        try:
            await self._call(SENDERS[file.kind], params)
        except ApiError as error:
            if error.code != BAD_REQUEST:
                raise
            await self._known.forget(file.same)
            return False
        return True

    def _caption(self, file: File, reader: Reader) -> dict[str, str]:
        if file.caption is None:
            return {}
        return {"caption": self._text.say(file.caption, reader), "parse_mode": "HTML"}


def _known_as(kind: str, sent: Any) -> str:
    """What Telegram calls the file of a message; of a photo it keeps several sizes, the largest last."""
    file_id: str = (sent["photo"][-1] if kind == "photo" else sent[kind])["file_id"]
    return file_id


def _caption_of(trouble: Trouble) -> Say:
    """Why the file is of our template: for whoever has asked for it."""
    return say("papers-template", file=trouble.file, tag=trouble.tag, fault=trouble.fault)
