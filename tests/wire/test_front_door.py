"""Strangers at the webhook's server: who dawdles is cut off, who sends too much is refused, Telegram gets through."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import ClientSession, web

from bot import front_door
from bot.front_door import LONGEST_LINE, MOST_HEADERS
from bot.webhook import HEADER, LARGEST_BODY, PATH, Webhook
from tests.stories.town import open_town
from tests.wire.test_webhook import SECRET, Office, settings_of

PATIENCE = 1.0
"""Seconds that the server of these tests has; its real ones are longer."""
LONGEST = 10.0
"""Seconds by which a busy machine must have cut somebody off; the server's own default is an hour."""
MANY = 300
HEAD = f"POST {PATH} HTTP/1.1\r\nHost: a\r\n{HEADER}: {SECRET}\r\n"


@dataclass
class Stranger:
    """One connection, byte by byte."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    def says(self, text: str) -> None:
        """Sends it."""
        self.writer.write(text.encode())

    async def hears(self) -> bytes:
        """Everything until the server closes."""
        async with asyncio.timeout(LONGEST):
            return await self.reader.read()

    async def dawdles(self, text: str) -> bytes:
        """One byte every tenth of the server's patience, until it closes; what it said."""
        hearing = asyncio.create_task(self.hears())
        with suppress(ConnectionError):
            for letter in text:
                if (await asyncio.wait({hearing}, timeout=PATIENCE / 10))[0]:
                    break
                self.says(letter)
        return await hearing


@dataclass
class Door:
    """The server at its address."""

    office: Office
    host: str
    port: int

    async def knock(self) -> Stranger:
        """A new connection."""
        return Stranger(*await asyncio.open_connection(self.host, self.port))

    async def asks(self, text: str) -> bytes:
        """The first line of the answer; the connection is closed by whoever likes."""
        one = await self.knock()
        one.says(text)
        async with asyncio.timeout(LONGEST):
            line = await one.reader.readline()
        one.writer.close()
        return line


@pytest.fixture
async def door(tmp_path: Path, empty_database: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Door]:
    """A town's webhook on a port of this machine, behind the limits of the real one but less patient."""
    for name in ("HEAD_SECONDS", "BODY_SECONDS", "LINGERING_SECONDS"):
        monkeypatch.setattr(front_door, name, PATIENCE)
    async with open_town(tmp_path, empty_database) as town:
        hook = Webhook(settings_of(town), town.wire, town.app.turn)
        runner = front_door.runner(hook.application())
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0, backlog=MANY).start()
        async with ClientSession(f"http://127.0.0.1:{runner.addresses[0][1]}") as session:
            yield Door(Office(town, hook, session), "127.0.0.1", runner.addresses[0][1])  # type: ignore[arg-type]
        await runner.cleanup()


async def test_many_heads_that_never_end_keep_telegram_out_for_no_moment_and_are_cut_off(door: Door) -> None:
    crowd = await asyncio.gather(*(door.knock() for _ in range(MANY)))
    for one in crowd:
        one.says(HEAD)
    guest = await door.office.town.person("Чужой Пётр Ильич")
    door.office.town.telegram.say(guest.telegram_id, "/start")
    assert await door.office.deliver(door.office.next()[0]) == 200
    await door.office.town.app.post.settle()
    guest.sees("entry-stranger")
    assert await asyncio.gather(*(one.hears() for one in crowd)) == [b""] * MANY


async def test_a_head_that_comes_byte_by_byte_is_cut_off_however_steadily_it_comes(door: Door) -> None:
    one = await door.knock()
    assert await one.dawdles(HEAD + "X-More: " + "x" * 1000) == b""


async def test_a_body_that_comes_byte_by_byte_is_cut_off_and_nothing_is_taken(door: Door) -> None:
    one = await door.knock()
    one.says(HEAD + "Content-Length: 1000\r\n\r\n")
    assert (await one.dawdles('{"update_id": 1' + " " * 985)).startswith(b"HTTP/1.1 408 ")
    assert await door.office.taken() == []


async def test_without_the_secret_no_body_is_waited_for(door: Door) -> None:
    one = await door.knock()
    one.says(f"POST {PATH} HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n")
    assert (await one.dawdles(" " * 1000)).startswith(b"HTTP/1.1 403 ")


async def test_a_connection_is_kept_for_the_next_delivery_and_closed_when_none_comes(door: Door) -> None:
    one = await door.knock()
    for _ in range(2):
        one.says(HEAD + "Content-Length: 2\r\n\r\n{}")
        assert (await one.reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 400 ")
    assert await one.hears() == b""


@pytest.mark.parametrize(
    "rest",
    [
        "".join(f"X-{number}: 1\r\n" for number in range(MOST_HEADERS + 1)) + "\r\n",
        f"X-Long: {'x' * (LONGEST_LINE + 1)}\r\n\r\n",
        f"{'x' * (LONGEST_LINE + 1)}: 1\r\n\r\n",
        "Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "Content-Length: -1\r\n\r\n",
        "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "X-Nul: a\0b\r\n\r\n",
    ],
    ids=["many", "long", "long-name", "two-lengths", "no-length", "smuggled", "nul"],
)
async def test_a_head_that_is_too_large_or_says_two_things_is_refused(
    door: Door, rest: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert b" 400 " in await door.asks(HEAD + rest)
    assert caplog.text == "", "what strangers send, a secret among it, enters no log"


async def test_an_address_without_end_is_refused(door: Door) -> None:
    assert b" 400 " in await door.asks(f"GET /{'x' * (LONGEST_LINE + 1)} HTTP/1.1\r\n\r\n")


@pytest.mark.parametrize(
    "rest",
    [
        f"Content-Length: {LARGEST_BODY * 1000}\r\n\r\n" + "x" * (LARGEST_BODY + 70_000),
        f"Transfer-Encoding: chunked\r\n\r\n{LARGEST_BODY * 2:x}\r\n" + "x" * (LARGEST_BODY + 70_000),
    ],
    ids=["said", "unsaid"],
)
async def test_a_body_without_end_is_refused_at_its_first_megabyte(door: Door, rest: str) -> None:
    assert (await door.asks(HEAD + rest)).startswith(b"HTTP/1.1 413 ")


def test_there_is_room_for_as_many_connections_as_the_machine_allows() -> None:
    code = (
        "import resource as r; from bot.front_door import make_room; f = r.RLIMIT_NOFILE; "
        "most = r.getrlimit(f)[1]; r.setrlimit(f, (64, most)); make_room(); print(r.getrlimit(f) == (most, most))"
    )
    root = Path(__file__).parents[2]
    said = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert said.stdout == "True\n"
