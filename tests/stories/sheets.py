"""Information sheets in stories: what a school has told beforehand, and a teacher who fills in the rest."""

from __future__ import annotations

from models.people import Organisation, Person, Role
from models.sheet import Sheet, sheet_of
from services import people_about, people_cells
from services.people_sheet import NamedOrganisation, NamedPerson, Roster
from services.work import Work
from tests.stories.town import Guest, Town


async def tells(town: Town, teacher: Guest, **said: str) -> int:
    """The school's list says this of the teacher, by column; returns how many sheets have changed."""
    async with town.app.sessions() as session, session.begin():
        person = await session.get_one(Person, teacher.person_id)
        home = await session.get_one(Organisation, person.organisation_id)
        named = NamedOrganisation(2, home.name, home.municipality, home.region, home.regulation, None)
        row = NamedPerson(2, person.external_id, person.full_name, named.key, None, None)
        row.offices[named.key, Role.TEACHER] = 2
        row.about.update({column: people_cells.about(value, column) for column, value in said.items()})
        roster = Roster({named.key: named}, {person.external_id: row})
        work = Work(session, None, town.now, town.app.rules)
        return await people_about.propose(work, roster, {person.external_id: person})


async def sheet(town: Town, teacher: Guest) -> Sheet:
    """The teacher's sheet as it stands."""
    found: list[Sheet] = await town.all(sheet_of(teacher.person_id))
    return found[0]


async def answer(town: Town, teacher: Guest, code: str) -> tuple[str, str] | None:
    """One answer and where it comes from."""
    value = (await sheet(town, teacher)).value(code)
    return (value.value, value.origin.value) if value is not None else None


async def begins(teacher: Guest) -> None:
    """From the menu to the third row: what the school says is agreed with."""
    await teacher.says("/menu")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.go-on")
    await teacher.taps("sheet-known.right")


async def to_courses(teacher: Guest) -> None:
    """On to the seventh row."""
    await begins(teacher)
    await teacher.taps("questions-ask.option", "Высшее педагогическое")
    await teacher.says("22 года")
    await teacher.taps("questions-ask.option", "Первая")
    await teacher.says("12.05.2022")
    await teacher.taps("questions-echo.yes")


async def fills(teacher: Guest) -> None:
    """The whole sheet, without contacts."""
    await to_courses(teacher)
    await teacher.taps("questions-ask.option", "не было")
    while teacher.has_button("questions-ask.skip"):
        await teacher.taps("questions-ask.skip")
    await teacher.taps("questions-offer.right")
