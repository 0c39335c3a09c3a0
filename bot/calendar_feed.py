"""The address that calendars subscribe to: read only, by a token, beside the webhook."""

from __future__ import annotations

from hashlib import sha256

from aiohttp import web

from bot.clock import Clock
from bot.database import Sessions
from models.errors import NotYours
from services import calendar_link
from services.rules import Rules
from services.work import Work

PATH = calendar_link.FOLDER + "{token:[A-Za-z0-9_-]{32}}.ics"
NOBODY_ELSES = {"Cache-Control": "private, max-age=900", "X-Robots-Tag": "noindex"}


class CalendarFeed:
    """Answers 404 alike for what was never given, is over, and whose person has left."""

    def __init__(self, sessions: Sessions, clock: Clock, rules: Rules) -> None:
        self._sessions, self._clock, self._rules = sessions, clock, rules

    async def answer(self, request: web.Request) -> web.Response:
        """The days of one person as they stand now; 304 for whoever has them as they are."""
        try:
            async with self._sessions() as session, session.begin():
                reading = Work(session, None, self._clock.now(), self._rules)
                found = await calendar_link.file(reading, request.match_info["token"])
        except NotYours:
            return web.Response(status=404)
        tag = f'"{sha256(found).hexdigest()}"'
        headers = {**NOBODY_ELSES, "ETag": tag}
        if tag in (one.strip() for one in request.headers.get("If-None-Match", "").split(",")):
            return web.Response(status=304, headers=headers)
        return web.Response(body=found, content_type="text/calendar", charset="utf-8", headers=headers)
