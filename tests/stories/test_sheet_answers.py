"""Rows of the sheet that want care: years, dates, contacts, the school year; taps that are old or forged."""

import re

import pytest
from structlog.testing import capture_logs

from models.sheet import Sheet
from tests.stories.planning import takes_a_year
from tests.stories.sheets import answer, begins, fills, sheet, tells, to_courses
from tests.stories.town import Guest, Town


async def to_contacts(teacher: Guest) -> None:
    """On to the eleventh row."""
    await to_courses(teacher)
    await teacher.taps("questions-ask.option", "не было")
    for _ in range(3):
        await teacher.taps("questions-ask.skip")


async def test_years_are_asked_for_kindly(town: Town) -> None:
    teacher, _ = await town.pair()
    await begins(teacher)
    await teacher.taps("questions-ask.option", "Высшее педагогическое")
    for text, key in (("много", "answer-years"), ("22,5", "answer-years"), ("90", "answer-years-out")):
        await teacher.says(text)
        teacher.sees(key, among_last=1)
    await teacher.says("с 2004")
    assert await answer(town, teacher, "experience") == ("22", "typed")


async def test_the_date_of_the_attestation_is_echoed_and_checked(town: Town) -> None:
    teacher, _ = await town.pair()
    await begins(teacher)
    await teacher.taps("questions-ask.option", "Высшее педагогическое")
    await teacher.says("22")
    await teacher.taps("questions-ask.option", "Первая")
    for text, key in (("32 мая", "date-impossible"), ("давно", "date-unclear")):
        await teacher.says(text)
        teacher.sees(key, among_last=1)
    await teacher.says("12.05.2002")
    teacher.sees("sheet-day-long-ago")
    await teacher.taps("questions-echo.again")
    await teacher.says("12 мая")
    teacher.sees("questions-echo", "12 мая 2026")
    assert "уже прошла" not in teacher.last_text
    await teacher.taps("questions-echo.yes")
    assert await answer(town, teacher, "attestation") == ("2026-05-12", "typed")


async def test_no_attestation_is_an_answer_too(town: Town) -> None:
    teacher, _ = await town.pair()
    await begins(teacher)
    await teacher.taps("questions-ask.option", "Высшее педагогическое")
    await teacher.says("0")
    await teacher.taps("questions-ask.option", "Без категории")
    await teacher.says("не было")
    teacher.sees("questions-number", "6 из 12")
    await teacher.says("нет")
    teacher.sees("questions-number", "7 из 12")
    assert await answer(town, teacher, "attestation") == ("", "typed")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("20 ноября 2021", "До аттестации 67 дней"),
        ("12.05.2020", ""),
        ("20 марта 2024", ""),
        ("01.12.2026", "78 дней"),
    ],
)
async def test_the_menu_counts_down_to_the_next_attestation(town: Town, said: str, line: str) -> None:
    teacher, _ = await town.pair()
    await begins(teacher)
    await teacher.taps("questions-ask.option", "Высшее педагогическое")
    await teacher.says("22")
    await teacher.taps("questions-ask.option", "Соответствие")
    await teacher.says(said)
    await teacher.taps("questions-echo.yes")
    await teacher.says("/menu")
    assert ("аттестации" in teacher.last_text) == bool(line)
    assert line in teacher.last_text
    assert teacher.has_button("sheet-attestation.portfolio") == bool(line)


async def test_contacts_are_given_by_wish_and_kept_out_of_the_log(town: Town) -> None:
    teacher, _ = await town.pair()
    with capture_logs() as lines:
        await to_contacts(teacher)
        teacher.sees("sheet-ask", "Можно не указывать")
        await teacher.says("ivanova mail ru")
        teacher.sees("answer-email", "ivanova@yandex.ru", among_last=1)
        await teacher.says("Ivanova@Mail.RU")
        teacher.sees("questions-number", "11 из 12")
        await teacher.says("12345")
        teacher.sees("answer-phone", among_last=1)
        await teacher.says("8 (912) 345-67-89")
    assert await answer(town, teacher, "email") == ("Ivanova@mail.ru", "typed")
    assert await answer(town, teacher, "phone") == ("+7 912 345-67-89", "typed")
    assert not re.search("ivanova|912|345", str(lines), re.IGNORECASE)


