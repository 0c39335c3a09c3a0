"""Databases for the rules that need one."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.database import open_engine, sessions
from tests.rules.school_evening import BORN, School


@pytest.fixture
async def school(tmp_path: Path, empty_database: Path) -> AsyncIterator[School]:
    """A school of one test."""
    path = shutil.copy(empty_database, tmp_path / "school.sqlite")
    engine = open_engine(f"sqlite+aiosqlite:///{path}")
    yield School(sessions(engine), BORN)
    await engine.dispose()


@pytest.fixture
async def route(school: School) -> int:
    """One active route of a school."""
    return await school.route(await school.organisation("Школа № 3"))
