"""`marshrut run`: the bot, with a token on Telegram (as several workers, too), without one on the local Telegram."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time

from bot import database, demo_town, local, logs
from bot.clock import Clock
from bot.commands import DONE, REFUSED, Failed, Subparsers, migrate
from bot.settings import Settings
from bot.workers import Foreman, Seat, listen

MOST_WORKERS = 64


def declare(commands: Subparsers) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "run", help="start the bot; without BOT_TOKEN, on a local Telegram with a web page"
    )
    command.add_argument(
        "--workers",
        type=int,
        default=1,
        metavar="N",
        help="so many processes behind one address; needs PostgreSQL and WEBHOOK_URL",
    )
    command.set_defaults(act=act)


def act(asked: argparse.Namespace, settings: Settings) -> int:
    """Tables first, then the bot, until it is stopped."""
    logs.configure(settings.log_format, settings.secrets)
    _agree(asked.workers, settings)
    if settings.bot_token:
        migrate.prepare(settings)
        return as_workers(settings, asked.workers) if asked.workers > 1 else on_telegram(settings)
    return on_local_telegram(settings)


def _agree(workers: int, settings: Settings) -> None:
    """May there be so many? Raises Failed."""
    why = ""
    if not 1 <= workers <= MOST_WORKERS:
        why = f"must be a number from 1 to {MOST_WORKERS}"
    elif workers > 1 and database.sqlite_file(settings.database) is not None:
        why = "needs PostgreSQL in DATABASE_URL: an SQLite file lets one process write at a time"
    elif workers > 1 and not settings.webhook_url:
        why = "needs WEBHOOK_URL: a bot that asks for its updates (polling) may ask only once at a time"
    if why:
        raise Failed(f"--workers {workers}: {why}.", REFUSED)


def as_workers(settings: Settings, count: int) -> int:
    """This process only reads what they need, opens their address, and starts again whoever dies."""
    with tempfile.TemporaryDirectory(prefix="marshrut-") as numbers:
        os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", numbers)  # read with the imports below
        return _foreman(settings, count).run()


def _foreman(settings: Settings, count: int) -> Foreman:
    from bot import app

    app.read_once()
    try:
        shared = listen(settings.webhook_host, settings.webhook_port)
    except OSError as error:
        where = f"{settings.webhook_host}:{settings.webhook_port}"
        raise Failed(f"The address {where} cannot be opened: {error.strerror}. See WEBHOOK_HOST.") from error

    def work(seat: Seat) -> int:
        try:
            return on_telegram(settings, seat)
        except Failed as failed:
            sys.stderr.write(f"marshrut: {failed}\n")
            return failed.code

    return Foreman(count, work, shared, final=REFUSED)


def on_telegram(settings: Settings, seat: Seat | None = None) -> int:
    """The bot itself, in this process: the only place that imports aiogram."""
    import uvloop

    from bot import app
    from bot.updates import TokenRefused

    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(app.run(settings, seat))
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
