"""S-18.6 and the clock: a mentor leaves and is replaced, the log stays; a gentle word; the end coming."""

from datetime import date, timedelta

from sqlalchemy import select

from models.mentoring import Mentorship
from models.mentoring_member import MentorshipState
from models.people import Appointment, Role
from tests.stories.mentors import PROBLEM, meetings, members, pair, programmes, runs
from tests.stories.test_mentoring_end import REPORT, sums_up
from tests.stories.test_mentoring_log import opens
from tests.stories.test_papers import read, sent
from tests.stories.town import Guest, Town


async def meets(mentor: Guest) -> None:
    """A meeting of today is noted."""
    await opens(mentor)
    await mentor.taps("mentoring-card.meeting")
    await mentor.taps("mentoring-meeting.note")


async def test_s_18_6_a_mentor_leaves_another_comes_and_the_log_stays(town: Town) -> None:
    mentor, mentee = await pair(town)
    await runs(town, mentor, mentee)
    other = await town.member("Серов Олег Ильич", Role.MENTOR)
    await meets(mentor)
    await opens(mentor)
    await mentor.taps("mentoring-card.replace")
    await mentor.taps("mentoring-people.add", "Серов", times=2)
    assert len(await members(town)) == 3
    other.sees("mentoring-replaced", "Теперь Вы наставник", PROBLEM, among_last=1)
    mentee.sees("mentoring-replaced", "Серов О. И.", "Орлова М. С.", among_last=1)
    await other.taps("mentoring-open")
    other.sees("mentoring-progress", "встречи 1 из 1", among_last=1)
    await other.taps("mentoring-met.log")
    other.button("mentoring-log-line", "Орлова М. С.")
    await meets(other)
    assert [one.author_id for one in await meetings(town)] == [mentor.person_id, other.person_id]
    assert (await programmes(town))[0].state is MentorshipState.ACTIVE
    await mentor.says("/menu")
    await mentor.taps("mentoring-menu")
    assert not mentor.has_button("mentoring-line")


async def test_the_deputy_head_names_another_when_the_office_has_ended(town: Town) -> None:
    deputy = await town.member("Юдина Вера Ильинична", Role.DEPUTY_HEAD)
    mentor, mentee = await pair(town)
    await runs(town, mentor, mentee)
    other = await town.member("Серов Олег Ильич", Role.MENTOR)
    async with town.app.sessions() as session, session.begin():
        office = (
            await session.scalars(select(Appointment).where(Appointment.person_id == mentor.person_id))
        ).one()
        office.until = town.today
    town.set_local(town.today + timedelta(days=1), 18)
    assert await town.tick() == 1
    deputy.sees("mentoring-gone", "Орлова М. С.", PROBLEM, among_last=1)
    assert await town.tick() == 0
    await deputy.taps("mentoring-gone.replace")
    await deputy.taps("mentoring-people.add", "Серов")
    deputy.sees("mentoring-replaced-now", "Серов О. И.", among_last=1)
    mentor.sees("mentoring-replaced", "вместо Вас", among_last=1)
    assert not mentor.has_button("mentoring-open")
    mentee.sees("mentoring-replaced", among_last=1)
    other.sees("mentoring-replaced", "Теперь Вы", among_last=1)
    await deputy.says("/menu")
    await deputy.taps("mentoring-menu")
    deputy.sees("mentoring", "Все программы школы", among_last=1)
    await deputy.taps("mentoring.school")
    deputy.button("mentoring-school-line", "Серов О. И.")
    assert not deputy.has_button("mentoring.begin")


async def test_nobody_else_replaces_and_nobody_of_another_school_comes(town: Town) -> None:
    mentor, mentee = await pair(town)
    made = await runs(town, mentor, mentee)
    away = await town.member("Чужов Пётр Ильич", Role.MENTOR, Role.DEPUTY_HEAD, organisation="Школа № 9")
    place = (await members(town))[0]
    for guest in (mentee, away):
        data = f"mt:comes:{made.id}:{made.version}:{place.id}.{away.person_id}"
        await guest.taps_again(guest.last["message_id"], data)
        guest.hears_toast("refusal-not-yours")
        await guest.taps_again(guest.last["message_id"], f"mt:replace:{made.id}:{made.version}:")
        guest.hears_toast("refusal-not-yours")
    await opens(mentor)
    await mentor.taps("mentoring-card.replace")
    mentor.sees("mentoring-replace-by", "некем", among_last=1)
    for value in (f"{place.id}.{away.person_id}", "x.1", "1", ""):
        await mentor.taps_again(mentor.last["message_id"], f"mt:comes:{made.id}:{made.version}:{value}")
        mentor.hears_toast("refusal-not-yours")
    await mentee.taps_again(mentee.last["message_id"], "go:mentoring.school")
    mentee.hears_toast("refusal-not-yours")
    assert len(await members(town)) == 2


