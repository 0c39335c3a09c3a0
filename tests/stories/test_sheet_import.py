"""What the school's list says of a teacher, and what becomes of it: agreed with, corrected, said anew, forgotten."""

import pytest
from sqlalchemy import select

from models.people import Role
from models.sheet import Sheet
from services.people_cells import BadCell, about
from tests.stories.sheets import answer, begins, fills, sheet, tells
from tests.stories.town import Town


async def test_the_same_list_again_changes_nothing(town: Town) -> None:
    teacher, _ = await town.pair()
    assert await tells(town, teacher, education="высшее", courses="ИКТ на уроке, 72, 2025") == 1
    version = (await sheet(town, teacher)).version
    assert await tells(town, teacher, education="высшее", courses="ИКТ на уроке, 72, 2025") == 0
    assert (await sheet(town, teacher)).version == version


async def test_what_was_agreed_with_is_asked_anew_when_the_list_changes(town: Town) -> None:
    teacher, _ = await town.pair()
    await tells(town, teacher, category="первая")
    await begins(teacher)
    await tells(town, teacher, category="высшая")
    await teacher.says("/menu")
    teacher.button("menu-sheet", "2 из 12")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.all")
    teacher.sees("sheet-line-open", "Категория")
    assert await answer(town, teacher, "category") == ("первая", "confirmed")


async def test_own_words_stand_against_the_list(town: Town) -> None:
    teacher, _ = await town.pair()
    await fills(teacher)
    assert await tells(town, teacher, category="высшая", courses="ИКТ на уроке, 72, 2025") == 1
    await teacher.says("/menu")
    teacher.button("menu-sheet", "заполнена")
    assert await answer(town, teacher, "category") == ("first", "typed")
    assert (await sheet(town, teacher)).courses == []


async def test_a_cell_made_empty_takes_back_what_nobody_has_agreed_with(town: Town) -> None:
    teacher, _ = await town.pair()
    await tells(town, teacher, category="первая", education="высшее", courses="ИКТ на уроке, 72, 2025")
    await tells(town, teacher, category="", education="высшее", courses="")
    assert await answer(town, teacher, "category") is None
    assert (await sheet(town, teacher)).courses == []
    await tells(town, teacher, courses="ИКТ на уроке, 72, 2025")
    await begins(teacher)
    await tells(town, teacher, education="", courses="")
    assert len((await sheet(town, teacher)).courses) == 1
    assert await answer(town, teacher, "education") == ("высшее", "confirmed")
    await teacher.says("/menu")
    teacher.button("menu-sheet", "4 из 12")


async def test_nothing_said_makes_no_sheet(town: Town) -> None:
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    assert await tells(town, teacher, category="", email="") == 0
    assert await town.all(select(Sheet)) == []


async def test_mydata_shows_every_answer(town: Town) -> None:
    teacher, tutor = await town.pair()
    await tells(town, teacher, courses="ИКТ на уроке, 72, 2025", phone="89123456789", awards="Грамота, 2019")
    await begins(teacher)
    await teacher.says("/mydata")
    for words in ("Школа № 3, Глазов", "ИКТ на уроке", "72 часа, 2025 год", "Награды: Грамота, 2019"):
        teacher.sees("mydata-sheet", words, among_last=1)
    assert "912" not in teacher.last_text
    await teacher.taps("mydata.mend")
    await teacher.taps("amendment.sheet")
    teacher.sees("sheet-all")
    await tutor.says("/mydata")
    await tutor.taps("mydata.mend")
    assert not tutor.has_button("amendment.sheet")


async def test_withdrawing_removes_contacts_and_the_list_does_not_bring_them_back(town: Town) -> None:
    teacher, _ = await town.pair()
    await tells(town, teacher, phone="89123456789", email="ivanova@school3.ru", education="высшее")
    await begins(teacher)
    await teacher.says("/mydata")
    await teacher.taps("mydata.withdraw")
    teacher.sees("mydata-sure", "Телефон, почта")
    await teacher.taps("mydata-sure.yes")
    found = await sheet(town, teacher)
    assert {one.code for one in found.values} == {"workplace", "person", "education"}
    await tells(town, teacher, phone="89123456789", email="ivanova@school3.ru", education="высшее, 1998")
    found = await sheet(town, teacher)
    assert {one.code for one in found.values} == {"workplace", "person", "education"}
    await teacher.says(teacher.code)
    await teacher.taps("entry-consent.agree")
    await tells(town, teacher, phone="89123456789")
    assert await answer(town, teacher, "phone") == ("", "imported")


async def test_somebody_who_refused_has_no_contacts_either(town: Town) -> None:
    teacher = await town.person("Иванова Галина Петровна", Role.TEACHER)
    await teacher.says(f"/start {teacher.code}")
    await teacher.taps("entry-consent.refuse")
    await tells(town, teacher, phone="89123456789", education="высшее")
    assert [one.code for one in (await sheet(town, teacher)).values] == ["education"]


@pytest.mark.parametrize(
    ("column", "cell", "kept"),
    [
        ("experience", 22.0, "22"),
        ("attestation_date", "12.05.2022", "2022-05-12"),
        ("attestation_date", "", ""),
        ("email", "Ivanova@Mail.ru ", "Ivanova@mail.ru"),
        ("phone", 89123456789, "+7 912 345-67-89"),
        ("phone", None, ""),
        ("courses", "Чтение, 36 ч., 2025\nИКТ – 72 часа, 2024 г.", "Чтение, 36, 2025 | ИКТ, 72, 2024"),
        ("education", " высшее ", "высшее"),
    ],
)
def test_a_cell_is_kept_in_the_spelling_of_the_sheet(column: str, cell: object, kept: str) -> None:
    assert about(cell, column) == kept


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("experience", "много"),
        ("experience", 99),
        ("experience", "с 2004"),
        ("attestation_date", "весной"),
        ("email", "89123456789"),
        ("phone", "ivanova@mail.ru"),
        ("courses", "Чтение"),
        ("courses", "Чтение, 0, 2025"),
        ("courses", "Чтение на уроках в школе, 36, 2025|" * 200),
        ("education", "а" * 201),
    ],
)
def test_a_cell_of_another_kind_is_refused_without_its_words(column: str, cell: object) -> None:
    with pytest.raises(BadCell) as caught:
        about(cell, column)
    assert str(cell)[:8] not in str(caught.value.facts)
