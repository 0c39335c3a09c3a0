"""How the bot fares, for whoever looks after it: what waits, what there is, what went wrong; figures, no names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from models import alert as figures
from models.errors import NotYours
from models.notice import waiting_notices
from models.people import OrganisationKind, Role, roles_of
from services import alert
from services.machine import Machine
from services.second_factor import FAR_REACHING
from services.work import Work

BUGS_SHOWN = 5
LATE_BACKUP = timedelta(days=2)
"""Backups come every day: one that is older has not come."""


@dataclass(frozen=True)
class State:
    """What an administrator sees. `since`: when the oldest of them was due; `copies`: files still to be copied.

    `far`, `coded`: who is asked for a second code, and how many of them have one.
    """

    waiting: int
    since: datetime | None
    people: int
    entered: int
    places: dict[OrganisationKind, int]
    copies: int
    far: int
    coded: int
    bugs: list[tuple[str, datetime]]
    machine: Machine
    now: datetime

    @property
    def stands_still(self) -> bool:
        """Has somebody to look why notices do not go out?"""
        return self.since is not None and self.now - self.since >= alert.LONGEST_WAIT

    @property
    def is_full(self) -> bool:
        """Is there too little room on the disk?"""
        return self.machine.free is not None and self.machine.free < alert.LEAST_FREE

    @property
    def backup(self) -> str:
        """How the backups are: made elsewhere, none yet, late, or in time."""
        if not self.machine.backs_up:
            return "elsewhere"
        if self.machine.backed_up is None:
            return "none"
        return "late" if self.now - self.machine.backed_up > LATE_BACKUP else "made"


async def only_administrators(work: Work) -> None:
    """Refuses NotYours to who does not hold the office of an administrator today."""
    if not any(one.role is Role.ADMIN for one in await work.all(roles_of(work.person.id, work.today))):
        raise NotYours("refusal-not-yours")


async def state(work: Work) -> State | None:
    """The figures for whoever hears alerts; None for an administrator of a school where a centre has its own.

    Refuses NotYours to everybody else.
    """
    await only_administrators(work)
    if work.person.id not in await alert.looking_after(work):
        return None
    waiting, oldest = (await work.session.execute(waiting_notices(work.now))).one()
    people, entered = (await work.session.execute(figures.count_people())).one()
    far, coded = (await work.session.execute(figures.count_second_codes(FAR_REACHING, work.today))).one()
    told = await work.session.execute(figures.bugs_told(work.person.id, BUGS_SHOWN))
    return State(
        waiting,
        oldest,
        people,
        entered,
        {row.kind: row.many for row in await work.session.execute(figures.count_places())},
        await work.find(figures.count_copies()) or 0,
        far,
        coded,
        [(str(facts.get("number", "")), at) for facts, at in told],
        work.rules.machine,
        work.now,
    )
