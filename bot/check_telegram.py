"""Telegram as `doctor` and the import see it: asked without aiogram."""

from __future__ import annotations

from typing import Any

import aiohttp

from bot.finding import Finding
from bot.settings import Settings
from bot.wire import OK, ApiError, HttpWire, WireDown

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
    address = _near(settings.webhook_host, settings.webhook_port, "healthz")
    status, _ = await _asked(address)
    fine = status == OK
    return Finding(
        "webhook", fine, f"{address} {'answers' if fine else 'does not answer'}", "restart the bot"
    )


async def watch(settings: Settings) -> Finding:
    """Does the running bot say of itself that it is ready, and what hangs if not?"""
    address = _near(settings.watch_host, settings.watch_port or 0, "readyz")
    status, said = await _asked(address)
    if status is None:
        return Finding(
            "running bot", False, f"{address} does not answer", "start the bot, or look into its log"
        )
    missing = ", ".join(said.get("missing", []))
    said_of_it = f"does no work: {missing}" if missing else "ready"
    return Finding("running bot", status == OK, said_of_it, "look into its log; restart it")


def _near(host: str, port: int, path: str) -> str:
    """An address of this machine's own server."""
    host = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 (any)
    return f"http://{host}:{port}/{path}"


async def _asked(address: str) -> tuple[int | None, dict[str, Any]]:
    """The status and the JSON of an address; None where nothing answers."""
    try:
        timeout = aiohttp.ClientTimeout(total=SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(address) as answer:
            return answer.status, dict(await answer.json())
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        return None, {}
