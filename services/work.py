"""Everything a use case may touch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncSession

from models.entry import Account
from models.errors import NotYours
from models.history import HistoryLine
from models.notice import BULK, Notice
from models.people import Person
from services.facts import as_json, packed
from services.in_portions import batched
from services.rules import Rules

Row = TypeVar("Row")
Letter = tuple[int, str, Mapping[str, Any]]
"""For whom, what makes it unique, the facts."""


@dataclass(frozen=True)
class Work:
    """One transaction of one actor: the session, who acts, the moment, the rules (DESIGN 8).

    `actor` is None for a tick of the clock. Nothing here commits: that is `bot/`'s alone.
    """

    session: AsyncSession
    actor: Account | None
    now: datetime
    rules: Rules

    @property
    def account(self) -> Account:
        """The account that acts. A tick has none."""
        if self.actor is None:
            raise NotYours("refusal-not-yours")
        return self.actor

    @property
    def person(self) -> Person:
        """The person who acts; refuses NotYours to an account without one (a stranger)."""
        if self.account.person is None:
            raise NotYours("refusal-stranger")
        return self.account.person

    @property
    def today(self) -> date:
        """The local date where the acting person works."""
        return self.person.organisation.today(self.now)

    async def get(self, query: Select[Row]) -> Row:
        """The one row that a query names; refuses NotYours when there is none (a forged id finds nothing)."""
        row = await self.find(query)
        if row is None:
            raise NotYours("refusal-not-yours")
        return row

    async def hold(self, roots: Select[int], *, alone: bool = False) -> None:
        """Whoever else decides about these rows at this moment waits until this turn is over, and so does this turn.

        `roots`: the ids of one table, of what the decision hangs on: one order for all, so that nobody waits crosswise.
        What is decided on is read behind it, `anew`: a statement that both waits and joins comes back, on PostgreSQL,
        with the row it waited for as it is now, and with the others as they were before.
        Rows that only point at a held one (a line of a route's history) are written meanwhile, unless `alone` is said.
        """
        held = roots.order_by(*roots.selected_columns).with_for_update(key_share=not alone)
        await self.session.execute(held)

    async def get_held(self, roots: Select[int], query: Select[Row]) -> Row:
        """Holds these rows, then reads what hangs on them. Refuses as `get`."""
        await self.hold(roots)
        return await self.get(anew(query))

    async def find(self, query: Select[Row]) -> Row | None:
        """The first row of a query, or None."""
        return (await self.session.scalars(query)).unique().first()

    async def all(self, query: Select[Row]) -> list[Row]:
        """Every row of a query, in its order."""
        return list((await self.session.scalars(query)).unique().all())

    def notify(
        self,
        person_id: int,
        kind: str,
        *,
        once: str | None = None,
        urgent: bool = True,
        after: timedelta = timedelta(),
        **facts: Any,
    ) -> None:
        """Somebody must hear: a row in the outbox, written with the change (DESIGN 17).

        `kind` is a key of `handlers.notices`; `once` makes the news unique; bulk is `urgent=False`.
        """
        self.session.add(
            Notice(
                person_id=person_id,
                kind=kind,
                facts=packed(facts),
                once=once,
                urgent=urgent,
                created_at=self.now,
                due_at=self.now + after,
            )
        )

    async def notify_many(self, kind: str, letters: Iterable[Letter]) -> int:
        """The clock has news of one kind for many: bulk, whatever was not written before. Returns how many."""
        insert, written = BULK[self.session.get_bind().dialect.name], 0
        rows = [{"who": who, "once": once, "facts": facts} for who, once, facts in letters]
        for some in batched(rows):
            known = {"kind": kind, "at": self.now, "letters": as_json(some)}
            result = await self.session.execute(insert, known)
            written += result.rowcount  # type: ignore[attr-defined]  # an INSERT's result has it
        return written

    def remember(self, route_id: int, verb: str, **facts: Any) -> None:
        """A line in the history of a route: who, what, when."""
        self.session.add(
            HistoryLine(
                route_id=route_id,
                person_id=self.actor.person_id if self.actor else None,
                verb=verb,
                facts=packed(facts),
                at=self.now,
            )
        )


def anew(query: Select[Row]) -> Select[Row]:
    """The same query, whose rows are taken as they are now, even those that this turn has read before.

    It has to bring along every relationship that its nouns have: one that it leaves out is read no more.
    """
    return query.execution_options(populate_existing=True)