async def test_contacts_of_the_school_are_never_taken_in_one_go(town: Town) -> None:
    teacher, _ = await town.pair()
    await tells(town, teacher, email="ivanova@school3.ru", phone="+7 912 345-67-89")
    await to_contacts(teacher)
    teacher.sees("sheet-offer-contact", "ivanova@school3.ru", "Напечатать")
    await teacher.taps("questions-offer.right")
    teacher.sees("sheet-offer-contact", "+7 912 345-67-89")
    await teacher.taps("questions-ask.skip")
    assert await answer(town, teacher, "email") == ("ivanova@school3.ru", "confirmed")
    assert await answer(town, teacher, "phone") == ("", "typed")
    await teacher.taps("questions-offer.right")
    await teacher.taps("sheet.all")
    await teacher.taps("sheet-all.open", "Почта")
    await teacher.taps("questions-ask.skip")
    assert await answer(town, teacher, "email") == ("", "typed")


async def test_ones_own_contact_is_a_phone_and_nobody_elses(town: Town) -> None:
    teacher, _ = await town.pair()
    await to_contacts(teacher)
    own = {"phone_number": "79123456789", "first_name": "Галина", "user_id": teacher.telegram_id}
    for contact in (own, {"phone_number": "+79120000000", "first_name": "Пётр"}):
        await teacher.sends_other("contact", contact)
        teacher.sees("anything-other", among_last=1)
    await teacher.taps("questions-ask.skip")
    await teacher.sends_other("contact", {"phone_number": "+79120000000", "first_name": "Пётр"})
    teacher.sees("sheet-contact-of-another", among_last=1)
    teacher.sees("questions-number", "11 из 12", among_last=1)
    await teacher.sends_other("contact", own)
    assert await answer(town, teacher, "phone") == ("+7 912 345-67-89", "typed")


async def test_the_school_year_follows_the_term(town: Town) -> None:
    teacher, _ = await town.pair()
    await fills(teacher)
    assert await answer(town, teacher, "school_year") == ("2026/2027", "confirmed")
    await takes_a_year(teacher)
    await teacher.says("/menu")
    teacher.button("menu-sheet", "заполнена")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.all")
    assert "2026/2027, 2027/2028" in teacher.last_text


async def test_an_old_a_foreign_and_a_forged_tap_change_nothing(town: Town) -> None:
    teacher, tutor = await town.pair()
    await begins(teacher)
    message, data = teacher.button("questions-ask.option", "Высшее педагогическое")
    await teacher.taps("questions-ask.option", "Высшее педагогическое", times=2)
    assert await answer(town, teacher, "experience") is None
    town.wait(hours=1)
    await teacher.taps_again(message["message_id"], data)
    teacher.hears_toast("refusal-outdated")
    teacher.sees("questions-number", "4 из 12")
    found: Sheet = await sheet(town, teacher)
    await tutor.says("/menu")
    for do, value in (("all-right", ""), ("clear-yes", ""), ("open", "2."), ("pick", "2.0"), ("right", "0.")):
        await tutor.taps_again(tutor.last["message_id"], f"sh:{do}:{found.id}:{found.version}:{value}")
        tutor.hears_toast("refusal-not-yours")
    for value in ("99.", "x", "0.", "3.77"):
        for do in ("right", "mend", "skip", "pick"):
            await teacher.taps_again(message["message_id"], f"sh:{do}:{found.id}:{found.version}:{value}")
    assert [one.value for one in (await sheet(town, teacher)).values] == [one.value for one in found.values]


async def test_the_language_changes_in_the_middle_and_what_was_said_stays(town: Town) -> None:
    teacher, _ = await town.pair()
    await begins(teacher)
    await teacher.says("/lang")
    await teacher.taps("entry-choose-language.en")
    teacher.sees("questions-number", "3 of 12")
    await teacher.taps("questions-ask.option", "University, pedagogical")
    await teacher.says("since 2004")
    await teacher.says("/cancel")
    teacher.sees("sheet-later", "4 of 12")
    await teacher.taps("sheet-later.go-on")
    assert await answer(town, teacher, "education") == ("higher_ped", "typed")


async def test_people_who_walk_no_route_have_no_sheet(town: Town) -> None:
    _, tutor = await town.pair()
    await tutor.says("/menu")
    await tutor.taps_again(tutor.last["message_id"], "go:sheet")
    tutor.hears_toast("refusal-not-yours")
