"""The bytes of files over the real wire: Telegram's server, an own server's disk, and what goes wrong (S-09)."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.wire import HttpWire, WireDown
from bot.wire import Upload as Outgoing
from simulator.core import TOKEN, Upload
from tests.wire.local_telegram import ANNA, Sides, local_telegram

CONTENT = bytes(range(256)) * 3000


async def fetched(wire: HttpWire, path: str) -> bytes:
    """Everything behind a path."""
    return b"".join([piece async for piece in wire.download(path)])


async def sent(sides: Sides) -> str:
    """A document of somebody; its id."""
    await sides.do(f"chats/{ANNA}/start")
    [message] = sides.telegram.send(ANNA, "document", Upload("план.pdf", CONTENT))
    return str(message["document"]["file_id"])


async def test_a_file_comes_whole_and_in_pieces() -> None:
    async with local_telegram() as sides, HttpWire(TOKEN, sides.base) as wire:
        file = await wire.call("getFile", {"file_id": await sent(sides)})
        assert await fetched(wire, file["file_path"]) == CONTENT


async def test_a_file_that_is_sent_keeps_its_name_as_people_read_it() -> None:
    name = "Карта ИОМ Иванова Г. П.pdf"
    async with local_telegram() as sides, HttpWire(TOKEN, sides.base) as wire:
        await sides.do(f"chats/{ANNA}/start")
        files = {"file": Outgoing(name, CONTENT)}
        await wire.call("sendDocument", {"chat_id": ANNA, "document": "attach://file"}, files)
        (message,) = [one for one in sides.telegram.history(ANNA) if "document" in one]
        assert message["document"]["file_name"] == name


async def test_a_path_that_is_not_known_and_a_server_that_is_away_are_tried_again_later() -> None:
    async with local_telegram() as sides, HttpWire(TOKEN, sides.base) as wire:
        with pytest.raises(WireDown, match="HTTP 404"):
            await fetched(wire, "documents/none.pdf")
    async with HttpWire(TOKEN, sides.base) as wire:
        with pytest.raises(WireDown) as fault:
            await fetched(wire, "documents/none.pdf")
        assert TOKEN not in str(fault.value)
    with pytest.raises(WireDown):
        await fetched(wire, "documents/none.pdf")


async def test_an_own_server_names_a_file_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "file_1.mp4").write_bytes(CONTENT)
    async with HttpWire(TOKEN, "http://127.0.0.1:9") as wire:
        assert await fetched(wire, str(tmp_path / "file_1.mp4")) == CONTENT
        with pytest.raises(WireDown):
            await fetched(wire, str(tmp_path / "gone.mp4"))
