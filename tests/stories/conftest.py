"""Every story begins in a fresh town."""

from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path

import pytest

from tests import log_lines
from tests.stories import overheard, server
from tests.stories.town import Town, open_town


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """What the bot said in a story, and what it logged, is read once more: bad manners and talk of people fail it."""
    before = len(log_lines.LINES)
    result = yield
    town = getattr(item, "funcargs", {}).get("town")
    if isinstance(town, Town):
        town.wire.manners.check()
        overheard.check(town, before)
    return result


@pytest.fixture(scope="session")
def shared_database() -> Iterator[str]:
    """What TEST_DATABASE names."""
    with server.database() as url:
        yield url


@pytest.fixture
async def town(tmp_path: Path, empty_database: Path, shared_database: str) -> AsyncIterator[Town]:
    """The town of one story."""
    if shared_database:
        await server.empty(shared_database)
    async with open_town(tmp_path, empty_database, shared_database) as made:
        yield made
