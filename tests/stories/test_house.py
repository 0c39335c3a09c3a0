"""«Порядок школы»: what the texts leave to the school's own acts (R0-029, R3-012, R3-024, X25)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from bot import ticks
from models.correction import CorrectionState
from models.house import HouseRules
from models.people import OrganisationKind, Role
from tests.stories.diagnosing import diagnosed
from tests.stories.gymnasium import heard
from tests.stories.schools import chooses_months
from tests.stories.signing import signs
from tests.stories.test_correction import sends, walking
from tests.stories.test_correction_approved import newest, under_it_sign
from tests.stories.town import Guest, Town

DUE = "diagnosis-due"


async def opens(guest: Guest) -> None:
    """From the menu to the rules."""
    await guest.says("/menu")
    await guest.taps("menu-house")


async def orders(guest: Guest, words: str, act: str = "") -> None:
    """How often, and by which act."""
    await opens(guest)
    await guest.taps("house.diagnosis")
    await guest.taps("house.months", words)
    if act:
        await guest.says(act)
    else:
        await guest.taps("house.without-act")


async def rules(town: Town) -> list[HouseRules]:
    """Every row."""
    found: list[HouseRules] = await town.all(select(HouseRules))
    return found


async def test_r0_029_a_diagnosis_ordered_yearly_is_named_under_the_result_and_told_two_weeks_before(
    town: Town,
) -> None:
    teacher, _ = await diagnosed(town)
    deputy = await town.member("Ложкина Вера Ильинична", Role.DEPUTY_HEAD)
    await orders(deputy, "Раз в год", "Приказ от 01.09.2026 № 120 <б>")
    deputy.sees("house-diagnosis", "раз в год", "№ 120", "п. 3.1.1")
    await teacher.says("/menu")
    await teacher.taps("menu-diagnosis")
    teacher.sees("diagnosis-due-line", "14 сентября 2027", "раз в год", "№ 120")
    town.set_local(date(2027, 8, 30), 18)
    assert await heard(town, teacher, DUE) == 0
    town.set_local(date(2027, 8, 31), 18)
    for _ in range(2):
        await town.tick()
    assert await heard(town, teacher, DUE) == 1
    teacher.sees(DUE, "14 сентября 2027", "№ 120", "п. 3.1.1")
    await teacher.taps("diagnosis-due.open")
    teacher.sees("diagnosis-result")


async def test_r3_024_the_centre_orders_it_for_its_region_and_a_school_otherwise_for_itself(
    town: Town,
) -> None:
    teacher, _ = await diagnosed(town)
    await town.organisation("Центр", OrganisationKind.CENTRE)
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    await orders(methodist, "Раз в два года", "Приказ министерства № 7")
    assert not methodist.has_button("house.development")
    await teacher.says("/menu")
    await teacher.taps("menu-diagnosis")
    teacher.sees("diagnosis-due-line", "14 сентября 2028", "№ 7")
    head = await town.member("Корепанов Андрей Леонидович", Role.HEAD)
    await orders(head, "Раз в полгода")
    await teacher.taps("menu-button")
    await teacher.taps("menu-diagnosis")
    teacher.sees("diagnosis-due-line", "14 марта 2027", "раз в полгода (п. 3.1.1)")
    town.set_local(date(2027, 3, 1), 18)
    await town.tick()
    assert await heard(town, teacher, DUE) == 1


async def test_r0_029_what_is_not_ordered_any_more_is_not_asked_for(town: Town) -> None:
    teacher, _ = await diagnosed(town)
    head = await town.member("Корепанов Андрей Леонидович", Role.HEAD)
    await orders(head, "Раз в полгода")
    town.set_local(date(2027, 3, 2), 18)
    town.posting = False
    assert await ticks.sweep(town.app) == 1
    await opens(head)
    await head.taps("house.diagnosis")
    await head.taps("house.months", "Не назначена")
    await town.deliver()
    assert await heard(town, teacher, DUE) == 0


async def test_r3_012_the_school_s_plan_of_development_is_read_while_activities_are_chosen(
    town: Town,
) -> None:
    teacher, _ = await town.pair()
    deputy = await town.member("Ложкина Вера Ильинична", Role.DEPUTY_HEAD)
    await chooses_months(teacher, "6 месяцев")
    await teacher.taps("plan.suggest")
    assert "Школа развивается" not in teacher.last_text
    await opens(deputy)
    await deputy.taps("house.development")
    await deputy.says("1. Сидорова Аня 4\n2. Петров Коля 3\n3. Ильина Оля 5\n4. Котов Ян 4\n5. Лапин Ия 5")
    deputy.sees("house-pupils")
    await deputy.says("Функциональная <грамотность>")
    deputy.sees("house-development", "Функциональная <грамотность>")
    await teacher.taps("plan-back")
    await teacher.taps("plan.suggest")
    teacher.sees("plan-suggest-school", "Функциональная <грамотность>")
    await deputy.taps("house.development")
    await deputy.taps("house.forget")
    deputy.sees("house-development", "не записан")


async def test_x25_the_head_decides_that_corrections_are_approved_and_the_deputy_cannot(town: Town) -> None:
    people = await walking(town)
    deputy = await town.member("Ложкина Вера Ильинична", Role.DEPUTY_HEAD)
    await opens(deputy)
    assert not deputy.has_button("house.reapproval")
    await opens(people.head)
    people.head.sees("house-reapproval", "хватает подписавших", "как в положении")
    await people.head.taps("house.reapproval")
    message, data = people.head.button("house.way", "Всегда")
    await people.head.taps("house.way", "Всегда")
    people.head.sees("house-reapproval", "утверждает всегда", "так решила школа")
    forged = deputy.button("house.diagnosis")[1].replace(":diagnosis:", ":way:") + "never"
    await deputy.taps_again(deputy.last["message_id"], forged)
    await people.head.taps_again(message["message_id"], data.replace("always", "never"))
    assert [one.reapproval for one in await rules(town)] == ["always"]
    await sends(people)
    await under_it_sign(people)
    assert (await newest(town)).state is CorrectionState.SIGNING
    await signs(people.centre_head)
    await signs(people.head)
    assert (await newest(town)).state is CorrectionState.DONE


async def test_x25_as_the_regulation_again_and_the_head_only_hears(town: Town) -> None:
    people = await walking(town)
    for words in ("Я, если изменений больше 3", "Как в положении"):
        await opens(people.head)
        await people.head.taps("house.reapproval")
        await people.head.taps("house.way", words)
    await sends(people)
    await under_it_sign(people)
    assert (await newest(town)).state is CorrectionState.DONE


async def test_a_teacher_keeps_no_rules(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.says("/menu")
    assert not teacher.has_button("menu-house")
    for data in ("hs:diagnosis:1:", "hs:months:1:12", "hs:forget:1:", "hs:way:1:never"):
        await teacher.taps_again(teacher.last["message_id"], data)
        teacher.hears_toast("refusal-not-yours")
    assert await rules(town) == []
