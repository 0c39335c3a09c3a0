"""What teachers do in many stories: answer the questionnaire, and conclude."""

from __future__ import annotations

from models.people import Role
from tests.stories.town import Guest, Town

STEPS = ("Пока трудно", "Получается с помощью", "Получается самостоятельно", "Могу показать другим")
TOTAL = 40
MIXED = [0] * 8 + [2] * 8 + [3] * 8 + [1] * 8 + [2] * 8
"""Предметные 0 %, методические 66,7 %, психолого-педагогические 100 %, коммуникативные 33,3 %, ИКТ 66,7 %."""


async def begin(town: Town) -> Guest:
    """A teacher without a tutor, at the first statement."""
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    await begins(teacher)
    return teacher


async def begins(teacher: Guest) -> None:
    """From the menu to the first statement."""
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.begin")


async def step(teacher: Guest, value: int) -> None:
    """One answer, given for the first time or anew."""
    try:
        await teacher.taps("diagnosis-question.step", STEPS[value])
    except AssertionError:
        await teacher.taps("diagnosis-question.given", STEPS[value])


async def answer_all(teacher: Guest, values: list[int]) -> None:
    """One answer after the other."""
    for value in values:
        await step(teacher, value)


async def conclude(teacher: Guest) -> None:
    """From the fortieth answer to the result: two lists, one conclusion."""
    for _ in range(2):
        await teacher.taps("diagnosis-notes.on")
    await teacher.taps("diagnosis-conclusion.agree")


async def diagnosed(town: Town, values: list[int] = MIXED) -> tuple[Guest, Guest]:
    """A teacher with a result on the screen, and the tutor."""
    teacher, tutor = await town.pair()
    await begins(teacher)
    await answer_all(teacher, values)
    await conclude(teacher)
    return teacher, tutor


async def again(teacher: Guest, values: list[int]) -> None:
    """From the result through a second diagnosis to its result."""
    await teacher.taps("diagnosis-result.edit")
    await teacher.taps("diagnosis-edit.again")
    await teacher.taps("diagnosis-again.yes")
    await answer_all(teacher, values)
    await conclude(teacher)
