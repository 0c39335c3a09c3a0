"""The asker: every answer is kept at once, Back goes one question back, a date may be typed in any way."""

import pytest
from sqlalchemy import select

from models.plan import Activity, ActivityState
from tests.stories.planning import adds, develops, names, plans, takes_a_year
from tests.stories.town import Guest, Town


async def begins(town: Town) -> Guest:
    """A teacher at the first question of a row."""
    teacher, _ = await town.pair()
    await takes_a_year(teacher)
    await teacher.taps("plan.add")
    return teacher


async def at_the_date(town: Town) -> Guest:
    """A teacher at the question for the date."""
    teacher = await begins(town)
    await names(teacher, "Конференция")
    return teacher


async def test_the_questions_are_numbered_and_the_next_one_is_computed(town: Town) -> None:
    teacher = await begins(town)
    teacher.sees("questions-number", "Вопрос 1 из 7")
    await teacher.says("  Конференция  ")
    teacher.sees("questions-number", "Вопрос 2 из 6")
    (row,) = await town.all(select(Activity))
    assert row.title == "Конференция"


async def test_back_shows_what_was_given_and_keeps_it(town: Town) -> None:
    teacher = await at_the_date(town)
    await teacher.taps("questions-ask.back")
    teacher.sees("questions-given", "Муниципальный")
    assert teacher.has_button("questions-ask.chosen")
    await teacher.taps("questions-ask.back")
    teacher.sees("questions-given", "ЦНППМ")
    await teacher.taps("questions-ask.back")
    teacher.sees("questions-picked", "Методические")
    await teacher.taps("questions-ask.back")
    teacher.sees("questions-given", "Конференция")
    assert not teacher.has_button("questions-ask.back")
    await teacher.taps("questions-ask.keep")
    teacher.sees("plan-ask-competencies")
    await develops(teacher, "Предметные")
    teacher.sees("plan-ask-date")
    (row,) = await town.all(select(Activity))
    assert (row.title, row.competencies) == ("Конференция", ["subject", "method"])


async def test_a_draft_is_put_off_and_gone_on_with_in_a_week(town: Town) -> None:
    teacher = await at_the_date(town)
    await teacher.taps("questions-ask.later")
    teacher.sees("plan-later")
    town.wait(days=7)
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan.go-on", "Конференция")
    teacher.sees("plan-ask-date")


async def test_a_draft_can_be_thrown_away(town: Town) -> None:
    teacher = await at_the_date(town)
    await teacher.taps("questions-ask.later")
    await teacher.taps("plan-later.drop")
    await teacher.taps("plan-remove.yes")
    assert teacher.has_button("plan.add")
    (row,) = await town.all(select(Activity))
    assert row.state is ActivityState.REMOVED


async def test_cancel_and_any_word_lead_back_to_the_same_question(town: Town) -> None:
    teacher = await at_the_date(town)
    await teacher.sends("voice", "hm.ogg")
    teacher.sees("anything-voice")
    teacher.sees("plan-ask-date")
    await teacher.says("/cancel")
    teacher.sees("menu-cancelled")
    await teacher.taps("menu-plan")
    await teacher.taps("plan.go-on")
    teacher.sees("plan-ask-date")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("я", "answer-too-short"),
        ("⠀", "answer-empty"),
        ("о" * 201, "answer-too-long"),
    ],
)
async def test_a_bad_title_is_asked_again_with_an_example(town: Town, text: str, key: str) -> None:
    teacher = await begins(town)
    await teacher.says(text)
    teacher.sees(key, "Например: «Вебинар по функциональной грамотности»")
    teacher.sees("plan-ask-title")
    (row,) = await town.all(select(Activity))
    assert row.title == ""


async def test_a_typed_option_counts_and_an_unknown_one_is_asked_again(town: Town) -> None:
    teacher = await begins(town)
    await teacher.says("Конференция")
    await teacher.says("Танцы")
    teacher.sees("answer-not-offered")
    teacher.sees("plan-ask-competencies")
    await teacher.says("  методические, ИКТ-компетентность ")
    teacher.sees("plan-ask-organiser")
    (row,) = await town.all(select(Activity))
    assert row.competencies == ["method", "ict"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12 мая", "12 мая 2027, ср"),
        ("12.05", "12 мая 2027, ср"),
        ("12/5/2027", "12 мая 2027, ср"),
        ("в пятницу", "18 сентября 2026, пт"),
        ("через две недели", "28 сентября 2026, пн"),
    ],
)
async def test_a_date_is_typed_in_any_way_and_echoed_with_its_weekday(
    town: Town, typed: str, meant: str
) -> None:
    teacher = await at_the_date(town)
    await teacher.says(typed)
    teacher.sees("questions-echo", f"{meant}. Верно?")
    (row,) = await town.all(select(Activity))
    assert row.on_date is None
    await teacher.taps("questions-echo.yes")
    teacher.sees("plan-ask-presenting")


@pytest.mark.parametrize(
    ("typed", "key"), [("30 февраля", "date-impossible"), ("когда-нибудь", "date-unclear")]
)
async def test_a_date_that_is_none_is_asked_again_with_an_example(town: Town, typed: str, key: str) -> None:
    teacher = await at_the_date(town)
    await teacher.says(typed)
    teacher.sees(key, f"«{typed}»", "Например: 28.09.2026")
    teacher.sees("plan-ask-date")


