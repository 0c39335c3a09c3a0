"""S002: why the route is begun, three questions to check oneself, expected achievements (R2-005, R2-019, R2-029)."""

from __future__ import annotations

from sqlalchemy import select

from models.beginning import Expectation, RouteBeginning
from models.people import Role
from tests.stories.schools import alone, pair
from tests.stories.town import Guest, Town
from tests.stories.walking import walks

GUIDE = "methodical_guide"
PUPILS = "1. Иванов Петя 5\n2. Сидорова Аня 4\n3. Петров Коля 3\n4. Ильина Оля 5\n5. Котов Ян 4"


async def opens(town: Town) -> Guest:
    """A teacher at the beginning."""
    teacher = await alone(town, GUIDE)
    await teacher.says("/menu")
    await teacher.taps("menu-beginning")
    return teacher


async def said(town: Town) -> RouteBeginning:
    """What was said."""
    (found,) = await town.all(select(RouteBeginning))
    return found


async def test_r2_005_reasons_are_tapped_and_typed_and_kept(town: Town) -> None:
    teacher = await opens(town)
    teacher.sees("beginning", "не обязателен", "вводная часть")
    teacher.sees("beginning-reason", "Изменились требования к компетентности педагогов в организации")
    await teacher.taps("beginning.reason", "Изменились требования")
    await teacher.taps("beginning.reason", "Запрос школьников")
    await teacher.taps("beginning.reason", "Изменились требования")
    await teacher.says("Хочу вести <профильный> класс")
    teacher.sees("beginning-own", "Хочу вести <профильный> класс")
    found = await said(town)
    assert (found.reasons, found.own) == (["pupils_need"], "Хочу вести <профильный> класс")
    await teacher.taps("beginning.forget")
    assert (await said(town)).own == ""


async def test_a_re_sent_tap_and_a_list_of_pupils_change_nothing(town: Town) -> None:
    teacher = await opens(town)
    message, data = teacher.button("beginning.reason", "Запрос школьников")
    await teacher.taps("beginning.reason", "Запрос школьников")
    await teacher.taps_again(message["message_id"], data)
    teacher.hears_toast("refusal-outdated")
    await teacher.says(PUPILS)
    teacher.sees("beginning-pupils")
    found = await said(town)
    assert (found.reasons, found.own) == (["pupils_need"], "")


async def test_r2_029_three_questions_are_compared_with_the_text(town: Town) -> None:
    teacher = await opens(town)
    await teacher.taps("beginning.quiz")
    teacher.sees("beginning-quiz", "1 из 3", "Что такое индивидуальный образовательный маршрут")
    for words in ("структурированная программа", "дефицитов и затруднений", "Тематические направления"):
        await teacher.taps("beginning-quiz.answer")
        teacher.sees("beginning-quiz-answer", words)
        if teacher.has_button("beginning-quiz.on"):
            await teacher.taps("beginning-quiz.on")
    await teacher.taps("beginning-quiz.back")
    teacher.sees("beginning")
    assert "3 из 3" in str(teacher.last["reply_markup"])
    assert len((await said(town)).checked) == 3


async def test_a_stranger_and_another_regulation_have_no_beginning(town: Town) -> None:
    await opens(town)
    stranger = await town.member("Лапин Олег Олегович", Role.TEACHER)
    for data in ("bg:reason:1:1:0", "bg:answer:1:1:0", "bg:expect:1:0:0", "go:beginning", "go:expected"):
        await stranger.taps_again(stranger.last["message_id"], data)
    assert (await said(town)).reasons == []
    await stranger.says("/menu")
    assert not stranger.has_button("menu-beginning")


async def test_r2_019_what_is_expected_is_said_for_each_direction_and_stands_in_the_road_map(
    town: Town,
) -> None:
    teacher, _ = await pair(town, GUIDE, Role.CENTRE_METHODIST)
    await walks(town, teacher, ("Вебинар по оцениванию", town.today))
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("beginning-expected.open")
    teacher.sees("beginning-expected", "0 из 1")
    await teacher.taps("beginning-expected.write", "Методические")
    await teacher.says(PUPILS)
    teacher.sees("beginning-pupils")
    await teacher.says("Пять уроков с новыми приёмами")
    teacher.sees("beginning-expected-line", "Методические", "Пять уроков с новыми приёмами")
    await teacher.taps("beginning-expected.write", "Изменить")
    await teacher.says("Шесть уроков")
    (kept,) = await town.all(select(Expectation))
    assert (kept.direction, kept.text) == ("method", "Шесть уроков")


async def test_a_direction_that_is_not_planned_is_not_asked_even_by_a_forged_tap(town: Town) -> None:
    teacher, _ = await pair(town, GUIDE, Role.CENTRE_METHODIST)
    await walks(town, teacher, ("Вебинар по оцениванию", town.today))
    await teacher.taps_again(teacher.last["message_id"], "bg:expect:1:0:7")
    teacher.hears_toast("refusal-not-yours")
    assert await town.all(select(Expectation)) == []


async def test_r2_004_who_prepares_for_an_attestation_finds_the_portfolio(town: Town) -> None:
    teacher = await opens(town)
    assert not teacher.has_button("sheet-attestation.portfolio")
    await teacher.taps("beginning.reason", "Готовлюсь к аттестации")
    teacher.sees("beginning-attestation", "портфолио")
    await teacher.taps("sheet-attestation.portfolio")
    teacher.sees("portfolio")
    assert (await said(town)).reasons == ["attestation"]
