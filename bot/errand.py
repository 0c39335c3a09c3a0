"""`python -m bot.errand ORDER FOLDER BOT`: makes one ordered file in a process of its own, and the bot answers on.

It only reads the database. The last line tells how it went: made, or refused (no right to it any more).
"""

from __future__ import annotations

import asyncio
import os
import sys
from dataclasses import replace
from pathlib import Path

from bot import settings
from bot.clock import Clock
from bot.database import reading_engine, sessions
from bot.file_store import store_of
from models.entry import account_of_person
from models.errors import Refusal
from models.file_order import OrderState, order_by_id
from services import file_makers, rules
from services.address import Address
from services.copies import Copies
from services.work import Work

MADE, REFUSED = "errand made", "errand refused"
KINDNESS = 10
"""Behind the bot itself, where there is not processor enough for both."""


async def carry_out(
    database: str, clock: Clock, order_id: int, folder: Path, store: Copies, address: Address
) -> None:
    """Makes the file of an order into a folder; the codes on papers lead to the bot at that address.

    Refuses NotYours: the person has gone, or has no right any more."""
    engine, known = reading_engine(database), replace(rules.load(), address=address)
    try:
        async with sessions(engine)() as session, session.begin():
            reading = Work(session, None, clock.now(), known)
            order = await reading.get(order_by_id(order_id))
            account = await reading.get(account_of_person(order.person_id))
            by_link = order.state is OrderState.HELD
            work = Work(session, account, reading.now, replace(known, direct=by_link))
            await file_makers.make(work, order.kind, folder, store)
    finally:
        await engine.dispose()


def main(order_id: int, folder: Path, username: str) -> str:
    """Carries out one order with the settings of this process; how it went."""
    known = settings.read()
    os.nice(KINDNESS)
    clock, store, address = Clock(known.clock_file), store_of(known), Address(username)
    try:
        asyncio.run(carry_out(known.database, clock, order_id, folder, store, address))
    except Refusal:
        return REFUSED
    return MADE


if __name__ == "__main__":
    sys.stdout.write(main(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]) + "\n")
