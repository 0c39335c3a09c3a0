"""The lean wire to a Bot API server: JSON in, only the result read out (DESIGN 8)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self
from urllib.parse import quote

import aiohttp
import orjson

from bot import metrics
from documents import file_names

CALL_SECONDS = 20.0
SLOWEST = 64 * 1024
"""Bytes a second of the slowest net on which a file is sent."""
CHUNK = 256 * 1024
OK, BAD_REQUEST = 200, 400
LOST_CARD = (
    "message to edit not found",
    "message can't be edited",
    "no text in the message",
    "MESSAGE_ID_INVALID",
)
"""What Telegram says of a message that can no longer be edited: a new one is sent."""
HARMLESS = ("message is not modified", "query is too old", "query ID is invalid")
"""What Telegram says where nothing is lost."""


class ApiError(Exception):
    """Telegram said no: its code, its words, and the seconds to wait for a 429."""

    def __init__(self, code: int, description: str, retry_after: float | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code, self.description, self.retry_after = code, description, retry_after


class WireDown(Exception):
    """No answer: a dropped connection, a time-out, a 5xx. Whether the call took effect is not known."""


@dataclass(frozen=True)
class Upload:
    """What to send, under a file name: bytes, or a file of the disk, which is read piece by piece."""

    name: str
    content: bytes | Path

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.content) if isinstance(self.content, bytes) else self.content.stat().st_size


class Wire(Protocol):
    """Whoever carries calls to Telegram: HTTP, or the simulator's core in story tests."""

    async def call(
        self,
        method: str,
        params: Mapping[str, Any],
        files: Mapping[str, Upload] | None = None,
        *,
        seconds: float = ...,
    ) -> Any:
        """The `result` of one Bot API method. Raises ApiError, WireDown."""


class HttpWire:
    """One keep-alive HTTP client for one bot."""

    def __init__(self, token: str, server: str) -> None:
        self._base = f"{server.rstrip('/')}/bot{token}/"
        self._files = f"{server.rstrip('/')}/file/bot{token}/"
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        connector = aiohttp.TCPConnector(limit=100, keepalive_timeout=60)
        self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def call(
        self,
        method: str,
        params: Mapping[str, Any],
        files: Mapping[str, Upload] | None = None,
        *,
        seconds: float = CALL_SECONDS,
    ) -> Any:
        """One Bot API method. Raises ApiError for a refusal, WireDown when there is no answer in `seconds`."""
        end = "down"
        try:
            result = await self._call(method, params, files, seconds)
            end = "ok"
        except ApiError as error:
            end = "refused" if error.retry_after is None else "slow_down"
            raise
        finally:
            metrics.CALLS.labels(method, end).inc()
        return result

    async def _call(
        self, method: str, params: Mapping[str, Any], files: Mapping[str, Upload] | None, seconds: float
    ) -> Any:
        if self._session is None:
            raise WireDown("the wire is closed")
        body = await asyncio.to_thread(_form, params, files) if files else orjson.dumps(params)
        headers = {} if files else {"Content-Type": "application/json"}
        larger = sum(one.size for one in (files or {}).values()) / SLOWEST
        timeout = aiohttp.ClientTimeout(total=seconds + larger)
        try:
            async with self._session.post(
                self._base + method, data=body, headers=headers, timeout=timeout
            ) as reply:
                return _result(await reply.read(), reply.status)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise WireDown(f"{method}: {type(error).__name__}") from error

    async def download(self, path: str) -> AsyncIterator[bytes]:
        """The bytes behind a `file_path` of getFile, piece by piece. Raises WireDown.

        An own Bot API server on this machine (`--local`) names a file of the disk.
        """
        if self._session is None:
            raise WireDown("the wire is closed")
        try:
            if path.startswith("/"):
                with await asyncio.to_thread(Path(path).open, "rb") as file:
                    while chunk := await asyncio.to_thread(file.read, CHUNK):
                        yield chunk
                return
            timeout = aiohttp.ClientTimeout(total=None, sock_connect=CALL_SECONDS, sock_read=CALL_SECONDS)
            async with self._session.get(self._files + quote(path), timeout=timeout) as reply:
                if reply.status != OK:
                    raise WireDown(f"a file: HTTP {reply.status}")
                async for chunk in reply.content.iter_chunked(CHUNK):
                    yield chunk
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise WireDown(f"a file: {type(error).__name__}") from error


def _form(params: Mapping[str, Any], files: Mapping[str, Upload]) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False)  # a name in Cyrillic goes as people read it
    for name, value in params.items():
        form.add_field(name, value if isinstance(value, str) else orjson.dumps(value).decode())
    for name, upload in files.items():
        content = upload.content
        body = (
            content if isinstance(content, bytes) else content.open("rb")
        )  # aiohttp closes what it has sent
        form.add_field(name, body, filename=file_names.whole(upload.name))
    return form


def _result(body: bytes, status: int) -> Any:
    try:
        answer = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise WireDown(f"not an answer of the Bot API (HTTP {status})") from error
    if answer.get("ok"):
        return answer["result"]
    code = int(answer.get("error_code", status))
    if code >= 500:
        raise WireDown(f"{code} {answer.get('description', '')}")
    wait = (answer.get("parameters") or {}).get("retry_after")
    raise ApiError(code, str(answer.get("description", "")), wait)
