"""`marshrut import catalogue FILE`: load events to choose from; safe to repeat."""

from __future__ import annotations

import argparse
import asyncio
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bot import import_words
from bot.clock import Clock
from bot.commands import DONE, REFUSED, Failed, Subparsers, import_faults, import_sheet, migrate
from bot.database import open_engine, sessions
from bot.settings import Settings
from services import catalogue_load, catalogue_rows, people_file, rules
from services.catalogue_cells import Words
from services.catalogue_rows import KEY, NEEDED, OPTIONAL, Numbered
from services.import_columns import Table
from services.people_file import FileRefused
from services.people_sheet import RowsRefused
from services.work import Work

COUNTED = (
    ("new", "events new"),
    ("changed", "events changed"),
    ("moved", "events moved: people who have them in a plan hear"),
    ("called_off", "events called off: people who have them in a plan hear"),
)
CALENDAR = ".ics"

COLUMNS = (
    f"Columns, in any order: {', '.join(NEEDED)}; if you like: {', '.join(OPTIONAL)}. "
    "key: your own name of the event, the same at each import. date: 12.05.2027, with until for several days. "
    "kind, level, competencies: codes or words of a regulation; several competencies with commas. "
    "municipality: for this one only; organisation: for this school only; neither: for the whole region. "
    "away: yes or no. state: called_off, with a reason. Events that the file does not name stay. "
    "A calendar (.ics) has no region and no level: give --region and --level; its categories may name a kind and "
    "competencies."
)


def declare(kinds: Subparsers) -> None:
    """The command and its options, behind `import`."""
    command = kinds.add_parser("catalogue", help="load events to choose from; safe to repeat", epilog=COLUMNS)
    command.add_argument("file", type=Path, metavar="FILE", help="a CSV, XLSX or ICS file")
    command.add_argument("--region", default="", help="of all events of a calendar (.ics)")
    command.add_argument(
        "--level", default="", help="of all events of a calendar (.ics): a code of a regulation"
    )
    command.add_argument("--check", action="store_true", help="only say what would happen; change nothing")
    import_faults.declare(command)
    command.set_defaults(act=act)


def act(asked: argparse.Namespace, settings: Settings) -> int:
    """All of the file, or nothing."""
    is_calendar = asked.file.suffix.casefold() == CALENDAR
    if is_calendar and not (asked.region and asked.level):
        raise Failed("a calendar needs --region and --level: its events do not say them.", REFUSED)
    import_faults.keep(asked)
    known = rules.load()
    table: Table | None = None
    try:
        if is_calendar:
            numbered = _calendar(asked, settings)
        else:
            sheet, table = import_sheet.read(asked.file, "catalogue", KEY, known)
            numbered = catalogue_rows.of_sheet(sheet)
        migrate.prepare(settings)
        counts = asyncio.run(_load(settings, numbered, check=asked.check))
    except FileRefused as refused:
        raise Failed(f"{asked.file}: {import_words.why(refused)}. Nothing is loaded.") from refused
    except RowsRefused as refused:
        raise import_faults.failed(asked, refused, table, known) from refused
    head = f"{asked.file}: {counts.total()} events"
    print(import_words.report(head, counts, COUNTED, check=asked.check))
    return DONE


def _calendar(asked: argparse.Namespace, settings: Settings) -> list[Numbered]:
    from services import catalogue_ics  # a library that nothing else needs

    words = Words.of(rules.load().regulations.regulations)
    content = people_file.content_of(asked.file)
    return catalogue_ics.read(content, words, asked.region, asked.level, settings.default_timezone)


async def _load(settings: Settings, numbered: Sequence[Numbered], *, check: bool) -> Counter[str]:
    """In one transaction; a check is rolled back."""
    engine = open_engine(settings.database)
    try:
        async with sessions(engine)() as session, session.begin():
            work = Work(session, None, Clock(settings.clock_file).now(), rules.load())
            counts = await catalogue_load.load(work, await catalogue_load.read(work, numbered))
            if check:
                await session.rollback()
    finally:
        await engine.dispose()
    return counts
