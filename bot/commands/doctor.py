"""`marshrut doctor`: is everything in place? One line for each question, and what to do."""

from __future__ import annotations

import argparse
import asyncio
import sqlite3
from pathlib import Path

from bot import check_database, check_machine, check_telegram, check_templates
from bot.commands import DONE, PROBLEM, Subparsers
from bot.finding import Finding
from bot.logs import Curtain
from bot.settings import Settings


def declare(commands: Subparsers) -> None:
    """The command and its options."""
    command = commands.add_parser("doctor", help="check the settings, the database, the disk, Telegram")
    command.add_argument("--quick", action="store_true", help="only what a container's health check needs")
    command.set_defaults(act=act)


def act(asked: argparse.Namespace, settings: Settings) -> int:
    """Exit code 1 when there is a problem."""
    curtain = Curtain(settings.secrets)
    findings = asyncio.run(quick(settings) if asked.quick else whole(settings))
    for one in findings:
        print(curtain.over_secrets(f"{'ok' if one.fine else 'problem':<9}{one.about}: {one.said}"))
        if not one.fine:
            print(curtain.over_secrets(f"{'':<9}what to do: {one.remedy}"))
    problems = sum(not one.fine for one in findings)
    print(f"Problems: {problems}." if problems else "Everything is in order.")
    return PROBLEM if problems else DONE


async def whole(settings: Settings) -> list[Finding]:
    """Everything that can be looked at."""
    return [
        check_machine.names(Path(".env")),
        await check_telegram.token(settings),
        *await check_database.findings(settings, deep=True),
        check_machine.folder(settings.data_dir),
        check_machine.disk(settings.data_dir),
        check_machine.clock(settings),
        check_machine.zones((*check_machine.RUSSIAN_ZONES, settings.default_timezone)),
        check_machine.regulations(),
        check_templates.templates(settings.templates),
        check_machine.sqlite(sqlite3.sqlite_version_info),
        *await running(settings),
    ]


async def quick(settings: Settings) -> list[Finding]:
    """What can change while the bot runs; Telegram is not asked."""
    found = [
        *await check_database.findings(settings, deep=False),
        check_machine.folder(settings.data_dir),
        check_machine.disk(settings.data_dir),
    ]
    if settings.webhook_url:
        found.append(await check_telegram.webhook(settings))
    return [*found, *await running(settings)]


async def running(settings: Settings) -> list[Finding]:
    """What the running bot says of itself, where it says anything (WATCH_PORT)."""
    return [await check_telegram.watch(settings)] if settings.watch_port else []
