"""deploy/Caddyfile by Caddy itself, before something that answers: what comes through the one open door."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.local import free_port
from tests.wire.processes import LOOK_EVERY, PATIENCE, ROOT

FILE = ROOT / "deploy" / "Caddyfile"
pytestmark = pytest.mark.skipif(shutil.which("caddy") is None, reason="caddy is not installed")


def test_caddy_takes_the_file(tmp_path: Path) -> None:
    line = ["caddy", "validate", "--adapter", "caddyfile", "--config", str(FILE)]
    places = {"DOMAIN": "bot.example.org", "HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    said = subprocess.run(line, env=places, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert said.returncode == 0, said.stderr


@asynccontextmanager
async def proxy(folder: Path) -> AsyncIterator[str]:
    """Caddy with this very file on a port of this machine, the bot behind it an echo; its address."""
    behind, before = free_port(0), free_port(0)
    told = FILE.read_text("utf-8").replace("bot:8080", f"127.0.0.1:{behind}")
    (folder / "Caddyfile").write_text(
        told.replace("{\n", "{\n\tadmin off\n", 1).replace("{$DOMAIN}", f":{before}")
    )
    echo = web.Application()
    echo.router.add_route("*", "/{path:.*}", _echo)
    runner = web.AppRunner(echo)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", behind).start()
    process = await asyncio.create_subprocess_exec(
        *("caddy", "run", "--adapter", "caddyfile", "--config", "Caddyfile"),
        cwd=folder,
        env={"HOME": str(folder), "PATH": os.environ["PATH"]},
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{before}"
    finally:
        process.terminate()
        await asyncio.wait_for(process.wait(), PATIENCE)
        await runner.cleanup()


async def _echo(request: web.Request) -> web.Response:
    return web.Response(text=f"{request.method} {request.path}")


async def opened(session: aiohttp.ClientSession, base: str) -> None:
    """Until the door answers at all."""
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                async with session.get(base):
                    return
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(LOOK_EVERY)


async def test_calendars_and_papers_come_through_and_nothing_else(tmp_path: Path) -> None:
    async with proxy(tmp_path) as base, aiohttp.ClientSession() as session:
        await opened(session, base)
        for method, path, through in (
            ("GET", "/calendar/abc.ics", True),
            ("HEAD", "/calendar/abc.ics", True),
            ("GET", "/paper/abc", True),
            ("HEAD", "/paper/abc", False),
            ("POST", "/paper/abc", False),
            ("POST", "/calendar/abc.ics", False),
            ("GET", "/telegram", False),
            ("POST", "/telegram", False),  # from an address that is not Telegram's
            ("GET", "/metrics", False),
            ("GET", "/", False),
        ):
            async with session.request(method, base + path) as answer:
                assert (answer.status == 200) is through, (method, path, answer.status)
                if through and method == "GET":
                    assert await answer.text() == f"{method} {path}"
