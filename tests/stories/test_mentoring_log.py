"""S-18.4, X48, R4-015: a meeting is noted in two taps and counts for who was there; the plan and its marks."""

from datetime import timedelta

from sqlalchemy import select

from models.mentoring_log import MentorshipRow, Presence
from models.people import Role
from tests.stories.mentors import group, meetings, pair, runs
from tests.stories.town import Guest, Town


async def presences(town: Town) -> list[Presence]:
    """Who was at which meeting."""
    return await town.all(select(Presence).order_by(Presence.id))


async def rows(town: Town) -> list[MentorshipRow]:
    """The rows of every plan."""
    return await town.all(select(MentorshipRow).order_by(MentorshipRow.id))


async def opens(guest: Guest) -> None:
    """From the menu to the card of the only programme."""
    await guest.says("/menu")
    await guest.taps("mentoring-menu")
    await guest.taps("mentoring-line")


async def plans(mentor: Guest, responsible: str = "Иванова") -> None:
    """One row of the plan, four taps."""
    await opens(mentor)
    await mentor.taps("mentoring-card.plan")
    await mentor.taps("mentoring-plan.add")
    await mentor.taps("questions-ask.option", "Предмет и методика")
    await mentor.taps("questions-ask.option", "Открытый урок")
    await mentor.taps("questions-ask.month")
    await mentor.taps("questions-echo.yes")
    await mentor.taps("questions-ask.option", responsible)


async def test_s_18_4_x48_a_common_meeting_noted_once_counts_for_who_was_there(town: Town) -> None:
    mentor, mentees = await group(town)
    await runs(town, mentor, *mentees)
    await opens(mentor)
    await mentor.taps("mentoring-card.meeting")
    mentor.sees("mentoring-meeting", "14 сентября", among_last=1)
    await mentor.taps("mentoring-meeting.who", "Котов")
    heard = len(mentees[2].heard)
    await mentor.taps("mentoring-meeting.note", times=2)
    mentor.hears_toast("mentoring-outdated")
    assert len(await meetings(town)) == 1 and len(await presences(town)) == 3
    for one in mentees[:2]:
        one.sees("mentoring-met-told", "Орлова М. С.", among_last=1)
    assert len(mentees[2].heard) == heard
    await opens(mentor)
    mentor.sees("mentoring-progress-all", "Встреч: 1", among_last=1)
    await mentor.taps("mentoring-met.log")
    mentor.sees(
        "mentoring-progress", "Иванова Г. П.: встречи 1 из 1", "Котов И. Л.: встречи 0 из 1", among_last=1
    )
    await opens(mentees[0])
    mentees[0].sees("mentoring-progress", "встречи 1 из 1", among_last=1)
    await opens(mentees[2])
    mentees[2].sees("mentoring-progress", "Котов И. Л.", "встречи 0 из 1", among_last=1)
    assert "Иванова Г. П.: встречи" not in mentees[2].last_text


async def test_two_taps_note_a_meeting_of_a_pair_and_a_word_may_follow(town: Town) -> None:
    mentor, mentee = await pair(town)
    await runs(town, mentor, mentee)
    await opens(mentor)
    await mentor.taps("mentoring-card.meeting")
    await mentor.taps("mentoring-meeting.note")
    mentor.hears_toast("mentoring-met-noted")
    await mentor.says("Разобрали урок, договорились о следующем")
    mentor.sees("mentoring-met-words", "Разобрали урок", among_last=1)
    await mentor.sends("photo", "lesson.jpg", caption="Разобрали два урока")
    mentor.sees("mentoring-met-words", "два урока", among_last=1)
    await mentee.taps("mentoring-met-told.add")
    mentee.sees("mentoring-met-add", "слово от себя", among_last=1)
    await mentee.says("Попробую парную работу")
    mentee.sees("mentoring-met-said", "Попробую парную работу", among_last=1)
    (one,) = await meetings(town)
    assert one.photo and one.words == "Разобрали два урока"
    await mentee.sends("photo", "other.jpg")
    assert (await meetings(town))[0].photo == one.photo


async def test_another_day_is_typed_or_tapped_and_a_day_to_come_is_refused(town: Town) -> None:
    mentor, mentee = await pair(town)
    made = await runs(town, mentor, mentee)
    town.wait(days=10)
    await opens(mentor)
    await mentor.taps("mentoring-card.meeting")
    await mentor.says("20 сентября")
    mentor.sees("mentoring-meeting", "20 сентября", among_last=1)
    await mentor.taps("mentoring-meeting.yesterday")
    mentor.sees("mentoring-meeting", "23 сентября", among_last=1)
    await mentor.taps("mentoring-meeting.note")
    assert [one.on_date for one in await meetings(town)] == [town.today - timedelta(days=1)]
    tomorrow = (town.today + timedelta(days=1)).toordinal()
    await mentor.taps_again(mentor.last["message_id"], f"mt:met:{made.id}:{made.version + 1}:3.{tomorrow}")
    assert len(await meetings(town)) == 1
    await opens(mentor)
    await mentor.taps("mentoring-card.meeting")
    message, data = mentor.button("mentoring-meeting.note")
    head, _, _ = data.rpartition(":")
    await mentor.taps_again(message["message_id"], f"{head}:3.{tomorrow}")
    mentor.hears_toast("mentoring-meeting-future")
    await mentor.taps_again(message["message_id"], f"{head}:1.{town.today.toordinal()}")
    mentor.hears_toast("mentoring-meeting-nobody")
    for forged in ("", "x.y", "3.", "3.0", "3.99999999"):
        await mentor.taps_again(message["message_id"], f"{head}:{forged}")
        mentor.hears_toast("refusal-not-yours")
    assert len(await meetings(town)) == 1


