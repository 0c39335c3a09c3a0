"""X02: a value in a hole of the table may be given the neighbour level, with a reason that everybody reads."""

from __future__ import annotations

from sqlalchemy import select

from models.history import HistoryLine
from models.level_choice import LevelChoice
from tests.stories.diagnosing import diagnosed
from tests.stories.recording import deputy, methodist, opens, records_test
from tests.stories.town import Guest, Town

SIXTY = [2, 2, 2, 2, 2, 2, 1, 1, *([3] * 32)]
"""Предметные: 14 of 24 points, 58,3 %; one more is 62,5 %, so a self-diagnosis of 24 points has no hole at 60."""


async def recorded(town: Town) -> tuple[Guest, Guest]:
    """A teacher with a test of 60, 80,5 and others; the methodist at its card."""
    teacher, _ = await town.pair()
    who = await methodist(town)
    await records_test(who, "60", "80,5", "61", "80", "81")
    return teacher, who


async def test_x02_the_neighbour_level_is_set_with_a_reason_shown_and_told(town: Town) -> None:
    teacher, who = await recorded(town)
    await who.taps("diagnosis-level.open", "Предметные, 60")
    who.sees("diagnosis-level", "дефицит: высокий", "дефицит: средний")
    await who.says("да")
    who.sees("answer-too-short")
    await who.says("На уроке видно <больше>, чем в тесте")
    who.sees("diagnosis-level-set", "дефицит: средний")
    await who.taps("diagnosis-level.leave")
    who.sees("diagnosis-score", "Предметные: 60\u00a0%", "уровень компетенции: средний", "дефицит: средний")
    teacher.sees("diagnosis-level-chosen", "Сомова О. Ю.", "На уроке видно <больше>")
    await teacher.taps("diagnosis-record-new.open")
    teacher.sees("diagnosis-level-line", "Сомова О. Ю.: дефицит: средний", "На уроке видно <больше>")
    assert not teacher.has_button("diagnosis-level.open")


async def test_x02_it_can_be_set_back_and_both_stay_in_the_history(town: Town) -> None:
    _, who = await recorded(town)
    for reason in ("На уроке видно больше", "Повторный тест показал то же"):
        await who.taps("diagnosis-level.open", "Методические, 80,5")
        await who.says(reason)
        await who.taps("diagnosis-level.leave")
    who.sees("diagnosis-score", "Методические: 80,5\u00a0%", "дефицит: низкий")
    lines = [one for one in await town.all(select(HistoryLine)) if one.verb == "diagnosis.level-chosen"]
    assert [(one.person_id, one.facts["before"], one.facts["now"]) for one in lines] == [
        (who.person_id, "minimal", "medium"),
        (who.person_id, "medium", "minimal"),
    ]
    assert [one.reason for one in await town.all(select(LevelChoice))] == [
        "На уроке видно больше",
        "Повторный тест показал то же",
    ]


async def test_x02_a_printed_value_and_a_strangers_tap_change_nothing(town: Town) -> None:
    teacher, who = await recorded(town)
    school = await deputy(town)
    await opens(school)
    await school.taps("diagnosis-sources-open", "Стандартизированные")
    assert not school.has_button("diagnosis-level.open")
    for person in (teacher, school):
        await person.taps_again(person.last["message_id"], "dl:level:record:1:subject")
        person.hears_toast("refusal-not-yours")
    await who.taps_again(who.last["message_id"], "dl:level:record:1:ict")
    who.hears_toast("diagnosis-level-no-hole")
    await who.taps_again(who.last["message_id"], "dl:level:record:1:cooking")
    who.hears_toast("refusal-not-yours")
    assert await town.all(select(LevelChoice)) == []


async def test_x02_a_corrected_score_is_read_by_the_rule_again(town: Town) -> None:
    _, who = await recorded(town)
    await who.taps("diagnosis-level.open", "Предметные, 60")
    await who.says("На уроке видно больше")
    await who.taps("diagnosis-level.leave")
    await who.taps("diagnosis-record-card.mend")
    await who.taps("diagnosis-record-mend.one", "предметные")
    await who.says("60,4")
    who.sees("diagnosis-score", "Предметные: 60,4\u00a0%", "дефицит: средний")
    who.sees("diagnosis-gap", "60,4")


async def test_x02_a_self_diagnosis_that_is_not_shown_has_no_level_to_set(town: Town) -> None:
    teacher, tutor = await diagnosed(town, SIXTY)
    await tutor.taps_again(tutor.last["message_id"], "dl:level:diagnosis:1:subject")
    tutor.hears_toast("diagnosis-not-shared")
    await teacher.taps("diagnosis-result.share")
    await teacher.taps("diagnosis-sharing.yes")
    await tutor.taps_again(tutor.last["message_id"], "dl:level:diagnosis:1:subject")
    tutor.hears_toast("diagnosis-level-no-hole")
