"""Which notices the postman takes in hand next, and what becomes of those that it does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Update
from sqlalchemy.ext.asyncio import AsyncSession

from models.outbox import DROPPED, HELD, NEEDLESS, OLDEST, PUT_OFF, RECIPIENTS, TAKEN, Due, Recipient
from services.work import Work

AMONG = 100
"""How many of the oldest notices a look goes through for one a person; further only where few people have them all."""
NO_ACCOUNT_YET = timedelta(days=1)
GIVE_UP_AFTER = timedelta(days=30)


@dataclass
class Piles:
    """What becomes of the notices that were looked at: written for all of them together, `at` one moment."""

    at: datetime
    moves: dict[Update, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    def taken(self, notice: Due) -> None:
        """In hand."""
        self.moves[TAKEN].append({"notice": notice.id, "at": self.at})

    def put_off(self, notice: Due, until: datetime) -> None:
        """Not before that moment."""
        self.moves[PUT_OFF].append({"notice": notice.id, "at": until})

    def needless(self, notice: Due) -> None:
        """No longer so."""
        self.moves[NEEDLESS].append({"notice": notice.id})

    def dropped(self, notice: Due) -> None:
        """Nobody to reach."""
        self.moves[DROPPED].append({"notice": notice.id})

    def reachable(self, notice: Due, to: Recipient | None) -> bool:
        """False when its person is not there (yet), or has blocked the bot."""
        if to is None and self.at - notice.created_at <= GIVE_UP_AFTER:
            self.put_off(notice, self.at + NO_ACCOUNT_YET)
        elif to is None or to.unreachable_since is not None:
            self.dropped(notice)
        else:
            return True
        return False

    async def carry_out(self, session: AsyncSession) -> None:
        """One statement for each kind of move."""
        for move, notices in self.moves.items():
            await session.execute(move, notices)


async def next_due(work: Work, limit: int, apart: Collection[int]) -> list[Due]:
    """The next ones, interactive before bulk, one a person, oldest first, held where the database can.

    One a person, because a chat takes one message a second: nobody's many notices hold up the others. Nothing for
    the people of `apart`. A look does not follow the length of the queue.
    """
    people, chosen = set(apart), list[int]()
    for urgent in (True, False):
        while len(chosen) < limit:
            asked = {"at": work.now, "urgent": urgent, "apart": list(people), "among": AMONG}
            rows = (await work.session.execute(OLDEST, asked)).all()
            for id, person in rows:
                if person not in people and len(chosen) < limit:
                    people.add(person)
                    chosen.append(id)
            if len(rows) < AMONG:
                break
    return await _held(work, chosen)


async def _held(work: Work, ids: Sequence[int]) -> list[Due]:
    """These, in this order, without those that have gone since or that somebody else holds."""
    if not ids:
        return []
    rows = await work.session.execute(HELD, {"ids": ids})
    found = {row.id: Due(*row) for row in rows}
    return [found[id] for id in ids if id in found and found[id].still(work.now)]


async def recipients(work: Work, notices: Sequence[Due]) -> dict[int, Recipient]:
    """Where the people of these notices are written to, by their id; without those who have no account."""
    rows = await work.session.execute(RECIPIENTS, {"people": [one.person_id for one in notices]})
    found = (Recipient(**row._mapping) for row in rows)
    return {one.person_id: one for one in found}
