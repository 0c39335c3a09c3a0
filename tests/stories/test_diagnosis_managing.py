"""X12: somebody who manages is diagnosed by five other fields (S002), in the questionnaire and in records by others."""

from __future__ import annotations

from sqlalchemy import select

from models.diagnosis import Diagnosis
from models.diagnosis_record import records_of
from models.people import OrganisationKind, Role
from tests.stories.diagnosing import answer_all, begins, conclude
from tests.stories.recording import opens, skips
from tests.stories.town import Guest, Town

SCHOOL = "Лицей № 5"
STEPS = [0, 1, 2, 3, 3, 3, 1, 2, 2, 2]
"""Процессы 16,7 %, ресурсы 83,3 %, кадры 100 %, результаты 50 %, информация 66,7 %."""


async def lyceum(town: Town, position: str = "Заместитель директора, учитель истории") -> Guest:
    """Somebody of a school that works by the methodical guide."""
    await town.organisation(SCHOOL, regulation="methodical_guide")
    return await town.member("Иванова Галина Петровна", Role.TEACHER, organisation=SCHOOL, position=position)


async def centre_methodist(town: Town) -> Guest:
    """Who holds the diagnosis by this text."""
    await town.organisation("Центр", OrganisationKind.CENTRE)
    return await town.member("Сомова Ольга Юрьевна", Role.CENTRE_METHODIST, organisation="Центр")


async def as_manager(teacher: Guest) -> None:
    """From the menu through ten statements to the result."""
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.manager", "10")
    await answer_all(teacher, STEPS)
    await conclude(teacher)


async def test_x12_ten_statements_lead_to_five_fields_of_management(town: Town) -> None:
    teacher = await lyceum(town)
    await as_manager(teacher)
    teacher.sees("diagnosis-score", "Управление процессами: 16,7\u00a0%", "уровень компетенции: низкий")
    teacher.sees("diagnosis-score", "Управление кадрами: 100\u00a0%")
    teacher.sees("diagnosis-side", "Что развивать", "управление процессами")
    assert "Предметные" not in teacher.last_text
    (kept,) = await town.all(select(Diagnosis))
    assert kept.questionnaire == "manager"
    await teacher.taps("diagnosis-result.picture")
    await teacher.says("/menu")
    await teacher.taps("menu-plan")


async def test_x12_taken_again_it_asks_about_the_same_fields(town: Town) -> None:
    teacher = await lyceum(town)
    await as_manager(teacher)
    await teacher.taps("diagnosis-result.edit")
    await teacher.taps("diagnosis-edit.again")
    await teacher.taps("diagnosis-again.yes")
    teacher.sees("diagnosis-question", "из 10")
    await answer_all(teacher, [3] * 10)
    await conclude(teacher)
    await teacher.taps("diagnosis-result.compare")
    teacher.sees("diagnosis-comparison-line", "Управление процессами: 16,7 → 100\u00a0%")


async def test_x12_a_teacher_is_not_offered_it_and_a_manager_may_choose(town: Town) -> None:
    teacher = await lyceum(town, position="Учитель истории")
    await teacher.taps("menu-diagnosis")
    assert not teacher.has_button("diagnosis-intro.manager")
    await teacher.taps_again(teacher.last["message_id"], "rt:begin-manager:1:1")
    teacher.sees("diagnosis-question", "из 40")


async def test_x12_a_manager_may_take_the_teachers_questionnaire(town: Town) -> None:
    teacher = await lyceum(town)
    await begins(teacher)
    teacher.sees("diagnosis-question", "из 40")


async def test_x12_a_record_names_its_framework_and_lies_beside_its_like(town: Town) -> None:
    teacher = await lyceum(town)
    who = await centre_methodist(town)
    await as_manager(teacher)
    for words, scores in (
        ("Направления управления", "50 60 70 80 90"),
        ("Компетенции педагога", "40 40 40 40"),
    ):
        await opens(who)
        await who.taps("diagnosis-sources-record")
        await who.taps("questions-ask.option", "Входная")
        if words.startswith("Напр"):
            await who.says("Диагностика ЦНППМ")
        else:
            await who.taps("questions-ask.option", "Диагностика ЦНППМ")
        await who.says("10.09.2026")
        await who.taps("questions-echo.yes")
        await who.taps("questions-ask.option", words)
        for score in scores.split():
            await who.says(score)
        while who.has_button("questions-ask.skip"):
            await skips(who)
        await who.taps("diagnosis-record-card.record")
    managed = {
        one.framework: {score.competency for score in one.scores} for one in await town.all(records_of(1))
    }
    assert managed["managers"] == {"processes", "resources", "staff", "results", "information"}
    assert "subject" in managed["teachers"]
    await teacher.says("/menu")
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-result.sources")
    await teacher.taps("diagnosis-sources-side")
    teacher.sees(
        "diagnosis-sources-competency", "Управление процессами: сам педагог: 16,7\u00a0%; тест: 50\u00a0%"
    )
