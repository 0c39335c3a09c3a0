"""The rest of the people API: news as they happen, the clock, faults on demand, files to look at."""

from __future__ import annotations

from typing import Any

import orjson
from aiohttp import web

from simulator.asked import Asked, Unclear, reply
from simulator.bell import Bell
from simulator.clock import Clock
from simulator.core import Telegram
from simulator.faults import KINDS, Faults

HEARTBEAT = 15.0
LONGEST_WAIT = 50.0
RATES = ("drop", "lose", "error", "delay", "duplicate", "disorder")
PICTURES = {
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"RIFF": "image/webp",
}
FILE_HEADERS = {
    "Cache-Control": "private, max-age=3600",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}


class LiveApi:
    """News, time, trouble and files of the local Telegram."""

    def __init__(self, telegram: Telegram, bell: Bell, clock: Clock, *, run: str) -> None:
        self._telegram = telegram
        self._bell = bell
        self._clock = clock
        self._run = run  # differs at each start of the server: a page that outlived one begins anew

    def routes(self) -> list[web.RouteDef]:
        """Everything below /sim that is not a person's chat."""
        return [
            web.get("/sim/events", self.events),
            web.get("/sim/events/stream", self.stream),
            web.get("/sim/clock", self.clock),
            web.post("/sim/clock", self.add_time),
            web.post("/sim/faults", self.faults),
            web.get("/sim/files/{file_id}", self.file),
        ]

    async def events(self, request: web.Request) -> web.Response:
        """Events after number `after`; waits up to `timeout` seconds for the first."""
        after = number(request, "after")
        found = self._telegram.events(after)
        timeout = min(number(request, "timeout"), LONGEST_WAIT)
        if not found and timeout > 0:
            await self._bell.wait(timeout)
            found = self._telegram.events(after)
        return reply({"events": found, "run": self._run, "clock": self._time()})

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: `hello` (run, clock), `news` with each event, `clock` when it was moved."""
        last = request.headers.get("Last-Event-ID", "")
        after = int(last) if last.isdigit() else number(request, "after")
        stream = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await stream.prepare(request)
        await stream.write(sent("hello", {"run": self._run, "clock": self._time()}))
        offset = self._clock.offset()
        while not self._bell.closed:
            news = self._telegram.events(after)
            chunks = [sent("news", event, event.get("n")) for event in news]
            after = max([after, *(int(event.get("n", 0)) for event in news)])
            if offset != self._clock.offset():
                offset = self._clock.offset()
                chunks.append(sent("clock", self._time()))
            await stream.write(b"".join(chunks) or b": here\n\n")
            if not chunks:
                await self._bell.wait(HEARTBEAT)
        return stream

    async def clock(self, request: web.Request) -> web.Response:
        """`{now, offset_seconds}`: simulated seconds of the epoch, and how far ahead of the real clock."""
        return reply(self._time())

    async def add_time(self, request: web.Request) -> web.Response:
        """`{add_seconds}`: time moves on for Telegram and for a bot that looks into the same file."""
        seconds = (await Asked.of(request)).number("add_seconds")
        if not 0 <= seconds <= 10 * 366 * 86400:
            raise Unclear("'add_seconds' must be between 0 and ten years; time does not go back.")
        self._clock.add(seconds)
        self._bell.ring()
        return reply(self._time())

    async def faults(self, request: web.Request) -> web.Response:
        """What shall go wrong.

        Rates 0..1 (RATES) and `delay_seconds`; `seed` to begin anew; `repeat_updates` (a count);
        `once` {kind, method, times, seconds, status}; `flood` (true: Telegram's limits hold);
        `slow_down` {chat_id, seconds}: 429 for one chat.
        """
        asked = await Asked.of(request)
        if asked.has("seed"):
            self._telegram.faults = Faults(asked.whole("seed"))
        faults = self._telegram.faults
        for rate in RATES:
            if asked.has(rate):
                setattr(faults, rate, share(asked, rate))
        if asked.has("delay_seconds"):
            faults.delay_seconds = asked.number("delay_seconds")
        if asked.has("repeat_updates"):
            faults.repeat_updates(asked.whole("repeat_updates"))
            self._bell.ring()
        if asked.has("once"):
            fail_once(faults, Asked(asked.object("once")))
        if asked.has("flood"):
            self._telegram.flood.on = asked.flag("flood")
        if asked.has("slow_down"):
            slow = Asked(asked.object("slow_down"))
            self._telegram.flood.slow_down(slow.whole("chat_id"), slow.number("seconds"))
        return reply({name: getattr(faults, name) for name in (*RATES, "delay_seconds", "seed")})

    async def file(self, request: web.Request) -> web.Response:
        """A file by its id: pictures to be shown, anything else to be saved."""
        content = self._telegram.content(request.match_info["file_id"])
        picture = next((kind for start, kind in PICTURES.items() if content.startswith(start)), None)
        headers = FILE_HEADERS | ({} if picture else {"Content-Disposition": "attachment"})
        kind = picture or "application/octet-stream"
        return web.Response(body=content, content_type=kind, headers=headers)

    def _time(self) -> dict[str, Any]:
        return {"now": self._clock(), "offset_seconds": self._clock.offset()}


def sent(name: str, data: dict[str, Any], event_id: Any = None) -> bytes:
    """One server-sent event."""
    head = f"id: {event_id}\n" if event_id is not None else ""
    return f"{head}event: {name}\ndata: {orjson.dumps(data).decode()}\n\n".encode()


def number(request: web.Request, name: str) -> int:
    """A whole number of the query, 0 when absent."""
    try:
        return max(int(request.query.get(name, 0)), 0)
    except ValueError:
        raise Unclear(f"'{name}' must be a whole number.") from None


def share(asked: Asked, name: str) -> float:
    """A rate from 0 to 1."""
    rate = asked.number(name)
    if not 0 <= rate <= 1:
        raise Unclear(f"'{name}' must be from 0 to 1.")
    return rate


def fail_once(faults: Faults, once: Asked) -> None:
    """Order one-shot faults."""
    faults.once(
        once.one_of("kind", KINDS),  # type: ignore[arg-type]
        method=once.optional_text("method", "*") or "*",
        times=once.whole("times") if once.has("times") else 1,
        seconds=once.number("seconds") if once.has("seconds") else 0.0,
        status=once.whole("status") if once.has("status") else 500,
    )
