"""S-04: all sources of one teacher's diagnosis side by side, with the difference in neutral words (X11)."""

from __future__ import annotations

from models.people import Role
from tests.stories.diagnosing import diagnosed
from tests.stories.recording import deputy, goes_on, methodist, opens, records_expert, records_test, skips
from tests.stories.town import Guest, Town

SEVENTY_EIGHT = [3, 3, 3, 2, 2, 2, 2, 2] * 5
"""Every competency: 19 of 24 points, 79,2 %."""


async def sources(teacher: Guest) -> None:
    """From the menu to the teacher's own summary."""
    await teacher.says("/menu")
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-result.sources")


async def test_s04_the_summary_lists_the_sources_with_dates_and_the_difference(town: Town) -> None:
    teacher, _ = await diagnosed(town, SEVENTY_EIGHT)
    who, school = await methodist(town), await deputy(town)
    await records_expert(who, "56,2")
    await opens(school)
    await school.taps("diagnosis-sources-record", "По результатам")
    await goes_on(school, instrument="ВПР по географии, 7 класс")
    await skips(school)
    await school.says("Ученики уверенно работают с картой.")
    await school.taps("diagnosis-record-card.record")
    await sources(teacher)
    teacher.sees("diagnosis-sources-line", "Самодиагностика", "14 сентября 2026", "79,2\u00a0%")
    teacher.sees("diagnosis-sources-line", "Экспертная", "10 сентября 2026", "56,2\u00a0%", "Сомова О. Ю.")
    teacher.sees("diagnosis-sources-line", "По результатам", "Лебедева Н. О.")
    teacher.sees("diagnosis-sources-gap", "Расхождение с экспертной: 23\u00a0п.п.")
    teacher.sees("diagnosis-sources-gap-meaning", "разные взгляды на одну работу")
    for blame in ("завы", "ошиб", "неверн", "вина"):
        assert blame not in teacher.last_text


async def test_x11_any_number_of_records_stands_side_by_side_by_competency(town: Town) -> None:
    teacher, _ = await diagnosed(town)
    who = await methodist(town)
    await records_test(who, "50", "60", "70", "80", "90")
    await records_test(who, "55", "60", "70", "80", "90", phase="Промежуточная")
    await records_expert(who)
    await sources(teacher)
    assert teacher.last_text.count("Стандартизированные") == 2
    teacher.sees("diagnosis-sources-gap", "Расхождение со стандартизированной", "общих компетенций: 5")
    await teacher.taps("diagnosis-sources-side")
    teacher.sees("diagnosis-sources-competency", "Предметные: сам педагог: 0\u00a0%; тест: 55\u00a0%")
    assert "эксперт" not in teacher.last_text.replace("с экспертной", "")
    await teacher.taps("diagnosis-question.back")
    teacher.sees("diagnosis-sources")


async def test_a_self_diagnosis_stays_under_the_teachers_own_word(town: Town) -> None:
    teacher, tutor = await diagnosed(town)
    who = await methodist(town)
    await records_expert(who)
    for person in (who, tutor):
        await person.taps_again(person.last["message_id"], "dz:open:1:")
        assert "Самодиагностика" not in person.last_text and "Расхождение" not in person.last_text
    await teacher.says("/menu")
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-result.share")
    await teacher.taps("diagnosis-sharing.yes")
    await tutor.says("/menu")
    await tutor.taps("menu-teachers")
    await tutor.taps("menu-diagnoses")
    await tutor.taps("diagnosis-sources-teacher", "Иванова")
    tutor.sees("diagnosis-sources-line", "Самодиагностика")
    tutor.sees("diagnosis-sources-gap", "Расхождение с экспертной")
    assert not tutor.has_button("diagnosis-sources-record")
    await tutor.taps("diagnosis-sources-open", "Самодиагностика")
    tutor.sees("diagnosis-shown")
    await opens(who)
    assert "Самодиагностика" not in who.last_text


async def test_before_a_self_diagnosis_the_others_can_be_read(town: Town) -> None:
    teacher, _ = await town.pair()
    who = await methodist(town)
    await records_test(who, "50", "60", "70", "80", "90")
    await teacher.says("/menu")
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-result.sources")
    teacher.sees("diagnosis-sources-line", "Стандартизированные", "70\u00a0%")
    await teacher.taps("diagnosis-sources-open", "Стандартизированные")
    teacher.sees("diagnosis-score", "Коммуникативные: 80\u00a0%")
    await teacher.taps("diagnosis-record-back")
    await teacher.taps("diagnosis-question.back")
    teacher.sees("diagnosis-intro")


async def test_many_teachers_are_turned_over_and_found_by_a_part_of_a_name(town: Town) -> None:
    who = await methodist(town)
    for number in range(10):
        await town.member(f"Семёнова{'абвгдежзик'[number]} Вера Ильинична", Role.TEACHER)
    await who.says("/menu")
    await who.taps("menu-diagnoses")
    who.sees("diagnosis-sources-teachers", "Чью диагностику открыть")
    await who.taps("diagnosis-list.later")
    assert who.has_button("diagnosis-list.earlier") and not who.has_button("diagnosis-list.later")
    await who.says("семеновак")
    who.sees("diagnosis-sources-teachers", "найдено: 1")
    await who.taps("diagnosis-sources-teachers.all")
    await who.taps("diagnosis-sources-teacher", "Семёноваа")
    who.sees("diagnosis-sources", "Семёноваа В. И.")


async def test_another_schools_deputy_finds_nobody_here(town: Town) -> None:
    await town.pair()
    other = await town.member("Петрова Анна Львовна", Role.DEPUTY_HEAD, organisation="Школа № 9")
    await other.says("/menu")
    await other.taps("menu-diagnoses")
    other.sees("diagnosis-sources-teachers", "пока нет")
    for data in ("dz:open:1:", "dz:record:1:3", "dz:side:1:"):
        await other.taps_again(other.last["message_id"], data)
        other.hears_toast("refusal-not-yours")
