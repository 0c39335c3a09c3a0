"""S-14.1: /remind: the days, the hour, how many, a vacation; by buttons, by words, in the reader's language."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from handlers.callbacks import RemindTap
from models.notice import Notice, NoticeState
from models.people import Role
from models.reminder_settings import ReminderSettings, Rungs
from tests.stories.town import Guest, Town
from tests.stories.walking import walks

WEBINAR = date(2026, 9, 25)
"""A Friday."""
TITLE = "Вебинар о чтении"


async def walking(town: Town, *activities: tuple[str, date]) -> Guest:
    """A teacher whose route is walked."""
    teacher, _ = await town.pair()
    await walks(town, teacher, *(activities or ((TITLE, WEBINAR),)))
    return teacher


async def settings(town: Town) -> ReminderSettings:
    """The only settings in town."""
    (found,) = await town.all(select(ReminderSettings))
    return found


async def days(town: Town, teacher: Guest, first: date, last: date, hour: int = 17) -> dict[date, str]:
    """What comes on each of these evenings."""
    told = {}
    day = first
    while day <= last:
        before = len(teacher.heard)
        town.set_local(day, hour)
        await town.tick()
        if len(teacher.heard) > before:
            told[day] = "\n".join(one["text"] for one in teacher.heard[before:])
        day += timedelta(days=1)
    return told


async def chooses(teacher: Guest, where: str, key: str, words: str) -> None:
    """One choice of /remind."""
    await teacher.says("/remind")
    await teacher.taps(where)
    await teacher.taps(key, words)


async def test_the_screen_says_how_it_is_and_leads_everywhere_and_back(town: Town) -> None:
    teacher = await walking(town)
    await teacher.says("/menu")
    await teacher.taps("menu-remind")
    teacher.sees("remind-days", "каждый день, кроме праздников", "17:00", "Отпуск не указан")
    for key in ("remind.days", "remind.hour", "remind.rungs"):
        await teacher.taps(key)
        await teacher.taps("remind-back")
        teacher.sees("remind-days", among_last=1)
    await teacher.taps("remind.days")
    await teacher.taps("remind-days-ask.single")
    await teacher.taps("remind-weekdays-ask.ready")
    await teacher.taps("menu-language")
    await teacher.taps("entry-choose-language.en")
    await teacher.says("/remind")
    teacher.sees("remind-days", "every day but holidays", "Language: English")
    assert not await town.all(select(ReminderSettings))


async def test_s_14_1_only_on_days_off_the_reminder_is_shifted(town: Town) -> None:
    teacher = await walking(town, (TITLE, date(2026, 10, 7)))  # a Wednesday
    await chooses(teacher, "remind.days", "remind-days-ask.usual", "Только по выходным")
    teacher.hears_toast("remind-kept")
    teacher.sees("remind-days", "только по выходным")
    told = await days(town, teacher, date(2026, 9, 15), date(2026, 10, 10))
    assert list(told) == [date(2026, 9, 26), date(2026, 10, 3), date(2026, 10, 4), date(2026, 10, 10)]
    assert "Через 11 дней" in told[date(2026, 9, 26)]
    assert "Через 3 дня" in told[date(2026, 10, 4)]
    assert "было 7 октября" in told[date(2026, 10, 10)]


async def test_s_14_1_on_working_days_the_sunday_before_a_monday_becomes_a_friday(town: Town) -> None:
    teacher = await walking(town, (TITLE, date(2026, 9, 28)))
    await chooses(teacher, "remind.days", "remind-days-ask.usual", "В будни")
    told = await days(town, teacher, date(2026, 9, 14), date(2026, 9, 27))
    assert list(told) == [date(2026, 9, 14), date(2026, 9, 21), date(2026, 9, 25)]
    assert "Через 3 дня" in told[date(2026, 9, 25)]


async def test_a_server_that_was_down_on_friday_speaks_on_monday_morning(town: Town) -> None:
    teacher = await walking(town, (TITLE, date(2026, 9, 28)))
    await chooses(teacher, "remind.days", "remind-days-ask.usual", "В будни")
    await days(town, teacher, date(2026, 9, 14), date(2026, 9, 24))
    assert await days(town, teacher, date(2026, 9, 26), date(2026, 9, 27), hour=12) == {}
    monday = date(2026, 9, 28)
    assert "Сегодня" in (await days(town, teacher, monday, monday, hour=8))[monday]


async def test_single_weekdays_are_switched_and_a_second_tap_does_not_switch_back(town: Town) -> None:
    teacher = await walking(town)
    await teacher.says("/remind")
    await teacher.taps("remind.days")
    await teacher.taps("remind-days-ask.single")
    await teacher.taps("remind-weekdays-ask.day", "Понедельник", times=2)
    teacher.hears_toast("refusal-outdated")
    assert (await settings(town)).weekdays == 0b111_1110
    await teacher.says("/remind")
    teacher.sees("remind-days", "вт, ср, чт, пт, сб, вс")
    for name in ("Вторник", "Среда", "Четверг", "Пятница", "Суббота"):
        await teacher.taps("remind.days")
        await teacher.taps("remind-days-ask.single")
        await teacher.taps("remind-weekdays-ask.day", name)
        await teacher.taps("remind-weekdays-ask.ready")
    await teacher.taps("remind.days")
    await teacher.taps("remind-days-ask.single")
    await teacher.taps("remind-weekdays-ask.day", "Воскресенье")
    teacher.hears_toast("remind-no-day")
    assert (await settings(town)).weekdays == 0b100_0000


async def test_the_hour_is_the_persons_own(town: Town) -> None:
    teacher = await walking(town)
    await chooses(teacher, "remind.hour", "remind-hour-ask.hour", "19:00")
    teacher.sees("remind-hour", "19:00")
    eve = WEBINAR - timedelta(days=1)
    week = WEBINAR - timedelta(days=7)
    assert list(await days(town, teacher, town.today, eve - timedelta(days=1), hour=19)) == [week]
    assert await days(town, teacher, eve, eve, hour=18) == {}
    assert "Завтра" in (await days(town, teacher, eve, eve, hour=19))[eve]
    await teacher.says("/remind")
    await teacher.taps("remind.hour")
    await teacher.taps("remind-hour-ask.usual", "17:00")
    assert await days(town, teacher, eve, eve, hour=20) == {}
    assert "Сегодня" in (await days(town, teacher, WEBINAR, WEBINAR))[WEBINAR]


async def test_an_earlier_hour_chosen_in_the_evening_loses_nothing_and_says_nothing_twice(
    town: Town,
) -> None:
    teacher = await walking(town)
    eve = WEBINAR - timedelta(days=1)
    await chooses(teacher, "remind.hour", "remind-hour-ask.hour", "20:00")
    town.set_local(eve, 18)
    await town.tick()
    await chooses(teacher, "remind.hour", "remind-hour-ask.hour", "12:00")
    await town.tick()
    teacher.sees("reminder-activity", "Завтра", among_last=1)
    await chooses(teacher, "remind.hour", "remind-hour-ask.hour", "19:00")
    assert await days(town, teacher, eve, eve, hour=19) == {}
    assert list(await days(town, teacher, WEBINAR, WEBINAR, hour=19)) == [WEBINAR]


async def test_no_hour_of_the_night_is_offered_or_taken(town: Town) -> None:
    teacher = await walking(town)
    await teacher.says("/remind")
    await teacher.taps("remind.hour")
    shown = str(teacher.last["reply_markup"])
    assert "8:00" in shown and "20:00" in shown
    assert "'7:00'" not in shown and "21:00" not in shown
    for value in ("23", "7", "99", "x", "-1"):
        forged = RemindTap(do="hour", person=teacher.person_id, version=0, value=value).pack()
        await teacher.taps_again(teacher.last["message_id"], forged)
        teacher.hears_toast("refusal-not-yours")
    assert not await town.all(select(ReminderSettings))


@pytest.mark.parametrize(
    ("words", "told"),
    [("Одно, накануне", [WEBINAR - timedelta(days=1), WEBINAR + timedelta(days=1)]), ("Не присылать", [])],
)
async def test_only_the_last_one_or_none(town: Town, words: str, told: list[date]) -> None:
    teacher = await walking(town)
    await chooses(teacher, "remind.rungs", "remind-rungs-ask.one", words)
    found = await days(town, teacher, date(2026, 9, 15), WEBINAR + timedelta(days=3))
    assert list(found) == told


async def test_who_wants_reminders_again_hears_what_waits_and_no_old_rungs_one_by_one(town: Town) -> None:
    teacher = await walking(town)
    await chooses(teacher, "remind.rungs", "remind-rungs-ask.one", "Не присылать")
    await days(town, teacher, date(2026, 9, 15), WEBINAR - timedelta(days=2))
    before = len(teacher.heard)
    await chooses(teacher, "remind.rungs", "remind-rungs-ask.one", "Все")
    await town.tick()
    teacher.sees("reminder-activity", "Послезавтра", among_last=1)
    assert (await settings(town)).rungs is Rungs.ALL
    assert len(teacher.heard) == before + 2


VACATION = (date(2026, 9, 20), date(2026, 10, 4))


async def goes_on_vacation(teacher: Guest, text: str = "с 20 сентября по 4 октября") -> None:
    """Both days in one message."""
    await teacher.says("/remind")
    await teacher.taps("remind.vacation")
    await teacher.says(text)
    teacher.sees("remind-vacation", "20 сентября 2026", "4 октября 2026")


async def test_s_14_1_in_a_vacation_nothing_comes_and_one_summary_on_the_first_evening_after(
    town: Town,
) -> None:
    lesson, talk = date(2026, 10, 6), date(2026, 9, 28)
    teacher = await walking(town, (TITLE, WEBINAR), ("Семинар", talk), ("Открытый урок", lesson))
    await goes_on_vacation(teacher)
    told = await days(town, teacher, date(2026, 9, 15), date(2026, 10, 6))
    first = VACATION[1] + timedelta(days=1)
    assert not [day for day in told if VACATION[0] <= day <= VACATION[1]]
    assert "С возвращением" in told[first]
    assert told[first].count("Отчёт о мероприятии") == 2
    assert "Завтра: мероприятие Открытый урок" in told[first]
    assert "было" not in told[first].replace("срок был", "")
    notices = await town.all(select(Notice).where(Notice.kind.like("reminder%")))
    evening = [one for one in notices if one.once and first.isoformat() in one.once]
    assert len(evening) == 1


async def test_a_vacation_is_asked_day_by_day_and_left_where_one_was(town: Town) -> None:
    teacher = await walking(town)
    await teacher.says("/remind")
    await teacher.taps("remind.vacation")
    teacher.sees("remind-vacation-from")
    await teacher.says("20.09")
    teacher.sees("questions-echo", "20 сентября 2026, вс")
    await teacher.taps("questions-echo.yes", times=2)
    teacher.sees("remind-vacation-to")
    await teacher.taps("questions-ask.later")
    teacher.sees("remind-vacation-begun", "20 сентября")
    assert (await settings(town)).vacation is None
    town.wait(days=3)
    await teacher.taps("remind.vacation")
    teacher.sees("remind-vacation-to")
    await teacher.says("19 сентября")
    teacher.sees("date-too-early")
    await teacher.says("4 октября")
    await teacher.taps("questions-echo.yes")
    teacher.sees("remind-vacation", "20 сентября 2026", "4 октября 2026")
    assert (await settings(town)).vacation == VACATION


async def test_text_that_is_no_day_is_answered_and_a_vacation_has_its_bounds(town: Town) -> None:
    teacher = await walking(town)
    await teacher.says("/remind")
    await teacher.taps("remind.vacation")
    for text in ("<b>скоро</b> 🙂", "31.02", "ъ" * 3500, "с 14 по 1 июля"):
        await teacher.says(text)
        assert not await town.all(select(ReminderSettings))
    await teacher.says("с 1.07.2027 по 1.09.2028")
    teacher.sees("remind-vacation-long")
    assert not await town.all(select(ReminderSettings))
    await teacher.says("/cancel")
    teacher.sees("menu")


async def test_who_comes_back_early_takes_the_vacation_away_and_hears_what_waited(town: Town) -> None:
    teacher = await walking(town)
    await goes_on_vacation(teacher)
    assert await days(town, teacher, date(2026, 9, 20), date(2026, 9, 24)) == {}
    town.set_local(date(2026, 9, 25), 9)
    await teacher.says("/remind")
    await teacher.taps("remind.vacation")
    teacher.sees("remind-vacation-quiet")
    message, data = teacher.button("remind-vacation-ask.none")
    await teacher.taps("remind-vacation-ask.none", times=2)
    assert (await settings(town)).vacation_from is None
    await town.tick()
    teacher.sees("reminder-activity", "Сегодня", among_last=1)
    await teacher.taps_again(message["message_id"], data)
    teacher.hears_toast("refusal-outdated")


async def test_what_waits_in_the_outbox_does_not_reach_the_beach(town: Town) -> None:
    teacher = await walking(town)
    town.posting = False
    town.set_local(WEBINAR - timedelta(days=7), 17)
    await teacher.says("/remind")
    await teacher.taps("remind.vacation")
    from bot import ticks

    assert await ticks.sweep(town.app) == 1
    await teacher.says("с сегодня по 4 октября")
    await teacher.says("18.09 - 04.10")
    teacher.sees("remind-vacation", "4 октября 2026")
    town.posting = True
    await town.settle()
    (notice,) = await town.all(select(Notice).where(Notice.kind == "reminder-day"))
    assert notice.state is NoticeState.NEEDLESS


async def test_a_button_of_somebody_elses_settings_changes_nothing(town: Town) -> None:
    teacher = await walking(town)
    await chooses(teacher, "remind.days", "remind-days-ask.usual", "В будни")
    colleague = await town.member("Петров Олег Ильич", Role.TEACHER)
    for do, value in (("days", "1"), ("weekday", "1"), ("hour", "9"), ("rungs", "none"), ("no-vacation", "")):
        forged = RemindTap(do=do, person=teacher.person_id, version=1, value=value).pack()
        await colleague.taps_again(colleague.last["message_id"], forged)
        colleague.hears_toast("refusal-not-yours")
    strange = RemindTap(do="rungs", person=teacher.person_id, version=1, value="loud").pack()
    await teacher.taps_again(teacher.last["message_id"], strange)
    teacher.hears_toast("refusal-not-yours")
    found = await settings(town)
    assert (found.person_id, found.weekdays, found.version) == (teacher.person_id, 0b1_1111, 1)


async def test_an_old_button_an_hour_later_says_so_and_shows_how_it_is(town: Town) -> None:
    teacher = await walking(town)
    await teacher.says("/remind")
    await teacher.taps("remind.rungs")
    message, data = teacher.button("remind-rungs-ask.one", "Не присылать")
    await teacher.taps("remind-rungs-ask.one", "Одно, накануне")
    town.wait(hours=1)
    await teacher.taps_again(message["message_id"], data)
    teacher.hears_toast("refusal-outdated")
    teacher.sees("remind-rungs", "одно, накануне", among_last=1)


async def test_a_stranger_is_asked_for_the_code(town: Town) -> None:
    guest = await town.person("Петров Олег Ильич", Role.TEACHER)
    await guest.says("/remind")
    assert not await town.all(select(ReminderSettings))
    guest.sees("entry-stranger")


async def test_remind_me_tomorrow_goes_by_the_persons_own_days(town: Town) -> None:
    teacher = await walking(town, (TITLE, date(2026, 10, 7)))
    await chooses(teacher, "remind.days", "remind-days-ask.usual", "Только по выходным")
    town.set_local(date(2026, 9, 27), 12)
    await town.tick()
    await teacher.taps("reminder-day.tomorrow")
    teacher.sees("reminder-put-off", "3 октября 2026, сб")


async def test_a_clock_moved_back_and_forth_says_nothing_twice(town: Town) -> None:
    teacher = await walking(town)
    await chooses(teacher, "remind.hour", "remind-hour-ask.hour", "18:00")
    heard = []
    for left in (9, 7, 8, 7, 1, 7, 1, 0, 1, 0):
        town.set_local(WEBINAR - timedelta(days=left), 18)
        before = len(teacher.heard)
        await town.tick()
        heard += [one["text"] for one in teacher.heard[before:]]
    assert len(heard) == len(set(heard)) == 3


async def test_the_command_stands_in_the_menu_of_both_languages(town: Town) -> None:
    from bot import commands_menu

    await commands_menu.introduce(town.wire, town.text)
    asked = [params for method, params in town.wire.calls if method == "setMyCommands"]
    told = {
        one.get("language_code", ""): {each["command"]: each["description"] for each in one["commands"]}
        for one in asked
    }
    assert told["ru"]["remind"].startswith("Напоминания")
    assert told["en"]["remind"].startswith("Reminders")
