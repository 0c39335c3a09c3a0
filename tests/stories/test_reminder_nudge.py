"""S-08: the evening after an activity the bot asks whether it was."""

from datetime import date, timedelta

from models.plan import ActivityState
from tests.stories.town import Guest, Town
from tests.stories.walking import activity, report, walks

WEBINAR = date(2026, 9, 25)
TITLE = "Вебинар о чтении"


async def asked(town: Town) -> tuple[Guest, Guest]:
    """A teacher and a tutor on the evening after the webinar."""
    teacher, tutor = await town.pair()
    await walks(town, teacher, (TITLE, WEBINAR))
    town.set_local(WEBINAR, 17)
    await town.tick()
    town.set_local(WEBINAR + timedelta(days=1), 17)
    await town.tick()
    return teacher, tutor


async def test_the_day_after_the_bot_asks_and_a_report_is_a_minute_away(town: Town) -> None:
    teacher, _ = await asked(town)
    teacher.sees("report-was", TITLE, "вчера")
    before = len([one for one in teacher.chat if not one["from"]["is_bot"]])
    await teacher.taps("report-was.held")
    await teacher.says("Показали три приёма работы с текстом.")
    await teacher.taps("report-draft.send")
    said = len([one for one in teacher.chat if not one["from"]["is_bot"]]) - before
    assert said <= 5
    assert (await report(town, TITLE)).text == "Показали три приёма работы с текстом."


async def test_was_not_asks_for_the_reason(town: Town) -> None:
    teacher, _ = await asked(town)
    await teacher.taps("report-was.missed")
    teacher.sees("report-missed")


async def test_moved_asks_for_the_date_and_the_question_comes_after_the_new_day(town: Town) -> None:
    teacher, _ = await asked(town)
    await teacher.taps("report-was.moved")
    teacher.sees("report-moved")
    await teacher.says("30 сентября")
    await teacher.taps("questions-echo.yes")
    assert (await activity(town, TITLE)).on_date == date(2026, 9, 30)
    town.set_local(date(2026, 10, 1), 17)
    await town.tick()
    teacher.sees("report-was", TITLE, "вчера", among_last=1)


async def test_it_is_asked_once(town: Town) -> None:
    teacher, _ = await asked(town)
    questions = len(teacher.heard)
    for minutes in (1, 60, 60 * 22):
        town.wait(minutes=minutes)
        await town.tick()
    assert len(teacher.heard) == questions


async def test_late_the_question_names_the_day(town: Town) -> None:
    teacher, _ = await town.pair()
    await walks(town, teacher, (TITLE, WEBINAR))
    town.set_local(WEBINAR + timedelta(days=5), 17)
    await town.tick()
    teacher.sees("report-was", TITLE, "25 сентября 2026, пт", among_last=4)


async def test_many_past_activities_are_three_questions_and_a_way_to_the_rest(town: Town) -> None:
    teacher, _ = await town.pair()
    await walks(town, teacher, *((f"Семинар № {n}", WEBINAR - timedelta(days=n)) for n in range(5)))
    town.set_local(WEBINAR + timedelta(days=1), 17)
    await town.tick()
    words = town.text.said["report-was"]
    assert len([one for one in teacher.heard if any(word in one.get("text", "") for word in words)]) == 3
    teacher.sees("reminder-nudge-more", "2 прошедших мероприятия", among_last=1)
    await teacher.taps("reminder-nudge-more.report")
    teacher.sees("report-choose")


async def test_a_second_tap_on_the_question_changes_nothing(town: Town) -> None:
    teacher, _ = await asked(town)
    message, data = teacher.button("report-was.held")
    await teacher.taps("report-was.held", times=2)
    await teacher.taps_again(message["message_id"], data)
    assert (await activity(town, TITLE)).state is ActivityState.HELD
