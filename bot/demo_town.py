"""The people of the demonstration: loaded like anybody's, and given phones in the local Telegram."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.database import open_engine, sessions
from bot.settings import Settings
from models.entry import Invitation
from models.roster import every_external_id, invited
from services import people, people_file, people_sheet, rules
from services.work import Work

TOWN = Path(__file__).parent / "town" / "people.csv"
FIRST_PHONE = 5_100_000_000
SEATS_AT_MOST = 60


@dataclass(frozen=True)
class Seat:
    """Somebody who can be played: a name, what they are, their code. `user_id` is the same at each start."""

    user_id: int
    first_name: str
    last_name: str
    seat: str
    start: str

    def asked(self) -> dict[str, Any]:
        """As the local Telegram's people API takes it."""
        return vars(self)


async def seats(settings: Settings, clock: Clock) -> list[Seat]:
    """Who can be played: the first people of the database; an empty database gets the town first."""
    engine = open_engine(settings.database)
    try:
        async with sessions(engine)() as session, session.begin():
            if not await _somebody(session):
                await _load_town(Work(session, None, clock.now(), rules.load()), settings.default_timezone)
            return [_seat(one) for one in (await session.scalars(invited(SEATS_AT_MOST))).all()]
    finally:
        await engine.dispose()


async def _somebody(session: AsyncSession) -> bool:
    return (await session.scalars(every_external_id().limit(1))).first() is not None


async def _load_town(work: Work, timezone: str) -> None:
    roster = people_sheet.checked(people_file.read(TOWN), work.rules.regulations.ids(), known={})
    await people.load(work, roster, timezone)


def _seat(invitation: Invitation) -> Seat:
    person = invitation.person
    surname = person.full_name.split()[0]
    return Seat(
        FIRST_PHONE + person.id,
        first_name=person.first_names,
        last_name=surname if surname != person.first_names else "",
        seat=", ".join(filter(None, (person.position, person.organisation.name))),
        start=invitation.code,
    )
