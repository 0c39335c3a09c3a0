"""S-18.5: the mentor reports, the mentees use their own words, the programme is closed, the next one begins."""

from sqlalchemy import select

from models.history import HistoryLine
from models.mentoring_member import MentorshipState
from models.people import Role
from tests.stories.mentors import PROBLEM, group, members, pair, programmes, runs
from tests.stories.test_mentoring_log import opens
from tests.stories.town import Guest, Town

REPORT = "Уроки стали спокойнее, дальше возьмём оценивание"
OWN = "Теперь планирую урок за полчаса"


async def sums_up(mentor: Guest) -> None:
    """From the menu to the mentor's words."""
    await opens(mentor)
    await mentor.taps("mentoring-card.end")
    await mentor.taps("mentoring-end.outcome", "Цель достигнута")
    await mentor.says(REPORT)


async def test_s_18_5_it_is_reported_said_closed_and_the_next_begins_inside_the_same_route(
    town: Town,
) -> None:
    mentor, mentee = await pair(town)
    await runs(town, mentor, mentee)
    await sums_up(mentor)
    mentor.sees("mentoring-end-sent", among_last=1)
    mentee.sees("mentoring-reported", "Цель достигнута", REPORT, among_last=1)
    await mentee.taps("mentoring-reported.own")
    await mentee.says(OWN)
    mentee.sees("mentoring-own-kept", "завершена", among_last=1)
    mentor.sees("mentoring-closed", PROBLEM, among_last=1)
    await mentor.taps("mentoring-open")
    mentor.sees("mentoring-met-said", OWN, among_last=1)
    await mentor.taps("mentoring-next", times=2)
    mentor.sees("mentoring-next-begun", among_last=1)
    first, second = await programmes(town)
    assert (first.state, second.state) == (MentorshipState.CLOSED, MentorshipState.DRAFT)
    assert second.previous_id == first.id
    routes = [one.route_id for one in await members(town) if one.role is Role.MENTEE]
    assert len(routes) == 2 and routes[0] == routes[1] is not None
    verbs = await town.all(select(HistoryLine.verb).where(HistoryLine.route_id == routes[0]))
    assert verbs[-3:] == ["mentoring.begun", "mentoring.reported", "mentoring.closed"]


async def test_the_next_asks_the_problem_anew_and_keeps_what_rarely_changes(town: Town) -> None:
    mentor, mentee = await pair(town)
    await runs(town, mentor, mentee)
    await sums_up(mentor)
    await mentee.taps("mentoring-own-words.none")
    await mentor.taps("mentoring-next")
    mentor.sees("questions-number", "1 из 12", among_last=1)
    await mentor.taps("questions-ask.option", "Оценивание")
    await mentor.taps("questions-ask.later")
    await mentor.taps("mentoring-card.note")
    mentor.sees("mentoring-note-line", "Учитель – учитель", "Прямое", "Раз в неделю", among_last=1)


async def test_a_group_is_closed_with_the_last_word_or_by_the_mentor(town: Town) -> None:
    mentor, mentees = await group(town)
    await runs(town, mentor, *mentees)
    await sums_up(mentor)
    await mentees[0].taps("mentoring-own-words.none", times=2)
    mentees[0].hears_toast("mentoring-said-already")
    await mentees[1].taps("mentoring-reported.own")
    await mentees[1].says(OWN)
    mentees[1].sees("mentoring-own-kept", "остальные", among_last=1)
    await opens(mentor)
    mentor.sees("mentoring-unsaid", "Котов", among_last=1)
    await mentor.taps("mentoring-card.close", times=2)
    assert (await programmes(town))[0].state is MentorshipState.CLOSED
    mentees[2].sees("mentoring-closed", among_last=1)
    assert not mentees[2].has_button("mentoring-next")
    message, data = mentees[2].button("mentoring-own-words.none")
    await mentees[2].taps_again(message["message_id"], data)
    mentees[2].hears_toast("mentoring-gone-on")
    assert [one.words for one in await members(town)] == ["", "", OWN, ""]


async def test_forged_reports_words_and_nexts_are_refused(town: Town) -> None:
    mentor, mentee = await pair(town)
    made = await runs(town, mentor, mentee)
    other = await town.member("Серов Олег Ильич", Role.MENTOR)
    for guest in (mentee, other):
        for do in ("end", "outcome", "close", "next"):
            await guest.taps_again(guest.last["message_id"], f"mt:{do}:{made.id}:{made.version}:reached")
            guest.hears_toast("refusal-not-yours")
    await mentor.taps_again(mentor.last["message_id"], f"mt:outcome:{made.id}:{made.version}:wonderful")
    mentor.hears_toast("refusal-not-yours")
    for do in ("close", "next", "no-words"):
        await mentor.taps_again(mentor.last["message_id"], f"mt:{do}:{made.id}:{made.version}:")
    await mentee.taps_again(mentee.last["message_id"], f"mt:no-words:{made.id}:{made.version}:")
    mentee.hears_toast("mentoring-gone-on")
    assert [one.state for one in await programmes(town)] == [MentorshipState.ACTIVE]


async def test_the_report_survives_a_change_of_mind_and_two_reports_are_one(town: Town) -> None:
    mentor, mentee = await pair(town)
    await runs(town, mentor, mentee)
    await opens(mentor)
    await mentor.taps("mentoring-card.end")
    await mentor.taps("mentoring-end.outcome", "Пока не достигнута")
    await mentor.taps("mentoring-end-words.back")
    await mentor.taps("mentoring-end.outcome", "отчасти")
    town.wait(days=3)
    await mentor.says(REPORT)
    made = (await programmes(town))[0]
    assert (made.outcome, made.report) == ("partly", REPORT)
    await mentor.says(REPORT)
    assert len([one for one in mentee.heard if REPORT in str(one.get("text"))]) == 1
