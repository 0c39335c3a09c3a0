"""`python -m bench.sweep`: an evening's reminders over many planned activities, on a PostgreSQL of this machine.

Five activities a route, spread over a year; forty routes a school. What a sweep takes must follow what is due that
evening, not what is planned: the same number is due in a table of a tenth and in the whole one.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import statistics
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import asyncpg
from sqlalchemy import func, select
from sqlalchemy.engine import make_url

from bench.figure import Figure
from bench.scratch import scratch_database
from bot.database import open_engine, sessions
from models.notice import Notice
from services import reminder, rules
from services.work import Work

REGULATION = "udmurtia"
MADE = datetime(2026, 1, 12, 8, tzinfo=UTC)
BEGAN = date(2026, 1, 12)
EVENING = datetime(2026, 9, 15, 14, tzinfo=UTC)
"""A Tuesday, 18:00 in Samara."""
PER_SCHOOL, ROWS, DAYS = 40, 5, 365
MILLION = 1_000_000
TARGET = 2.0
QUIET_MS = 50.0
AS_MUCH = 1.3

FILL = (
    "INSERT INTO organisations (id, kind, name, municipality, region, timezone, regulation) "
    "SELECT n, 'school', 'School ' || n, 'District ' || n % 25, 'Region', 'Europe/Samara', $2 "
    "FROM generate_series(1, $1::bigint / {school} + 1) n",
    "INSERT INTO people (id, external_id, organisation_id, full_name, search_name, position) "
    "SELECT n, 'p' || n, n / {school} + 1, 'Person ' || n, 'person ' || n, '' FROM generate_series(1, $1::bigint) n "
    "WHERE $2 <> ''",
    "INSERT INTO accounts (telegram_id, language, place, place_ids, wrong_codes, person_id, hat) "
    "SELECT n, 'ru', '', '{{}}', 0, n, '' FROM generate_series(1, $1::bigint) n WHERE $2 <> ''",
    "INSERT INTO routes (id, teacher_id, organisation_id, regulation, edition, state, draft, version, created_at, "
    "began_on, starts_on, ends_on) SELECT n, n, n / {school} + 1, $2, {edition}, 'active', 1, 1, '{made}', "
    "'{began}', '{began}', '{began}'::date + 700 FROM generate_series(1, $1::bigint) n",
    "INSERT INTO activities (route_id, author_id, correcting, title, kind, competencies, level, organiser, period, "
    "on_date, presenting, growth, blank, state, reason, version, created_at, asked_on) "
    "SELECT n % $1::bigint + 1, n % $1::bigint + 1, false, 'Seminar ' || n, 'seminar', '[\"method\"]', 'municipal', "
    "'', false, '{began}'::date + ({share} + (n % {span})::int), '', '', '[]', 'planned', '', 1, '{made}', "
    "'{began}' FROM generate_series(1, $1::bigint * {rows}) n WHERE $2 <> ''",
    "INSERT INTO final_events (route_id, title, form, level, place, state, version, created_at, on_date) "
    "SELECT n, 'Lesson', '', '', '', 'planned', 1, '{made}', '{began}'::date + 690 "
    "FROM generate_series(1, $1::bigint) n WHERE $2 <> ''",
    "INSERT INTO swept (organisation_id, regulation, edition, evening) "
    "SELECT n, $2, {edition}, '{evening}'::date - 1 FROM generate_series(1, $1::bigint / {school} + 1) n",
)
"""Schools, people, routes and plans; the reminders are written up to the evening before."""


async def fill(url: str, routes: int, *, span: int, share: int) -> None:
    """So many routes with five activities each, on so many days from `share` days after the beginning on."""
    edition = rules.load().regulations.get(REGULATION).edition
    days = {"made": MADE.isoformat(), "began": BEGAN.isoformat(), "evening": EVENING.date().isoformat()}
    words = {"edition": edition, "rows": ROWS, **days}
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(dsn=plain)
    for statement in FILL:
        spoken = statement.format(school=PER_SCHOOL, span=span, share=share, **words)
        await connection.execute(spoken, routes, REGULATION)
    await connection.execute("VACUUM ANALYZE")  # what the server does by itself in its first minutes
    await connection.close()


async def swept(url: str, at: datetime, *, kept: bool = False) -> tuple[float, int]:
    """One look at that moment, taken back unless `kept`: its seconds, and how many notices there are then."""
    engine = open_engine(url)
    known = rules.load()
    gc.collect()
    gc.freeze()  # as the bot does when everything is built
    async with sessions(engine)() as session:
        await session.begin()
        work = Work(session, None, at, known)
        begun = time.perf_counter()
        await reminder.sweep(work)
        took = time.perf_counter() - begun
        written = int(await session.scalar(select(func.count()).select_from(Notice)) or 0)
        await (session.commit() if kept else session.rollback())
    await engine.dispose()
    return took, written


def measured(routes: int, rounds: int, *, span: int = DAYS, share: int = 0) -> tuple[float, float, int]:
    """Median seconds of an evening's look and of a quiet one, and how many notices the evening has."""
    with scratch_database() as url:
        asyncio.run(fill(url, routes, span=span, share=share))
        evenings = [asyncio.run(swept(url, EVENING)) for _ in range(rounds)]
        asyncio.run(swept(url, EVENING, kept=True))
        quiet = [asyncio.run(swept(url, EVENING)) for _ in range(rounds)]
    return (
        statistics.median(seconds for seconds, _ in evenings),
        statistics.median(seconds for seconds, _ in quiet),
        evenings[0][1],
    )


def figures(activities: int = MILLION, rounds: int = 3) -> Iterator[Figure]:
    """The evening, a look with nothing due, and what a notice costs beside a table of a tenth."""
    routes = activities // ROWS
    evening, quiet, written = measured(routes, rounds)
    yield Figure(f"sweep of {activities} activities, {written} notices", evening, "s", TARGET)
    yield Figure("a look with nothing due", quiet * 1000, "ms", QUIET_MS)
    tenth, _, fewer = measured(routes // 10, rounds, span=DAYS // 10, share=DAYS * 6 // 10)
    each, other = evening / max(written, 1), tenth / max(fewer, 1)
    yield Figure("a notice of it, beside one of a table of a tenth", each / other, "x", AS_MUCH)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench.sweep", description=__doc__)
    parser.add_argument("--activities", type=int, default=MILLION)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    for figure in figures(asked.activities, asked.rounds):
        print(figure.line(), flush=True)
