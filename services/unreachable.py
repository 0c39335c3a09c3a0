"""A person who blocked the bot: marked, told of to the tutor once, welcome back (S-13)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select

from models.entry import Account
from models.notice import Notice, NoticeState
from models.people import Person
from models.route import routes_of_teacher
from services.work import Work


async def mark(work: Work, person_id: int, since: datetime | None = None) -> None:
    """A person cannot be reached: their teams hear once, with the paper way.

    `since`: when the first message was written that did not arrive; without it, now.
    """
    account = await work.find(select(Account).where(Account.person_id == person_id))
    if account is None or account.unreachable_since is not None:
        return
    account.unreachable_since = since or work.now
    person = await work.session.get_one(Person, person_id)
    for colleague in await _teams(work, person_id):
        once = f"unreachable:{account.id}:{work.now.isoformat()}:{colleague}"
        work.notify(colleague, "unreachable", once=once, name=person.short_name)


async def _teams(work: Work, person_id: int) -> set[int]:
    """Everybody on the teams of a person's routes, each once."""
    return {
        member.person_id
        for route in await work.all(routes_of_teacher(person_id))
        for member in route.team
        if member.holds(route.organisation.today(work.now)) and member.person_id != person_id
    }


async def welcome_back(work: Work) -> int:
    """The acting person writes again: reachable from now on. Returns how many messages they missed."""
    since = work.account.unreachable_since
    if since is None:
        return 0
    work.account.unreachable_since = None
    missed = select(func.count()).where(
        Notice.person_id == work.account.person_id,
        Notice.state == NoticeState.DROPPED,
        Notice.created_at >= since,
    )
    return int(await work.session.scalar(missed) or 0)
