"""`python -m bot.errand ORDER FOLDER`: makes one ordered file in a process of its own, and the bot answers on.

It only reads the database. The last line tells how it went: made, or refused (no right to it any more).
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from bot import settings
from bot.clock import Clock
from bot.database import reading_engine, sessions
from models.entry import account_of_person
from models.errors import Refusal
from models.file_order import order_by_id
from services import file_makers, rules
from services.work import Work

MADE, REFUSED = "errand made", "errand refused"
KINDNESS = 10
"""Behind the bot itself, where there is not processor enough for both."""


async def carry_out(database: str, clock: Clock, order_id: int, folder: Path, store: Path) -> None:
    """Makes the file of an order into a folder. Refuses NotYours: the person has gone, or has no right any more."""
    engine = reading_engine(database)
    try:
        async with sessions(engine)() as session, session.begin():
            reading = Work(session, None, clock.now(), rules.load())
            order = await reading.get(order_by_id(order_id))
            account = await reading.get(account_of_person(order.person_id))
            work = Work(session, account, reading.now, reading.rules)
            await file_makers.make(work, order.kind, folder, store)
    finally:
        await engine.dispose()


def main(order_id: int, folder: Path) -> str:
    """Carries out one order with the settings of this process; how it went."""
    known = settings.read()
    os.nice(KINDNESS)
    clock, store = Clock(known.clock_file), known.files or known.data_dir
    try:
        asyncio.run(carry_out(known.database, clock, order_id, folder, store))
    except Refusal:
        return REFUSED
    return MADE


if __name__ == "__main__":
    sys.stdout.write(main(int(sys.argv[1]), Path(sys.argv[2])) + "\n")
