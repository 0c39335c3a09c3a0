"""Every story begins in a fresh town."""

from collections.abc import AsyncIterator, Generator
from pathlib import Path

import pytest

from tests.stories.town import Town, open_town


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """What the bot said in a story is read once more: an ill-mannered message fails the story itself."""
    result = yield
    town = getattr(item, "funcargs", {}).get("town")
    if isinstance(town, Town):
        town.wire.manners.check()
    return result


@pytest.fixture
async def town(tmp_path: Path, empty_database: Path) -> AsyncIterator[Town]:
    """The town of one story."""
    async with open_town(tmp_path, empty_database) as made:
        yield made
