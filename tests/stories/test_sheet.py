"""S-02: the information sheet, step by step; what the school knows needs one tap."""

import pytest

from models.people import Role
from regulations import library
from services.rules import Rules
from tests.stories.sheets import answer, begins, fills, sheet, tells, to_courses
from tests.stories.town import Town


async def test_what_the_school_knows_needs_one_tap(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.says("/menu")
    await teacher.taps("menu-sheet", "0 из 12")
    teacher.sees("sheet", "п. 4.2")
    await teacher.taps("sheet.go-on")
    teacher.sees("sheet-known")
    teacher.sees("sheet-line", "Школа № 3, Глазов")
    teacher.sees("sheet-line", "Иванова Галина Петровна")
    await teacher.taps("sheet-known.right")
    assert await answer(town, teacher, "workplace") == ("Школа № 3, Глазов", "confirmed")
    assert await answer(town, teacher, "person") == ("Иванова Галина Петровна", "confirmed")
    teacher.sees("questions-number", "3 из 12")
    await teacher.says("/menu")
    teacher.button("menu-sheet", "2 из 12")


async def test_everything_the_school_said_is_shown_before_the_one_tap(town: Town) -> None:
    teacher, _ = await town.pair()
    await tells(town, teacher, education="высшее, УдГУ, 1998", experience="22", category="первая")
    await teacher.says("/menu")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.go-on")
    for words in ("Школа № 3, Глазов", "высшее, УдГУ, 1998", "22 года", "Первая"):
        teacher.sees("sheet-line", words)
    await teacher.taps("sheet-known.right")
    assert await answer(town, teacher, "category") == ("первая", "confirmed")
    teacher.sees("questions-number", "6 из 12")


async def test_known_values_can_be_checked_and_corrected_one_by_one(town: Town) -> None:
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="Центр")
    teacher, _ = await town.pair()
    await tells(town, teacher, education="высшее")
    await teacher.says("/menu")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.go-on")
    await teacher.taps("sheet-known.one-by-one")
    teacher.sees("sheet-offer", "Школа № 3, Глазов")
    await teacher.taps("questions-offer.right")
    teacher.sees("sheet-offer", "Иванова Галина Петровна")
    await teacher.taps("questions-offer.mend")
    await teacher.says("Иванова-Орлова Галина Петровна, учитель географии")
    methodist.sees("sheet-differs", "Иванова Г. П.", "Имя и должность")
    teacher.sees("sheet-offer", "Образование", "Высшее")
    await teacher.taps("questions-offer.mend")
    await teacher.says("высшее, УдГУ, 1998, учитель географии")
    assert await answer(town, teacher, "education") == ("высшее, УдГУ, 1998, учитель географии", "typed")
    assert sum("справке" in str(one.get("text")) for one in methodist.heard) == 1


async def test_a_word_over_a_known_value_changes_nothing(town: Town) -> None:
    teacher, _ = await town.pair()
    await tells(town, teacher, education="высшее")
    await teacher.says("/menu")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.go-on")
    await teacher.taps("sheet-known.one-by-one")
    await teacher.says("да")
    teacher.sees("questions-offer-tap")
    assert await answer(town, teacher, "workplace") is None


async def test_the_net_dies_and_a_day_later_any_word_offers_to_go_on(town: Town) -> None:
    teacher, _ = await town.pair()
    await to_courses(teacher)
    before = await sheet(town, teacher)
    town.wait(days=1)
    await teacher.says("Здравствуйте")
    teacher.sees("sheet-rested", "7-м", "12")
    after = await sheet(town, teacher)
    assert {one.code: one.value for one in after.values} == {one.code: one.value for one in before.values}
    await teacher.taps("sheet-rested.go-on")
    teacher.sees("questions-number", "7 из 12")


async def test_an_answer_that_took_a_night_can_still_be_the_answer(town: Town) -> None:
    teacher, _ = await town.pair()
    await begins(teacher)
    town.wait(hours=20)
    await teacher.says("высшее, УдГУ, 1998")
    teacher.sees("sheet-rested", "3-м")
    assert await answer(town, teacher, "education") is None
    await teacher.taps("sheet-rested.take")
    assert await answer(town, teacher, "education") == ("высшее, УдГУ, 1998", "typed")
    teacher.sees("questions-number", "4 из 12")


