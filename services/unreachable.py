"""A person who blocked the bot: marked, told of to the tutor once, welcome back (S-13)."""

from __future__ import annotations

from sqlalchemy import func, select

from models.entry import Account
from models.notice import Notice, NoticeState
from models.people import Person
from models.route import routes_of_teacher
from services.work import Work


async def mark(work: Work, person_id: int) -> None:
    """The clock or the postman finds that a person cannot be reached: their team hears once, with the paper way."""
    account = await work.find(select(Account).where(Account.person_id == person_id))
    if account is None or account.unreachable_since is not None:
        return
    account.unreachable_since = work.now
    person = await work.session.get_one(Person, person_id)
    for route in await work.all(routes_of_teacher(person_id)):
        for member in route.team:
            if member.holds(route.organisation.today(work.now)):
                work.notify(
                    member.person_id,
                    "unreachable",
                    once=f"unreachable:{account.id}:{work.now.isoformat()}:{member.person_id}",
                    name=person.short_name,
                )


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
