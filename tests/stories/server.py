"""TEST_DATABASE=postgres: every story on one PostgreSQL database, made by the migrations and emptied before each."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from sqlalchemy.engine import make_url

from bot.database import migrate
from models.base import Base
from tests import machine

WANTED = os.environ.get("TEST_DATABASE", "")
KNOWN = ("", "sqlite", "postgres")


@contextmanager
def database() -> Iterator[str]:
    """The URL of the stories' database; "" where each story has an SQLite file of its own."""
    assert WANTED in KNOWN, f"TEST_DATABASE is one of {', '.join(filter(None, KNOWN))}"
    if WANTED != "postgres":
        yield ""
        return
    with made() as url:
        yield url


@contextmanager
def made() -> Iterator[str]:
    """The URL of a database with every table, made as in life: by the migrations."""
    server = machine.server()
    assert server is not None, "no PostgreSQL answers"
    name = f"marshrut_stories_{uuid4().hex[:8]}"
    asyncio.run(machine.execute(server, f'CREATE DATABASE "{name}"'))
    try:
        asyncio.run(machine.execute(server, f'ALTER DATABASE "{name}" SET synchronous_commit = off'))
        url = make_url(server).set(database=name).render_as_string(hide_password=False)
        migrate(url)
        yield url
    finally:
        asyncio.run(machine.execute(server, f'DROP DATABASE "{name}" WITH (FORCE)'))


async def empty(url: str) -> None:
    """No row is left, and ids begin at 1 again: as in a new file."""
    await machine.execute(url, EMPTYING)


def _emptying() -> str:
    """Cheaper than TRUNCATE: most tables have no row, and a table of a story has few. The history would refuse."""
    tables = Base.metadata.sorted_tables
    gone = [f'DELETE FROM "{table.name}";' for table in reversed(tables)]
    counted = [table.name for table in tables if "id" in table.primary_key.columns]
    begun = [
        f"SELECT setval(found, 1, false) FROM pg_get_serial_sequence('{name}', 'id') AS found"
        " WHERE found IS NOT NULL;"
        for name in counted
    ]
    return "\n".join(["SET session_replication_role = replica;", *gone, *begun])


EMPTYING = _emptying()
