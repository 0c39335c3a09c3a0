"""`marshrut needs --out FILE.csv`: the bank of needs, for a technical assignment (R3-008); without names."""

from __future__ import annotations

import argparse
import asyncio
import csv
import io
from collections.abc import Iterable
from pathlib import Path

from bot.clock import Clock
from bot.code_list import replacing, write
from bot.commands import DONE, Failed, Subparsers, migrate
from bot.database import open_engine, sessions
from bot.settings import Settings
from documents.cells import harmless
from models.need import Need, every_need
from services import rules
from services.plan import title_of
from services.work import Work

COLUMNS = (
    *("number", "date", "state", "competency", "kind", "text", "people", "source"),
    *("organisation", "municipality", "region", "answer"),
)
LANGUAGE = "ru"


def declare(commands: Subparsers) -> None:
    """The command and its options."""
    command = commands.add_parser("needs", help="write the bank of needs as CSV, without names")
    command.add_argument("--out", type=Path, required=True, metavar="FILE.csv", help="where to write it")
    command.set_defaults(act=act)


def act(asked: argparse.Namespace, settings: Settings) -> int:
    """Every need that was sent, the earliest first."""
    migrate.prepare(settings)
    rows = asyncio.run(_rows(settings))
    try:
        with replacing(asked.out) as fresh:
            write(fresh, content(rows))
    except OSError as error:
        raise Failed(f"{asked.out} cannot be written: {error.strerror}.") from error
    print(f"{asked.out}: {len(rows)} needs.")
    return DONE


async def _rows(settings: Settings) -> list[tuple[str, ...]]:
    engine = open_engine(settings.database)
    try:
        async with sessions(engine)() as session, session.begin():
            work = Work(session, None, Clock(settings.clock_file).now(), rules.load())
            return [_row(work, one) for one in await work.all(every_need())]
    finally:
        await engine.dispose()


def _row(work: Work, one: Need) -> tuple[str, ...]:
    home = one.organisation
    regulation = work.rules.of_organisation(home)
    titles = (
        title_of(regulation.competencies, one.competency),
        title_of(regulation.activities.kinds, one.kind),
    )
    competency, kind = (title if isinstance(title, str) else title.get(LANGUAGE) for title in titles)
    day = home.today(one.created_at).isoformat()
    return (
        *(
            str(one.id),
            day,
            one.state.value,
            competency,
            kind,
            one.text,
            str(one.people or ""),
            one.source.value,
        ),
        *(home.name, home.municipality, home.region, one.answer),
    )


def content(rows: Iterable[tuple[str, ...]]) -> bytes:
    """A sheet as Russian Excel opens it; no cell is a formula."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, delimiter=";")
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return sheet.getvalue().encode("utf-8-sig")