async def test_mentees_and_strangers_note_nothing_with_forged_taps(town: Town) -> None:
    mentor, mentee = await pair(town)
    made = await runs(town, mentor, mentee)
    other = await town.member("Серов Олег Ильич", Role.MENTOR)
    day = town.today.toordinal()
    for guest in (mentee, other):
        await guest.taps_again(guest.last["message_id"], f"mt:met:{made.id}:{made.version}:3.{day}")
        guest.hears_toast("refusal-not-yours")
    await opens(mentor)
    await mentor.taps("mentoring-card.meeting")
    await mentor.taps("mentoring-meeting.note")
    one = (await meetings(town))[0]
    for do in ("open", "off", "plan"):
        await other.taps_again(other.last["message_id"], f"mm:{do}:{one.id}:{one.version}:1")
        other.hears_toast("refusal-not-yours")
    await mentee.taps_again(mentee.last["message_id"], f"mm:off:{one.id}:{one.version}:")
    mentee.hears_toast("refusal-not-yours")
    assert not (await meetings(town))[0].removed


async def test_r4_015_a_row_of_the_plan_is_four_taps_and_a_meeting_carries_it_out(town: Town) -> None:
    mentor, mentees = await group(town)
    await runs(town, mentor, *mentees)
    await plans(mentor)
    mentor.sees("mentoring-plan", "Сделано 0 из 1", among_last=1)
    await opens(mentor)
    await mentor.taps("mentoring-card.meeting")
    await mentor.taps("mentoring-meeting.who", "Котов")
    await mentor.taps("mentoring-meeting.note")
    await mentor.taps("mentoring-met.plan", "Открытый урок")
    assert (await rows(town))[0].done_on == town.today
    await opens(mentees[0])
    mentees[0].sees("mentoring-progress", "план 1 из 1", among_last=1)
    await opens(mentees[2])
    mentees[2].sees("mentoring-progress", "план 0 из 1", among_last=1)
    await mentor.taps("mentoring-met.off", times=2)
    assert (await rows(town))[0].done_on is None
    await opens(mentees[0])
    mentees[0].sees("mentoring-progress", "встречи 0 из 0, план 0 из 1", among_last=1)


async def test_a_row_is_marked_by_hand_changed_and_taken_out(town: Town) -> None:
    mentor, mentee = await pair(town)
    await runs(town, mentor, mentee)
    await plans(mentor)
    await mentor.taps("mentoring-row-line", "Открытый урок")
    mentor.sees("mentoring-row", "Предмет и методика", "Иванова Г. П.", among_last=1)
    await mentor.taps("mentoring-row.done", times=2)
    mentor.hears_toast("mentoring-row-outdated")
    mentor.sees("mentoring-row-done", among_last=1)
    await mentor.taps("mentoring-row.undone")
    await mentor.taps("mentoring-row.date")
    await mentor.says("1 июня 2028")
    mentor.sees("mentoring-row-outside", among_last=1)
    await mentor.taps("questions-echo.yes")
    await mentor.taps("mentoring-row-line", "Открытый урок")
    await mentor.taps("mentoring-row.responsible")
    await mentor.taps("questions-ask.option", "Орлова")
    await mentor.taps("mentoring-row-line", "Открытый урок")
    mentor.sees("mentoring-row", "1 июня 2028", "Орлова М. С.", among_last=1)
    _, data = mentor.button("mentoring-row.remove")
    await mentee.taps_again(mentee.last["message_id"], data.replace(":remove:", ":open:"))
    other = await town.member("Серов Олег Ильич", Role.MENTOR)
    await other.taps_again(other.last["message_id"], data)
    other.hears_toast("refusal-not-yours")
    await mentor.taps("mentoring-row.remove", times=2)
    assert (await rows(town))[0].removed
    await opens(mentor)
    await mentor.taps("mentoring-card.plan")
    mentor.sees("mentoring-plan", "пусто", among_last=1)


async def test_a_plan_begun_is_gone_on_with_and_own_words_are_taken(town: Town) -> None:
    mentor, mentee = await pair(town)
    await runs(town, mentor, mentee)
    await opens(mentor)
    await mentor.taps("mentoring-card.plan")
    await mentor.taps("mentoring-plan.add")
    await mentor.says("Работа с одарёнными детьми")
    await mentor.taps("questions-ask.later")
    town.wait(days=3)
    await opens(mentor)
    await mentor.taps("mentoring-card.plan")
    await mentor.taps("mentoring-plan.add")
    mentor.sees("mentoring-row-activity", among_last=1)
    await mentor.says("Кружок по математике")
    (one,) = await rows(town)
    assert (one.direction, one.activity) == ("Работа с одарёнными детьми", "Кружок по математике")
