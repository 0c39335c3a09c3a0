"""A region in which everything goes wrong at once: no answer is lost or taken twice, nobody is stuck (decision 1)."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.local import free_port
from bot.webhook import PATH
from tests.wire.country import country
from tests.wire.country_faults import day, stands_still_for_a_day
from tests.wire.processes import Nursery
from tests.wire.test_faults import NAMES
from tests.wire.unruly import road

SEED = 20260914
PAUSE = 1.0
WORKERS = 2


@pytest.mark.postgres
async def test_kills_cuts_repeats_and_a_bad_line_lose_nothing_and_a_day_off_is_made_up_for(
    tmp_path: Path, nursery: Nursery, postgres_url: str
) -> None:
    begins = free_port(8800)
    names = [*NAMES[:3], NAMES[-1]]
    async with (
        country(
            tmp_path, nursery, postgres_url, names, WORKERS, WEBHOOK_URL=f"http://127.0.0.1:{begins}"
        ) as here,
        road(here.url + PATH, begins, SEED) as unruly,
    ):
        here.bot.start()
        await here.all_work(WORKERS)
        figures = await day(here, postgres_url, unruly, SEED, PAUSE)
        assert figures.get("kill_one", 0) + figures.get("kill_the_holder", 0) > 0, figures
        assert figures["twice"] and figures["lost"], figures
        assert await stands_still_for_a_day(here, postgres_url, WORKERS)
        assert here.bot.end() == 0
