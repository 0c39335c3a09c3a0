"""Schools that work by other regulations, and what their people do in the stories of each."""

from __future__ import annotations

from sqlalchemy import select

from models.people import Role
from models.route import Route
from tests.stories.town import Guest, Town

SCHOOL = "Школа"


async def pair(
    town: Town,
    regulation: str,
    companion: Role,
    *,
    walker: Role = Role.TEACHER,
    region: str = "Чеченская Республика",
) -> tuple[Guest, Guest]:
    """Somebody who walks a route, and who accompanies them, at a school that works by this regulation."""
    await town.organisation(SCHOOL, regulation=regulation, region=region)
    beside = await town.member("Ахмадова Малика Саидовна", companion, organisation=SCHOOL)
    teacher = await town.member("Исаева Зарема Адамовна", walker, organisation=SCHOOL, tutor=beside)
    return teacher, beside


async def alone(town: Town, regulation: str, walker: Role = Role.TEACHER) -> Guest:
    """Somebody who walks a route by this regulation with nobody beside."""
    await town.organisation(SCHOOL, regulation=regulation, region="Томская область")
    return await town.member("Исаева Зарема Адамовна", walker, organisation=SCHOOL)


async def route(town: Town) -> Route:
    """The only route."""
    (found,) = await town.all(select(Route))
    return found


def labels(guest: Guest) -> list[str]:
    """The words on the buttons of the bot's last message."""
    rows = guest.last.get("reply_markup", {}).get("inline_keyboard", [])
    return [one["text"] for row in rows for one in row]


async def chooses_months(teacher: Guest, words: str) -> None:
    """From the menu to a round term, without a topic."""
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan-term-choice.months", words)
    await teacher.taps("plan-ask-topic.none")


async def types_term(teacher: Guest, starts: str, ends: str) -> None:
    """Both dates of the term, from the plan; a topic is not asked again."""
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    for key in ("plan.term", "plan-term-choice.dates"):
        if teacher.has_button(key):
            await teacher.taps(key)
    await teacher.says(starts)
    await teacher.taps("questions-echo.yes")
    await teacher.says(ends)
