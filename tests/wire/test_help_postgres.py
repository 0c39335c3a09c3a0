"""Help, the catalogue, needs and the load on PostgreSQL: the same stories, the same outcome (DESIGN 1, 19)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.database import migrate
from tests.stories import test_catalogue as catalogue
from tests.stories import test_english_help as english
from tests.stories import test_help_request as help_request
from tests.stories import test_need as need
from tests.stories.town import Town, open_town

pytestmark = pytest.mark.postgres
STORIES: tuple[Callable[[Town], Awaitable[None]], ...] = (
    english.test_a_talk_is_agreed_on_reminded_of_and_called_off,
    english.test_an_event_is_entered_taken_moved_and_called_off,
    english.test_a_load_is_seen_and_a_change_proposed,
    catalogue.test_a_word_a_competency_and_a_month_narrow_it,
    catalogue.test_what_is_typed_with_a_per_cent_is_a_word_and_no_wildcard,
    help_request.test_x17_a_silent_addressee_hears_a_gentle_word_once_then_the_teacher,
    need.test_a_school_asks_for_many_and_alike_needs_are_one_group,
)


@pytest.fixture
def migrated(postgres_url: str) -> str:
    """A database with every table, made as in life: by the migrations."""
    migrate(postgres_url)
    return postgres_url


@pytest.fixture
async def town(migrated: str, tmp_path: Path, empty_database: Path) -> AsyncIterator[Town]:
    """The town of one story, on PostgreSQL."""
    async with open_town(tmp_path, empty_database, migrated) as made:
        yield made


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__.removeprefix("test_"))
async def test_the_story_is_the_same(town: Town, story: Callable[[Town], Awaitable[None]]) -> None:
    await story(town)