async def test_quick_dates_are_echoed_and_another_date_may_be_typed_over_the_echo(town: Town) -> None:
    teacher = await at_the_date(town)
    for key, meant in (("tomorrow", "15 сентября"), ("week", "21 сентября"), ("month", "14 октября")):
        await teacher.taps(f"questions-ask.{key}", meant)
        teacher.sees("questions-echo", meant)
        await teacher.taps("questions-echo.again")
    await teacher.taps("questions-ask.tomorrow")
    await teacher.says("17.09")
    teacher.sees("questions-echo", "17 сентября 2026, чт")
    await teacher.taps("questions-echo.yes")
    (row,) = await town.all(select(Activity))
    assert str(row.on_date) == "2026-09-17"


async def test_a_day_gone_by_is_remarked_and_kept(town: Town) -> None:
    teacher = await at_the_date(town)
    await teacher.says("1 сентября 2026")
    teacher.sees("questions-past")
    await teacher.taps("questions-echo.yes")
    teacher.sees("plan-ask-presenting")


async def test_another_form_is_named_in_own_words(town: Town) -> None:
    teacher = await at_the_date(town)
    await teacher.taps("questions-ask.tomorrow")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("questions-ask.option", "Другая форма")
    teacher.hears_toast("questions-own-words")
    await teacher.says("Круглый стол <для коллег>")
    await teacher.taps("plan-open", "№ 1")
    teacher.sees("plan-activity", "Круглый стол <для коллег>")
    (row,) = await town.all(select(Activity))
    assert row.presenting == "Круглый стол <для коллег>"


async def test_a_double_tap_answers_once(town: Town) -> None:
    teacher = await begins(town)
    await teacher.says("Конференция")
    await teacher.taps("questions-ask.option", "Методические", times=2)
    await teacher.taps("questions-ask.done", times=2)
    teacher.hears_toast("plan-activity-outdated")
    await teacher.taps("questions-ask.option", "ЦНППМ", times=2)
    teacher.hears_toast("plan-activity-outdated")
    teacher.sees("plan-ask-level")
    (row,) = await town.all(select(Activity))
    assert (row.competencies, row.organiser) == (["method"], "centre")


async def test_a_last_answer_tapped_twice_makes_one_row(town: Town) -> None:
    teacher = await at_the_date(town)
    await teacher.taps("questions-ask.tomorrow")
    await teacher.taps("questions-echo.yes", times=2)
    await teacher.taps("questions-ask.option", "Публикация", times=2)
    teacher.sees("plan-count", "1 из 5")
    (row,) = await town.all(select(Activity))
    assert row.state is ActivityState.PLANNED


async def test_adding_twice_goes_on_with_one_draft(town: Town) -> None:
    teacher, _ = await town.pair()
    await takes_a_year(teacher)
    await teacher.taps("plan.add", times=3)
    assert len(await town.all(select(Activity))) == 1


async def test_x08_the_lowest_competency_stands_first_and_a_strong_one_says_why(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.begin")
    await answers_all(teacher, weak_from=8, weak_to=16)
    await takes_a_year(teacher)
    await teacher.taps("plan.add")
    await teacher.says("Конференция")
    first = teacher.last["reply_markup"]["inline_keyboard"][0][0]["text"]
    assert first == "Методические (дефицит: высокий)"
    teacher.sees("plan-ask-competencies", "(п. 4.4)")
    await develops(teacher, "Предметные")
    teacher.sees("plan-ask-growth")
    await teacher.taps("questions-ask.option", "Это моя точка роста")
    await teacher.taps("questions-ask.skip")
    await teacher.taps("questions-ask.skip")
    await teacher.taps("questions-ask.tomorrow")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("questions-ask.option", "Открытый урок")
    await teacher.taps("plan-open")
    teacher.sees("plan-strong", "уровень компетенции: высокий")
    teacher.sees("plan-activity-growth", "Это моя точка роста")


async def test_x08_a_strong_competency_without_a_word_why_is_warned_of_and_never_forbidden(
    town: Town,
) -> None:
    teacher, _ = await town.pair()
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.begin")
    await answers_all(teacher, weak_from=40, weak_to=40)
    await takes_a_year(teacher)
    await teacher.taps("plan.add")
    await teacher.says("Конференция")
    await develops(teacher, "Предметные")
    teacher.sees("plan-ask-growth")
    for _ in range(3):
        await teacher.taps("questions-ask.skip")
    await teacher.taps("questions-ask.tomorrow")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("questions-ask.option", "Открытый урок")
    await teacher.taps("plan-open")
    teacher.sees("plan-strong")
    (row,) = await town.all(select(Activity))
    assert (row.state, row.growth) == (ActivityState.PLANNED, "")


async def answers_all(teacher: Guest, *, weak_from: int, weak_to: int) -> None:
    """Forty answers: the lowest step inside the range, the highest elsewhere; then on to the result."""
    for number in range(40):
        keyboard = [row[0] for row in teacher.last["reply_markup"]["inline_keyboard"][:4]]
        step = 0 if weak_from <= number < weak_to else 3
        await teacher.taps_again(teacher.last["message_id"], keyboard[step]["callback_data"])
    for _ in range(2):
        await teacher.taps("diagnosis-notes.on")
    await teacher.taps("diagnosis-conclusion.agree")


async def test_forty_rows_are_enough(town: Town) -> None:
    teacher, _ = await town.pair()
    await plans(teacher, 1)
    async with town.app.sessions() as session, session.begin():
        for number in range(39):
            row = Activity(route_id=1, author_id=teacher.person_id, created_at=town.now, title=f"№ {number}")
            row.state, row.on_date, row.competencies = ActivityState.PLANNED, town.today, ["method"]
            session.add(row)
    await teacher.taps("plan.add")
    teacher.hears_toast("plan-enough")


async def test_the_longest_plan_is_still_shown(town: Town) -> None:
    teacher, _ = await town.pair()
    await takes_a_year(teacher)
    for _ in range(3):
        await adds(teacher, "<" * 200)
    teacher.sees("plan-count", "3 из 5", among_last=5)
