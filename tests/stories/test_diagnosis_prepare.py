"""Before a diagnosis: what is asked and how to answer; the tutor offers a talk (R0-054, R3-042, R2-027, R2-028)."""

from __future__ import annotations

from datetime import timedelta

from models.people import Role
from tests.stories.diagnosing import MIXED, answer_all, begins, conclude, diagnosed
from tests.stories.gymnasium import heard
from tests.stories.schools import alone, chooses_months
from tests.stories.test_regulation_guide import GUIDE, adds_row
from tests.stories.town import Guest, Town
from tests.stories.walking import walks

OFFER = "diagnosis-prepare-offer"


async def opens(tutor: Guest) -> None:
    """From the menu to those who have a diagnosis ahead."""
    await tutor.says("/menu")
    await tutor.taps("menu-teachers")
    await tutor.taps("diagnosis-prepare.team")


async def test_r0_054_the_teacher_reads_what_is_asked_and_goes_on_or_asks_for_help(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-prepare.open")
    teacher.sees("diagnosis-prepare", "40 коротких фраз", "«Пока трудно»", "«Могу показать другим»", "7–10")
    teacher.sees("diagnosis-prepare-about", "Методические: 8 фраз")
    assert "Совет" not in teacher.last_text
    await teacher.taps("diagnosis-prepare.help")
    teacher.sees("help-request")
    await teacher.says("/menu")
    await begins(teacher)
    assert "Вопрос 1 из 40" in teacher.last_text


async def test_r0_054_the_tutor_offers_help_once_a_week_and_not_when_it_is_held(town: Town) -> None:
    teacher, tutor = await town.pair()
    await opens(tutor)
    tutor.sees("diagnosis-prepare-line", "Иванова Г. П.: входная")
    message, data = tutor.button("diagnosis-prepare.offer")
    await tutor.taps("diagnosis-prepare.offer", times=2)
    assert await heard(town, teacher, OFFER) == 1
    tutor.sees("diagnosis-prepare-line", "помощь на этой неделе предложена")
    teacher.sees(OFFER, "Орлова М. С.", "первой диагностике")
    await teacher.taps("diagnosis-prepare.open")
    await teacher.taps("diagnosis-prepare.begin")
    await teacher.taps("diagnosis-intro.begin")
    await answer_all(teacher, MIXED)
    await conclude(teacher)
    town.wait(days=7)
    await tutor.taps_again(message["message_id"], data)
    tutor.hears_toast("diagnosis-prepare-held")
    assert await heard(town, teacher, OFFER) == 1


async def test_r3_042_before_the_final_one_help_is_offered_in_the_last_month(town: Town) -> None:
    teacher, tutor = await diagnosed(town)
    route = await walks(town, teacher, ("Семинар", town.today + timedelta(days=5)), months=6)
    await tutor.says("/menu")
    await tutor.taps("menu-teachers")
    assert not tutor.has_button("diagnosis-prepare.team")
    assert route.ends_on is not None
    town.set_local(route.ends_on - timedelta(days=20), 12)
    await opens(tutor)
    tutor.sees("diagnosis-prepare-line", "итоговая")
    await tutor.taps("diagnosis-prepare.offer")
    teacher.sees(OFFER, "итоговой диагностике")
    await teacher.taps("diagnosis-prepare.open")
    await teacher.taps("diagnosis-prepare.begin")
    teacher.sees("diagnosis-final")


async def test_a_stranger_offers_nothing(town: Town) -> None:
    teacher, _ = await town.pair()
    stranger = await town.member("Лапин Олег Олегович", Role.TUTOR)
    await stranger.taps_again(stranger.last["message_id"], "dh:1")
    stranger.hears_toast("refusal-not-yours")
    await teacher.taps_again(teacher.last["message_id"], "dh:1")
    assert await heard(town, teacher, OFFER) == 0


async def test_r2_028_the_guide_s_advice_stands_before_the_first_question(town: Town) -> None:
    teacher = await alone(town, GUIDE)
    await teacher.taps("menu-diagnosis")
    teacher.sees("diagnosis-prepare-advice", "Оценивать себя объективно", "алгоритм")


async def test_r2_027_while_nothing_is_planned_the_strongest_side_is_offered_first(town: Town) -> None:
    teacher = await alone(town, GUIDE)
    await begins(teacher)
    await answer_all(teacher, MIXED)
    await conclude(teacher)
    await chooses_months(teacher, "6 месяцев")
    await teacher.taps("plan.suggest")
    teacher.sees("plan-suggest-strong", "Начинать с направлений", "Психолого-педагогические")
    first = teacher.last_text.index("1. ")
    assert "Психолого-педагогические" in teacher.last_text[first : teacher.last_text.index("2. ")]
    await teacher.taps("plan-back")
    await adds_row(teacher, "Вебинар по оцениванию", "16 сентября")
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan.suggest")
    assert "Совет" not in teacher.last_text
    first = teacher.last_text.index("1. ")
    assert "Предметные" in teacher.last_text[first : teacher.last_text.index("2. ")]
