"""What people do in stories about help: a teacher asks, somebody answers or offers a time."""

from __future__ import annotations

from sqlalchemy import select

from models.consultation import Consultation
from models.help_request import HelpLine, HelpRequest
from models.people import OrganisationKind, Role
from tests.stories.town import Guest, Town

WORDS = "Как выбрать тему для открытого урока?"


async def school(town: Town) -> tuple[Guest, Guest, Guest]:
    """A teacher with a tutor, the deputy head of the school and the methodist of the centre."""
    await town.organisation("ЦНППМ", OrganisationKind.CENTRE)
    methodist = await town.member("Котова Ирина Львовна", Role.METHODIST, organisation="ЦНППМ")
    deputy = await town.member("Белова Анна Павловна", Role.DEPUTY_HEAD)
    teacher, _ = await town.pair()
    return teacher, deputy, methodist


async def asks(teacher: Guest, whom: str, words: str = WORDS) -> None:
    """From the menu to the words."""
    await teacher.says("/menu")
    await teacher.taps("help-request-menu")
    await teacher.taps("help-request.ask")
    await teacher.taps("help-request-whom.person", whom)
    await teacher.taps("help-request-what.free")
    await teacher.says(words)


async def requests(town: Town) -> list[HelpRequest]:
    """Every request, the earliest first."""
    return await town.all(select(HelpRequest).order_by(HelpRequest.id))


async def lines(town: Town) -> list[HelpLine]:
    """Everything that was said."""
    return await town.all(select(HelpLine).order_by(HelpLine.id))


async def times(town: Town) -> list[Consultation]:
    """Every time that was named."""
    return await town.all(select(Consultation).order_by(Consultation.id))
