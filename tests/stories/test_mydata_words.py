"""S-19.1: with the consent go the words typed in help requests, needs and mentoring; the facts of others stay."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from models.help_request import HelpState
from models.mentoring import Mentorship
from models.mentoring_member import MentorshipAnswer
from models.need import NeedState
from models.notice import Notice
from models.people import Role
from tests.stories.helping import WORDS, asks, lines, requests, school
from tests.stories.mentors import PROBLEM, begins, fills_in, meetings, members, pair, runs
from tests.stories.test_mentoring_log import opens, presences
from tests.stories.test_need import asks as misses
from tests.stories.test_need import needs
from tests.stories.town import Guest, Town

ANSWER = "Возьмите тему, в которой класс уверен."


async def withdraws(guest: Guest) -> None:
    """By /mydata, asked twice."""
    await guest.says("/mydata")
    await guest.taps("mydata.withdraw")
    guest.sees("mydata-sure", "Ваши слова")
    await guest.taps("mydata-sure.yes")


async def facts_of_notices(town: Town) -> str:
    """Everything that was ever told, as it is kept."""
    found: list[Any] = await town.all(select(Notice))
    return " ".join(str(one.facts) for one in found)


async def test_help_requests_the_teachers_words_go_and_the_answer_of_the_other_stays(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    await asks(teacher, "Белова")
    await deputy.taps("help-request-asked.answer")
    await deputy.says(ANSWER)
    await withdraws(teacher)
    assert [one.text for one in await lines(town)] == ["", ANSWER]
    (request,) = await requests(town)
    assert (request.state, request.addressee_id) == (HelpState.CLOSED, deputy.person_id)
    assert WORDS not in await facts_of_notices(town)
    assert ANSWER in await facts_of_notices(town)
    deputy.sees("help-request-closed", among_last=1)


async def test_help_requests_whoever_answered_takes_their_words_along_and_the_teacher_reads_so(
    town: Town,
) -> None:
    teacher, deputy, _ = await school(town)
    await asks(teacher, "Белова")
    await deputy.taps("help-request-asked.answer")
    await deputy.says(ANSWER)
    await withdraws(deputy)
    assert [one.text for one in await lines(town)] == [WORDS, ""]
    await teacher.says("/menu")
    await teacher.taps("help-request-menu")
    await teacher.taps("help-request-line")
    teacher.sees("help-request-said", "слова удалены", among_last=1)
    assert ANSWER not in await facts_of_notices(town)


async def test_a_question_passed_on_loses_the_words_in_both_copies(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    await asks(teacher, "Белова")
    await deputy.taps("help-request-asked.pass-on")
    await deputy.taps("help-request-whom.person", "Котова")
    assert [one.text for one in await lines(town)] == [WORDS, WORDS]
    await withdraws(teacher)
    assert [one.text for one in await lines(town)] == ["", ""]
    assert [one.state for one in await requests(town)] == [HelpState.PASSED_ON, HelpState.CLOSED]


async def test_needs_the_words_go_the_competency_and_the_count_stay(town: Town) -> None:
    teacher, _ = await town.pair()
    await misses(teacher, "Практикум по оценке проектов в 7 классе")
    await teacher.says("/menu")
    await teacher.taps("need-menu")
    await teacher.taps("need.add")
    await teacher.says("Недописанный запрос о чтении")
    await withdraws(teacher)
    first, draft = await needs(town)
    assert (first.text, first.state, first.competency, first.people) == ("", NeedState.CLOSED, "method", 1)
    assert (draft.text, draft.state) == ("", NeedState.REMOVED)


async def test_mentoring_the_words_go_the_day_and_who_was_there_stay(town: Town) -> None:
    mentor, mentee = await pair(town)
    await runs(town, mentor, mentee)
    await opens(mentor)
    await mentor.taps("mentoring-card.meeting")
    await mentor.taps("mentoring-meeting.note")
    await mentor.says("Разобрали начало урока")
    await withdraws(mentor)
    (meeting,) = await meetings(town)
    assert (meeting.words, meeting.photo, meeting.on_date) == ("", "", town.today)
    assert len(await presences(town)) >= 1
    (made,) = await town.all(select(Mentorship))
    assert made.begun_at is not None
    problem = await town.all(select(MentorshipAnswer).where(MentorshipAnswer.code == "problem"))
    assert [one.value for one in problem] == [PROBLEM], "a note that both have agreed with is a document"
    assert [one.words for one in await members(town)] == ["", ""]


async def test_a_note_that_nobody_has_agreed_with_goes(town: Town) -> None:
    mentor, mentee = await pair(town)
    await begins(mentor, mentee)
    await fills_in(mentor)
    assert await town.all(select(MentorshipAnswer))
    await withdraws(mentor)
    assert await town.all(select(MentorshipAnswer)) == []


async def test_whoever_has_written_nothing_changes_nothing_of_others(town: Town) -> None:
    teacher, _, _ = await school(town)
    await asks(teacher, "Белова")
    other = await town.member("Серова Ольга Юрьевна", Role.TEACHER)
    await withdraws(other)
    assert [one.text for one in await lines(town)] == [WORDS]
    assert [one.state for one in await requests(town)] == [HelpState.OPEN]
