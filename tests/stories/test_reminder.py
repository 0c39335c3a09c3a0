"""S-14: soft reminders, once, at their hour, about what is still to be done."""

from datetime import date, timedelta

from sqlalchemy import select

from handlers.callbacks import ReminderTap
from models.final_event import FinalEvent, FinalEventState
from models.notice import Notice
from models.plan import Activity
from models.reminder import Snooze
from tests.stories.town import Guest, Town
from tests.stories.walking import activity, walks

WEBINAR = date(2026, 9, 25)
LESSON = date(2026, 10, 2)


async def walking(town: Town, *activities: tuple[str, date]) -> Guest:
    """A teacher whose route is walked."""
    teacher, _ = await town.pair()
    await walks(town, teacher, *(activities or (("Вебинар о чтении", WEBINAR),)))
    return teacher


def reminders(guest: Guest) -> list[str]:
    """Every reminder in the chat."""
    known = guest.town.text.said.get("reminder-day", set())
    return [one["text"] for one in guest.heard if any(words in one.get("text", "") for words in known)]


async def evening(town: Town, day: date) -> int:
    """17:00 of a day comes."""
    town.set_local(day, 17)
    return await town.tick()


async def test_a_reminder_names_the_day_of_the_week_and_leads_to_the_place(town: Town) -> None:
    teacher = await walking(town)
    await evening(town, WEBINAR - timedelta(days=7))
    teacher.sees("reminder-activity", "Через 7 дней", "Вебинар о чтении", "25 сентября 2026", "пт")
    assert "!" not in teacher.last_text
    assert teacher.has_button("menu-button")
    await teacher.taps("reminder-day.plan")
    teacher.sees("plan")


async def test_s_14_2_two_deadlines_on_one_day_are_one_message(town: Town) -> None:
    teacher = await walking(town, ("Вебинар о чтении", WEBINAR), ("Открытый урок", LESSON))
    await evening(town, WEBINAR)
    assert len(reminders(teacher)) == 1
    teacher.sees("reminder-activity", "Сегодня", "Через 7 дней", "Открытый урок")


async def test_a_final_event_and_a_report_have_their_buttons(town: Town) -> None:
    teacher = await walking(town)
    row = await activity(town, "Вебинар о чтении")
    async with town.app.sessions() as session, session.begin():
        event = FinalEvent(
            route_id=row.route_id,
            title="Мастер-класс",
            on_date=LESSON,
            created_at=town.now,
            state=FinalEventState.PLANNED,
        )
        session.add(event)
        (await session.get_one(Activity, row.id)).hold()
    await evening(town, LESSON - timedelta(days=1))
    teacher.sees("reminder-final-event", "Завтра", "Мастер-класс")
    teacher.sees("reminder-report", "внутренний срок 2 октября 2026", "это завтра")
    await teacher.taps("reminder-day.final-event")
    teacher.sees("final-event")


async def test_s_14_4_the_server_was_down_at_the_hour_and_it_comes_once_after_the_start(town: Town) -> None:
    teacher = await walking(town)
    day = WEBINAR - timedelta(days=7)
    for minute, count in ((50 - 60, 0), (20, 1), (21, 1), (40, 1)):
        town.set_local(day, 17)
        town.wait(minutes=minute)
        await town.tick()
        assert len(reminders(teacher)) == count


async def test_the_night_is_quiet_and_the_morning_tells(town: Town) -> None:
    teacher = await walking(town)
    day = WEBINAR - timedelta(days=7)
    town.set_local(day, 23)
    await town.tick()
    town.set_local(day + timedelta(days=1), 7, 59)
    await town.tick()
    assert not reminders(teacher)
    town.set_local(day + timedelta(days=1), 8)
    await town.tick()
    teacher.sees("reminder-activity", "Через 6 дней")


async def test_s_14_7_an_accepted_report_stops_its_reminders_at_once(town: Town) -> None:
    teacher, tutor = await town.pair()
    await walks(town, teacher, ("Вебинар о чтении", WEBINAR))
    town.set_local(WEBINAR + timedelta(days=1), 12)
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-was.held")
    await evening(town, WEBINAR + timedelta(days=6))
    teacher.sees("reminder-report", "это завтра")
    await teacher.taps("reminder-day.report")
    await teacher.says("Показали три приёма работы с текстом.")
    await teacher.taps("report-draft.send")
    await tutor.taps("review-card.accept")
    told = await town.all(select(Notice).where(Notice.kind == "reminder-day"))
    for days in (7, 8, 14):
        await evening(town, WEBINAR + timedelta(days=days))
    assert len(await town.all(select(Notice).where(Notice.kind == "reminder-day"))) == len(told) == 1


