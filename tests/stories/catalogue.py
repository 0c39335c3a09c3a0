"""What people do in stories about the catalogue: a methodist enters an event, a teacher takes it."""

from __future__ import annotations

from sqlalchemy import select

from models.catalogue import CatalogueEntry
from models.people import OrganisationKind, Role
from tests.stories.planning import takes_a_year
from tests.stories.town import Guest, Town

READING = "Семинар «Учимся понимать прочитанное»"


async def methodist(town: Town) -> Guest:
    """A methodist of the centre of the region."""
    await town.organisation("ЦНППМ", OrganisationKind.CENTRE)
    return await town.member("Котова Ирина Львовна", Role.METHODIST, organisation="ЦНППМ")


async def enters(keeper: Guest, title: str = READING, day: str = "20 ноября", *competencies: str) -> None:
    """From the menu to an open event for the whole region, step by step."""
    await keeper.says("/menu")
    await keeper.taps("catalogue-menu")
    await keeper.taps("catalogue-kept.add")
    await keeper.says(title)
    for one in competencies or ("Методические",):
        await keeper.taps("questions-ask.option", one)
    await keeper.taps("questions-ask.done")
    await keeper.taps("questions-ask.option", "Региональный")
    await keeper.taps("questions-ask.option", "ЦНППМ")
    await keeper.says(day)
    await keeper.taps("questions-echo.yes")
    await keeper.taps("questions-ask.option", "6")
    await keeper.taps("questions-ask.option", "Да, с выездом")
    await keeper.taps("questions-ask.option", "25")
    await keeper.says("https://example.org/seminar")
    await keeper.taps("questions-ask.option", "Удмуртская Республика")


async def opens(teacher: Guest) -> None:
    """A plan with a term, and the catalogue for it."""
    await takes_a_year(teacher)
    await teacher.taps("plan.catalogue")


async def takes(teacher: Guest) -> None:
    """The first event of the page goes into the plan; only the form of the result is asked."""
    await teacher.taps("catalogue.take", "№ 1")
    await teacher.taps("questions-ask.option", "Открытый урок")


async def entries(town: Town) -> list[CatalogueEntry]:
    """Every event, the earliest first."""
    return await town.all(select(CatalogueEntry).order_by(CatalogueEntry.id))
