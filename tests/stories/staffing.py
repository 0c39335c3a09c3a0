"""What people do in stories about changes among people: who there is, and routes going from one to another."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from models.notice import Notice
from models.people import OrganisationKind, Role
from models.route import TeamMember
from tests.stories.town import Guest, Town


@dataclass
class Staff:
    """A school with two tutors and a deputy, and the centre of its region."""

    methodist: Guest
    deputy: Guest
    tutor: Guest
    other: Guest
    teacher: Guest


async def staff(town: Town) -> Staff:
    """Everybody is in the bot; the teacher works with the first tutor."""
    await town.organisation("ЦНППМ", OrganisationKind.CENTRE)
    methodist = await town.member("Котова Ирина Львовна", Role.METHODIST, organisation="ЦНППМ")
    deputy = await town.member("Белова Анна Павловна", Role.DEPUTY_HEAD)
    teacher, tutor = await town.pair()
    other = await town.member("Серова Ольга Ивановна", Role.TUTOR)
    return Staff(methodist, deputy, tutor, other, teacher)


async def opens(officer: Guest, letters: str, name: str = "") -> None:
    """From the menu to the card of a person."""
    await officer.says("/menu")
    await officer.taps("menu-staff")
    await officer.says(letters)
    await officer.taps("staff-person.name", name or letters)


async def to_confirm(officer: Guest, before: str, after: str, number: str = "15-о") -> None:
    """From the menu to the one screen before the routes go over."""
    await opens(officer, before)
    await officer.taps("staff-card.hand-over")
    await officer.taps("staff-whom.person", after)
    await officer.says(number)
    await officer.says("12.09.2026")
    await officer.taps("questions-echo.yes")


async def told(town: Town, kind: str) -> list[Notice]:
    """The notices of one kind."""
    return await town.all(select(Notice).where(Notice.kind == kind).order_by(Notice.id))


async def team(town: Town, person: Guest) -> list[TeamMember]:
    """The places that somebody has or had."""
    return await town.all(select(TeamMember).where(TeamMember.person_id == person.person_id))
