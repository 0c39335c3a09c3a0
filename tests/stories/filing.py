"""What stories about files that take a while begin with: what came, and what is in it."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from tests.stories.town import Guest, Town

CONSENT = "consent.pdf"


def documents(guest: Guest) -> list[dict[str, Any]]:
    """The files that were ordered, the first one first; not the consent, which everybody gets at the door."""
    found = [one["document"] for one in guest.heard if "document" in one]
    return [one for one in found if one["file_name"] != CONSENT]


def content(town: Town, document: dict[str, Any]) -> bytes:
    """The bytes of a file that was sent."""
    token = town.telegram.token
    found = town.telegram.call(token, "getFile", {"file_id": document["file_id"]})
    return bytes(town.telegram.download(token, found["file_path"]))


def archive(town: Town, document: dict[str, Any]) -> zipfile.ZipFile:
    """The archive that was sent."""
    return zipfile.ZipFile(io.BytesIO(content(town, document)))


async def orders_portfolio(guest: Guest) -> None:
    """From the menu to the order: photos and files are allowed when that is asked, and it goes on."""
    await opens(guest, "menu-papers", "papers-portfolio")
    await guest.taps("portfolio.make")
    if guest.has_button("consents-text.yes"):
        await guest.taps("consents-text.yes")


async def opens(guest: Guest, *keys: str) -> None:
    """From the menu through these buttons."""
    await guest.says("/menu")
    for key in keys:
        await guest.taps(key)
