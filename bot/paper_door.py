"""The address at which one paper, or a file, is fetched once, beside the webhook (149-FZ; docs/decisions/0026)."""

from __future__ import annotations

import asyncio

from aiohttp import web

from bot.clock import Clock
from bot.database import Sessions
from bot.file_door import FileDoor
from models.errors import NotYours
from services import paper_files, paper_link
from services.paper_link import Fetched
from services.rules import Rules
from services.work import Work

PATH = paper_link.FOLDER + "{token:[A-Za-z0-9_-]{32}}"
NOBODY_ELSES = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class PaperDoor:
    """Answers 404 alike for what was never given, is used or over, and whose person may not read it any more."""

    def __init__(self, sessions: Sessions, clock: Clock, rules: Rules, files: FileDoor | None = None) -> None:
        self._sessions, self._clock, self._rules, self._files = sessions, clock, rules, files

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """The file; the address is used up before a byte of it goes."""
        token = request.match_info["token"]
        try:
            order_id = await self._files.ordered(token) if self._files is not None else None
            if self._files is not None and order_id is not None:
                return await self._files.answer(request, token, order_id, NOBODY_ELSES)
            found = await self._fetch(token)
            made = await asyncio.to_thread(paper_files.made, found.paper, found.form, self._rules.templates)
            async with self._sessions() as session, session.begin():
                await paper_link.use_up(Work(session, None, self._clock.now(), self._rules), found)
        except NotYours:
            return web.Response(status=404, headers=NOBODY_ELSES)
        named = {"Content-Disposition": f'attachment; filename="{found.paper.kind}.{found.form}"'}
        return web.Response(body=made.content, content_type=TYPES[found.form], headers=NOBODY_ELSES | named)

    async def _fetch(self, token: str) -> Fetched:
        async with self._sessions() as session, session.begin():
            return await paper_link.fetch(Work(session, None, self._clock.now(), self._rules), token)
