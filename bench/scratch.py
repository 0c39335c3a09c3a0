"""An empty, migrated database on the PostgreSQL of this machine, for as long as something is measured."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from sqlalchemy.engine import make_url

from bot.database import migrate
from tests.machine import LOCAL_SERVER, execute


@contextmanager
def scratch_database() -> Iterator[str]:
    """Its URL; it is dropped afterwards, whoever is still connected."""
    name = f"marshrut_bench_{uuid4().hex[:8]}"
    asyncio.run(execute(LOCAL_SERVER, f'CREATE DATABASE "{name}"'))
    try:
        url = make_url(LOCAL_SERVER).set(database=name).render_as_string(hide_password=False)
        migrate(url)
        yield url
    finally:
        asyncio.run(execute(LOCAL_SERVER, f'DROP DATABASE "{name}" WITH (FORCE)'))
