"""S-05, the teacher's side: the term, the rows, the count of five."""

from datetime import date

import pytest
from sqlalchemy import select

from models.history import HistoryLine
from models.plan import Activity, ActivityState
from models.route import Route
from services.rules import Rules
from tests.stories.planning import adds, develops, names, plans, takes_a_year
from tests.stories.town import Town


async def test_a_term_of_a_year_is_one_tap_and_names_the_school_years(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.taps("menu-plan")
    teacher.sees("plan-bounds", "от 6 месяцев до 2 лет (п. 3.1.3)")
    await teacher.taps("plan-term-choice.months", "1 год: до 14 сентября 2027")
    await teacher.taps("plan-ask-topic.none")
    teacher.sees("plan-term", "14 сентября 2026, пн – 14 сентября 2027, вт", "2026/2027, 2027/2028")
    (route,) = await town.all(select(Route))
    assert (str(route.starts_on), str(route.ends_on)) == ("2026-09-14", "2027-09-14")


@pytest.mark.parametrize(
    ("end", "warning"),
    [
        ("14.02.2027", "не менее 6 месяцев (п. 3.1.3)"),
        ("15.10.2028", "не более 2 лет (п. 3.1.3)"),
    ],
)
async def test_a_term_outside_the_bounds_warns_with_the_clause_and_is_kept(
    town: Town, end: str, warning: str
) -> None:
    teacher, _ = await town.pair()
    await teacher.taps("menu-plan")
    await teacher.taps("plan-term-choice.dates")
    await teacher.says("сегодня")
    await teacher.taps("questions-echo.yes")
    teacher.sees("plan-ask-ends")
    await teacher.says(end)
    assert warning in teacher.last_text
    await teacher.taps("questions-echo.yes")
    await teacher.taps("plan-ask-topic.none")
    teacher.sees("plan-term")
    assert warning in teacher.last_text
    (route,) = await town.all(select(Route))
    assert f"{route.ends_on:%d.%m.%Y}" == end


async def test_an_end_before_the_beginning_is_asked_again(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.taps("menu-plan")
    await teacher.taps("plan-term-choice.dates")
    await teacher.says("1 октября 2026")
    await teacher.taps("questions-echo.yes")
    await teacher.says("30 сентября 2026")
    teacher.sees("date-too-early", "2 октября 2026")
    teacher.sees("plan-ask-ends")
    (route,) = await town.all(select(Route))
    backwards = f"pl:yes:{route.id}:{route.version}:1.{date(2026, 9, 30).toordinal()}"
    await teacher.taps_again(teacher.last["message_id"], backwards)
    teacher.hears_toast("date-too-early")
    await teacher.says("31.05.2027")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("plan-ask-topic.none")
    teacher.sees("plan-term", "1 октября 2026, чт – 31 мая 2027, пн")


async def test_a_strict_regulation_refuses_a_term_and_says_the_bounds(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher, _ = await town.pair()
    found = town.app.rules.regulations.get("udmurtia", 1)
    bounds = {"strict": True, "min_months": None, "max_months": 36}
    strict = found.model_copy(update={"duration": found.duration.model_copy(update=bounds)})
    monkeypatch.setattr(Rules, "of", lambda self, route: strict)
    await teacher.taps("menu-plan")
    teacher.sees("plan-bounds-most", "до 3 лет (п. 3.1.3)")
    _, longest = teacher.button("plan-term-choice.months", "3 года")
    await teacher.taps_again(teacher.last["message_id"], longest.replace(":36", ":37"))
    teacher.hears_toast("plan-term-strict")
    (route,) = await town.all(select(Route))
    assert (route.starts_on, route.ends_on) == (None, None)
    await teacher.taps_again(teacher.last["message_id"], longest)
    await teacher.taps("plan-ask-topic.none")
    teacher.sees("plan-term", "14 сентября 2029")


async def test_the_term_can_be_chosen_anew_and_kept_as_it_is(town: Town) -> None:
    teacher, _ = await town.pair()
    await takes_a_year(teacher)
    await teacher.taps("plan.term")
    await teacher.taps("plan-term-choice.months", "6 месяцев")
    teacher.sees("plan-term", "14 марта 2027")
    await teacher.taps("plan.term")
    await teacher.taps("plan-term-choice.dates")
    teacher.sees("questions-given", "14 сентября 2026")
    await teacher.taps("questions-ask.keep")
    teacher.sees("questions-given", "14 марта 2027")
    await teacher.taps("questions-ask.back")
    teacher.sees("plan-ask-starts")
    await teacher.taps("questions-ask.later")
    teacher.sees("plan-term", "14 марта 2027")


async def test_a_row_is_one_title_and_taps_and_counts(town: Town) -> None:
    teacher, _ = await town.pair()
    await takes_a_year(teacher)
    await adds(teacher, "Вебинар <по> чтению & письму", "20 ноября")
    teacher.sees("plan-added", "Вебинар <по> чтению & письму")
    teacher.sees("plan-count", "1 из 5 (п. 3.1.2)")
    teacher.sees("plan-row", "1. Вебинар <по> чтению & письму – 20 ноября 2026, пт")
    (row,) = await town.all(select(Activity))
    assert (row.state, row.kind, row.competencies) == (ActivityState.PLANNED, "webinar", ["method"])
    assert (row.organiser, row.level, row.presenting) == ("centre", "municipal", "open_lesson")
    assert "plan.added" in {one.verb for one in await town.all(select(HistoryLine))}


async def test_a_row_can_be_opened_changed_and_removed(town: Town) -> None:
    teacher, _ = await town.pair()
    await plans(teacher, 2)
    await teacher.taps("plan-open", "№ 1")
    teacher.sees("plan-activity", "Семинар № 1")
    await teacher.taps("plan-activity.title")
    teacher.sees("questions-given", "Семинар № 1")
    await teacher.says("Мастер-класс")
    teacher.sees("plan-activity", "Мастер-класс")
    await teacher.taps("plan-activity.competencies")
    teacher.sees("questions-picked", "Выбрано: Методические")
    await develops(teacher, "Предметные")
    await teacher.taps("plan-activity.date")
    await teacher.taps("questions-ask.week")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("plan-activity.presenting")
    await teacher.says("Круглый стол")
    teacher.sees("plan-activity", "21 сентября 2026, пн", "Предметные, Методические", "Круглый стол")

    await teacher.taps("plan-activity.remove")
    await teacher.taps("plan-remove.no")
    teacher.sees("plan-activity")
    await teacher.taps("plan-activity.remove")
    await teacher.taps("plan-remove.yes")
    teacher.sees("plan-count", "1 из 5")
    states = [one.state for one in await town.all(select(Activity).order_by(Activity.id))]
    assert states == [ActivityState.REMOVED, ActivityState.PLANNED]


async def test_changing_nothing_leads_back_to_the_card(town: Town) -> None:
    teacher, _ = await town.pair()
    await plans(teacher, 1)
    await teacher.taps("plan-open")
    await teacher.taps("plan-activity.date")
    assert not teacher.has_button("questions-ask.later")
    await teacher.taps("questions-ask.leave")
    teacher.sees("plan-activity", "Семинар № 1")


async def test_a_day_outside_the_term_and_a_weekend_warn_and_do_not_block(town: Town) -> None:
    teacher, _ = await town.pair()
    await takes_a_year(teacher)
    await teacher.taps("plan.add")
    await names(teacher, "Конференция")
    await teacher.says("1 января 2028")
    teacher.sees("questions-holiday", "новогодние каникулы")
    teacher.sees("plan-outside", "14 сентября 2027", "(п. 3.1.3)")
    await teacher.taps("questions-echo.again")
    await teacher.says("14 ноября 2027")
    teacher.sees("questions-weekend")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("questions-ask.option", "Публикация")
    assert "дата вне срока маршрута" in teacher.last_text
    await teacher.taps("plan-open")
    teacher.sees("plan-outside")


async def test_somebody_elses_plan_cannot_be_touched(town: Town) -> None:
    teacher, _ = await town.pair()
    await plans(teacher, 1)
    stranger = await town.member("Чужой Пётр Ильич", organisation="Школа № 5")
    for forged in (
        *(
            "pl:months:1:1:12",
            "pl:add:1:2:",
            "pl:agree:1:2:",
            "pl:dates:1:2:",
            "pl:reason:1:2:",
            "pl:take-back:1:2:",
        ),
        *(
            "ac:open:1:6:",
            "ac:pick:1:6:1.0",
            "ac:done:1:6:2.1",
            "ac:span:1:6:7.",
            "ac:remove-yes:1:6:",
            "ac:later:1:6:",
            "ac:leave:1:6:",
        ),
    ):
        await stranger.taps_again(stranger.last["message_id"], forged)
        stranger.hears_toast("refusal-not-yours")
    assert "Семинар" not in "".join(str(message.get("text")) for message in stranger.heard)
    (row,) = await town.all(select(Activity))
    assert row.state is ActivityState.PLANNED


async def test_a_forged_choice_is_refused(town: Town) -> None:
    teacher, _ = await town.pair()
    await takes_a_year(teacher)
    await teacher.taps("plan.add")
    await teacher.says("Конференция")
    for forged in (
        *(
            "ac:toggle:1:2:2.99",
            "ac:done:1:2:1.0",
            "ac:span:1:2:0.",
            "ac:pick:1:2:99.0",
            "ac:pick:1:2:x",
            "ac:pick:1:2:2.0",
            "ac:pick:1:2:1.99",
            "ac:pick:1:2:1.-1",
            "ac:back:1:2:",
        ),
        *("ac:yes:1:2:7.999999999", "ac:yes:1:2:0.738000", "ac:day:1:2:2.0", "ac:pick:9:2:1.0"),
        *(
            "pl:take:1:2:nothing",
            "pl:suggest:1:2:x",
            "pl:months:1:2:0",
            "pl:months:1:2:x",
            "pl:months:1:2:999999",
        ),
    ):
        await teacher.taps_again(teacher.last["message_id"], forged)
        teacher.hears_toast("refusal-not-yours")
    (row,) = await town.all(select(Activity))
    assert (row.title, row.competencies, row.on_date) == ("Конференция", [], None)


async def test_the_plan_speaks_english_too(town: Town) -> None:
    teacher, _ = await town.pair()
    await plans(teacher, 1)
    await teacher.says("/lang")
    await teacher.taps("entry-choose-language.en")
    assert "Planned: 1 of 5 (п. 3.1.2)" in teacher.last_text
    await teacher.taps("plan.add")
    assert "Question 1 of 7" in teacher.last_text
