"""S-14.3: «Уже сделано» and «Перенести» under a reminder, of one thing and of several."""

from datetime import date, timedelta

from sqlalchemy import select

from handlers.callbacks import ReminderTap
from models.final_event import FinalEvent, FinalEventState
from models.plan import Activity, ActivityState
from models.report import Report
from tests.stories.town import Guest, Town
from tests.stories.walking import activity, walks

WEBINAR = date(2026, 9, 25)
TITLE, LESSON = "Вебинар о чтении", "Открытый урок"


async def reminded(town: Town, *titles: str, on: date = WEBINAR, left: int = 1) -> Guest:
    """A teacher who has just been reminded of activities of one day."""
    teacher, _ = await town.pair()
    await walks(town, teacher, *((title, on) for title in titles))
    town.set_local(on - timedelta(days=left), 17)
    await town.tick()
    return teacher


async def test_s_14_3_already_done_of_one_thing_asks_whether_it_was(town: Town) -> None:
    teacher = await reminded(town, TITLE)
    await teacher.taps("reminder-day.done")
    teacher.sees("report-ahead", TITLE)
    await teacher.taps("report-was.held", times=2)
    assert (await activity(town, TITLE)).state is ActivityState.HELD
    assert len(await town.all(select(Report))) == 1


async def test_s_14_3_already_done_opens_the_draft_that_was_begun(town: Town) -> None:
    teacher = await reminded(town, TITLE)
    await teacher.taps("reminder-day.done")
    await teacher.taps("report-was.held")
    await teacher.says("Показали три приёма.")
    await teacher.says("/menu")
    town.set_local(WEBINAR + timedelta(days=6), 17)
    await town.tick()
    teacher.sees("reminder-report", "это завтра", among_last=1)
    assert not teacher.has_button("reminder-day.move")
    await teacher.taps("reminder-day.report")
    teacher.sees("report-draft", TITLE)
    teacher.sees("report-draft-text", "Показали три приёма.")


async def test_s_14_3_move_asks_the_new_date_and_the_old_button_says_so(town: Town) -> None:
    teacher = await reminded(town, TITLE)
    message, data = teacher.button("reminder-day.move")
    await teacher.taps("reminder-day.move")
    teacher.sees("report-moved", TITLE)
    await teacher.says("30 сентября")
    await teacher.taps("questions-echo.yes")
    assert (await activity(town, TITLE)).on_date == date(2026, 9, 30)
    await teacher.taps_again(message["message_id"], data)
    teacher.hears_toast("plan-activity-outdated")
    assert (await activity(town, TITLE)).on_date == date(2026, 9, 30)
    town.set_local(date(2026, 9, 29), 17)
    await town.tick()
    teacher.sees("reminder-activity", "Завтра", "30 сентября", among_last=1)


async def test_s_14_3_of_several_things_it_is_asked_which_one(town: Town) -> None:
    teacher = await reminded(town, TITLE, LESSON)
    await teacher.taps("reminder-day.done")
    teacher.sees("reminder-choose-done")
    await teacher.taps("reminder-choose.back")
    teacher.sees("reminder-activity", "Завтра", TITLE, LESSON)
    await teacher.taps("reminder-day.move")
    teacher.sees("reminder-choose-move")
    await teacher.taps("reminder-choose.line", LESSON)
    teacher.sees("report-moved", LESSON)
    await teacher.says("2 октября")
    await teacher.taps("questions-echo.yes")
    assert (await activity(town, LESSON)).on_date == date(2026, 10, 2)
    assert (await activity(town, TITLE)).on_date == WEBINAR


async def test_s_14_3_what_is_done_meanwhile_is_not_offered(town: Town) -> None:
    teacher = await reminded(town, TITLE, LESSON)
    async with town.app.sessions() as session, session.begin():
        (await session.scalars(select(Activity).where(Activity.title == LESSON))).one().move(
            WEBINAR + timedelta(days=3)
        )
    await teacher.taps("reminder-day.done")
    assert LESSON not in str(teacher.last)
    await teacher.taps("reminder-choose.line", TITLE)
    teacher.sees("report-ahead", TITLE)


async def test_the_choice_of_an_old_reminder_is_answered(town: Town) -> None:
    teacher = await reminded(town, TITLE, LESSON)
    message, data = teacher.button("reminder-day.done")
    town.set_local(WEBINAR + timedelta(days=30), 12)
    await teacher.taps_again(message["message_id"], data)
    teacher.hears_toast("reminder-nothing-left")


async def test_a_stranger_gets_nothing_by_the_buttons_of_somebody_else(town: Town) -> None:
    teacher = await reminded(town, TITLE, LESSON)
    colleague = await town.member("Петров Олег Ильич")
    day = (WEBINAR - timedelta(days=1)).toordinal()
    for do in ("done", "move", "back", "tomorrow"):
        await colleague.taps_again(colleague.last["message_id"], ReminderTap(do=do, day=day).pack())
        colleague.hears_toast("refusal-not-yours")
    assert TITLE not in str(colleague.heard)
    assert teacher.has_button("reminder-day.done")


async def test_a_final_event_leads_to_its_card_and_to_its_date(town: Town) -> None:
    teacher = await reminded(town, TITLE, on=WEBINAR + timedelta(days=60))
    row = await activity(town, TITLE)
    on = WEBINAR + timedelta(days=90)
    async with town.app.sessions() as session, session.begin():
        made = FinalEvent(route_id=row.route_id, title="Мастер-класс", on_date=on, place="Школа № 3")
        made.form, made.level, made.state = "Концерт", "organisation", FinalEventState.PLANNED
        made.created_at = town.now
        session.add(made)
    town.set_local(on - timedelta(days=1), 17)
    await town.tick()
    await teacher.taps("reminder-day.done")
    await teacher.taps("reminder-choose.line", "Мастер-класс")
    teacher.sees("final-event-card", "Мастер-класс", among_last=6)
    async with town.app.sessions() as session, session.begin():
        (await session.scalars(select(Activity))).one().not_done("Болезнь")
    town.set_local(on, 17)
    await town.tick()
    await teacher.taps("reminder-day.move")
    teacher.sees("final-event-ask-date")


async def test_long_titles_leave_the_reminder_short(town: Town) -> None:
    titles = [f"{number}. " + "Семинар о чтении и письме в начальной школе, " * 6 for number in range(7)]
    teacher = await reminded(town, *titles)
    assert len(teacher.last_text) < 1000
    assert len(teacher.last_text.splitlines()) <= 8
    teacher.sees("reminder-more", "ещё 2 дела")


async def test_the_last_day_of_a_period_is_named_as_its_end(town: Town) -> None:
    teacher, _ = await town.pair()
    await walks(town, teacher, ("Курс", WEBINAR))
    async with town.app.sessions() as session, session.begin():
        (await session.scalars(select(Activity))).one().starts_on = WEBINAR - timedelta(days=10)
    town.set_local(WEBINAR - timedelta(days=1), 17)
    await town.tick()
    teacher.sees("reminder-activity", "Завтра заканчивается мероприятие Курс", among_last=1)
