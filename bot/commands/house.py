"""`marshrut house ORGANISATION`: what an organisation decides beside its regulation; without options, how it stands."""

from __future__ import annotations

import argparse
import asyncio

from bot.clock import Clock
from bot.commands import DONE, REFUSED, Failed, Subparsers, migrate, place
from bot.database import open_engine, sessions
from bot.settings import Settings
from models.house import HouseRules
from models.roster import all_organisations
from services import house, rules
from services.work import Work

AS_THE_TEXT, MANY = "regulation", "many"


def declare(commands: Subparsers) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "house", help="the own rules of an organisation: approval of corrections, diagnosis, development"
    )
    command.add_argument("organisation", metavar="ORGANISATION", help='its name, or "name, municipality"')
    command.add_argument(
        "--reapproval",
        choices=(AS_THE_TEXT, "never", MANY, "always"),
        help="whether those who approve plans approve corrections, too",
    )
    command.add_argument("--rows", type=int, default=house.ROWS, help="with many: over how many changed rows")
    command.add_argument(
        "--diagnosis-every",
        type=int,
        choices=(*house.MONTHS, 0),
        metavar="MONTHS",
        help="6, 12, 24, 36; 0: no act",
    )
    command.add_argument("--ordered-by", metavar="ACT", help="name and number of the act that orders it")
    command.add_argument("--development", help='the directions of the plan of development; "" removes them')
    command.set_defaults(act=act)


def act(asked: argparse.Namespace, settings: Settings) -> int:
    """All that is named, or nothing; then how it stands. Raises Failed."""
    migrate.prepare(settings)
    print(asyncio.run(_decide(settings, asked)))
    return DONE


async def _decide(settings: Settings, asked: argparse.Namespace) -> str:
    engine = open_engine(settings.database)
    try:
        async with sessions(engine)() as session, session.begin():
            work = Work(session, None, Clock(settings.clock_file).now(), rules.load())
            one = place.named(await work.all(all_organisations()), asked.organisation)
            said = await house.rules_of(work, one)
            _write(work, said, asked)
            return f"{one.name}\n{_told(said)}"
    finally:
        await engine.dispose()


def _write(work: Work, said: HouseRules, asked: argparse.Namespace) -> None:
    """What was named, by the operator. Raises Failed for an act where nothing is ordered, and no rows."""
    if asked.rows < 1:
        raise Failed("--rows takes 1 or more.", REFUSED)
    if asked.development is not None:
        said.want(" ".join(asked.development.split()), None, work.now)
    if asked.diagnosis_every is not None:
        said.order_diagnosis(asked.diagnosis_every or None, None, work.now)
    if asked.ordered_by is not None:
        if said.diagnosis_months is None:
            raise Failed("--ordered-by goes with --diagnosis-every.", REFUSED)
        said.name_act(" ".join(asked.ordered_by.split()), None, work.now)
    if asked.reapproval is not None:
        way = "" if asked.reapproval == AS_THE_TEXT else asked.reapproval
        said.approve_again(way, asked.rows if way == MANY else 0, None, work.now)


def _told(said: HouseRules) -> str:
    many = f"over {said.reapproval_rows} rows" if said.reapproval == MANY else said.reapproval
    every = f"every {said.diagnosis_months} months" if said.diagnosis_months else "no act"
    lines = {
        "reapproval of corrections": many or "as the regulation says",
        "diagnosis": " ".join(filter(None, (every, said.diagnosis_act))),
        "plan of development": said.development or "not written",
    }
    return "\n".join(f"  {name}: {value}" for name, value in lines.items())
