"""What people do in stories about mentoring: a mentor begins a programme, fills in the note, everybody agrees."""

from __future__ import annotations

from sqlalchemy import select

from models.mentoring import Mentorship
from models.mentoring_log import Meeting
from models.mentoring_member import MentorshipMember
from models.people import Role
from tests.stories.town import Guest, Town

MENTOR, MENTEES = (
    "Орлова Мария Сергеевна",
    ("Иванова Галина Петровна", "Белова Анна Павловна", "Котов Илья Львович"),
)
PROBLEM = "Трудно удержать внимание класса"


async def pair(town: Town) -> tuple[Guest, Guest]:
    """A mentor and a mentee of one school."""
    mentor = await town.member(MENTOR, Role.MENTOR)
    return mentor, await town.member(MENTEES[0], Role.MENTEE)


async def group(town: Town) -> tuple[Guest, list[Guest]]:
    """A mentor and three mentees."""
    mentor = await town.member(MENTOR, Role.MENTOR)
    return mentor, [await town.member(name, Role.MENTEE) for name in MENTEES]


async def begins(mentor: Guest, *mentees: Guest, way: str = "joint") -> None:
    """From the menu to the first question of the note."""
    await mentor.says("/menu")
    await mentor.taps("mentoring-menu")
    await mentor.taps("mentoring.begin")
    if way == "joint":
        await mentor.taps("mentoring-way.joint")
    else:
        await mentor.taps("mentoring-way.acknowledged")
    for one in mentees:
        await mentor.taps("mentoring-people.add", one.name.split()[0])
    await mentor.taps("mentoring-people.on")


async def fills_in(mentor: Guest, months: str = "6 месяцев") -> None:
    """The twelve questions: the problem in own words, the rest by taps."""
    await mentor.says(PROBLEM)
    await mentor.taps("questions-ask.option", "Преодолеть")
    await mentor.taps("questions-ask.option", "Посетить и разобрать")
    await mentor.taps("questions-ask.option", "Готовить уроки")
    await mentor.taps("questions-ask.done")
    await mentor.taps("questions-offer.right")
    await mentor.taps("questions-ask.option", "Предмет и методика")
    await mentor.taps("questions-ask.done")
    await mentor.taps("questions-ask.option", "Учитель – учитель")
    await mentor.taps("questions-ask.option", "Прямое")
    await mentor.taps("questions-ask.option", "Традиционное")
    await mentor.taps("questions-ask.tomorrow")
    await mentor.taps("questions-echo.yes")
    if months[0].isdecimal() and " " not in months:
        await mentor.says(months)
    else:
        await mentor.taps("questions-ask.option", months)
    for option in ("Новые приёмы", "Затруднение преодолено", "Раз в неделю"):
        await mentor.taps("questions-ask.option", option)
        await mentor.taps("questions-ask.done")


async def runs(town: Town, mentor: Guest, *mentees: Guest, way: str = "joint") -> Mentorship:
    """A programme that everybody has agreed with."""
    await begins(mentor, *mentees, way=way)
    await fills_in(mentor)
    await mentor.taps("mentoring-card.send")
    for one in mentees:
        await one.taps("mentoring-word.agrees" if way == "joint" else "mentoring-word.reads")
    return (await programmes(town))[-1]


async def programmes(town: Town) -> list[Mentorship]:
    """Every programme, the earliest first."""
    return await town.all(select(Mentorship).order_by(Mentorship.id))


async def members(town: Town) -> list[MentorshipMember]:
    """Everybody's place."""
    return await town.all(select(MentorshipMember).order_by(MentorshipMember.id))


async def meetings(town: Town) -> list[Meeting]:
    """Every meeting that was logged."""
    return await town.all(select(Meeting).order_by(Meeting.id))
