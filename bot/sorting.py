"""Which notices the postman takes in hand next, and whether they can reach anybody."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from models.entry import Account
from models.notice import AMONG, Notice, due_notices
from services.work import Work

NO_ACCOUNT_YET = timedelta(days=1)
GIVE_UP_AFTER = timedelta(days=30)


async def next_due(work: Work, limit: int, apart: Collection[int]) -> list[Notice]:
    """The next ones, interactive before bulk, one a person, held where the database can."""
    found: list[Notice] = []
    for urgent, among in ((True, AMONG), (True, None), (False, AMONG), (False, None)):
        if len(found) >= limit:
            break
        people = {*apart, *(one.person_id for one in found)}
        if among is None and not people:
            continue  # nothing was there at all
        query = due_notices(work.now, limit - len(found), urgent=urgent, apart=people, among=among)
        found += (await work.session.scalars(query.with_for_update(skip_locked=True))).all()
    return found


def reachable(notice: Notice, account: Account | None, now: datetime) -> bool:
    """False when its person is not there (yet), or has blocked the bot."""
    if account is None and now - notice.created_at <= GIVE_UP_AFTER:
        notice.put_off(now + NO_ACCOUNT_YET)
    elif account is None or account.unreachable_since is not None:
        notice.drop()
    else:
        return True
    return False
