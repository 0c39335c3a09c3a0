"""Feature 62, X17: a reviewer silent for five working days hears a gentle word, then the methodist does; once each."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bot import ticks
from models.notice import Notice, NoticeState
from models.people import Role
from models.plan import Activity
from models.report import Report
from models.review_question import ReviewQuestion
from tests.stories.town import Guest, Town
from tests.stories.walking import report, reported, walks

MONDAY = date(2026, 9, 14)
WORD, PASSED = date(2026, 9, 21), date(2026, 9, 23)
TITLE = "Вебинар о чтении"


async def sent(town: Town, *titles: str) -> tuple[Guest, Guest, Guest]:
    """A teacher, a tutor and a methodist; reports sent on a Monday."""
    methodist = await town.member("Котова Ирина Львовна", Role.METHODIST, organisation="ЦНППМ")
    teacher, tutor = await town.pair()
    names = titles or (TITLE,)
    await walks(town, teacher, *((title, town.today - timedelta(days=1)) for title in names))
    for _ in names:
        await teacher.says("/menu")
        await teacher.taps("menu-report")
        if teacher.has_button("report-line"):
            await teacher.taps("report-line")
        await reported(town, teacher)
    return teacher, tutor, methodist


async def evenings(town: Town, first: date, last: date, *, hour: int = 17) -> list[date]:
    """17:00 of each day; the days on which a word was written."""
    told = []
    day = first
    while day <= last:
        before = len(await words(town))
        town.set_local(day, hour)
        await town.tick()
        await town.tick()
        if len(await words(town)) > before:
            told.append(day)
        day += timedelta(days=1)
    return told


async def words(town: Town) -> list[Notice]:
    """Every word about silence."""
    found: list[Notice] = await town.all(select(Notice).where(Notice.kind.like("silence%")))
    return found


async def test_five_working_days_then_two_more_and_each_hears_once(town: Town) -> None:
    _, tutor, methodist = await sent(town)
    assert await evenings(town, MONDAY, WORD) == [WORD]
    tutor.sees("silence-word", TITLE, "Иванова Г. П.", "14 сентября", among_last=1)
    assert not [one for one in methodist.heard if TITLE in str(one)]
    await tutor.taps("silence-word.open")
    tutor.sees("review-card", TITLE)
    heard = len(tutor.heard)
    assert await evenings(town, WORD, PASSED + timedelta(days=20)) == [PASSED]
    methodist.sees("silence-passed", TITLE, "Решение за: Орлова М. С.", among_last=1)
    assert [one for one in tutor.heard[heard:] if "дольше" in str(one)] == []
    assert {one.kind: one.person_id for one in await words(town)} == {
        "silence-word": tutor.person_id,
        "silence-passed": methodist.person_id,
    }


async def test_a_decision_in_between_spares_the_methodist(town: Town) -> None:
    _, tutor, _ = await sent(town)
    await evenings(town, MONDAY, WORD)
    await tutor.taps("review-card.accept")
    assert await evenings(town, WORD + timedelta(days=1), PASSED + timedelta(days=3)) == []


async def test_several_reports_are_one_message(town: Town) -> None:
    _, tutor, _ = await sent(town, *(f"Семинар № {number}" for number in range(5)))
    town.set_local(WORD, 17)
    await town.tick()
    tutor.sees("silence-word", "Отчёты ждут", among_last=1)
    tutor.sees("silence-more", "И ещё 1 отчёт", among_last=1)
    assert len(await words(town)) == 1


async def test_moved_days_off_and_holidays_are_no_working_days(town: Town) -> None:
    await sent(town)
    found = await report(town, TITLE)
    friday = date(2027, 2, 19)  # then a worked Saturday, a Monday off for it, and the holiday on Tuesday
    async with town.app.sessions() as session, session.begin():
        town.set_local(friday, 12)
        (await session.get_one(Report, found.id)).submitted_at = town.now
    assert await evenings(town, friday, date(2027, 3, 12)) == [date(2027, 3, 1), date(2027, 3, 3)]


async def test_what_is_decided_while_the_word_waits_is_not_told(town: Town) -> None:
    _, tutor, _ = await sent(town)
    town.set_local(WORD, 17)
    assert await ticks.sweep(town.app) >= 1
    town.posting = False
    await tutor.taps("review-card.accept")
    town.posting = True
    await town.settle()
    assert [one.state for one in await words(town)] == [NoticeState.NEEDLESS]


async def test_a_question_to_the_teacher_is_no_silence_and_the_answer_begins_the_days_anew(
    town: Town,
) -> None:
    _, tutor, _ = await sent(town)
    found = await report(town, TITLE)
    async with town.app.sessions() as session, session.begin():
        asked = ReviewQuestion(report_id=found.id, asked_by_id=tutor.person_id, text="Какие приёмы?")
        asked.sent_at, asked.asked_at = found.submitted_at, town.now
        session.add(asked)
    assert await evenings(town, MONDAY, WORD + timedelta(days=7)) == []
    answered = date(2026, 9, 28)
    async with town.app.sessions() as session, session.begin():
        (question,) = await session.scalars(select(ReviewQuestion))
        town.set_local(answered, 12)
        question.say("Три приёма.")
        question.close(town.now)
    assert await evenings(town, answered, date(2026, 10, 9)) == [date(2026, 10, 5), date(2026, 10, 7)]
    tutor.sees("silence-word", "28 сентября", among_last=3)


async def test_a_report_sent_anew_begins_its_days_anew(town: Town) -> None:
    teacher, _, _ = await sent(town)
    town.set_local(date(2026, 9, 18), 12)
    await teacher.taps("report-sent.back")
    await teacher.taps("report-draft.send")
    assert await evenings(town, date(2026, 9, 18), date(2026, 9, 30)) == [
        date(2026, 9, 25),
        date(2026, 9, 29),
    ]


async def test_a_reviewer_on_vacation_is_left_alone_and_the_methodist_still_hears(town: Town) -> None:
    _, tutor, methodist = await sent(town)
    await tutor.says("/remind")
    await tutor.taps("remind.vacation")
    await tutor.says("с 20 сентября по 4 октября")
    before = len(tutor.heard)
    assert await evenings(town, MONDAY, PASSED) == [WORD, PASSED]
    assert not [one for one in tutor.heard[before:] if "дольше" in str(one)]
    methodist.sees("silence-passed", TITLE, among_last=1)


async def test_a_methodist_of_the_team_hears_as_a_reviewer_only(town: Town) -> None:
    from models.route import Route, TeamMember

    _, _, methodist = await sent(town)
    async with town.app.sessions() as session, session.begin():
        route = (await session.scalars(select(Route))).one()
        session.add(
            TeamMember(route_id=route.id, person_id=methodist.person_id, role=Role.METHODIST, since=MONDAY)
        )
    assert await evenings(town, MONDAY, PASSED + timedelta(days=7)) == [WORD]
    methodist.sees("silence-word", TITLE, among_last=2)


@pytest.mark.parametrize("hours", [1, 30, 60])
async def test_down_for_hours_and_a_clock_moved_back_and_forth_each_hears_once(
    town: Town, hours: int
) -> None:
    await sent(town)
    town.set_local(MONDAY, 17)
    await town.tick()
    town.set_local(WORD, 17)
    town.wait(hours=hours)
    if town.now.hour < 4 or town.now.hour > 17:
        town.wait(hours=12)
    for back in (0, 26, -26, 0):
        town.wait(hours=-back)
        await town.tick()
    kinds = [one.kind for one in await words(town)]
    assert kinds.count("silence-word") == 1
    await evenings(town, PASSED, PASSED + timedelta(days=3))
    kinds = [one.kind for one in await words(town)]
    assert (kinds.count("silence-word"), kinds.count("silence-passed")) == (1, 1)


async def test_who_is_not_in_the_bot_is_not_written_to(town: Town) -> None:
    await town.person("Котов Пётр Львович", Role.METHODIST, organisation="ЦНППМ")
    await sent(town)
    await evenings(town, MONDAY, PASSED)
    assert len(await words(town)) == 2
    assert not await town.all(select(Activity).where(Activity.title == ""))
