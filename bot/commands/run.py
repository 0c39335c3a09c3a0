"""`marshrut run`: the bot, with a token on Telegram, without one on the local Telegram."""

from __future__ import annotations

import argparse
import asyncio
import time

from bot import demo_town, local, logs
from bot.clock import Clock
from bot.commands import DONE, REFUSED, Failed, Subparsers, migrate
from bot.settings import Settings


def declare(commands: Subparsers) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "run", help="start the bot; without BOT_TOKEN, on a local Telegram with a web page"
    )
    command.set_defaults(act=act)


def act(asked: argparse.Namespace, settings: Settings) -> int:
    """Tables first, then the bot, until it is stopped."""
    logs.configure(settings.log_format, settings.secrets)
    if settings.bot_token:
        migrate.prepare(settings)
        return on_telegram(settings)
    return on_local_telegram(settings)


def on_telegram(settings: Settings) -> int:
    """The bot itself, in this process: the only place that imports aiogram."""
    import uvloop

    from bot import app
    from bot.updates import TokenRefused

    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(app.run(settings))
    except TokenRefused as refused:
        raise Failed(
            f"BOT_TOKEN: Telegram does not know it ({refused}); @BotFather shows the right one.", REFUSED
        ) from None
    return DONE


def on_local_telegram(settings: Settings) -> int:
    """Two processes and a town of people to play."""
    migrate.prepare_folders(settings)
    try:
        with local.alone(settings.data_dir, time.sleep) as lock:
            migrate.prepare(settings)
            seats = asyncio.run(demo_town.seats(settings, Clock(settings.clock_file)))
            asyncio.run(local.run(settings, seats, lock, _say))
    except local.LocalRefused as refused:
        raise Failed(str(refused)) from refused
    return DONE


def _say(line: str) -> None:
    print(line, flush=True)