async def test_who_leads_the_school_finds_what_is_over_with_its_papers(town: Town) -> None:
    head = await town.member("Юдин Пётр Ильич", Role.HEAD)
    mentor, mentee = await pair(town)
    made = await runs(town, mentor, mentee)
    await sums_up(mentor)
    await mentee.taps("mentoring-own-words.none")
    away = await town.member("Чужов Пётр Ильич", Role.HEAD, organisation="Школа № 9")
    await head.says("/menu")
    await head.taps("mentoring-menu")
    await head.taps("mentoring.school")
    assert not head.has_button("mentoring-school-line")
    await head.taps("mentoring-school.over")
    await head.taps("mentoring-school-line", "Орлова М. С.")
    head.sees("mentoring-card", PROBLEM, "завершена", "Цель достигнута", among_last=1)
    assert REPORT not in head.last_text
    await head.taps("mentoring-read-note.word")
    assert PROBLEM in read(town, sent(head))
    head.sees("mentoring-card", "завершена", among_last=1)
    await head.taps("mentoring-read-plan.pdf")
    assert sent(head)["file_name"] == "План наставничества Иванова Г. П.pdf"
    for data in (f"mt:read:{made.id}:1:", f"mt:pdf:{made.id}:1:note", f"mt:earlier:{made.id}:1:"):
        await mentee.taps_again(mentee.last["message_id"], data.replace("pdf", "replace"))
        mentee.hears_toast("refusal-not-yours")
        await away.taps_again(away.last["message_id"], data)
        assert PROBLEM not in away.last_text


async def test_many_that_are_over_come_by_pages(town: Town) -> None:
    head = await town.member("Юдин Пётр Ильич", Role.HEAD)
    mentor, mentee = await pair(town)
    made = await runs(town, mentor, mentee)
    async with town.app.sessions() as session, session.begin():
        kept = (await session.scalars(select(Mentorship))).one()
        kept.state = MentorshipState.CLOSED
        columns = {one.name for one in Mentorship.__table__.columns} - {"id", "version"}
        alike = {name: getattr(kept, name) for name in columns}
        session.add_all(Mentorship(**alike, members=[], answers=[]) for _ in range(21))
    await head.says("/menu")
    await head.taps("mentoring-menu")
    await head.taps("mentoring.school")
    await head.taps("mentoring-school.over")
    assert len(head.last["reply_markup"]["inline_keyboard"]) > 20
    first = head.last["message_id"]
    await head.taps("mentoring-school-over.earlier")
    assert head.has_button("mentoring-school-line") and not head.has_button("mentoring-school-over.earlier")
    await head.taps_again(first, f"mt:read:{made.id}:{made.version}:")
    head.sees("mentoring-card", PROBLEM, among_last=1)


async def test_of_two_mentors_the_one_who_leaves_is_asked_for(town: Town) -> None:
    deputy = await town.member("Юдина Вера Ильинична", Role.DEPUTY_HEAD)
    mentor, mentee = await pair(town)
    second = await town.member("Серов Олег Ильич", Role.MENTOR)
    third = await town.member("Лосева Анна Петровна", Role.MENTOR)
    await runs(town, mentor, mentee)
    await deputy.says("/menu")
    await deputy.taps("mentoring-menu")
    await deputy.taps("mentoring.school")
    await deputy.taps("mentoring-school-line")
    await deputy.taps("mentoring-card.replace")
    await deputy.taps("mentoring-people.add", "Серов")
    assert [
        one.person_id for one in await members(town) if one.until is None and one.role is Role.MENTOR
    ] == [second.person_id]
    await second.taps("mentoring-open")
    await second.taps("mentoring-card.replace")
    await second.taps("mentoring-people.add", "Лосева")
    third.sees("mentoring-replaced", "Теперь Вы", among_last=1)


async def test_a_month_without_meetings_is_a_gentle_word_once_a_month(town: Town) -> None:
    mentor, mentee = await pair(town)
    await runs(town, mentor, mentee)
    town.set_local(date(2026, 10, 14), 18)
    assert await town.tick() == 0, "it runs since 15 September"
    town.set_local(date(2026, 10, 15), 12)
    assert await town.tick() == 0, "not before the hour of reminders"
    town.set_local(date(2026, 10, 15), 18)
    assert await town.tick() == 1
    mentor.sees("mentoring-quiet", PROBLEM, among_last=1)
    assert await town.tick() == 0
    town.set_local(date(2026, 10, 16), 18)
    assert await town.tick() == 0
    await mentor.taps("mentoring-card.meeting")
    await mentor.taps("mentoring-meeting.note")
    town.set_local(date(2026, 11, 15), 18)
    assert await town.tick() == 0
    town.set_local(date(2026, 11, 16), 18)
    assert await town.tick() == 1
    town.set_local(date(2026, 12, 16), 18)
    assert await town.tick() == 1
    mentor.sees("mentoring-quiet", "16 октября", among_last=1)


async def test_the_end_is_announced_a_week_before_and_once_after(town: Town) -> None:
    mentor, mentee = await pair(town)
    made = await runs(town, mentor, mentee)
    assert made.ends_on is not None
    town.set_local(made.ends_on - timedelta(days=7), 18)
    await town.tick()
    mentor.sees("mentoring-ends", "14 марта 2027", "рассчитана", among_last=2)
    town.set_local(made.ends_on + timedelta(days=1), 18)
    await town.tick()
    mentor.sees("mentoring-ends", "был по 14 марта", among_last=2)
    told = len(mentor.heard)
    town.set_local(made.ends_on + timedelta(days=2), 18)
    await town.tick()
    assert len(mentor.heard) == told


async def test_a_programme_in_english_has_no_russian_in_it(town: Town) -> None:
    mentor, mentee = await pair(town)
    await runs(town, mentor, mentee)
    await mentor.says("/lang")
    await mentor.taps_again(mentor.last["message_id"], "la:en")
    await opens(mentor)
    mentor.sees("mentoring-card", "running", among_last=1)
