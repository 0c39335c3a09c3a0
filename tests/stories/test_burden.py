"""Features 86: a person sees their own minutes; nothing of what was said is kept with them."""

from datetime import timedelta

from sqlalchemy import func, select

from bot import ticks
from models.burden import Burden
from models.notice import TakenUpdate
from models.people import Role
from tests.stories.town import Guest, Town


async def answered(town: Town) -> Guest:
    """A teacher who has opened the diagnosis and given three answers, half a minute each."""
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.begin")
    for _ in range(3):
        town.wait(seconds=30)
        await teacher.taps("diagnosis-question.step", "Получается самостоятельно")
    return teacher


async def looks(teacher: Guest) -> None:
    """At the own minutes."""
    await teacher.says("/mydata")
    await teacher.taps("mydata.minutes")


async def test_a_teacher_sees_their_own_minutes_for_each_task(town: Town) -> None:
    teacher = await answered(town)
    await looks(teacher)
    teacher.sees("burden-line", "Самодиагностика: 2 мин.")
    teacher.sees("burden", "2 минуты", "Видите это только Вы")
    await teacher.taps("burden.back")
    teacher.sees("mydata")


async def test_the_sums_outlive_the_updates_and_are_counted_once(town: Town) -> None:
    teacher = await answered(town)
    town.wait(days=4)
    await ticks.forget_updates(town.app)
    await ticks.forget_updates(town.app)
    assert await town.all(select(func.count()).select_from(TakenUpdate)) == [0]
    kept = {one.task: one.seconds for one in await town.all(select(Burden))}
    assert kept["diagnosis"] == 90
    await answers_once_more(town, teacher)
    await looks(teacher)
    teacher.sees("burden-line", "Самодиагностика: 2 мин.")


async def answers_once_more(town: Town, teacher: Guest) -> None:
    """Days later, a single answer: its pause before does not count, for the one before it is forgotten."""
    town.wait(days=1)
    await teacher.taps("diagnosis-question.step", "Получается самостоятельно")
    town.wait(days=4)
    await ticks.forget_updates(town.app)
    (diagnosis,) = await town.all(select(Burden).where(Burden.task == "diagnosis"))
    assert (diagnosis.seconds, diagnosis.messages) == (90, 6)


async def test_what_a_stranger_costs_is_nobodys(town: Town) -> None:
    stranger = await town.person("Петров Олег Ильич", Role.TEACHER)
    await stranger.says("привет")
    town.wait(days=4)
    await ticks.forget_updates(town.app)
    assert await town.all(select(Burden)) == []


async def test_a_months_sum_from_before_the_last_year_is_not_shown(town: Town) -> None:
    teacher = await answered(town)
    async with town.app.sessions() as session, session.begin():
        month = (town.today - timedelta(days=800)).replace(day=1)
        session.add(Burden(person_id=teacher.person_id, task="plan", month=month, messages=500, seconds=9000))
    await looks(teacher)
    assert "План" not in teacher.last_text
