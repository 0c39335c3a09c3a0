"""Tables for stories: a workbook is sent, the importer works, what came back is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.import_job import Job
from bot.import_order import Order
from services import import_tables
from simulator import core
from tests.stories.town import Guest, Town
from tests.wire.workbooks import Value, workbook

HEAD = ("Табельный номер", "ФИО", "Роль", "Должность", "Номер тьютора")
ANNA = ("101", "Петрова Анна Ивановна", "педагог", "учитель химии", "102")
OLGA = ("102", "Седова Ольга Павловна", "тьютор", "тьютор", "")


async def sends(guest: Guest, name: str, content: bytes) -> None:
    """The person sends a file."""
    guest.town.telegram.send(guest.telegram_id, "document", core.Upload(name, content))
    await guest.town.settle()


async def sends_rows(guest: Guest, *rows: Sequence[Value], name: str = "список.xlsx") -> None:
    """The person sends a workbook of one sheet, and it is read."""
    await sends(guest, name, workbook({"Лист1": rows}))
    await works(guest.town)


async def works(town: Town) -> int:
    """What was sent or agreed with is carried out, here and now; then everybody hears."""

    async def carry(order: Order) -> None:
        await Job(town.app.sessions, town.now, town.app.rules, order).carry_out()

    town.app.importer.carry = carry
    count = await town.app.importer.work_off()
    await town.deliver()
    return count


def got(guest: Guest, at: int = -1) -> list[list[Any]]:
    """The rows of the last workbook that the bot sent."""
    files = [one["document"] for one in guest.heard if "document" in one]
    path = guest.town.telegram.call(guest.town.telegram.token, "getFile", {"file_id": files[at]["file_id"]})[
        "file_path"
    ]
    (sheet,) = import_tables.read(guest.town.telegram.download(guest.town.telegram.token, path))
    return [list(row.cells) for row in sheet.rows]
