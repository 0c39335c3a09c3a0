"""What teachers do in many stories: choose a term, write rows, send the plan."""

from datetime import date

from sqlalchemy import select

from models.paper import papers_about
from models.paper_slot import Office, Way
from models.people import Role
from models.plan import Activity, ActivityState
from models.route import Route
from tests.stories.town import Guest, Town


async def takes_a_year(teacher: Guest) -> None:
    """A term of a year from today."""
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan-term-choice.months", "1 год")
    await teacher.taps("plan-ask-topic.none")


async def adds(teacher: Guest, title: str, day: str = "20 ноября") -> None:
    """A row of the plan, from the list to the list."""
    await teacher.taps("plan.add")
    await names(teacher, title)
    await teacher.says(day)
    await teacher.taps("questions-echo.yes")
    await teacher.taps("questions-ask.option", "Открытый урок")


async def names(teacher: Guest, title: str) -> None:
    """The first questions of a row, to the one about the date; the kind is asked where the title does not tell it."""
    await teacher.says(title)
    if is_asked(teacher, "plan-ask-kind"):
        await teacher.taps("questions-ask.option", "Семинар")
    await develops(teacher, "Методические")
    await teacher.taps("questions-ask.option", "ЦНППМ")
    await teacher.taps("questions-ask.option", "Муниципальный")


def is_asked(guest: Guest, key: str) -> bool:
    """Does the last message say this?"""
    return any(words in guest.last_text for words in guest.town.text.said.get(key, set()))


async def develops(teacher: Guest, *competencies: str) -> None:
    """One or several competencies are marked, then «Готово»."""
    for one in competencies:
        await teacher.taps("questions-ask.option", one)
    await teacher.taps("questions-ask.done")


async def plans(teacher: Guest, count: int) -> None:
    """A term and so many rows, on working days of November; the first one said, the others there already."""
    await takes_a_year(teacher)
    await adds(teacher, "Семинар № 1", "16 ноября")
    async with teacher.town.app.sessions() as session, session.begin():
        route = (await session.scalars(select(Route).where(Route.teacher_id == teacher.person_id))).one()
        session.add_all(_row(route, number) for number in range(2, count + 1))
    await teacher.says("/menu")
    await teacher.taps("menu-plan")


def _row(route: Route, number: int) -> Activity:
    return Activity(
        route_id=route.id,
        author_id=route.teacher_id,
        title=f"Семинар № {number}",
        kind="seminar",
        competencies=["method"],
        level="municipal",
        organiser="centre",
        on_date=date(2026, 11, 15 + number),
        presenting="open_lesson",
        state=ActivityState.PLANNED,
        created_at=route.created_at,
    )


async def sends(teacher: Guest, count: int = 5) -> None:
    """A whole plan goes to the tutor."""
    await plans(teacher, count)
    await teacher.taps("plan.agree")


async def active(town: Town) -> tuple[Guest, Guest]:
    """A teacher whose plan of five rows is approved, and the tutor who agreed; the signing is told by others."""
    teacher, tutor = await town.pair()
    await sends(teacher)
    await tutor.taps("plan-card.confirm")
    async with town.app.sessions() as session, session.begin():
        (paper,) = (await session.scalars(papers_about(1, "card"))).unique()
        for slot in paper.slots:
            slot.signed(Way.PAPER, Office(paper.route.teacher, Role.TEACHER), town.now)
            paper.go_on(town.now)
        paper.route.start(town.now, town.today)
    return teacher, tutor
