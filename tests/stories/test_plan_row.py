"""S-05, R0-035: a row with its kind, competencies, level, organiser, a day or a period, and why (X08)."""

import pytest
from sqlalchemy import select

from models.plan import Activity, ActivityState
from tests.stories.planning import adds, develops, is_asked, names, plans, takes_a_year
from tests.stories.town import Guest, Town


async def begins(town: Town, title: str) -> Guest:
    """A teacher behind the title of a row."""
    teacher, _ = await town.pair()
    await takes_a_year(teacher)
    await teacher.taps("plan.add")
    await teacher.says(title)
    return teacher


async def the_row(town: Town) -> Activity:
    """The newest row."""
    rows: list[Activity] = await town.all(select(Activity).order_by(Activity.id.desc()))
    return rows[0]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Вебинар «Читаем карту»", "webinar"),
        ("Курсы ПК по химии", "dpp_pk"),
        ("Мастер-класс для района", "masterclass"),
        ("Мой ОТКРЫТЫЙ урок", "open_lesson"),
    ],
)
async def test_a_title_tells_the_kind_and_saves_a_question(town: Town, title: str, kind: str) -> None:
    teacher = await begins(town, title)
    teacher.sees("plan-ask-competencies", "Вопрос 2 из")
    assert (await the_row(town)).kind == kind


async def test_a_kind_that_no_title_tells_is_asked_the_usual_ones_first(town: Town) -> None:
    teacher = await begins(town, "Читаем вместе")
    teacher.sees("plan-ask-kind", "Вопрос 2 из 7")
    assert len(teacher.last["reply_markup"]["inline_keyboard"]) == 6 + 3
    await teacher.taps("questions-ask.more")
    await teacher.taps("questions-ask.option", "Психологический тренинг")
    assert (await the_row(town)).kind == "training"
    teacher.sees("plan-ask-competencies")


async def test_what_was_used_before_is_offered_first(town: Town) -> None:
    teacher = await begins(town, "Читаем вместе")
    await teacher.taps("questions-ask.more")
    await teacher.taps("questions-ask.option", "Психологический тренинг")
    await develops(teacher, "Методические")
    await teacher.says("Школа № 7 <Глазов>")
    await teacher.taps("questions-ask.skip")
    await teacher.taps("questions-ask.tomorrow")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("questions-ask.option", "Публикация")

    await teacher.taps("plan.add")
    await teacher.says("Пишем вместе")
    first = teacher.last["reply_markup"]["inline_keyboard"][0][0]["text"]
    assert first == "Психологический тренинг"
    await teacher.taps("questions-ask.option", "Вебинар")
    await develops(teacher, "Методические")
    first = teacher.last["reply_markup"]["inline_keyboard"][0][0]["text"]
    assert first == "Школа № 7 <Глазов>"
    await teacher.taps("questions-ask.option", "Школа № 7")
    assert (await the_row(town)).organiser == "Школа № 7 <Глазов>"


async def test_the_usual_level_of_an_organiser_stands_first(town: Town) -> None:
    teacher = await begins(town, "Вебинар")
    await develops(teacher, "Методические")
    await teacher.taps("questions-ask.option", "АОУ ДПО УР ИРО")
    assert teacher.last["reply_markup"]["inline_keyboard"][0][0]["text"] == "Региональный"


async def test_several_competencies_are_toggled_and_kept_with_done(town: Town) -> None:
    teacher = await begins(town, "Вебинар")
    assert not teacher.has_button("questions-ask.done")
    await teacher.taps("questions-ask.option", "Предметные")
    await teacher.taps("questions-ask.option", "ИКТ")
    await teacher.taps("questions-ask.option", "Коммуникативные")
    await teacher.taps("questions-ask.picked", "Предметные")
    teacher.sees("questions-picked", "Выбрано: Коммуникативные, ИКТ-компетентность")
    await teacher.says("/start")
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan.go-on")
    assert (await the_row(town)).competencies == []
    await develops(teacher, "Коммуникативные", "ИКТ")
    assert (await the_row(town)).competencies == ["comm", "ict"]


async def test_a_selection_survives_a_restart(town: Town) -> None:
    teacher = await begins(town, "Вебинар")
    await teacher.taps("questions-ask.option", "ИКТ")
    await teacher.sends("voice", "hm.ogg")
    teacher.sees("questions-picked", "Выбрано: ИКТ-компетентность")
    await teacher.taps("questions-ask.done")
    assert (await the_row(town)).competencies == ["ict"]


async def test_organiser_and_level_may_stay_blank(town: Town) -> None:
    teacher = await begins(town, "Вебинар")
    await develops(teacher, "Методические")
    await teacher.taps("questions-ask.skip", times=2)
    teacher.hears_toast("plan-activity-outdated")
    await teacher.taps("questions-ask.skip")
    teacher.sees("plan-ask-date")
    await teacher.taps("questions-ask.back")
    teacher.sees("questions-given", "не указано")
    await teacher.taps("questions-ask.option", "Федеральный")
    await teacher.taps("questions-ask.tomorrow")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("questions-ask.option", "Публикация")
    await teacher.taps("plan-open", "№ 1")
    teacher.sees("plan-activity", "Организатор: не указано", "Масштаб: Федеральный")


async def test_a_course_lasts_several_days_and_its_last_day_counts(town: Town) -> None:
    teacher, _ = await town.pair()
    await takes_a_year(teacher)
    await teacher.taps("plan.add")
    await names(teacher, "Курсы повышения квалификации")
    teacher.sees("plan-ask-first-day")
    await teacher.says("12 октября")
    await teacher.taps("questions-echo.yes")
    teacher.sees("plan-ask-last-day")
    await teacher.says("9 октября 2026")
    teacher.sees("date-too-early", "12 октября 2026")
    await teacher.says("23 октября")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("questions-ask.option", "Публикация")
    teacher.sees("plan-row", "с 12 октября 2026, пн по 23 октября 2026, пт")
    row = await the_row(town)
    assert (str(row.starts_on), str(row.on_date), row.period) == ("2026-10-12", "2026-10-23", True)


