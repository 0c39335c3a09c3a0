"""What teachers do in many stories: choose a term, write rows, send the plan."""

from tests.stories.town import Guest, Town


async def takes_a_year(teacher: Guest) -> None:
    """A term of a year from today."""
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan-term-choice.months", "1 год")


async def adds(teacher: Guest, title: str, day: str = "20 ноября") -> None:
    """A row of the plan, from the list to the list."""
    await teacher.taps("plan.add")
    await teacher.says(title)
    await teacher.taps("questions-ask.option", "Методические")
    await teacher.says(day)
    await teacher.taps("questions-echo.yes")
    await teacher.taps("questions-ask.option", "Открытый урок")


async def plans(teacher: Guest, count: int) -> None:
    """A term and so many rows, on working days of November."""
    await takes_a_year(teacher)
    for number in range(1, count + 1):
        await adds(teacher, f"Семинар № {number}", f"{15 + number} ноября")


async def sends(teacher: Guest, count: int = 5) -> None:
    """A whole plan goes to the tutor."""
    await plans(teacher, count)
    await teacher.taps("plan.send")


async def active(town: Town) -> tuple[Guest, Guest]:
    """A teacher whose plan of five rows is confirmed, and the tutor who confirmed it."""
    teacher, tutor = await town.pair()
    await sends(teacher)
    await tutor.taps("plan-card.confirm")
    return teacher, tutor
