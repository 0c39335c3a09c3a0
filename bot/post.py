"""Shows Views: the only caller of the Bot API for replies; knows its limits and harmless errors."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot import commands_menu, metrics
from bot.making import Making, Report, unheard
from bot.paper import keyboard, pages, rich_table
from bot.parcels import call, parcels
from bot.sent_files import SentFiles
from bot.text import Reader, Text
from bot.visit import Visit
from bot.wire import BAD_REQUEST, HARMLESS, LOST_CARD, ApiError, Upload, Wire, WireDown
from handlers.views import File, View

log = structlog.get_logger()
TOAST = 200
TRIES = 4
CARDS = 20_000
_tries: ContextVar[int] = ContextVar("tries", default=TRIES)
"""How often a call is made: a person waits for a reply, nobody waits for a notice."""


@dataclass(frozen=True)
class Reply:
    """A View on its way to the person who caused it."""

    visit: Visit
    reader: Reader
    view: View | None


@dataclass
class _Line:
    """What still has to be shown in one chat, in order."""

    waiting: list[Reply] = field(default_factory=list)
    worker: asyncio.Task[None] | None = None


class Post:
    """Shows Views, in each chat one after another; `spent` hears of each message that counts for Telegram's limit."""

    def __init__(
        self,
        wire: Wire,
        text: Text,
        report: Report = unheard,
        sent: SentFiles | None = None,
        spent: Callable[[], None] = lambda: None,
    ) -> None:
        self.wire, self.text, self._spent = wire, text, spent
        self._lines: dict[int, _Line] = {}
        self._cards: OrderedDict[int, tuple[str | None, int]] = OrderedDict()
        self._making = Making(self._patiently, self.text, report, sent)
        self._rich = True

    def show(self, reply: Reply) -> asyncio.Task[None]:
        """Queue a reply behind its chat's earlier ones; it replaces a waiting one that it makes needless."""
        line = self._lines.setdefault(reply.visit.chat_id, _Line())
        if line.waiting and _replaces(reply, line.waiting[-1]):
            line.waiting[-1] = reply
        else:
            line.waiting.append(reply)
        if line.worker is None:
            line.worker = asyncio.create_task(self._work_off(reply.visit.chat_id, line))
        return line.worker

    async def settle(self) -> None:
        """Wait until everything queued has been shown."""
        while self._lines:
            await asyncio.gather(*(line.worker for line in self._lines.values() if line.worker))

    async def deliver(self, chat_id: int, reader: Reader, view: View) -> None:
        """Send a View that nobody asked for (a notice), without patience: the postman comes again by itself.

        Raises ApiError and WireDown.
        """
        token = _tries.set(1)
        try:
            await self._files(chat_id, reader, view)
            if view.parts:
                await self._send(chat_id, reader, view)
        finally:
            _tries.reset(token)

    async def _work_off(self, chat_id: int, line: _Line) -> None:
        while line.waiting:
            reply = line.waiting.pop(0)
            structlog.contextvars.bind_contextvars(update=reply.visit.update_id)
            try:
                await self._show(reply)
            except (ApiError, WireDown) as error:
                log.warning("post.not_shown", chat=chat_id, error=str(error))
            except Exception:
                metrics.BUGS.labels("post").inc()
                log.exception("post.bug", chat=chat_id)
        del self._lines[chat_id]

    async def _show(self, reply: Reply) -> None:
        if reply.visit.callback_id is None:
            await self._draw(reply)
        else:
            answered = asyncio.create_task(self._answer_tap(reply))
            try:
                await self._draw(reply)
            finally:
                await answered

    async def _answer_tap(self, reply: Reply) -> None:
        """Every callback is answered (answerCallbackQuery); the toast has at most 200 characters."""
        params: dict[str, Any] = {"callback_query_id": reply.visit.callback_id}
        if reply.view is not None and reply.view.toast is not None:
            params["text"] = self.text.plain(reply.view.toast, reply.reader)[:TOAST]
            params["show_alert"] = reply.view.alert
        await self._patiently("answerCallbackQuery", params)
        if reply.view is not None and reply.view.renames_commands:
            commands = commands_menu.of_chat(self.text, reply.reader, reply.visit.chat_id)
            await self._patiently("setMyCommands", commands)

    async def _draw(self, reply: Reply) -> None:
        shown: View | None = reply.view
        while shown is not None and (shown.parts or shown.files):
            await self._draw_one(reply, shown)
            shown = shown.then
            reply = Reply(reply.visit, reply.reader, shown)

    async def _draw_one(self, reply: Reply, shown: View) -> None:
        chat_id = reply.visit.chat_id
        target = self._target(reply.visit, shown)
        if shown.files or shown.table:
            await self._files(chat_id, reply.reader, shown)
            await self._table(chat_id, reply.reader, shown)
            target = None
        if not shown.parts:
            return
        if target is None or not await self._edit(chat_id, target, reply.reader, shown):
            await self._send(chat_id, reply.reader, shown)

    def _target(self, visit: Visit, shown: View) -> int | None:
        """The message to edit: the tapped one, or the continued card while nothing stands below it."""
        if shown.merge is not None:
            merge, message_id = self._cards.get(visit.chat_id, (None, 0))
            if merge == shown.merge and message_id > visit.written:
                return message_id
        if shown.fresh or not visit.editable:
            return None
        return visit.tapped_message

    async def _edit(self, chat_id: int, message_id: int, reader: Reader, shown: View) -> bool:
        """Edit a message in place; False when that message is gone and a new one must be sent."""
        page, *more = pages(self.text, shown, reader)
        if more:
            return False
        params = {"chat_id": chat_id, "message_id": message_id, "text": page, "parse_mode": "HTML"}
        markup = keyboard(self.text, shown, reader)
        if markup is not None:
            params["reply_markup"] = markup
        try:
            await self._patiently("editMessageText", params)
        except ApiError as error:
            if any(words in error.description for words in LOST_CARD):
                return False
            raise
        self._remember(chat_id, shown, message_id)
        return True

    async def _send(self, chat_id: int, reader: Reader, shown: View) -> None:
        *before, last = pages(self.text, shown, reader)
        for page in before:
            await self._patiently("sendMessage", {"chat_id": chat_id, "text": page, "parse_mode": "HTML"})
        params: dict[str, Any] = {"chat_id": chat_id, "text": last, "parse_mode": "HTML"}
        markup = keyboard(self.text, shown, reader)
        if markup is not None:
            params["reply_markup"] = markup
        sent = await self._patiently("sendMessage", params)
        self._remember(chat_id, shown, sent["message_id"])

    async def _files(self, chat_id: int, reader: Reader, shown: View) -> None:
        for parcel in parcels(file for file in shown.files if file.file_id):
            await self._send_known(chat_id, parcel)
        for file in shown.files:
            if file.make is not None or file.path is not None:
                await self._making.send(chat_id, file, reader)

    async def _send_known(self, chat_id: int, parcel: Sequence[File]) -> None:
        """Files that Telegram has. One that it does not give out again holds up neither the rest nor the words."""
        try:
            await self._patiently(*call(chat_id, parcel))
        except ApiError as error:
            if error.code != BAD_REQUEST:
                raise
            log.warning("post.file_refused", chat=chat_id, files=len(parcel), error=error.description)
            for file in parcel if len(parcel) > 1 else ():
                await self._send_known(chat_id, [file])

    async def _table(self, chat_id: int, reader: Reader, shown: View) -> None:
        """The table as a rich message (Bot API 10.1); an older server says so once and is not asked again."""
        if shown.table is None or not self._rich:
            return
        try:
            await self._patiently(
                "sendRichMessage", {"chat_id": chat_id, **rich_table(self.text, shown, reader)}
            )
        except ApiError as error:
            self._rich = False
            log.info("post.no_rich_messages", answer=error.description)

    async def _patiently(
        self, method: str, params: dict[str, Any], files: dict[str, Upload] | None = None
    ) -> Any:
        """One call; waits out a 429, repeats a lost connection, swallows what is harmless."""
        last = _tries.get() - 1
        if last and method.startswith("send"):
            self._spent()
        for attempt in range(last + 1):
            try:
                return await self.wire.call(method, params, files)
            except ApiError as error:
                if any(words in error.description for words in HARMLESS):
                    return {"message_id": params.get("message_id", 0)}
                if error.retry_after is None or attempt == last:
                    raise
                await asyncio.sleep(error.retry_after)
            except WireDown:
                if attempt == last:
                    raise
                await asyncio.sleep(0.3 * 2**attempt)
        raise AssertionError("unreachable")

    def _remember(self, chat_id: int, shown: View, message_id: int) -> None:
        self._cards[chat_id] = (shown.merge, message_id)
        self._cards.move_to_end(chat_id)
        if len(self._cards) > CARDS:
            self._cards.popitem(last=False)


def _replaces(new: Reply, waiting: Reply) -> bool:
    """Twenty texts in a second get a few answers, not twenty; each tap gets its own."""
    if new.view is None or waiting.view is None or waiting.visit.callback_id is not None:
        return False
    return new.view.makes_needless(waiting.view)