async def test_a_course_of_one_day_and_a_webinar_of_several(town: Town) -> None:
    teacher, _ = await town.pair()
    await takes_a_year(teacher)
    await teacher.taps("plan.add")
    await names(teacher, "Курсы для экспертов")
    await teacher.taps("questions-ask.one-day")
    await teacher.says("12 октября")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("questions-ask.option", "Публикация")
    teacher.sees("plan-row", "– 12 октября 2026, пн")
    await teacher.taps("plan.add")
    await names(teacher, "Вебинар в трёх частях")
    await teacher.taps("questions-ask.several-days", times=2)
    teacher.sees("plan-ask-first-day")
    await teacher.taps("questions-ask.tomorrow")
    await teacher.taps("questions-echo.yes")
    teacher.sees("plan-ask-last-day")
    await teacher.taps("questions-ask.back")
    teacher.sees("questions-given", "15 сентября 2026")


async def test_a_planned_day_becomes_a_period_and_stays_in_the_plan_meanwhile(town: Town) -> None:
    teacher, _ = await town.pair()
    await plans(teacher, 1)
    await teacher.taps("plan-open", "№ 1")
    await teacher.taps("plan-activity.date")
    await teacher.taps("questions-ask.several-days")
    row = await the_row(town)
    assert (row.state, str(row.on_date)) == (ActivityState.PLANNED, "2026-11-16")
    await teacher.says("10 ноября")
    await teacher.taps("questions-echo.yes")
    teacher.sees("plan-ask-last-day", "16 ноября 2026")
    await teacher.taps("questions-ask.leave")
    teacher.sees("plan-activity", "с 10 ноября 2026, вт по 16 ноября 2026, пн")
    await teacher.taps("plan-activity.date")
    await teacher.taps("questions-ask.one-day")
    await teacher.taps("questions-ask.leave")
    teacher.sees("plan-activity", "Когда: 16 ноября 2026, пн")


async def test_every_cell_can_be_changed_from_the_card(town: Town) -> None:
    teacher, _ = await town.pair()
    await plans(teacher, 1)
    await teacher.taps("plan-open", "№ 1")
    for key, option in (("kind", "Вебинар"), ("organiser", "ЦНППМ"), ("level", "Федеральный")):
        await teacher.taps(f"plan-activity.{key}")
        await teacher.taps("questions-ask.chosen" if option == "ЦНППМ" else "questions-ask.option", option)
    teacher.sees("plan-activity", "Вид: Вебинар. Масштаб: Федеральный", "Организатор: ЦНППМ")
    assert not teacher.has_button("plan-activity.growth")


@pytest.mark.parametrize(
    ("text", "kept", "asked"),
    [
        ("о" * 3_000, "", "plan-ask-organiser"),
        ("<b>я</b> 🙂", "<b>я</b> 🙂", "plan-ask-level"),
        ("⠀", "", "plan-ask-level"),
    ],
)
async def test_a_strange_organiser_is_taken_asked_again_or_left_blank(
    town: Town, text: str, kept: str, asked: str
) -> None:
    teacher = await begins(town, "Вебинар")
    await develops(teacher, "Методические")
    await teacher.says(text)
    assert (await the_row(town)).organiser == kept
    assert is_asked(teacher, asked)


async def test_ten_rows_are_two_lines_of_numbers(town: Town) -> None:
    teacher, _ = await town.pair()
    await plans(teacher, 7)
    rows = teacher.last["reply_markup"]["inline_keyboard"]
    assert [[one["text"] for one in row] for row in rows[:2]] == [
        ["№ 1", "№ 2", "№ 3", "№ 4", "№ 5"],
        ["№ 6", "№ 7"],
    ]
    await adds(teacher, "Восьмое")
    assert teacher.has_button("plan-open")


async def test_a_period_is_typed_in_one_go_and_echoed_whole(town: Town) -> None:
    teacher, _ = await town.pair()
    await takes_a_year(teacher)
    await teacher.taps("plan.add")
    await names(teacher, "Вебинар в трёх частях")
    await teacher.says("с 12 по 23 октября")
    teacher.sees("questions-echo-period", "С 12 октября 2026, пн по 23 октября 2026, пт. Верно?")
    await teacher.sends("voice", "hm.ogg")
    teacher.sees("questions-echo-period")
    await teacher.taps("questions-echo.again")
    await teacher.says("12.10 – 16.10")
    message, data = teacher.button("questions-echo.yes")
    await teacher.taps("questions-echo.yes", times=2)
    teacher.hears_toast("plan-activity-outdated")
    await teacher.taps("questions-ask.option", "Публикация")
    row = await the_row(town)
    assert (row.period, str(row.starts_on), str(row.on_date)) == (True, "2026-10-12", "2026-10-16")
    town.wait(hours=1)
    for forged in (data, data.replace("-", "-9"), f"ac:both:{row.id}:{row.version}:0.1-2"):
        await teacher.taps_again(message["message_id"], forged)
    assert (await the_row(town)).version == row.version


async def test_a_planned_row_gets_both_days_at_once(town: Town) -> None:
    teacher, _ = await town.pair()
    await plans(teacher, 1)
    await teacher.taps("plan-open", "№ 1")
    await teacher.taps("plan-activity.date")
    await teacher.says("с 20 декабря по 10 января")
    await teacher.taps("questions-echo.yes")
    teacher.sees("plan-activity", "с 20 декабря 2026, вс по 10 января 2027, вс")
