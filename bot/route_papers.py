"""The papers of a route, written to a folder from a database in use."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bot import check_telegram
from bot.clock import Clock
from bot.commands import Failed, migrate
from bot.database import open_engine, sessions
from bot.settings import Settings
from bot.wire import ApiError, WireDown
from documents.paper_model import Paper
from models.errors import NotYours
from services import paper_files, papers, rules
from services.address import Address
from services.paper_files import Trouble
from services.work import Work


def write(settings: Settings, route: int, folder: Path) -> Iterator[tuple[Path, Trouble | None]]:
    """Every paper in both forms, and what was wrong with an own template; a file of the same name is written anew.

    Raises Failed.
    """
    made = asyncio.run(_papers(settings, route))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for one in made:
            for form in paper_files.FORMS:
                path = folder / paper_files.name(one, form)
                written = paper_files.made(one, form, settings.templates)
                path.write_bytes(written.content)
                yield path, written.trouble
    except OSError as error:
        raise Failed(f"{folder} cannot be written: {error.strerror}.") from error


async def _papers(settings: Settings, route: int) -> list[Paper]:
    engine = open_engine(settings.database)
    try:
        async with sessions(engine)() as session, session.begin():
            known = replace(rules.load(), address=Address(await _username(settings)))
            work = Work(session, None, Clock(settings.clock_file).now(), known)
            return await papers.every_paper(work, route)
    except NotYours as none:
        raise Failed(f"There is no route {route}.") from none
    except migrate.UNREACHABLE as error:
        raise Failed(migrate.unreachable(settings.database, error)) from error
    finally:
        await engine.dispose()


async def _username(settings: Settings) -> str:
    """The bot's name for the codes on papers; without it they stand there in letters only."""
    if not settings.bot_token:
        return ""
    try:
        return str((await check_telegram.me(settings)).get("username") or "")
    except (ApiError, WireDown):
        return ""
