"""Two decide at the same moment over two workers on PostgreSQL: it comes to what one after the other comes to."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.database import migrate
from models.paper import PaperState
from tests.stories.signing import CODE, papers, signs, taps_code, to_be_signed
from tests.stories.town import Guest, open_town
from tests.wire.workers import Workers, two_workers

pytestmark = pytest.mark.postgres


@pytest.fixture
def migrated(postgres_url: str) -> str:
    """A database with every table, made as in life: by the migrations."""
    migrate(postgres_url)
    return postgres_url


@pytest.fixture
async def workers(migrated: str, tmp_path: Path, empty_database: Path) -> AsyncIterator[Workers]:
    """Two workers of a town on PostgreSQL."""
    async with open_town(tmp_path, empty_database, migrated) as town, two_workers(town, migrated) as made:
        yield made


def presses(guest: Guest, key: str, words: str = "") -> None:
    """A tap that no worker has taken yet."""
    message, data = guest.button(key, words)
    guest.town.telegram.tap(guest.telegram_id, message["message_id"], data)


async def all_but_the_last_digit(guest: Guest) -> None:
    """A first code, and the same again without its end."""
    await guest.taps("signing-card.sign")
    await taps_code(guest)
    await taps_code(guest, CODE[:-1])


async def test_two_of_one_stage_sign_at_once_and_the_paper_goes_on(workers: Workers) -> None:
    town = workers.town
    people = await to_be_signed(town)
    for guest in (people.methodist, people.teacher):
        await all_but_the_last_digit(guest)
    for guest in (people.methodist, people.teacher):
        presses(guest, "signing-pad.digit", CODE[-1])
    await workers.collide("SELECT id FROM papers FOR UPDATE", workers.waiting_updates())
    (paper,) = await papers(town)
    assert (paper.stage, [slot.held_by[0] for slot in paper.due]) == (1, ["centre_head"])
    for guest in (people.centre_head, people.head):
        await signs(guest)
    (paper,) = await papers(town)
    assert paper.state is PaperState.DONE
