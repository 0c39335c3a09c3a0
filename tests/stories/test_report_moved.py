"""«Перенесли»: the new day is typed, tapped or picked, echoed, kept; the team hears once (S-08)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.stories.town import Guest, Town
from tests.stories.walking import activity, walks

TITLE = "Вебинар «Смысловое чтение»"


async def moving(town: Town) -> tuple[Guest, Guest]:
    """A teacher who is asked to which day yesterday's webinar was moved; and the tutor."""
    teacher, tutor = await town.pair()
    await walks(town, teacher, (TITLE, town.today - timedelta(days=1)))
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-was.moved")
    teacher.sees("report-moved", TITLE)
    return teacher, tutor


async def test_a_typed_day_is_echoed_and_the_team_hears_after_yes(town: Town) -> None:
    teacher, tutor = await moving(town)
    await teacher.says("через неделю")
    teacher.sees("questions-echo", "21 сентября 2026, пн", among_last=1)
    assert (await activity(town, TITLE)).on_date == town.today - timedelta(days=1)
    assert "report-told-moved" not in town.text.said
    await teacher.taps("questions-echo.yes")
    teacher.sees("report-moved-kept", among_last=1)
    assert (await activity(town, TITLE)).on_date == town.today + timedelta(days=7)
    tutor.sees("report-told-moved")


@pytest.mark.parametrize(("typed", "key"), [("31.02", "date-impossible"), ("вчера", "date-too-early")])
async def test_a_day_that_cannot_be_is_refused_and_the_question_stays(
    town: Town, typed: str, key: str
) -> None:
    teacher, _ = await moving(town)
    await teacher.says(typed)
    teacher.sees(key, among_last=1)
    teacher.sees("report-moved", TITLE, among_last=1)


async def test_a_day_is_picked_from_the_calendar_and_a_second_tap_tells_the_team_once(town: Town) -> None:
    teacher, tutor = await moving(town)
    await teacher.taps("month.open")
    await teacher.taps("month.later")
    await teacher.taps("month.day", "17")
    teacher.sees("questions-weekend", among_last=1)
    before = len(tutor.heard)
    await teacher.taps("questions-echo.yes", times=2)
    assert (await activity(town, TITLE)).on_date == date(2026, 10, 17)
    assert len(tutor.heard) == before + 1


async def test_a_day_outside_the_term_is_warned_about(town: Town) -> None:
    teacher, _ = await moving(town)
    await teacher.says("01.12.2028")
    teacher.sees("plan-outside", among_last=1)


async def test_the_way_back_and_cancel_change_nothing(town: Town) -> None:
    teacher, _ = await moving(town)
    await teacher.taps("questions-ask.leave")
    teacher.sees("report-was", TITLE, among_last=1)
    await teacher.taps("report-was.moved")
    await teacher.says("/cancel")
    teacher.sees("menu-cancelled", among_last=1)
    await teacher.says("завтра")
    teacher.sees("anything-text", among_last=1)
    assert (await activity(town, TITLE)).on_date == town.today - timedelta(days=1)


async def test_an_old_button_says_what_is_and_moves_nothing(town: Town) -> None:
    teacher, _ = await moving(town)
    await teacher.taps("questions-ask.tomorrow")
    message, data = teacher.button("questions-echo.yes")
    await teacher.taps("questions-echo.yes")
    await teacher.taps("report-moved-kept.change")
    await teacher.taps("questions-ask.week")
    await teacher.taps("questions-echo.yes")
    await teacher.taps_again(message["message_id"], data)
    teacher.hears_toast("plan-activity-outdated")
    assert (await activity(town, TITLE)).on_date == town.today + timedelta(days=7)


async def test_what_was_held_meanwhile_is_not_moved(town: Town) -> None:
    teacher, _ = await moving(town)
    message, data = teacher.button("questions-ask.tomorrow")
    held = (await activity(town, TITLE)).id
    await teacher.taps_again(message["message_id"], f"ac:held:{held}:1:")
    await teacher.taps_again(message["message_id"], data)
    teacher.hears_toast("refusal-outdated")
    assert (await activity(town, TITLE)).on_date == town.today - timedelta(days=1)


async def test_somebody_elses_activity_cannot_be_moved(town: Town) -> None:
    teacher, tutor = await moving(town)
    await teacher.says("завтра")
    _, data = teacher.button("questions-echo.yes")
    await tutor.says("/menu")
    await tutor.taps_again(tutor.last["message_id"], data)
    tutor.hears_toast("refusal-not-yours")
    assert (await activity(town, TITLE)).on_date == town.today - timedelta(days=1)


async def test_a_period_is_moved_whole(town: Town) -> None:
    teacher, tutor = await moving(town)
    found = await activity(town, TITLE)
    async with town.app.sessions() as session, session.begin():
        merged = await session.merge(found)
        merged.starts_on = town.today - timedelta(days=3)
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-was.moved")
    await teacher.says("1 октября")
    await teacher.taps("questions-echo.yes")
    found = await activity(town, TITLE)
    assert (found.starts_on, found.on_date) == (date(2026, 10, 1), date(2026, 10, 3))
    tutor.sees("report-told-moved", "11 сентября 2026, пт", "1 октября 2026, чт")
