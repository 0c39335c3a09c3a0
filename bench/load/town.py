"""Whom the load plays: districts with a school, its centre, and everybody around ten teachers."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from bot.database import migrate, open_engine, sessions
from models.entry import Invitation, new_code
from models.people import CENTRE_ROLES, Appointment, Organisation, OrganisationKind, Person, Role

TEACHERS, TUTORS = 10, 2
"""Of one district."""
UDMURTIA, GROZNY = "udmurtia", "grozny_gymnasium_4"
EVERY_GROZNY = 2
"""Each second district works by the regulation in which the deputy head accompanies, sums up and signs."""
FIRST_PHONE = 5_200_000_000
SINCE = date(2020, 1, 1)
MORNING = datetime(2026, 9, 14, 6, tzinfo=UTC)
"""A Monday, 10:00 in the schools."""
NAMES = {
    Role.TEACHER: "Иванова",
    Role.TUTOR: "Орлова",
    Role.METHODIST: "Дубова",
    Role.CENTRE_HEAD: "Вахрушева",
    Role.DEPUTY_HEAD: "Белова",
    Role.HEAD: "Корепанова",
}
LETTERS = "абвгдежзик"


@dataclass(frozen=True)
class Member:
    """Somebody to be played: `id` is the person's in the database, `code` lets them in; `beside`: who accompanies."""

    id: int
    role: Role
    regulation: str
    district: int
    code: str
    beside: int | None = None

    @property
    def name(self) -> str:
        """The whole name; no two have the same surname."""
        return f"{self.surname} Галина Петровна"

    @property
    def surname(self) -> str:
        """What everybody is found by."""
        return f"{NAMES[self.role]}-{''.join(LETTERS[int(one)] for one in str(self.id)).capitalize()}"

    @property
    def phone(self) -> int:
        """The id of their Telegram."""
        return FIRST_PHONE + self.id


def everybody(teachers: int) -> list[Member]:
    """So many teachers and all who are needed around them."""
    found: list[Member] = []
    for district in range(-(-teachers // TEACHERS)):
        count = min(TEACHERS, teachers - district * TEACHERS)
        found += _district(district, count, len(found) + 1)
    return found


def _district(district: int, teachers: int, first: int) -> Iterator[Member]:
    grozny = district % EVERY_GROZNY == EVERY_GROZNY - 1
    regulation = GROZNY if grozny else UDMURTIA
    roles = [Role.DEPUTY_HEAD, Role.HEAD]
    if not grozny:
        roles = [*(Role.TUTOR,) * TUTORS, Role.METHODIST, Role.CENTRE_HEAD, *roles]
    for number, role in enumerate(roles):
        yield Member(first + number, role, regulation, district, new_code())
    beside = 1 if grozny else TUTORS
    for number in range(teachers):
        id = first + len(roles) + number
        yield Member(id, Role.TEACHER, regulation, district, new_code(), first + number % beside)


def settle(url: str, members: list[Member], at: datetime) -> None:
    """A migrated database in which they are known, each with a code that nobody has used."""
    migrate(url)
    asyncio.run(_settle(url, members, at))


async def _settle(url: str, members: list[Member], at: datetime) -> None:
    engine = open_engine(url)
    async with sessions(engine)() as session, session.begin():
        await session.run_sync(_write, members, at)
    await engine.dispose()


def _write(session: Session, members: list[Member], at: datetime) -> None:
    districts = {one.district: one.regulation for one in members}
    schools = {number: _place(number, rule, OrganisationKind.SCHOOL) for number, rule in districts.items()}
    centres = {number: _place(number, rule, OrganisationKind.CENTRE) for number, rule in districts.items()}
    session.add_all([*schools.values(), *centres.values()])
    session.flush()
    for one in members:
        home = centres[one.district] if one.role in CENTRE_ROLES else schools[one.district]
        session.add(_person(one, home))
        session.flush()
        session.add(Appointment(person_id=one.id, organisation_id=home.id, role=one.role, since=SINCE))
        invitation = Invitation(person_id=one.id)
        invitation.give(one.code, at)
        session.add(invitation)


def _place(district: int, regulation: str, kind: OrganisationKind) -> Organisation:
    return Organisation(
        kind=kind,
        name=f"Школа № {district}" if kind is OrganisationKind.SCHOOL else f"ЦНППМ {district}",
        municipality=f"Район {district}",
        region=f"Область {district}",
        timezone="Europe/Samara",
        regulation=regulation,
    )


def _person(one: Member, home: Organisation) -> Person:
    return Person(
        id=one.id,
        external_id=f"p{one.id}",
        organisation_id=home.id,
        full_name=one.name,
        search_name=one.name.casefold(),
        position="учитель" if one.role is Role.TEACHER else "",
        tutor_id=one.beside,
    )
