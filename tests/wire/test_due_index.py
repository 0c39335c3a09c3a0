"""What falls due is found through its date: the plan of the database says so (DESIGN 16)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import asyncpg
import pytest
from sqlalchemy import Insert, Select, create_engine, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url

from bench.sweep import fill
from bot.database import migrate
from models.deadlines import (
    activities_ahead,
    activities_unasked,
    final_events_ahead,
    going_on,
    in_zone,
    reminded_as_usual,
    reports_owed,
    routes_ending,
)
from models.outbox import HELD, OLDEST
from models.reminder import cohorts_begun

DAY = date(2026, 9, 14)
EVENING = datetime(2026, 9, 14, 17, tzinfo=UTC)
ROUTES = 2_000
"""Enough that a plan which reads all of them is the dearer one."""
QUERIES: dict[str, tuple[Callable[[], Select[Any] | Insert], str]] = {
    "activities ahead": (lambda: activities_ahead([DAY]), "ix_activities_on_date"),
    "reports owed": (lambda: reports_owed([DAY], DAY), "ix_activities_on_date"),
    "asked the day after": (lambda: activities_unasked(DAY), "ix_activities_unasked"),
    "final events ahead": (lambda: final_events_ahead([DAY]), "ix_final_events_on_date"),
    "routes that end": (lambda: routes_ending([DAY]), "ix_routes_ends_on"),
    "ahead in a zone": (
        lambda: reminded_as_usual(in_zone(going_on(activities_ahead([DAY]), DAY), "Europe/Samara")),
        "ix_activities_on_date",
    ),
    "cohorts without a mark": (cohorts_begun, "ix_routes_cohorts"),
    "notices that should go": (
        lambda: OLDEST.params(at=EVENING, urgent=True, apart=[1, 2], among=100),
        "ix_notices_queue",
    ),
}


@pytest.fixture(scope="module")
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A migrated file."""
    file = tmp_path_factory.mktemp("plans") / "empty.sqlite"
    migrate(f"sqlite+aiosqlite:///{file}")
    return f"sqlite:///{file}"


def plan_of(url: str, query: Select[Any] | Insert) -> list[str]:
    """How SQLite goes about it."""
    spoken = str(query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
    engine = create_engine(url)
    with engine.connect() as connection:
        plan = [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {spoken}"))]
    engine.dispose()
    return plan


@pytest.mark.parametrize("name", QUERIES)
def test_sqlite_goes_by_the_date(on_sqlite: str, name: str) -> None:
    query, index = QUERIES[name]
    plan = plan_of(on_sqlite, query())
    assert any(index in step for step in plan), plan


def test_a_look_of_the_postman_does_not_follow_the_length_of_the_queue(on_sqlite: str) -> None:
    """Neither is the queue sorted, nor is it gone through for the few that were chosen."""
    [looking] = plan_of(on_sqlite, OLDEST.params(at=EVENING, urgent=True, apart=[1, 2], among=100))
    assert "ix_notices_queue" in looking
    [holding] = plan_of(on_sqlite, HELD.params(ids=[1, 2]))
    assert "INTEGER PRIMARY KEY" in holding


@pytest.mark.postgres
def test_postgresql_can_go_by_the_date(postgres_url: str) -> None:
    migrate(postgres_url)

    async def plans() -> dict[str, str]:
        await fill(postgres_url, ROUTES, span=365, share=0)
        connection = await asyncpg.connect(
            dsn=make_url(postgres_url).set(drivername="postgresql").render_as_string(hide_password=False)
        )
        try:
            await connection.execute("SET enable_seqscan = off")
            found = {}
            for name, (query, _) in QUERIES.items():
                spoken = query().compile(dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True})
                found[name] = "\n".join(row[0] for row in await connection.fetch(f"EXPLAIN {spoken}"))
            return found
        finally:
            await connection.close()

    for name, plan in asyncio.run(plans()).items():
        assert QUERIES[name][1] in plan, plan
