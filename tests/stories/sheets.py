"""Information sheets in stories: what a school has told beforehand, and a teacher who fills in the rest."""

from __future__ import annotations

from datetime import UTC, datetime

from models.sheet import Sheet, sheet_of
from tests.stories.town import Guest, Town

LONG_AGO = datetime(2026, 8, 20, tzinfo=UTC)


async def tells(town: Town, teacher: Guest, **said: str) -> None:
    """The school's list says this of the teacher."""
    async with town.app.sessions() as session, session.begin():
        sheet = (await session.scalars(sheet_of(teacher.person_id))).first()
        if sheet is None:
            sheet = Sheet(person_id=teacher.person_id, values=[], courses=[], touched_at=LONG_AGO)
            session.add(sheet)
        for code, value in said.items():
            sheet.propose(code, value, LONG_AGO)


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
    for _ in range(5):
        await teacher.taps("questions-ask.skip")
    await teacher.taps("questions-offer.right")
