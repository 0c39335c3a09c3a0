"""How a town fills with people: the first administrator sends a list, everybody else comes in with their own code."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from models.people import OrganisationKind, Person, Role
from tests.stories.importing import got, sends_rows, works
from tests.stories.town import Guest, Town

HEAD = ("Табельный номер", "ФИО", "Роль", "Должность", "Номер тьютора")
CENTRE = "ЦНППМ"
Row = tuple[str, str, str, str, str]


async def first(town: Town, name: str, role: Role, place: str, *, regulation: str, region: str) -> Guest:
    """An organisation with the only person whom its server knows: whoever looks after its people."""
    kind = OrganisationKind.CENTRE if place == CENTRE else OrganisationKind.SCHOOL
    await town.organisation(place, kind, regulation=regulation, region=region)
    return await town.member(name, role, organisation=place)


async def brings(admin: Guest, rows: Sequence[Row], school: str = "") -> list[Guest]:
    """The list goes in, the codes come out, each person follows their link and agrees; in the order of the rows.

    `school`: where they work, if not where the sender does.
    """
    place = (school, "Глазов") if school else ()
    head = (*HEAD, "Школа", "Район") if school else HEAD
    await sends_rows(admin, head, *((*row, *place) for row in rows))
    await admin.taps("import-card.load")
    await works(admin.town)
    admin.sees("import-loaded")
    await admin.taps("import-waiting.give")
    codes = {str(row[1]): str(row[4]) for row in got(admin)[1:]}
    return [await _enters(admin.town, name, codes[name]) for _, name, *_ in rows]


async def _enters(town: Town, name: str, link: str) -> Guest:
    """Somebody opens the link that they were given, reads the consent and agrees."""
    (person,) = await town.all(select(Person).where(Person.full_name == name))
    seat = town.telegram.person(first_name=name.split()[1], start=None)
    code = link.partition("?start=")[2]
    guest = town.guests[name] = Guest(town, person.id, seat["id"], code, name)
    await guest.says(f"/start {code}")
    guest.sees("entry-consent")
    await guest.taps("entry-consent.agree")
    return guest
