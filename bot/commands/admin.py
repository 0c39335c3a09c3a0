"""`marshrut admin second-factor`: a lost phone, and a key that is handed over beside the chat."""

from __future__ import annotations

import argparse
import asyncio
import io
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.clock import Clock
from bot.commands import DONE, REFUSED, Failed, Subparsers, migrate
from bot.database import open_engine, sessions
from bot.settings import Settings
from models.people import Person
from models.roster import people_called
from services import rules, second_factor
from services.work import Work

Deed = Callable[[Work, Person], Awaitable[str]]


def declare(commands: Subparsers) -> None:
    """The command and its options."""
    command = commands.add_parser("admin", help="what only whoever keeps the server may do about people")
    about = command.add_subparsers(title="about", metavar="WHAT", required=True)
    factor = about.add_parser("second-factor", help="the second code of an officer")
    way = factor.add_mutually_exclusive_group(required=True)
    way.add_argument("--reset", metavar="PERSON", help="a lost phone: their key, or their whole name")
    way.add_argument(
        "--enrol", metavar="PERSON", help="show a key for their app, to be handed over in person"
    )
    factor.set_defaults(act=act)


def act(asked: argparse.Namespace, settings: Settings) -> int:
    """One person, or nothing. Make sure that it is they who ask: a code is what nobody else has."""
    migrate.prepare(settings)
    if not settings.factor_key:
        raise Failed("No second code is asked for here (SECOND_FACTOR, BOT_TOKEN).", REFUSED)
    deed, named = (_reset, asked.reset) if asked.reset else (_enrol, asked.enrol)
    print(asyncio.run(_do(settings, named, deed)))
    return DONE


async def _do(settings: Settings, named: str, deed: Deed) -> str:
    engine = open_engine(settings.database)
    try:
        async with sessions(engine)() as session, session.begin():
            known = replace(rules.load(), factor_key=settings.factor_key)
            work = Work(session, None, Clock(settings.clock_file).now(), known)
            return await deed(work, _one(await work.all(people_called(named))))
    finally:
        await engine.dispose()


def _one(people: list[Person]) -> Person:
    if len(people) == 1:
        return people[0]
    if people:
        keys = ", ".join(one.external_id for one in people)
        raise Failed(f"{len(people)} people are called so: say which key ({keys}).", REFUSED)
    raise Failed("There is nobody of this key or name.", REFUSED)


async def _reset(work: Work, person: Person) -> str:
    if not await second_factor.reset(work, person.id):
        raise Failed(f"{person.external_id}: there is no second code.", REFUSED)
    return f"{person.external_id}: the second code is reset; the person hears, and sets up another app."


async def _enrol(work: Work, person: Person) -> str:
    import segno  # only here, and in papers

    found = await second_factor.key_for(work, person.id)
    square = io.StringIO()
    segno.make(found.address, error="l", micro=False).terminal(square, compact=True, border=2)
    return f"{square.getvalue()}\n{person.external_id}: {found.letters}\nIt works for 10 minutes."
