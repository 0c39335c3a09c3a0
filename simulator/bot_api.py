"""The Bot API over HTTP: what a bot's library talks to, faults included.

Follows "Making requests" of the Bot API: GET or POST; query, form, multipart or JSON; names in any case.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import orjson
from aiohttp import web

from simulator.bell import Bell
from simulator.core import Telegram, Upload
from simulator.errors import ApiError
from simulator.faults import Fault
from simulator.updates import cut_by_webhook, two_pollers
from simulator.wire import lenient_integer

BODY_LIMIT = 50 * 1024 * 1024
LONGEST_POLL = 50.0
GATEWAY_PAGE = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"
DOWNLOAD, BYTES = "file", "application/octet-stream"
"""What a download is called among the faults, and what it is."""
Files = dict[str, Upload]


class BotApi:
    """The bot's side of the server: calls, long polls and downloads."""

    def __init__(
        self,
        telegram: Telegram,
        bell: Bell,
        *,
        webhook_set: Callable[[], None],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._telegram = telegram
        self._bell = bell
        self._webhook_set = webhook_set
        self._sleep = sleep
        self._polls = 0  # the number of the poll that may answer; an older one has lost its place
        self._ousted: Callable[[], ApiError] = two_pollers

    def routes(self) -> list[web.RouteDef]:
        """Calls and downloads."""
        calls = [web.route(verb, "/bot{token}/{method}", self.call) for verb in ("GET", "POST")]
        return [*calls, web.get("/file/bot{token}/{path:.+}", self.download)]

    async def call(self, request: web.Request) -> web.StreamResponse:
        """One call of one method; a fault on order breaks it before or after it took effect."""
        method = request.match_info["method"]
        fault = self._telegram.faults.next(method)
        if fault and fault.kind == "drop":
            return cut(request)
        if fault and fault.kind == "error":
            return broken(fault)
        try:
            params, files = await read(request)
            answer = success(await self._run(request.match_info["token"], method, params, files))
        except ApiError as refused:
            answer = refusal(refused)
        if fault and fault.kind == "lose":
            return cut(request)
        if fault and fault.kind == "delay":
            await self._sleep(fault.seconds)
        return answer

    async def download(self, request: web.Request) -> web.StreamResponse:
        """`/file/bot<token>/<file_path>`: the bytes of a file that getFile named; a fault on order is one of `file`."""
        fault = self._telegram.faults.next(DOWNLOAD)
        if fault and fault.kind == "drop":
            return cut(request)
        if fault and fault.kind == "error":
            return broken(fault)
        try:
            content = self._telegram.download(request.match_info["token"], request.match_info["path"])
        except ApiError as refused:
            return refusal(refused)
        if fault:
            return await self._halting(request, content, fault)
        return web.Response(body=content, content_type=BYTES)

    async def _halting(self, request: web.Request, content: bytes, fault: Fault) -> web.StreamResponse:
        """Half of a file; then a break (`lose`), or the rest after a pause (`delay`)."""
        answer = web.StreamResponse(headers={"Content-Type": BYTES})
        answer.content_length = len(content)
        await answer.prepare(request)
        half = len(content) // 2
        await answer.write(content[:half])
        if fault.kind == "lose":
            return cut(request)
        await self._sleep(fault.seconds)
        with suppress(ConnectionResetError):
            await answer.write(content[half:])
        return answer

    async def _run(self, token: str, method: str, params: dict[str, Any], files: Files) -> Any:
        name = method.lower()
        if name == "getupdates":
            return await self._poll(token, params)
        result = self._telegram.call(token, method, params, files)
        if name in ("setwebhook", "deletewebhook"):
            if self._telegram.webhook:
                self._take_place(cut_by_webhook)
            self._webhook_set()
            self._bell.ring()
        return result

    async def _poll(self, token: str, params: dict[str, Any]) -> Any:
        """getUpdates: at most one poller waits, and the newest wins."""
        found = self._telegram.call(token, "getUpdates", params)
        mine = self._take_place(two_pollers)
        loop = asyncio.get_running_loop()
        until = loop.time() + min(max(lenient_integer(str(params.get("timeout", 0))), 0), LONGEST_POLL)
        while not found and loop.time() < until and not self._bell.closed:
            await self._bell.wait(until - loop.time())
            if mine != self._polls:
                raise self._ousted()
            found = self._telegram.call(token, "getUpdates", params)
        return found

    def _take_place(self, ousted: Callable[[], ApiError]) -> int:
        self._polls += 1
        self._ousted = ousted
        self._bell.ring()
        return self._polls


async def read(request: web.Request) -> tuple[dict[str, Any], Files]:
    """The parameters and the uploaded files of a call; 413 over 50 MB."""
    params: dict[str, Any] = dict(request.query)
    files: Files = {}
    try:
        if request.content_type == "application/json":
            body = parsed(await request.text()) if request.can_read_body else {}
            if not isinstance(body, dict):
                raise ApiError(400, "Bad Request: object expected as JSON body")
            return params | body, files
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = Upload(value.filename, value.file.read(), value.content_type)
            else:
                params[name] = value if isinstance(value, str) else bytes(value).decode(errors="replace")
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    return params, files


def parsed(text: str) -> Any:
    """JSON, or 400."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        raise ApiError(400, "Bad Request: can't parse JSON") from None


def success(result: Any) -> web.Response:
    """`{"ok": true, "result": ...}`."""
    return web.Response(body=orjson.dumps({"ok": True, "result": result}), content_type="application/json")


def refusal(refused: ApiError) -> web.Response:
    """`{"ok": false, ...}` with the same HTTP status."""
    body = orjson.dumps(refused.body())
    return web.Response(body=body, status=refused.code, content_type="application/json")


def broken(fault: Fault) -> web.Response:
    """Telegram itself is ill: JSON for 500; for 502 the page of the gateway, which is no JSON at all."""
    if fault.status == 502:
        return web.Response(text=GATEWAY_PAGE, status=502, content_type="text/html")
    return refusal(ApiError(fault.status, "Internal Server Error"))


def cut(request: web.Request) -> web.Response:
    """The connection breaks without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
