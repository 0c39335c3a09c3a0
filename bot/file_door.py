"""An ordered file, made in a process of its own while somebody waits at its address, and handed out once (149-FZ)."""

from __future__ import annotations

import asyncio
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import quote

import structlog
from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clerk import LONGEST_MAKING, Carry, ErrandFailed
from bot.clock import Clock
from bot.database import Sessions
from models.errors import NotYours, Refusal
from services import file_link
from services.rules import Rules
from services.work import Work

log = structlog.get_logger()
PIECE = 256 * 1024
LEFT_BEHIND = 3600.0
"""Seconds after which nobody is still being handed a file."""
WHOLE = "files.zip"
"""What several parts are handed out as."""


@dataclass(frozen=True)
class FileDoor:
    """Files that were ordered and leave by an address; `folder`: where they lie while they are handed out."""

    sessions: Sessions
    clock: Clock
    rules: Rules
    folder: Path
    carry: Carry

    async def ordered(self, token: str) -> int | None:
        """The order behind an address, if it leads to one."""
        async with self.sessions() as session, session.begin():
            return await file_link.ordered(self._work(session), token)

    def _work(self, session: AsyncSession) -> Work:
        return Work(session, None, self.clock.now(), self.rules)

    async def answer(
        self, request: web.Request, token: str, order_id: int, headers: Mapping[str, str]
    ) -> web.StreamResponse:
        """The file; the address is used up before a byte of it goes, and not where the making failed.

        Raises NotYours for whoever has no right to it any more.
        """
        place = await asyncio.to_thread(self._room)
        try:
            async with asyncio.timeout(LONGEST_MAKING.total_seconds()):
                await self.carry(order_id, place, self.rules.address)
            whole, size = await asyncio.to_thread(_one_of, place)
            async with self.sessions() as session, session.begin():
                await file_link.use_up(self._work(session), token)
            return await _handed_out(request, whole, size, headers)
        except Refusal as refusal:
            raise NotYours("refusal-not-yours") from refusal
        except (ErrandFailed, OSError, TimeoutError) as fault:
            log.error("files.not_made", order=order_id, fault=type(fault).__name__)
            return web.Response(status=503, headers=headers)
        finally:
            await asyncio.to_thread(shutil.rmtree, place, True)

    def _room(self) -> Path:
        """A folder for the owner alone; what a crash has left of others goes."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        over = self.clock.now().timestamp() - LEFT_BEHIND
        for left in self.folder.iterdir():
            if left.stat().st_mtime < over:
                shutil.rmtree(left, ignore_errors=True)
        return Path(mkdtemp(dir=self.folder))


def _one_of(place: Path) -> tuple[Path, int]:
    """The file, or its parts in one, and how large it is."""
    parts = sorted(place.iterdir(), key=lambda path: path.stat().st_mtime)
    if len(parts) == 1:
        return parts[0], parts[0].stat().st_size
    whole = place / WHOLE
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for part in parts:
            archive.write(part, part.name)
    return whole, whole.stat().st_size


async def _handed_out(
    request: web.Request, file: Path, size: int, headers: Mapping[str, str]
) -> web.StreamResponse:
    named = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name)}"}
    response = web.StreamResponse(headers={**headers, **named})
    response.content_type = "application/octet-stream"
    response.content_length = size
    await response.prepare(request)
    with await asyncio.to_thread(file.open, "rb") as source:
        while piece := await asyncio.to_thread(source.read, PIECE):
            await response.write(piece)
    await response.write_eof()
    return response
