"""A day of a question: typed, tapped, picked from the calendar; echoed with its weekday, remarked upon, refused."""

from __future__ import annotations

from datetime import date

import pytest

from tests.stories.town import Guest, Town, buttons
from tests.stories.walking import walks

TITLE = "Вебинар о чтении"


async def asked_when(town: Town) -> Guest:
    """A teacher at «Когда?» of a final event: today is Monday, 14 September 2026."""
    teacher, _ = await town.pair()
    await walks(town, teacher)
    await teacher.says("/menu")
    await teacher.taps("menu-final-event")
    await teacher.taps("final-event.add")
    await teacher.says(TITLE)
    await teacher.taps("questions-ask.option")
    await teacher.taps("questions-ask.option")
    teacher.sees("final-event-ask-date")
    return teacher


async def leafs_to(teacher: Guest, month: str) -> None:
    """From the calendar's month to a later one."""
    for _ in range(12):
        if month in teacher.last_text:
            return
        await teacher.taps("month.later")
    raise AssertionError(teacher.tail())


@pytest.mark.parametrize(
    ("typed", "echoed"),
    [
        ("12 мая", "12 мая 2027, ср"),
        ("завтра", "15 сентября 2026, вт"),
        ("послезавтра", "16 сентября 2026, ср"),
        ("в пятницу", "18 сентября 2026, пт"),
        ("12.05", "12 мая 2027, ср"),
        ("через неделю", "21 сентября 2026, пн"),
        ("05.04.27", "5 апреля 2027, пн"),
    ],
)
async def test_a_day_typed_as_people_type_it_is_echoed_with_its_weekday(
    town: Town, typed: str, echoed: str
) -> None:
    teacher = await asked_when(town)
    await teacher.says(typed)
    teacher.sees("questions-echo", echoed, among_last=1)
    await teacher.taps("questions-echo.again")
    teacher.sees("final-event-ask-date", among_last=1)
    await teacher.says(typed)
    await teacher.taps("questions-echo.yes")
    teacher.sees("final-event-ask-place", among_last=1)


@pytest.mark.parametrize("typed", ["31.02", "32 мая", "12/13"])
async def test_a_day_that_cannot_be_is_refused_with_an_example_and_the_question_stays(
    town: Town, typed: str
) -> None:
    teacher = await asked_when(town)
    await teacher.says(typed)
    teacher.sees("date-impossible", typed, "28.09.2026", among_last=1)
    teacher.sees("final-event-ask-date", among_last=1)


async def test_a_text_that_is_no_day_is_asked_again_with_an_example(town: Town) -> None:
    teacher = await asked_when(town)
    await teacher.says("<b>когда-нибудь</b> 😀")
    teacher.sees("date-unclear", "<b>когда-нибудь</b> 😀", "28.09.2026", among_last=1)
    await teacher.says("когда " * 2000)
    teacher.sees("date-unclear", among_last=1)
    teacher.sees("final-event-ask-date", among_last=1)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("20 сентября", "questions-weekend"),
        ("1 января", "questions-holiday"),
        ("10.09.2026", "questions-past"),
        ("12 мая 2028", "plan-outside"),
    ],
)
async def test_a_weekend_a_holiday_a_past_day_a_day_outside_the_term_are_remarked_and_may_be_kept(
    town: Town, typed: str, key: str
) -> None:
    teacher = await asked_when(town)
    await teacher.says(typed)
    teacher.sees(key, among_last=1)
    await teacher.taps("questions-echo.yes")
    teacher.sees("final-event-ask-place", among_last=1)


async def test_a_day_is_picked_from_the_calendar(town: Town) -> None:
    teacher = await asked_when(town)
    await teacher.taps("month.open")
    teacher.sees("month", "Сентябрь 2026", among_last=1)
    teacher.sees("final-event-ask-date", among_last=1)
    assert not teacher.has_button("month.earlier"), "what is over is not offered"
    await teacher.taps("month.later", "Октябрь 2026")
    await teacher.taps("month.day", "20")
    teacher.sees("questions-echo", "20 октября 2026, вт", among_last=1)
    await teacher.taps("questions-echo.yes")
    teacher.sees("final-event-ask-place", among_last=1)


