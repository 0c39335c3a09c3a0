"""Row 7 of the sheet: courses of the last three years, one by one, with hours."""

from sqlalchemy import select

from models.sheet import SheetCourse
from tests.stories.sheets import answer, fills, sheet, tells, to_courses
from tests.stories.town import Guest, Town


async def adds(teacher: Guest, title: str, hours: str = "36", year: str = "2025") -> None:
    """A course, from the list to the list."""
    await teacher.taps("questions-ask.option", "Добавить курс")
    await teacher.says(title)
    await teacher.says(hours)
    await teacher.taps("questions-ask.option", year)


async def courses(town: Town) -> list[tuple[str, int | None, int | None]]:
    """Every course there is."""
    return [(one.title, one.hours, one.year) for one in await town.all(select(SheetCourse))]


async def test_courses_are_added_one_by_one(town: Town) -> None:
    teacher, _ = await town.pair()
    await to_courses(teacher)
    teacher.sees("sheet-ask", "за последние 3 года")
    await adds(teacher, "Читательская грамотность")
    teacher.sees("sheet-course-kept")
    teacher.sees("questions-number", "7 из 12")
    await teacher.says("Цифровые инструменты учителя")
    await teacher.taps("questions-ask.option", "72")
    await teacher.taps("questions-ask.option", "2024")
    assert await courses(town) == [
        ("Читательская грамотность", 36, 2025),
        ("Цифровые инструменты учителя", 72, 2024),
    ]
    await teacher.taps("questions-ask.option", "Это все курсы")
    teacher.sees("questions-number", "8 из 12")
    assert await answer(town, teacher, "courses") == ("", "typed")


async def test_hours_and_year_are_checked_kindly(town: Town) -> None:
    teacher, _ = await town.pair()
    await to_courses(teacher)
    await teacher.says("Читательская грамотность")
    for hours in ("много", "0", "99999", "-5", "3,5"):
        await teacher.says(hours)
        teacher.sees("answer-hours", among_last=1)
    await teacher.says("72 часа")
    for year in ("2019", "прошлый", "2030"):
        await teacher.says(year)
        teacher.sees("answer-not-offered", among_last=1)
    await teacher.says("2026")
    teacher.sees("sheet-course-kept")
    assert await courses(town) == [("Читательская грамотность", 72, 2026)]


async def test_a_course_left_in_the_middle_is_gone_on_with(town: Town) -> None:
    teacher, _ = await town.pair()
    await to_courses(teacher)
    await teacher.says("Читательская грамотность")
    town.wait(days=1)
    await teacher.says("Добрый день")
    teacher.sees("sheet-rested", "7-м")
    assert not teacher.has_button("sheet-rested.take")
    await teacher.taps("sheet-rested.go-on")
    await teacher.taps("questions-ask.option", "Читательская грамотность …")
    teacher.sees("sheet-course-hours")
    await teacher.says("/cancel")
    teacher.sees("sheet-later", "6 из 12")
    await teacher.taps("sheet-later.go-on")
    await teacher.taps("questions-ask.option", "Читательская грамотность …")
    await teacher.says("36")
    await teacher.taps("questions-ask.option", "2026")
    assert await courses(town) == [("Читательская грамотность", 36, 2026)]


async def test_a_course_can_be_looked_at_and_taken_away(town: Town) -> None:
    teacher, _ = await town.pair()
    await to_courses(teacher)
    await adds(teacher, "Читательская грамотность", year="2023")
    await teacher.taps("questions-ask.option", "Читательская грамотность, 2023")
    teacher.sees("sheet-course-line", "36 часов", "Последний год в справке")
    await teacher.taps("sheet-course-card.back")
    await teacher.taps("questions-ask.option", "Читательская грамотность, 2023")
    message, data = teacher.button("sheet-course-card.remove")
    await teacher.taps("sheet-course-card.remove", times=2)
    await teacher.taps_again(message["message_id"], data)
    assert await courses(town) == []
    await teacher.says("/menu")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.go-on")
    teacher.sees("questions-number", "7 из 12")


async def test_the_list_stays_open_to_changes_when_the_sheet_is_full(town: Town) -> None:
    teacher, _ = await town.pair()
    await fills(teacher)
    await teacher.taps("sheet.all")
    await teacher.taps("sheet-all.open", "Курсы")
    await adds(teacher, "Читательская грамотность")
    await teacher.taps("questions-ask.option", "Это все курсы")
    teacher.sees("sheet-done", "12 из 12")
    await teacher.taps("sheet.all")
    teacher.sees("sheet-line", "Курсы: 1 курс, 36 часов")


async def test_courses_of_the_school_are_agreed_with_or_changed(town: Town) -> None:
    teacher, _ = await town.pair()
    await tells(town, teacher, courses="Читательская грамотность, 36, 2025 | ИКТ на уроке, 72, 2021")
    await teacher.says("/menu")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.go-on")
    teacher.sees("sheet-line", "2 курса, 108 часов")
    await teacher.taps("sheet-known.right")
    assert not (await sheet(town, teacher)).is_in_own_words("courses")
    await teacher.says("/menu")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.all")
    await teacher.taps("sheet-all.open", "Курсы")
    await teacher.taps("questions-ask.option", "ИКТ на уроке, 2021")
    teacher.sees("sheet-course-line", "больше трёх лет")
    await teacher.taps("sheet-course-card.remove")
    assert await answer(town, teacher, "courses") == ("", "typed")
    assert await courses(town) == [("Читательская грамотность", 36, 2025)]


async def test_nobody_opens_or_removes_a_course_of_somebody_else(town: Town) -> None:
    teacher, tutor = await town.pair()
    await to_courses(teacher)
    await adds(teacher, "Читательская грамотность")
    await teacher.taps("questions-ask.option", "Читательская грамотность, 2025")
    message, data = teacher.button("sheet-course-card.remove")
    await tutor.says("/menu")
    await tutor.taps_again(tutor.last["message_id"], data)
    tutor.hears_toast("refusal-not-yours")
    for forged in (data.replace("remove", "pick"), data.replace("remove", "keep") + "9.9", "sc:list:999:1:"):
        await tutor.taps_again(tutor.last["message_id"], forged)
    assert await courses(town) == [("Читательская грамотность", 36, 2025)]
    assert message


async def test_thirty_courses_are_enough(town: Town) -> None:
    teacher, _ = await town.pair()
    await tells(town, teacher, courses=" | ".join(f"Курс номер {number}, 16, 2025" for number in range(30)))
    await to_courses_with_many(teacher)
    await teacher.says("Ещё один курс")
    teacher.sees("sheet-courses-many", "30")
    assert len(await courses(town)) == 30


async def to_courses_with_many(teacher: Guest) -> None:
    """The list that the school has told, to be corrected."""
    await teacher.says("/menu")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.go-on")
    await teacher.taps("sheet-known.right")
    await teacher.says("/menu")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.all")
    await teacher.taps("sheet-all.open", "Курсы")
