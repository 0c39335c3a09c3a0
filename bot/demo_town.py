"""The people of the demonstration: loaded like anybody's, and given phones in the local Telegram."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot import code_list
from bot.clock import Clock
from bot.database import open_engine, sessions
from bot.settings import Settings
from models.entry import Invitation, mark_of
from models.roster import every_external_id, invited
from services import people, people_file, people_sheet, rules
from services.work import Work

TOWN = Path(__file__).parent / "town" / "people.csv"
CODES = "town-codes.csv"
"""In the folder of the data: what the people of the town have in their hands."""
FIRST_PHONE = 5_100_000_000
SEATS_AT_MOST = 60


@dataclass(frozen=True)
class Seat:
    """Somebody who can be played: name, what they are, code if it is known. `user_id` is the same at each start."""

    user_id: int
    first_name: str
    last_name: str
    seat: str
    start: str | None

    def asked(self) -> dict[str, Any]:
        """As the local Telegram's people API takes it."""
        return vars(self)


async def seats(settings: Settings, clock: Clock) -> list[Seat]:
    """Who can be played: the first people of the database; an empty database gets the town first."""
    engine = open_engine(settings.database)
    try:
        async with sessions(engine)() as session, session.begin():
            if not await _somebody(session):
                await _load_town(Work(session, None, clock.now(), rules.load()), settings)
            codes = code_list.earlier(settings.data_dir / CODES)
            return [_seat(one, codes) for one in (await session.scalars(invited(SEATS_AT_MOST))).all()]
    finally:
        await engine.dispose()


async def _somebody(session: AsyncSession) -> bool:
    return (await session.scalars(every_external_id().limit(1))).first() is not None


async def _load_town(work: Work, settings: Settings) -> None:
    """The town, and its codes in a file beside the local Telegram: the database has only their hashes."""
    sheet = people_file.read(TOWN)
    roster = people_sheet.checked(sheet, work.rules.regulations.ids(), known={})
    loaded = await people.load(work, roster, settings.default_timezone)
    with code_list.replacing(settings.data_dir / CODES) as fresh:
        code_list.write(fresh, code_list.content(loaded.codes, "", sheet.dialect))


def _seat(invitation: Invitation, codes: Mapping[str, str]) -> Seat:
    person = invitation.person
    code = codes.get(person.external_id, "")
    surname = person.full_name.split()[0]
    return Seat(
        FIRST_PHONE + person.id,
        first_name=person.first_names,
        last_name=surname if surname != person.first_names else "",
        seat=", ".join(filter(None, (person.position, person.organisation.name))),
        start=code if code and mark_of(code) == invitation.mark else None,
    )
