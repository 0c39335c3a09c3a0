"""`marshrut import results|routes FILE --by EXTERNAL_ID`: what was before this system, on somebody's behalf."""

from __future__ import annotations

import argparse
import asyncio
from dataclasses import dataclass
from pathlib import Path

from bot import import_words
from bot.clock import Clock
from bot.commands import DONE, Failed, Subparsers, import_faults, migrate
from bot.database import open_engine, sessions
from bot.settings import Settings
from models.errors import NotYours
from services import import_columns, import_load, import_scope, import_tables, people_file, rules
from services.import_columns import Table
from services.import_outcome import Outcome
from services.people_file import FileRefused
from services.people_sheet import RowsRefused
from services.rules import Rules
from services.work import Work


@dataclass(frozen=True)
class What:
    """A kind of table: its name with the services, what its rows are called, whose they are, its counts in words."""

    kind: str
    rows: str
    by: str
    help: str
    counted: tuple[tuple[str, str], ...]


RESULTS = What(
    "diagnosis",
    "results",
    "the external_id of whoever records them: a methodist, a head or a deputy head, for teachers of their own",
    "load results of standardised diagnosis; safe to repeat",
    (
        ("results.new", "results new: each teacher hears"),
        ("results.changed", "results changed: each teacher hears"),
    ),
)
ROUTES = What(
    "finished",
    "routes",
    "the external_id of a methodist or of the head of the centre, for teachers of their own region",
    "load routes that were walked on paper into the registry; safe to repeat",
    (("finished.new", "routes new in the registry"),),
)


def declare(kinds: Subparsers) -> None:
    """Both commands and their options, behind `import`."""
    for what in (RESULTS, ROUTES):
        command = kinds.add_parser(what.rows, help=what.help, epilog=_columns(what.kind))
        command.add_argument(
            "file", type=Path, metavar="FILE", help="a CSV file or a workbook with these columns"
        )
        command.add_argument("--by", required=True, metavar="EXTERNAL_ID", help=what.by)
        command.add_argument(
            "--check", action="store_true", help="only say what would happen; change nothing"
        )
        import_faults.declare(command)
        command.set_defaults(act=act, what=what)


def _columns(kind: str) -> str:
    """The columns in words, as argparse wants them: it takes a % for its own."""
    found = import_columns.own_columns(kind)
    needed = ", ".join(one.name for one in found if one.needed)
    other = ", ".join(one.name for one in found if not one.needed)
    scores = "; one for each competency of a regulation" if kind == "diagnosis" else ""
    words = "Headings may also be the Russian words of the examples that the bot sends."
    return f"Columns, in any order: {needed}; if you like: {other}{scores}. {words}"


def act(asked: argparse.Namespace, settings: Settings) -> int:
    """All of the file, or nothing."""
    import_faults.keep(asked)
    known = rules.load()
    table: Table | None = None
    try:
        raw = import_tables.read(people_file.content_of(asked.file))
        table = import_columns.find(known, raw, asked.what.kind)
        migrate.prepare(settings)
        outcome = asyncio.run(_load(asked, settings, known, table))
    except FileRefused as refused:
        raise Failed(f"{asked.file}: {import_words.why(refused)}. Nothing is loaded.") from refused
    except RowsRefused as refused:
        raise import_faults.failed(asked, refused, table, known) from refused
    head = f"{asked.file}: {outcome.total} {asked.what.rows}"
    print(import_words.report(head, outcome.counts, asked.what.counted, check=asked.check))
    return DONE


async def _load(asked: argparse.Namespace, settings: Settings, known: Rules, table: Table) -> Outcome:
    """In one transaction; a check is rolled back."""
    sheet = import_columns.whole(known, asked.what.kind, table)
    engine = open_engine(settings.database)
    try:
        async with sessions(engine)() as session, session.begin():
            nobody = Work(session, None, Clock(settings.clock_file).now(), known)
            work = await import_scope.on_behalf(nobody, asked.by)
            if work is None:
                raise Failed(f"nobody has the external_id '{asked.by}' (--by). Nothing is loaded.")
            outcome = await import_load.load_sheet(work, asked.what.kind, sheet)
            if asked.check:
                await session.rollback()
    except NotYours as refused:
        raise Failed(
            f"'{asked.by}' (--by) looks after nobody: no methodist, head or deputy head. Nothing is loaded."
        ) from refused
    finally:
        await engine.dispose()
    return outcome
