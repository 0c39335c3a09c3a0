"""`marshrut discreet ORGANISATION on|off`: people of an organisation without names in the chat (149-FZ)."""

from __future__ import annotations

import argparse
import asyncio

from bot.clock import Clock
from bot.commands import DONE, Subparsers, migrate, place
from bot.database import open_engine, sessions
from bot.settings import Settings
from models.roster import all_organisations
from services import discreet, rules
from services.work import Work


def declare(commands: Subparsers) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "discreet", help="people of an organisation without names, phones and e-mails in the chat"
    )
    command.add_argument("organisation", metavar="ORGANISATION", help='its name, or "name, municipality"')
    command.add_argument("switch", choices=("on", "off"))
    command.set_defaults(act=act)


def act(asked: argparse.Namespace, settings: Settings) -> int:
    """All of its people at once, or nothing."""
    migrate.prepare(settings)
    name, count = asyncio.run(_switch(settings, asked.organisation, on=asked.switch == "on"))
    said = "go without names in the chat now" if asked.switch == "on" else "are named in the chat again"
    print(f"{name}: {count} people {said}. Messages sent before stay as they are.")
    if asked.switch == "on":
        print("Their papers do not leave through Telegram: `marshrut papers` makes them.")
    return DONE


async def _switch(settings: Settings, named: str, *, on: bool) -> tuple[str, int]:
    engine = open_engine(settings.database)
    try:
        async with sessions(engine)() as session, session.begin():
            work = Work(session, None, Clock(settings.clock_file).now(), rules.load())
            one = place.named(await work.all(all_organisations()), named)
            return one.name, await discreet.switch(work, one, on=on)
    finally:
        await engine.dispose()