async def test_a_late_report_is_spoken_of_without_blame(town: Town) -> None:
    teacher = await walking(town)
    async with town.app.sessions() as session, session.begin():
        (await session.scalars(select(Activity))).one().hold()
    await evening(town, WEBINAR + timedelta(days=5))
    town.set_local(WEBINAR + timedelta(days=9), 12)
    await town.tick()
    teacher.sees("reminder-report-late", "срок был 2 октября 2026, пт, отчёт можно отправить сейчас")


async def test_s_14_3_remind_me_tomorrow_works_once_however_often_it_is_tapped(town: Town) -> None:
    teacher = await walking(town)
    day = WEBINAR - timedelta(days=7)
    await evening(town, day)
    message, data = teacher.button("reminder-day.tomorrow")
    await teacher.taps("reminder-day.tomorrow", times=2)
    await teacher.taps_again(message["message_id"], data)
    teacher.sees("reminder-put-off", "19 сентября 2026, сб")
    assert not teacher.has_button("reminder-day.tomorrow")
    assert len(await town.all(select(Snooze))) == 1
    for minute in (0, 1, 2):
        town.set_local(day + timedelta(days=1), 17, minute)
        await town.tick()
    assert len(reminders(teacher)) == 1
    teacher.sees("reminder-activity", "Через 6 дней")

    town.wait(days=1)
    await teacher.taps_again(message["message_id"], data)
    teacher.hears_toast("reminder-said-again")
    assert len(await town.all(select(Snooze))) == 1


async def test_what_is_over_tomorrow_cannot_be_put_off(town: Town) -> None:
    teacher = await walking(town)
    await evening(town, WEBINAR)
    assert not teacher.has_button("reminder-day.tomorrow")
    forged = ReminderTap(do="tomorrow", day=WEBINAR.toordinal()).pack()
    await teacher.taps_again(teacher.last["message_id"], forged)
    teacher.hears_toast("reminder-nothing-left")
    assert not await town.all(select(Snooze))


async def test_an_old_button_about_something_done_is_answered(town: Town) -> None:
    teacher = await walking(town)
    await evening(town, WEBINAR - timedelta(days=7))
    message, data = teacher.button("reminder-day.tomorrow")
    town.set_local(WEBINAR + timedelta(days=30), 12)
    await teacher.taps_again(message["message_id"], data)
    teacher.hears_toast("reminder-nothing-left")


async def test_a_button_of_a_reminder_that_never_was_or_of_somebody_else_gives_nothing(town: Town) -> None:
    teacher = await walking(town)
    await evening(town, WEBINAR - timedelta(days=7))
    _, data = teacher.button("reminder-day.tomorrow")
    colleague = await town.member("Петров Олег Ильич")
    await colleague.taps_again(colleague.last["message_id"], data)
    colleague.hears_toast("refusal-not-yours")
    for day in (0, -5, 10**9, WEBINAR.toordinal()):
        await teacher.taps_again(message_id(teacher), ReminderTap(do="tomorrow", day=day).pack())
        teacher.hears_toast("refusal-not-yours")
    assert not await town.all(select(Snooze))


def message_id(guest: Guest) -> int:
    """The bot's last message."""
    return int(guest.last["message_id"])


async def test_a_snooze_says_nothing_needless(town: Town) -> None:
    teacher = await walking(town)
    day = WEBINAR - timedelta(days=7)
    await evening(town, day)
    await teacher.taps("reminder-day.tomorrow")
    async with town.app.sessions() as session, session.begin():
        (await session.scalars(select(Activity))).one().move(WEBINAR + timedelta(days=20))
    assert await evening(town, day + timedelta(days=1)) == 0


async def test_many_lines_are_cut_and_counted(town: Town) -> None:
    teacher = await walking(town, *((f"Семинар № {number}", WEBINAR) for number in range(9)))
    await evening(town, WEBINAR - timedelta(days=1))
    assert teacher.last_text.count("Семинар") == 5
    teacher.sees("reminder-more", "ещё 4 дела")


async def test_reminders_speak_english(town: Town) -> None:
    teacher = await walking(town)
    await teacher.says("/lang")
    await teacher.taps("entry-choose-language.en")
    await evening(town, WEBINAR - timedelta(days=1))
    assert "Tomorrow" in teacher.last_text
    assert "Fri, 25 September 2026" in teacher.last_text


async def test_reminders_are_bulk_and_have_a_key(town: Town) -> None:
    await walking(town)
    await evening(town, WEBINAR - timedelta(days=1))
    (notice,) = await town.all(select(Notice).where(Notice.kind == "reminder-day"))
    assert not notice.urgent
    assert notice.once.startswith("reminder:2026-09-24:")
