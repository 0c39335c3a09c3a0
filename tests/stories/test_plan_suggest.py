"""Features 19 and 20, X08: suggestions for the lowest competencies; one tap makes a row that only needs its date."""

from sqlalchemy import select

from models.plan import Activity, ActivityState
from tests.stories.planning import plans, takes_a_year
from tests.stories.schools import chooses_months
from tests.stories.test_plan_form import answers_all
from tests.stories.town import Guest, Town


async def asks(town: Town) -> tuple[Guest, Guest]:
    """A teacher without a diagnosis at the suggestions, and the tutor."""
    teacher, tutor = await town.pair()
    await takes_a_year(teacher)
    await teacher.taps("plan.suggest")
    return teacher, tutor


async def rows(town: Town) -> list[Activity]:
    """Every row, in the order of writing."""
    return await town.all(select(Activity).order_by(Activity.id))


async def test_one_tap_makes_a_row_that_only_needs_its_date(town: Town) -> None:
    teacher, _ = await asks(town)
    await teacher.taps("plan-suggest.others")
    teacher.sees("plan-suggest", "Останется указать дату")
    await teacher.taps("plan-suggest.take", "№ 1", times=2)
    teacher.sees("plan-ask-date")
    await teacher.taps("questions-ask.month")
    await teacher.taps("questions-echo.yes")
    teacher.sees("plan-added")
    (row,) = await rows(town)
    assert row.state is ActivityState.PLANNED
    assert row.title and row.kind and row.competencies and row.level and row.presenting


async def test_the_lowest_competency_comes_first_with_its_number(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.begin")
    await answers_all(teacher, weak_from=8, weak_to=16)
    await takes_a_year(teacher)
    await teacher.taps("plan.suggest")
    teacher.sees("plan-suggest-why", "Методические, уровень компетенции: низкий (0 %)")
    first = teacher.last_text.index("1. ")
    assert "Методические" in teacher.last_text[first : teacher.last_text.index("2. ")]
    await teacher.taps("plan-suggest.take", "№ 1")
    await teacher.taps("questions-ask.week")
    await teacher.taps("questions-echo.yes")
    (row,) = await rows(town)
    assert (row.competencies, row.state) == (["method"], ActivityState.PLANNED)


async def test_what_is_in_the_plan_is_not_suggested_again_and_an_old_tap_opens_it(town: Town) -> None:
    teacher, _ = await asks(town)
    message, data = teacher.button("plan-suggest.take", "№ 1")
    title = next(line for line in teacher.last_text.split("\n") if line.startswith("1. "))
    await teacher.taps("plan-suggest.take", "№ 1")
    await teacher.taps("questions-ask.tomorrow")
    await teacher.taps("questions-echo.yes")
    await teacher.says("через месяц")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("plan.suggest")
    assert title not in teacher.last_text
    town.wait(hours=1)
    await teacher.taps_again(message["message_id"], data)
    teacher.sees("plan-activity")
    assert len(await rows(town)) == 1


async def test_all_suggestions_go_round_and_own_words_are_one_tap_away(town: Town) -> None:
    teacher, _ = await asks(town)
    seen = set()
    for _ in range(6):
        seen |= {line[3:] for line in teacher.last_text.split("\n") if line[:2] in ("1.", "2.", "3.")}
        await teacher.taps("plan-suggest.others")
    assert len(seen) == 18
    await teacher.taps("plan-suggest.own")
    teacher.sees("plan-ask-title")


async def test_the_tutor_takes_a_suggestion_into_the_draft(town: Town) -> None:
    teacher, tutor = await town.pair()
    await plans(teacher, 1)
    await tutor.says("/menu")
    await tutor.taps("menu-plans")
    await tutor.taps("plan-waiting.open", "Иванова Г. П.")
    await tutor.taps("plan.suggest")
    await tutor.taps("plan-suggest.others")
    await tutor.taps("plan-suggest.take", "№ 1")
    await tutor.taps("questions-ask.month")
    await tutor.taps("questions-echo.yes")
    tutor.sees("plan-added")
    assert [one.author_id for one in await rows(town)] == [teacher.person_id, tutor.person_id]


async def test_a_stranger_gets_no_suggestions(town: Town) -> None:
    _, _ = await asks(town)
    stranger = await town.member("Чужой Пётр Ильич", organisation="Школа № 5")
    for forged in ("pl:suggest:1:2:0", "pl:take:1:2:method_master"):
        await stranger.taps_again(stranger.last["message_id"], forged)
        stranger.hears_toast("refusal-not-yours")
    assert await rows(town) == []


async def test_r0_011_a_recommendation_of_the_team_is_a_source_of_the_plan(town: Town) -> None:
    teacher, tutor = await town.pair()
    await chooses_months(teacher, "6 месяцев")
    await tutor.says("/menu")
    await tutor.taps("menu-plans")
    await tutor.taps("plan-waiting.open")
    await tutor.taps("recommendation.write")
    await tutor.says("1. Сидорова Аня 4\n2. Петров Коля 3\n3. Ильина Оля 5\n4. Котов Ян 4\n5. Лапин Ия 5")
    tutor.sees("recommendation-pupils")
    await tutor.says("Уроки <коллеги>: работа в парах")
    tutor.sees("recommendation-sent", "Иванова Г. П.")
    teacher.sees("recommendation-told", "Орлова М. С.", "Уроки <коллеги>")
    await teacher.taps("recommendation-told.plan")
    await teacher.taps("plan.suggest")
    teacher.sees("recommendation-line", "Орлова М. С.", "работа в парах")
    await teacher.taps_again(teacher.last["message_id"], "rc:1")
    teacher.hears_toast("refusal-own-work")
