"""Everybody whom the demonstration can be: each role of each regulation comes in, and each way of its menu leads on."""

from __future__ import annotations

import asyncio
import csv
from collections import Counter
from pathlib import Path

from bot.demo_town import TOWN
from tests.wire.main_job import running, set_clock, shape
from tests.wire.phones import Chat, Phone, street
from tests.wire.processes import MORNING

AGREE, HOME = "Даю согласие", "В меню"
FEWEST = 10
"""Letters of an answer that could be of use."""
SHORTEST = 7
"""Taps of whoever has the shortest menu: the consent, three ways there and back."""
ROLES = {
    "udmurtia": 9,
    "bashkortostan": 7,
    "grozny_gymnasium_4": 6,
    "methodical_guide": 2,
    "mentoring": 4,
}
"""How many roles of each regulation somebody in the town has."""


def faces() -> dict[tuple[str, str], str]:
    """The first person of the town for each regulation and role."""
    with TOWN.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return {(row["regulation"], row["role"]): row["full_name"] for row in reversed(rows)}


def is_menu(chat: Chat) -> bool:
    """Is the menu what stands last?"""
    return chat.says(shape("menu").pattern)


def ways(chat: Chat) -> list[tuple[str, str]]:
    """The buttons of the last message: label and data."""
    keyboard = chat.heard[-1].get("reply_markup", {}).get("inline_keyboard", [])
    return [(one["text"], one["callback_data"]) for row in keyboard for one in row]


async def comes_in(phone: Phone) -> None:
    """START with the code in hand, the consent, the menu."""
    await phone.street.do(f"chats/{phone.user}/start")
    await phone.sees(lambda chat: chat.button(AGREE), "the consent")
    await phone.taps(AGREE, until=is_menu)


async def walks_the_menu(phone: Phone) -> list[str]:
    """Each way of the menu there and back; what was wrong."""
    wrong: list[str] = []
    menu = await phone.chat()
    for label, data in ways(menu):
        await phone.taps(label, data, until=lambda chat: chat.last != menu.last)
        shown = await phone.chat()
        if not ways(shown) or len(shown.last) < FEWEST or shown.says(shape("refusal-bug").pattern):
            wrong.append(f"{phone.name}, «{label}»: {shown.last}")
        if any(there == HOME for there, _ in ways(shown)):
            await phone.taps(HOME, until=is_menu)
        else:
            await phone.says("/menu", until=is_menu)
    return wrong


async def test_each_role_of_each_regulation_comes_in_and_every_way_of_its_menu_leads_on_and_back(
    tmp_path: Path,
) -> None:
    set_clock(tmp_path, MORNING)
    assert Counter(regulation for regulation, _ in faces()) == ROLES
    async with running(tmp_path) as run, street(await run.address()) as town:
        seats = (await town.look("people"))["people"]
        by_name = {f"{one['last_name']} {one['first_name']}": one["id"] for one in seats}
        phones = [Phone(town, by_name[name], name) for name in faces().values()]
        await asyncio.gather(*map(comes_in, phones))
        wrong = await asyncio.gather(*map(walks_the_menu, phones))
        assert [line for lines in wrong for line in lines] == []
        assert (min(phone.updates for phone in phones) >= SHORTEST, run.mishap) == (True, "")
