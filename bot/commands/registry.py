"""`marshrut registry`: the registry as a file, the cards of finished routes as an archive, beside a bot at work."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from bot.clock import Clock
from bot.code_list import replacing
from bot.commands import DONE, Failed, Subparsers, migrate
from bot.database import reading_engine, sessions
from bot.settings import Settings
from models.people import Organisation, OrganisationKind
from models.registry_search import all_regions, places_named, schools_in
from services import finished_cards, registry_file, rules
from services.registry import Scope
from services.work import Work


def declare(commands: Subparsers) -> None:
    """The command and its options."""
    command = commands.add_parser(
        "registry", help="write the registry of routes, or the cards of finished ones"
    )
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", type=_named, metavar="FILE", help=".xlsx, .csv or .json")
    what.add_argument("--cards", type=_zip, metavar="FILE.zip", help="cards and outcomes of finished routes")
    whose = command.add_mutually_exclusive_group()
    whose.add_argument("--centre", metavar="NAME", help="only routes of the region of this centre")
    whose.add_argument("--municipality", metavar="NAME", help="only schools there; «NAME, REGION» tells two")
    whose.add_argument(
        "--organisation", metavar="NAME", help="only this school; «NAME, MUNICIPALITY» tells two"
    )
    command.set_defaults(act=act)


def _named(name: str) -> Path:
    path = Path(name)
    if path.suffix.removeprefix(".").lower() not in registry_file.FORMS:
        raise argparse.ArgumentTypeError("ends in .xlsx, .csv or .json")
    return path


def _zip(name: str) -> Path:
    if not name.lower().endswith(".zip"):
        raise argparse.ArgumentTypeError("ends in .zip")
    return Path(name)


def act(asked: argparse.Namespace, settings: Settings) -> int:
    """Every route, or those asked for; the file is there whole or not at all."""
    migrate.prepare(settings)
    path = asked.out or asked.cards
    try:
        with replacing(path) as fresh:
            count = asyncio.run(_write(asked, settings, fresh))
    except OSError as error:
        raise Failed(f"{path} cannot be written: {error.strerror}.") from error
    print(f"{path}: {count} routes.")
    return DONE


async def _write(asked: argparse.Namespace, settings: Settings, path: Path) -> int:
    engine = reading_engine(settings.database)
    try:
        async with sessions(engine)() as session, session.begin():
            work = Work(session, None, Clock(settings.clock_file).now(), rules.load())
            scope, place = await _scope(work, asked)
            if asked.out:
                return await registry_file.write(work, scope, path, place)
            return await finished_cards.write(
                work, scope, path.parent, place, stem=path.stem, largest=sys.maxsize
            )
    finally:
        await engine.dispose()


async def _scope(work: Work, asked: argparse.Namespace) -> tuple[Scope, str]:
    """Whose routes, and in words. Raises Failed."""
    if asked.centre:
        centre = await _place(work, asked.centre, OrganisationKind.CENTRE)
        return Scope(frozenset(), frozenset({centre.region})), centre.name
    if asked.organisation:
        school = await _place(work, asked.organisation, OrganisationKind.SCHOOL)
        return Scope(frozenset({school.id}), frozenset()), school.name
    if asked.municipality:
        return await _municipality(work, asked.municipality)
    regions = await work.all(all_regions())
    return Scope(frozenset(), frozenset(regions)), ", ".join(regions)


async def _municipality(work: Work, named: str) -> tuple[Scope, str]:
    """Its schools, and what it is called. Raises Failed."""
    name, _, region = named.partition(", ")
    found = [one for one in await work.all(schools_in(name)) if region in ("", one.region)]
    regions = sorted({one.region for one in found})
    if not found:
        raise Failed(f"There is no school in «{named}».")
    if len(regions) > 1:
        raise Failed(
            f"There are several: {'; '.join(f'{name}, {one}' for one in regions)}. Name one of them."
        )
    return Scope(frozenset(one.id for one in found), frozenset()), name


async def _place(work: Work, name: str, kind: OrganisationKind) -> Organisation:
    found = [one for one in await work.all(places_named(name)) if one.kind is kind]
    if not found:
        raise Failed(f"There is no {kind.value} «{name}».")
    if len(found) > 1:
        known = "; ".join(f"{one.name}, {one.municipality}" for one in found)
        raise Failed(f"There are several: {known}. Name one of them.")
    return found[0]