async def test_back_returns_by_one_row_with_what_was_said(town: Town) -> None:
    teacher, _ = await town.pair()
    await begins(teacher)
    await teacher.taps("questions-ask.option", "Высшее педагогическое")
    teacher.sees("questions-number", "4 из 12")
    await teacher.taps("questions-ask.back")
    teacher.sees("questions-number", "3 из 12")
    teacher.sees("questions-given", "Высшее педагогическое")
    await teacher.taps("questions-ask.keep")
    teacher.sees("questions-number", "4 из 12")


async def test_cancel_keeps_the_draft_and_offers_to_delete_it(town: Town) -> None:
    teacher, _ = await town.pair()
    await tells(town, teacher, category="первая")
    await begins(teacher)
    await teacher.taps("questions-ask.option", "Высшее")
    await teacher.says("/cancel")
    teacher.sees("sheet-later", "4 из 12")
    await teacher.taps("sheet-later.go-on")
    teacher.sees("questions-number", "4 из 12")
    await teacher.says("/cancel")
    await teacher.taps("sheet-later.clear")
    teacher.sees("sheet-clear")
    await teacher.taps("sheet-clear.no")
    assert await answer(town, teacher, "education") == ("higher_ped", "typed")
    await teacher.taps("menu-button")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.go-on")
    await teacher.says("/cancel")
    await teacher.taps("sheet-later.clear")
    await teacher.taps("sheet-clear.yes")
    teacher.hears_toast("sheet-cleared")
    teacher.sees("sheet-done")
    assert await answer(town, teacher, "education") is None
    assert await answer(town, teacher, "category") == ("", "imported")


async def test_whatever_is_no_answer_gets_a_friendly_hint_and_the_question_stays(town: Town) -> None:
    teacher, _ = await town.pair()
    await begins(teacher)
    for text, key in (("а" * 3000, "answer-too-long"), ("<b>", "answer-empty"), ("\u2800", "answer-empty")):
        await teacher.says(text)
        teacher.sees(key, among_last=1)
        teacher.sees("questions-number", "3 из 12", among_last=1)
    await teacher.sends_other("sticker", {"emoji": "👍"})
    teacher.sees("anything-other", among_last=1)
    await teacher.sends("voice", "голос.ogg")
    teacher.sees("anything-voice", among_last=1)
    teacher.sees("questions-number", "3 из 12", among_last=1)
    await teacher.says("а" * 10000)
    teacher.sees("questions-number", "3 из 12", among_last=1)
    assert await answer(town, teacher, "education") is None


async def test_a_whole_sheet_is_filled_in_and_can_be_read_and_changed(town: Town) -> None:
    teacher, _ = await town.pair()
    await fills(teacher)
    teacher.sees("sheet-done", "12 из 12")
    await teacher.taps("sheet.all")
    teacher.sees("sheet-line", "Стаж: 22 года")
    teacher.sees("sheet-line", "Звание: нет")
    teacher.sees("sheet-line", "2026/2027")
    await teacher.taps("sheet-all.open", "Стаж")
    teacher.sees("questions-given", "22 года")
    await teacher.taps("questions-ask.leave")
    await teacher.taps("sheet.all")
    await teacher.taps("sheet-all.open", "Стаж")
    await teacher.says("23")
    teacher.sees("sheet-done", "12 из 12")
    assert await answer(town, teacher, "experience") == ("23", "typed")
    await teacher.taps("menu-button")
    teacher.button("menu-sheet", "заполнена")


async def test_a_regulation_without_a_sheet_asks_for_none(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher, _ = await town.pair()
    await begins(teacher)
    _, data = teacher.button("questions-ask.option", "Высшее педагогическое")
    regulation = library.load().get("udmurtia").model_copy(update={"sheet": None})
    monkeypatch.setattr(Rules, "of", lambda self, route: regulation)
    await teacher.says("/menu")
    assert not teacher.has_button("menu-sheet")
    for forged in ("go:sheet", "go:sheet.all", data):
        await teacher.taps_again(teacher.last["message_id"], forged)
        teacher.hears_toast("refusal-not-yours")
    await teacher.says("/mydata")
    await teacher.taps("mydata.mend")
    assert not teacher.has_button("amendment.sheet")
    assert await answer(town, teacher, "education") is None
