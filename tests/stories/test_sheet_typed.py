"""People 13, X22: a tutor fills in the sheet for a teacher, whose «Верно» alone makes an answer of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from models.delegation import Delegation
from models.history import HistoryLine
from models.people import Role
from tests.stories.sheets import answer, sheet, tells
from tests.stories.town import Guest, Town


async def handed(town: Town) -> tuple[Guest, Guest]:
    """A teacher who has handed the sheet to the tutor."""
    teacher, tutor = await town.pair()
    await gives(teacher)
    return teacher, tutor


async def gives(teacher: Guest) -> None:
    """«Поручить справку»."""
    await teacher.says("/help")
    await teacher.taps("help.delegation")
    await teacher.taps("delegation.give", "справку")


async def types(tutor: Guest) -> None:
    """The tutor types what can be typed, and hands it over."""
    await tutor.taps("delegation-given.start")
    await tutor.taps("questions-ask.option", "Высшее педагогическое")
    await tutor.says("22 года")
    await tutor.taps("questions-ask.option", "Первая")
    await tutor.says("12.05.2022")
    await tutor.taps("questions-echo.yes")
    await tutor.says("Читательская грамотность, 36 часов, 2025\nОценка работ, 72, 2024")
    for _ in range(3):
        await tutor.taps("questions-ask.skip")
    await tutor.taps("sheet-typed-done.hand-over")


async def words_of(town: Town, verb: str) -> list[dict[str, Any]]:
    """What the history says of one verb."""
    return [one.facts for one in await town.all(select(HistoryLine).where(HistoryLine.verb == verb))]


async def test_the_tutor_types_and_one_tap_of_the_teacher_makes_it_the_answers(town: Town) -> None:
    teacher, tutor = await handed(town)
    tutor.sees("delegation-given", "Почту и телефон")
    await types(tutor)
    tutor.sees("sheet-typed-handed", "Иванова Г. П.")
    assert (await sheet(town, teacher)).values == []
    teacher.sees("sheet-typed-told", "Орлова М. С.", "8")
    await teacher.taps("sheet-typed-told.look")
    teacher.sees("sheet-typed-shown", "Орлова М. С.")
    teacher.sees("sheet-line", "Читательская грамотность (36 ч, 2025)")
    await teacher.taps("sheet-typed-shown.right")
    await teacher.taps("sheet-typed-shown.right")
    assert await answer(town, teacher, "education") == ("higher_ped", "typed")
    assert await answer(town, teacher, "experience") == ("22", "typed")
    found = await sheet(town, teacher)
    assert [(one.title, one.hours, one.year) for one in found.courses] == [
        ("Читательская грамотность", 36, 2025),
        ("Оценка работ", 72, 2024),
    ]
    assert not found.typed
    agreed = await words_of(town, "sheet.agreed")
    assert sum(len(codes) for line in agreed for codes in line["typed_by"].values()) == 8
    assert {who for line in agreed for who in line["typed_by"]} == {str(tutor.person_id)}


async def test_row_by_row_the_teacher_takes_one_and_says_another_anew(town: Town) -> None:
    teacher, tutor = await handed(town)
    await types(tutor)
    await teacher.taps("sheet-typed-told.look")
    await teacher.taps("sheet-typed-shown.one-by-one")
    await teacher.taps("questions-offer.right")
    await teacher.taps("questions-offer.right")
    teacher.sees("sheet-offer-typed", "Орлова М. С.", "Высшее педагогическое")
    await teacher.taps("questions-offer.right")
    teacher.sees("sheet-offer-typed", "22 года")
    await teacher.taps("questions-offer.mend")
    await teacher.says("23")
    assert await answer(town, teacher, "experience") == ("23", "typed")
    assert "experience" not in {one.code for one in (await sheet(town, teacher)).typed}
    teacher.sees("sheet-offer-typed", "Первая")


async def test_the_teacher_wants_nothing_of_it(town: Town) -> None:
    teacher, tutor = await handed(town)
    await types(tutor)
    await teacher.taps("sheet-typed-told.look")
    await teacher.taps("sheet-typed-shown.drop")
    teacher.hears_toast("sheet-typed-dropped")
    found = await sheet(town, teacher)
    assert (found.typed, found.values, found.courses) == ([], [], [])


async def test_contacts_and_what_is_answered_are_neither_asked_nor_shown_to_the_helper(town: Town) -> None:
    teacher, tutor = await town.pair()
    await tells(town, teacher, email="galina@school.example", education="высшее педагогическое")
    await gives(teacher)
    await tutor.taps("delegation-given.start")
    tutor.sees("sheet-typed-ask", "стаж")
    said = " ".join(str(one.get("text")) for one in tutor.heard)
    assert "galina" not in said
    await tutor.says("22")
    _, data = tutor.button("questions-ask.option", "Первая")
    head, value = data.rsplit(":", 1)
    await tutor.taps_again(tutor.last["message_id"], f"{head.replace(':pick:', ':open:')}:30.{value}")
    tutor.hears_toast("refusal-not-yours")
    assert {one.code for one in (await sheet(town, teacher)).typed} == {"experience"}


async def test_both_type_at_once_and_the_teachers_word_stands(town: Town) -> None:
    teacher, tutor = await handed(town)
    await tutor.taps("delegation-given.start")
    await tutor.taps("questions-ask.option", "Высшее педагогическое")
    tutor.sees("sheet-typed-ask", "стаж")
    await teacher.says("/menu")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.go-on")
    await teacher.taps("sheet-known.right")
    await teacher.taps("questions-offer.right")
    await teacher.says("25 лет")
    await tutor.says("22 года")
    tutor.sees("sheet-typed-taken")
    assert await answer(town, teacher, "experience") == ("25", "typed")
    await tutor.taps("questions-ask.option", "Первая")
    assert {one.code for one in (await sheet(town, teacher)).typed} == {"category"}


async def test_an_option_of_a_card_drawn_before_the_teacher_answered_changes_nothing(town: Town) -> None:
    teacher, tutor = await handed(town)
    await tutor.taps("delegation-given.start")
    message, data = tutor.button("questions-ask.option", "Высшее педагогическое")
    await tutor.taps("questions-ask.option", "Высшее педагогическое")
    await tutor.taps_again(message["message_id"], data)
    tutor.hears_toast("refusal-outdated")
    tutor.sees("sheet-typed-done", "Иванова Г. П.")
    assert len((await sheet(town, teacher)).typed) == 1


async def test_handing_over_twice_asks_the_teacher_once(town: Town) -> None:
    teacher, tutor = await handed(town)
    await tutor.taps("delegation-given.start")
    await tutor.taps("questions-ask.option", "Высшее педагогическое")
    await tutor.taps("questions-ask.later")
    await tutor.taps("sheet-typed-done.hand-over", times=2)
    assert len([one for one in teacher.heard if "заполняет за Вас справку" in str(one.get("text"))]) == 1


async def test_taken_back_in_the_middle_the_next_word_is_refused_and_what_was_typed_waits(town: Town) -> None:
    teacher, tutor = await handed(town)
    await tutor.taps("delegation-given.start")
    await tutor.taps("questions-ask.option", "Высшее педагогическое")
    await teacher.taps("delegation.take-back", "Справку")
    tutor.sees("delegation-ended", "справку")
    await tutor.says("22 года")
    assert {one.code for one in (await sheet(town, teacher)).typed} == {"education"}
    assert "Стаж" not in tutor.last_text
    await teacher.says("/menu")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet-typed-check")
    await teacher.taps("sheet-typed-shown.right")
    assert await answer(town, teacher, "education") == ("higher_ped", "typed")


async def test_a_word_of_yesterday_is_not_taken_for_an_answer(town: Town) -> None:
    teacher, tutor = await handed(town)
    await tutor.taps("delegation-given.start")
    await tutor.taps("questions-ask.option", "Высшее педагогическое")
    town.wait(days=1)
    await tutor.says("Здравствуйте")
    tutor.sees("sheet-typed-done", "Иванова Г. П.")
    assert {one.code for one in (await sheet(town, teacher)).typed} == {"education"}


async def test_a_list_of_courses_that_cannot_be_read_is_asked_again(town: Town) -> None:
    teacher, tutor = await town.pair()
    await tells(
        town, teacher, education="высшее", experience="22", category="первая", attestation_date="2022-05-12"
    )
    await gives(teacher)
    await tutor.taps("delegation-given.start")
    await tutor.says("какие-то курсы были")
    tutor.sees("answer-courses", "какие-то курсы")
    assert not (await sheet(town, teacher)).typed


async def test_whoever_types_the_reports_may_not_see_the_sheet(town: Town) -> None:
    teacher, tutor = await town.pair()
    await teacher.says("/help")
    await teacher.taps("help.delegation")
    await teacher.taps("delegation.give", "отчёты")
    _, data = tutor.button("delegation-given.start")
    await tutor.taps_again(tutor.last["message_id"], data.replace(":type:", ":sheet:"))
    tutor.hears_toast("refusal-not-yours")
    await tutor.taps("delegation-given.start")
    assert not tutor.has_button("delegation-route.sheet")


async def test_nobody_from_outside_can_confirm_or_type(town: Town) -> None:
    teacher, tutor = await handed(town)
    _, start = tutor.button("delegation-given.start")
    await tutor.taps("delegation-given.start")
    _, later = tutor.button("questions-ask.later")
    await tutor.taps("questions-ask.option", "Высшее педагогическое")
    await tutor.taps("questions-ask.later")
    await tutor.taps("sheet-typed-done.hand-over")
    await teacher.taps("sheet-typed-told.look")
    _, right = teacher.button("sheet-typed-shown.right")
    await tutor.taps_again(tutor.last["message_id"], right)
    tutor.hears_toast("refusal-not-yours")
    stranger = await town.member("Чужая Анна Ильинична", Role.TUTOR, organisation="Школа № 5")
    for data in (start, later):
        await stranger.taps_again(stranger.last["message_id"], data)
        stranger.hears_toast("refusal-not-yours")
    assert (await sheet(town, teacher)).values == []


async def test_without_the_consent_nobody_types_and_nothing_typed_stays(town: Town) -> None:
    teacher, tutor = await handed(town)
    await tutor.taps("delegation-given.start")
    await tutor.taps("questions-ask.option", "Высшее педагогическое")
    await teacher.says("/mydata")
    await teacher.taps("mydata.withdraw")
    await teacher.taps("mydata-sure.yes")
    await tutor.says("22 года")
    found = await sheet(town, teacher)
    assert (found.typed, found.values) == ([], [])
    assert all(one.ended_at for one in await town.all(select(Delegation)))
    await tutor.says("/menu")
    assert not tutor.has_button("menu-type")
