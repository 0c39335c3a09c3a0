"""How many messages and minutes a task takes: counted from the updates that were taken anyway (features 86)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.burden import Burden, burden_of_month, burdens_of, forget_taken, people_behind, taken_by
from services.in_portions import batched
from services.work import Work

LONGEST_THOUGHT = timedelta(minutes=2)
"""Between two messages of one task at most this counts: who comes back after lunch was not at work for an hour."""
MANY = 500
Row = tuple[int, str, datetime]
Key = tuple[int, str, date]


@dataclass(frozen=True)
class Spent:
    """Messages and seconds."""

    messages: int = 0
    seconds: int = 0

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.messages + other.messages, self.seconds + other.seconds)


def spent(rows: Iterable[Row]) -> dict[Key, Spent]:
    """What (account, task, moment), in the order of each one's day, come to by account, task and month.

    The time of a message is that since the one before it of the same account, when both belong to one task.
    """
    found: dict[Key, Spent] = defaultdict(Spent)
    before: Row | None = None
    for row in rows:
        account, task, at = row
        span = timedelta()
        if before is not None and before[:2] == (account, task):
            span = min(at - before[2], LONGEST_THOUGHT)
        found[account, task, at.date().replace(day=1)] += Spent(1, round(span.total_seconds()))
        before = row
    return dict(found)


async def sum_up(work: Work, before: datetime) -> None:
    """The clock sums up the updates taken before a moment, and forgets them: Telegram cannot send them again."""
    gone = [
        (account or 0, task, at) for account, task, at in await work.session.execute(forget_taken(before))
    ]
    people = await _people(work, {account for account, _, _ in gone})
    for (account, task, month), more in spent(sorted(gone, key=lambda row: (row[0], row[2]))).items():
        if account in people:
            (await _kept(work, people[account], task, month)).add(more.messages, more.seconds)


async def _people(work: Work, accounts: set[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for some in batched(sorted(accounts), MANY):
        rows = await work.session.execute(people_behind(some))
        found |= {account: person for account, person in rows if person is not None}
    return found


async def _kept(work: Work, person: int, task: str, month: date) -> Burden:
    kept = await work.find(burden_of_month(person, task, month))
    if kept is None:
        kept = Burden(person_id=person, task=task, month=month, messages=0, seconds=0)
        work.session.add(kept)
    return kept


async def own(work: Work, since: date) -> dict[str, Spent]:
    """What the acting person has spent on each task since the month of a day, up to this moment."""
    found: dict[str, Spent] = defaultdict(Spent)
    for one in await work.all(burdens_of(work.person.id, since)):
        found[one.task] += Spent(one.messages, one.seconds)
    rows = await work.session.execute(taken_by(work.account.id))
    for (_, task, month), more in spent([(account or 0, task, at) for account, task, at in rows]).items():
        if month >= since.replace(day=1):
            found[task] += more
    return dict(found)
