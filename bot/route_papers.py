"""The papers of a route, written to a folder from a database in use."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

from bot.clock import Clock
from bot.commands import Failed, migrate
from bot.database import open_engine, sessions
from bot.settings import Settings
from documents.paper_model import Paper
from models.errors import NotYours, Refusal
from services import paper_files, papers, rules
from services.work import Work


def write(settings: Settings, route: int, folder: Path) -> Iterator[Path]:
    """Every paper in both forms; a file of the same name is written anew. Raises Failed."""
    made = asyncio.run(_papers(settings, route))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for one in made:
            for form in paper_files.FORMS:
                path = folder / paper_files.name(one, form)
                path.write_bytes(paper_files.content(one, form, settings.templates))
                yield path
    except OSError as error:
        raise Failed(f"{folder} cannot be written: {error.strerror}.") from error
    except Refusal as refused:
        raise Failed(f"The template {refused.facts['file']} is wrong: {refused.__cause__}.") from refused


async def _papers(settings: Settings, route: int) -> list[Paper]:
    engine = open_engine(settings.database)
    try:
        async with sessions(engine)() as session, session.begin():
            work = Work(session, None, Clock(settings.clock_file).now(), rules.load())
            return await papers.every_paper(work, route)
    except NotYours as none:
        raise Failed(f"There is no route {route}.") from none
    except migrate.UNREACHABLE as error:
        raise Failed(migrate.unreachable(settings.database, error)) from error
    finally:
        await engine.dispose()
