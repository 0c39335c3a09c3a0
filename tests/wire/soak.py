"""`make soak`: the faults of a region for longer and with more people; prints what went wrong and what came of it.

Before it, ten minutes of the postman at the limit of Telegram, over simulated time.

`python -m tests.wire.soak --teachers 12 --pause 3 --seed 1` needs a PostgreSQL as the tests do.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from pathlib import Path
from uuid import uuid4

from sqlalchemy.engine import make_url

from bot.local import free_port
from bot.webhook import PATH
from tests import machine
from tests.wire.country import country
from tests.wire.country_faults import day, stands_still_for_a_day
from tests.wire.country_signing import signing_day
from tests.wire.minutes import minutes
from tests.wire.processes import nursery
from tests.wire.unruly import road

WORKERS = 3
TEN_MINUTES, REPLIES = 600.0, 6.0
"""Seconds, and the replies a second that go meanwhile."""


async def soak(
    folder: Path, database: str, teachers: int, pause: float, seed: int, *, signing: bool = False
) -> dict[str, float]:
    """One long day and one day off; raises when anything was lost, done twice, or somebody is stuck."""
    names = ["Орлова Мария Сергеевна", *(f"Иванова Галина {number}" for number in range(1, teachers + 1))]
    begins = free_port(8900)
    with nursery() as children:
        async with (
            country(
                folder,
                children,
                database,
                [*names, "Дубов Игорь Ильич"],
                WORKERS,
                WEBHOOK_URL=f"http://127.0.0.1:{begins}",
            ) as here,
            road(here.url + PATH, begins, seed) as unruly,
        ):
            here.bot.start()
            await here.all_work(WORKERS)
            began = time.perf_counter()
            working = signing_day if signing else day
            figures: dict[str, float] = dict(await working(here, database, unruly, seed, pause))
            figures["seconds"] = round(time.perf_counter() - began)
            if not signing:  # a card that was put off and is signed meanwhile is needless, and not told
                figures["told after a day off"] = await stands_still_for_a_day(here, database, WORKERS)
            assert here.bot.end() == 0
    return figures


async def ten_minutes(folder: Path) -> str:
    """The postman at the limit; raises when a 429 came or the limit was not used."""
    went = await minutes(folder, TEN_MINUTES, REPLIES)
    went.at_the_limit(TEN_MINUTES)
    return f"ten minutes: {went.notices} notices, {went.replies} replies, {went.refused} refused"


def main() -> None:
    """Asks for a database of its own, and leaves nothing behind."""
    line = argparse.ArgumentParser(description=__doc__)
    line.add_argument("--teachers", type=int, default=8)
    line.add_argument("--pause", type=float, default=3.0, help="seconds between two faults, about")
    line.add_argument("--seed", type=int, default=1)
    line.add_argument(
        "--signing", action="store_true", help="whole ways, to every signature and accepted report"
    )
    asked = line.parse_args()
    server = machine.server()
    assert server is not None, "a soak needs PostgreSQL"
    if not asked.signing:
        with tempfile.TemporaryDirectory() as folder:
            print(asyncio.run(ten_minutes(Path(folder))))  # noqa: T201 (its only purpose)
    name = f"marshrut_soak_{uuid4().hex[:8]}"
    asyncio.run(machine.execute(server, f'CREATE DATABASE "{name}"'))
    url = make_url(server).set(database=name).render_as_string(hide_password=False)
    try:
        with tempfile.TemporaryDirectory() as folder:
            figures = asyncio.run(
                soak(Path(folder), url, asked.teachers, asked.pause, asked.seed, signing=asked.signing)
            )
    finally:
        asyncio.run(machine.execute(server, f'DROP DATABASE "{name}" WITH (FORCE)'))
    print(", ".join(f"{what}: {count:g}" for what, count in figures.items()))  # noqa: T201 (its only purpose)


if __name__ == "__main__":
    main()
