"""What the bot is called in the messenger: asked once, again and again while Telegram does not answer."""

from __future__ import annotations

import asyncio

import structlog

from bot.wire import ApiError, Wire, WireDown
from services.address import Address

log = structlog.get_logger()
PAUSE = 60.0
"""Seconds between two questions."""


async def learn(wire: Wire, address: Address) -> None:
    """The address is known when this ends; links on papers lead to it from then on."""
    while not address.username:
        try:
            address.username = str((await wire.call("getMe", {})).get("username") or "")
        except (ApiError, WireDown) as error:
            log.info("own_name.unknown", error=str(error))
        if not address.username:
            await asyncio.sleep(PAUSE)
