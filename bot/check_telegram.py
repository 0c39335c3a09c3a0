"""Telegram as `doctor` and the import see it: asked without aiogram."""

from __future__ import annotations

from typing import Any

import aiohttp

from bot.finding import Finding
from bot.settings import Settings
from bot.wire import ApiError, HttpWire, WireDown

SECONDS = 10.0
UNKNOWN_TOKEN = (401, 404)


async def me(settings: Settings) -> dict[str, Any]:
    """getMe of the bot's token. Raises ApiError (refused), WireDown (no answer)."""
    async with HttpWire(settings.bot_token, settings.telegram_api_url) as wire:
        answer: dict[str, Any] = await wire.call("getMe", {}, seconds=SECONDS)
        return answer


async def token(settings: Settings) -> Finding:
    """Does Telegram know the token?"""
    if not settings.bot_token:
        return Finding("Telegram", True, "BOT_TOKEN is not set: the bot runs on the local Telegram")
    try:
        name = (await me(settings)).get("username")
    except ApiError as error:
        known = error.code not in UNKNOWN_TOKEN
        remedy = "try again later" if known else "set BOT_TOKEN to the token that @BotFather shows"
        return Finding("Telegram", False, f"getMe was refused: {error}", remedy)
    except WireDown as error:
        remedy = "check the network, the proxy, TELEGRAM_API_URL"
        return Finding("Telegram", False, f"{settings.telegram_api_url} does not answer ({error})", remedy)
    return Finding("Telegram", True, f"the bot is @{name}")


async def webhook(settings: Settings) -> Finding:
    """Does the bot's own HTTP server answer here?"""
    host = "127.0.0.1" if settings.webhook_host in ("0.0.0.0", "::") else settings.webhook_host  # noqa: S104 (any)
    address = f"http://{host}:{settings.webhook_port}/healthz"
    try:
        timeout = aiohttp.ClientTimeout(total=SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(address) as answer:
            fine = answer.status == 200
    except (aiohttp.ClientError, TimeoutError, OSError):
        fine = False
    return Finding(
        "webhook", fine, f"{address} {'answers' if fine else 'does not answer'}", "restart the bot"
    )
