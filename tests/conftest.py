"""Fixtures of all tests, and which tests this machine cannot run."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from uuid import uuid4

import hypothesis  # noqa: F401  # its own report imports it at the end, where Python 3.11 may fail after many greenlets
import pytest
import structlog
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

from models.base import Base
from tests import log_lines, machine

structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        log_lines.read_along,
        structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
    ]
)
logging.getLogger().addHandler(log_lines.ReadAlong(logging.INFO))
numbers = count(1)
RUN = uuid4().hex[:8]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests for which something is missing are deselected; tests/run says why."""
    missing = {
        marker
        for marker in ("browser", "postgres", "sealed")
        if any(item.get_closest_marker(marker) for item in items)
    }
    missing &= machine.not_run().keys() if missing else set()
    out = [item for item in items if any(item.get_closest_marker(marker) for marker in missing)]
    if out:
        config.hook.pytest_deselected(items=out)
        items[:] = [item for item in items if item not in out]


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """A database of one test on the PostgreSQL server, empty; dropped afterwards, whoever still holds it."""
    server = machine.server()
    assert server is not None, "a test with postgres_url needs the marker 'postgres'"
    name = f"marshrut_test_{RUN}_{next(numbers)}"
    asyncio.run(machine.execute(server, f'CREATE DATABASE "{name}"'))
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        asyncio.run(machine.execute(server, f'DROP DATABASE "{name}" WITH (FORCE)'))


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with every table and no row."""
    path = tmp_path_factory.mktemp("database") / "empty.sqlite"
    engine = create_engine(f"sqlite:///{path}")
    Base.metadata.create_all(engine)
    engine.dispose()
    return path