async def test_the_calendar_leads_back_to_the_question_and_a_typed_day_is_taken_in_it(town: Town) -> None:
    teacher = await asked_when(town)
    await teacher.taps("month.open")
    await teacher.taps("month.back")
    assert teacher.has_button("month.open")
    await teacher.taps("month.open")
    await teacher.says("12 мая")
    teacher.sees("questions-echo", "12 мая 2027, ср", among_last=1)


async def test_a_place_of_the_calendar_without_a_day_says_what_can_be_chosen(town: Town) -> None:
    teacher = await asked_when(town)
    await teacher.taps("month.open")
    await leafs_to(teacher, "Октябрь 2026")
    for key in ("month.none", "month.weekday"):
        await teacher.taps(key, times=2)
        teacher.hears_toast("month-no-day")
        teacher.sees("month", "Октябрь 2026", among_last=1)


async def test_the_calendar_changes_its_language_in_place(town: Town) -> None:
    teacher = await asked_when(town)
    await teacher.taps("month.open")
    await leafs_to(teacher, "Октябрь 2026")
    await teacher.says("/lang")
    await teacher.taps("entry-choose-language.en")
    teacher.sees("month", "October 2026", among_last=1)
    await teacher.taps("month.day", "20")
    teacher.sees("questions-echo", "Tue, 20 October 2026", among_last=1)


async def test_the_calendar_survives_a_restart_and_a_second_tap(town: Town) -> None:
    teacher = await asked_when(town)
    await teacher.taps("month.open", times=2)
    town.wait(days=8)
    await teacher.taps("month.day", "28", times=2)
    teacher.sees("questions-echo", "28 сентября 2026, пн", among_last=1)
    message, data = teacher.button("questions-echo.yes")
    await teacher.taps("questions-echo.yes", times=2)
    teacher.sees("final-event-ask-place", among_last=1)
    await teacher.taps_again(message["message_id"], data)
    teacher.sees("final-event-ask-place", among_last=1)


async def test_a_forged_day_or_month_changes_nothing(town: Town) -> None:
    teacher = await asked_when(town)
    stranger = await town.person("Чужой Пётр Ильич")
    await stranger.says("/start")
    message, data = teacher.button("month.open")
    for value in ("0", "-1", "x", "99999999", str(date.max.toordinal()), "", "738000.5"):
        for verb in ("month", "day", "none", "yes"):
            forged = data.replace(":month:", f":{verb}:").rpartition(".")[0] + f".{value}"
            await teacher.taps_again(message["message_id"], forged)
            await stranger.taps_again(stranger.last["message_id"], forged)
    assert not town.telegram.unanswered()
    assert "refusal-bug" not in town.text.said
    await stranger.says("/start")
    stranger.sees("entry-stranger", among_last=1)


async def test_every_button_of_the_calendar_fits_and_has_a_word(town: Town) -> None:
    teacher = await asked_when(town)
    await teacher.taps("month.open")
    drawn = buttons(teacher.last)
    assert len(drawn) > 20
    assert all(len(one["callback_data"].encode()) <= 64 for one in drawn)
    assert all(any(map(str.isalnum, one["text"])) for one in drawn)


async def test_the_end_of_the_term_is_picked_from_days_behind_its_start(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan-term-choice.dates")
    await teacher.says("1 октября")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("month.open")
    teacher.sees("month", "Октябрь 2026", among_last=1)
    assert not teacher.has_button("month.earlier")
    assert "1" not in [one["text"] for one in buttons(teacher.last)]
    await leafs_to(teacher, "Июнь 2027")
    await teacher.taps("month.day", "30")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("plan-ask-topic.none")
    teacher.sees("plan-term", "30 июня 2027, ср")
