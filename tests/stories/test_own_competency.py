"""X12: by S001 the list of competencies is open; a teacher names one, rates it, and it stands beside the others."""

from __future__ import annotations

from sqlalchemy import select

from models.history import HistoryLine
from models.own_competency import OwnCompetency
from models.people import Role
from tests.stories.diagnosing import answer_all, begins, conclude, diagnosed
from tests.stories.recording import goes_on, opens, skips
from tests.stories.town import Guest, Town

SCHOOL = "Гимназия № 4"


async def gymnasium(town: Town) -> Guest:
    """A teacher of the gymnasium with a result on the screen: all seven competencies at 66,7 %."""
    await town.organisation(SCHOOL, regulation="grozny_gymnasium_4")
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER, organisation=SCHOOL)
    await begins(teacher)
    while not teacher.has_button("diagnosis-notes.on"):
        await answer_all(teacher, [2])
    await conclude(teacher)
    return teacher


async def names(teacher: Guest, title: str, step: str) -> None:
    """From the result to an own competency with its rating."""
    await teacher.taps("own-competency.open")
    await teacher.taps("own-competency.add")
    await teacher.says(title)
    await teacher.taps("diagnosis-question.step", step)


async def test_x12_an_own_competency_is_named_rated_and_counts_in_the_overall_value(town: Town) -> None:
    teacher = await gymnasium(town)
    teacher.sees("diagnosis-overall", "66,7\u00a0%")
    await names(teacher, "Работа с <родителями>", "Могу показать другим")
    teacher.sees("own-competency-line", "Работа с <родителями>: 100\u00a0%")
    await teacher.taps("diagnosis-question.back")
    teacher.sees("diagnosis-score", "Работа с <родителями>: 100\u00a0%", "уровень компетенции: высокий")
    teacher.sees("diagnosis-overall", "70,9\u00a0%")
    await teacher.taps("diagnosis-result.picture")
    assert "diagnosis.own-named" in {one.verb for one in await town.all(select(HistoryLine))}


async def test_x12_it_is_rated_anew_and_taken_out(town: Town) -> None:
    teacher = await gymnasium(town)
    await names(teacher, "Работа с родителями", "Пока трудно")
    await teacher.taps("own-competency.rate")
    await teacher.taps("diagnosis-question.step", "Получается самостоятельно")
    teacher.sees("own-competency-line", "66,7\u00a0%")
    await teacher.taps("own-competency.rate")
    await teacher.taps("own-competency.remove")
    await teacher.taps("diagnosis-question.back")
    assert "родителями" not in teacher.last_text
    (kept,) = await town.all(select(OwnCompetency))
    assert kept.removed_at == town.now


async def test_x12_one_that_is_known_and_a_fourth_are_refused(town: Town) -> None:
    teacher = await gymnasium(town)
    await teacher.taps("own-competency.open")
    await teacher.taps("own-competency.add")
    await teacher.says("предметные")
    teacher.sees("own-competency-known")
    for title in ("Работа с родителями", "Медиация", "Проектная работа"):
        await teacher.taps_again(teacher.last["message_id"], "do:own-name:1:0:")
        await teacher.says(title)
        await teacher.taps("diagnosis-question.step", "Пока трудно")
    assert not teacher.has_button("own-competency.add")
    await teacher.taps_again(teacher.last["message_id"], "do:own-name:1:0:")
    await teacher.says("Ещё одна")
    teacher.sees("own-competency-enough")


async def test_x12_a_deputy_head_measures_it_too(town: Town) -> None:
    teacher = await gymnasium(town)
    await names(teacher, "Работа с родителями", "Могу показать другим")
    who = await town.member("Лебедева Нина Олеговна", Role.DEPUTY_HEAD, organisation=SCHOOL)
    await opens(who)
    await who.taps("diagnosis-sources-record")
    await goes_on(who)
    for _ in range(7):
        await who.taps("questions-ask.skip")
    who.sees("diagnosis-record-ask-score", "работа с родителями")
    await who.says("55")
    await skips(who, 2)
    await who.taps("diagnosis-record-card.record")
    await teacher.taps("diagnosis-record-new.open")
    teacher.sees("diagnosis-score", "Работа с родителями: 55\u00a0%")
    await teacher.taps("diagnosis-record-back")
    teacher.sees("diagnosis-sources-gap", "45\u00a0п.п.", "общих компетенций: 1")


async def test_x12_where_the_list_is_closed_nobody_names_one(town: Town) -> None:
    teacher, tutor = await diagnosed(town)
    assert not teacher.has_button("own-competency.open")
    for person in (teacher, tutor):
        for data in ("do:own:1:0:", "do:own-rate:1:1:"):
            await person.taps_again(person.last["message_id"], data)
            person.hears_toast("refusal-not-yours" if person is teacher else "diagnosis-not-shared")
