"""What methodists and deputy heads do in many stories: open a teacher's diagnosis, and record one."""

from __future__ import annotations

from models.people import OrganisationKind, Role
from tests.stories.town import Guest, Town


async def methodist(town: Town) -> Guest:
    """A methodist of the centre, in the bot."""
    await town.organisation("Центр", OrganisationKind.CENTRE)
    return await town.member("Сомова Ольга Юрьевна", Role.METHODIST, organisation="Центр")


async def deputy(town: Town) -> Guest:
    """A deputy head of the teachers' school."""
    return await town.member("Лебедева Нина Олеговна", Role.DEPUTY_HEAD)


async def opens(who: Guest, teacher: str = "Иванова") -> None:
    """From the menu to all sources of a teacher."""
    await who.says("/menu")
    await who.taps("menu-diagnoses")
    await who.taps("diagnosis-sources-teacher", teacher)


async def goes_on(who: Guest, phase: str = "Входная", instrument: str = "Диагностика ЦНППМ") -> None:
    """The three questions that every form begins with."""
    await who.taps("questions-ask.option", phase)
    await who.says(instrument)
    await who.says("10.09.2026")
    await who.taps("questions-echo.yes")


async def skips(who: Guest, times: int = 1) -> None:
    """Some questions without an answer."""
    for _ in range(times):
        await who.taps("questions-ask.skip")


async def records_expert(who: Guest, per_cent: str = "55", phase: str = "Входная") -> None:
    """An expert's evaluation with one number, as a whole (S-04)."""
    await opens(who)
    await who.taps("diagnosis-sources-record", "Экспертная")
    await goes_on(who, phase, "География, 7 класс")
    await who.taps("questions-ask.option", "Сразу процентом")
    await skips(who, 5)
    await who.says(per_cent)
    await skips(who, 2)
    await who.taps("diagnosis-record-card.record")


async def records_test(
    who: Guest,
    *scores: str,
    phase: str = "Входная",
    teacher: str = "Иванова",
    form: str = "Стандартизированные",
) -> None:
    """A standardised diagnosis with a number for each of the five competencies."""
    await opens(who, teacher)
    await who.taps("diagnosis-sources-record", form)
    await goes_on(who, phase)
    for score in scores:
        await who.says(score)
    await skips(who, 2)
    await who.taps("diagnosis-record-card.record")
