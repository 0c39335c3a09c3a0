"""Every story begins in a fresh town."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stories.town import Town, open_town, template


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables without rows."""
    return template(tmp_path_factory.mktemp("database"))


@pytest.fixture
async def town(tmp_path: Path, empty_database: Path) -> AsyncIterator[Town]:
    """The town of one story."""
    async with open_town(tmp_path, empty_database) as made:
        yield made
