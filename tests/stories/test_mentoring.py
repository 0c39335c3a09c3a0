"""S-18, R4-010..R4-016, X30, X49: a programme of mentoring is written by steps and begins with everybody's word."""

from datetime import date

from models.mentoring_member import MentorshipState
from models.people import Role
from tests.stories.mentors import PROBLEM, begins, fills_in, group, members, pair, programmes, runs
from tests.stories.town import Town, buttons


async def test_a_pair_writes_a_note_of_twelve_answers_and_agrees(town: Town) -> None:
    mentor, mentee = await pair(town)
    await begins(mentor, mentee)
    mentor.sees("questions-number", "1 из 12", among_last=1)
    await fills_in(mentor)
    mentor.sees("mentoring-card", PROBLEM, "черновик", among_last=1)
    mentor.sees("mentoring-term", "15 сентября 2026", "14 марта 2027", among_last=1)
    await mentor.taps("mentoring-card.send", times=2)
    mentor.hears_toast("mentoring-is-looked-at")
    mentee.sees("mentoring-asked", PROBLEM, "Орлова М. С.", "согласия", among_last=1)
    await mentee.taps("mentoring-word.agrees", times=2)
    mentee.hears_toast("mentoring-gone-on")
    mentor.sees("mentoring-begun", PROBLEM, among_last=1)
    made = (await programmes(town))[0]
    assert (made.state, made.starts_on, made.ends_on) == (
        MentorshipState.ACTIVE,
        date(2026, 9, 15),
        date(2027, 3, 14),
    )
    assert [one.role for one in await members(town)] == [Role.MENTOR, Role.MENTEE]


async def test_r4_014_x49_the_note_reads_as_twelve_fields_with_directions_of_working_together(
    town: Town,
) -> None:
    mentor, mentee = await pair(town)
    await runs(town, mentor, mentee)
    await mentee.taps("mentoring-card.note")
    fields = ("Проблема", "Цели", "Задачи", "Участники", "Направления взаимодействия", "Форма", "Тип", "Вид")
    mentee.sees(
        "mentoring-note-line", *fields, "Сроки", "Промежуточные", "Планируемые", "Параметры", among_last=1
    )
    assert "наставляемого" not in mentee.last_text
    assert "Посетить и разобрать уроки, Готовить уроки вместе" in mentee.last_text


async def test_s_18_1_two_months_and_thirteen_are_warned_of_with_the_clause_and_need_a_word(
    town: Town,
) -> None:
    mentor, mentee = await pair(town)
    await begins(mentor, mentee)
    await fills_in(mentor, months="2")
    mentor.sees("mentoring-term-short", "от 3 месяцев", "слайд", among_last=1)
    await mentor.taps("mentoring-card.note")
    await mentor.taps("mentoring-note.change")
    await mentor.taps("mentoring-note-which.months")
    await mentor.says("очень долго")
    mentor.sees("mentoring-months-unclear", among_last=1)
    await mentor.says("13 месяцев")
    mentor.sees("mentoring-term-long", "до 1 года", "слайд", among_last=1)
    await mentor.taps("mentoring-card.send")
    mentor.sees("mentoring-reason", among_last=1)
    assert (await programmes(town))[0].state is MentorshipState.DRAFT
    await mentor.says("Учитель выходит из отпуска в середине года")
    assert (await programmes(town))[0].state is MentorshipState.WAITING
    await mentee.taps("mentoring-open")
    await mentee.taps("mentoring-to-card")
    mentee.sees("mentoring-term-reason", "выходит из отпуска", among_last=1)


async def test_s_18_2_a_group_of_one_mentor_and_three_mentees_waits_for_all(town: Town) -> None:
    mentor, mentees = await group(town)
    await begins(mentor, *mentees)
    await fills_in(mentor)
    await mentor.taps("mentoring-card.send")
    for one in mentees[:2]:
        await one.taps("mentoring-word.agrees")
    mentees[0].sees("mentoring-awaited", "Котов", among_last=2)
    assert (await programmes(town))[0].state is MentorshipState.WAITING
    await mentees[2].taps("mentoring-word.agrees")
    assert (await programmes(town))[0].state is MentorshipState.ACTIVE
    for one in (mentor, *mentees[:2]):
        one.sees("mentoring-begun", among_last=1)


async def test_s_18_3_x30_in_the_other_way_the_mentee_presses_that_they_have_read_it(town: Town) -> None:
    mentor, mentee = await pair(town)
    await begins(mentor, mentee, way="acknowledged")
    await fills_in(mentor)
    await mentor.taps("mentoring-card.send")
    mentee.sees("mentoring-asked", "ознакомиться", among_last=1)
    assert not mentee.has_button("mentoring-word.agrees")
    await mentee.taps("mentoring-word.reads")
    assert (await programmes(town))[0].state is MentorshipState.ACTIVE


async def test_a_wish_opens_the_draft_again_and_the_word_of_the_mentor_is_given_anew(town: Town) -> None:
    mentor, mentee = await pair(town)
    await begins(mentor, mentee, way="acknowledged")
    await fills_in(mentor)
    await mentor.taps("mentoring-card.send")
    _, old = mentee.button("mentoring-word.reads")
    await mentee.taps("mentoring-word.wish")
    await mentee.says("Лучше встречаться раз в две недели")
    mentor.sees("mentoring-wished", "раз в две недели", among_last=1)
    await mentee.taps_again(mentee.last["message_id"], old)
    mentee.hears_toast("mentoring-outdated")
    await mentor.taps("mentoring-open")
    mentor.sees("mentoring-wish", "раз в две недели", among_last=1)
    await mentor.taps("mentoring-card.send")
    await mentee.taps("mentoring-word.reads")
    assert (await programmes(town))[0].state is MentorshipState.ACTIVE


async def test_the_note_is_put_off_gone_on_with_a_week_later_and_back_by_one(town: Town) -> None:
    mentor, mentee = await pair(town)
    await begins(mentor, mentee)
    await mentor.says(PROBLEM)
    await mentor.taps("questions-ask.later")
    mentor.sees("mentoring-note-later", "12 вопросов", among_last=1)
    town.wait(days=7)
    await mentor.says("/menu")
    await mentor.taps("mentoring-menu")
    await mentor.taps("mentoring.begin")
    mentor.sees("questions-number", "2 из 12", among_last=1)
    await mentor.taps("questions-ask.back")
    mentor.sees("questions-given", PROBLEM, among_last=1)
    assert len(await programmes(town)) == 1


async def test_the_mentee_writes_along_only_where_it_is_made_jointly(town: Town) -> None:
    mentor, mentee = await pair(town)
    await begins(mentor, mentee)
    await mentee.says("/menu")
    await mentee.taps("mentoring-menu")
    await mentee.taps("mentoring-line")
    await mentee.taps("mentoring-card.go-on")
    await mentee.says(PROBLEM)
    mentee.sees("questions-number", "2 из 12", among_last=1)
    other = await town.member("Серов Олег Ильич", Role.MENTOR)
    third = await town.member("Юдина Вера Ильинична", Role.MENTEE)
    await begins(other, third, way="acknowledged")
    await third.says("/menu")
    await third.taps("mentoring-menu")
    await third.taps("mentoring-line")
    assert not third.has_button("mentoring-card.go-on")
    made = (await programmes(town))[1]
    await third.taps_again(third.last["message_id"], f"mt:pick:{made.id}:{made.version}:0.1")
    third.hears_toast("refusal-outdated")


async def test_strangers_and_forged_taps_are_refused(town: Town) -> None:
    mentor, mentee = await pair(town)
    other = await town.member("Серов Олег Ильич", Role.MENTOR)
    await begins(mentor, mentee)
    await fills_in(mentor)
    await mentor.taps("mentoring-card.send")
    made = (await programmes(town))[0]
    for do in (
        "card",
        "note",
        "assent",
        "take-back",
        "wish",
        "send",
        "fields",
        "people",
        "go-on",
        "remove-yes",
    ):
        await other.taps_again(other.last["message_id"], f"mt:{do}:{made.id}:{made.version}:")
        other.hears_toast("refusal-not-yours")
    await other.taps_again(other.last["message_id"], f"mp:mentor:{made.id}:{made.version}:{other.person_id}")
    other.hears_toast("refusal-not-yours")
    await mentee.taps_again(mentee.last["message_id"], f"mt:remove-yes:{made.id}:{made.version}:")
    mentee.hears_toast("mentoring-is-looked-at")
    assert PROBLEM not in other.last_text
    assert (await programmes(town))[0].state is MentorshipState.WAITING
    await mentee.says("/menu")
    await mentee.taps_again(mentee.last["message_id"], "go:mentoring.begin")
    mentee.hears_toast("refusal-not-yours")


async def test_two_words_at_once_count_both_and_none_twice(town: Town) -> None:
    mentor, mentees = await group(town)
    await begins(mentor, *mentees)
    await fills_in(mentor)
    await mentor.taps("mentoring-card.send")
    taps = [one.button("mentoring-word.agrees") for one in mentees[:2]]
    for one, (message, data) in zip(mentees, taps, strict=False):
        town.telegram.tap(one.telegram_id, message["message_id"], data, forged=True)
    await town.settle()
    assert len([one for one in await members(town) if one.assented_at]) == 3
    await mentees[0].taps_again(taps[0][0]["message_id"], taps[0][1])
    mentees[0].hears_toast("mentoring-assented-already")
    assert (await programmes(town))[0].state is MentorshipState.WAITING


async def test_a_mentor_takes_it_back_and_an_older_yes_does_not_count(town: Town) -> None:
    mentor, mentee = await pair(town)
    await begins(mentor, mentee)
    await fills_in(mentor)
    await mentor.taps("mentoring-card.send")
    message, old = mentee.button("mentoring-word.agrees")
    await mentor.taps("mentoring-card.take-back")
    mentor.hears_toast("mentoring-taken-back")
    await mentor.taps("mentoring-card.send")
    await mentee.taps_again(message["message_id"], old)
    mentee.hears_toast("mentoring-outdated")
    assert (await programmes(town))[0].state is MentorshipState.WAITING


async def test_people_are_added_by_letters_taken_off_and_never_twice(town: Town) -> None:
    mentor, mentee = await pair(town)
    await town.member("Юдина Вера Ильинична", Role.TEACHER)
    second = await town.member("Серов Олег Ильич", Role.MENTOR)
    away = await town.member("Чужова Анна Ильинична", Role.MENTEE, organisation="Школа № 9")
    await begins(mentor, mentee)
    await mentor.taps("questions-ask.later")
    await mentor.taps("mentoring-card.people")
    assert not [one for one in buttons(mentor.last) if "Юдина" in one["text"]]
    await mentor.says("юди")
    await mentor.taps("mentoring-people.add", "Юдина", times=2)
    mentor.hears_toast("mentoring-outdated")
    await mentor.taps("mentoring-people.mentors")
    await mentor.taps("mentoring-people.add", "Серов")
    second_place = [one for one in await members(town) if one.person_id == second.person_id]
    assert [one.role for one in second_place] == [Role.MENTOR]
    await mentor.taps("mentoring-people.mentees")
    await mentor.taps("mentoring-people.in", "Юдина")
    mentor.sees("mentoring-people", "Серов", "Иванова", among_last=1)
    assert "наставляемые: Иванова Г. П.\n" in mentor.last_text
    made = (await programmes(town))[0]
    await mentor.taps_again(mentor.last["message_id"], f"mp:mentee:{made.id}:{made.version}:{away.person_id}")
    mentor.hears_toast("refusal-not-yours")
    assert len([one for one in await members(town) if one.until is None]) == 3


async def test_a_list_of_pupils_is_not_kept(town: Town) -> None:
    mentor, mentee = await pair(town)
    await begins(mentor, mentee)
    await mentor.says("Иванов Пётр 3; Сидорова А. И. 4; Ким Анна 5; Петров К. 2; Ли Вера 4; Орлов Иван 5")
    mentor.sees("mentoring-pupils", among_last=1)


async def test_a_draft_is_taken_out_after_a_question(town: Town) -> None:
    mentor, mentee = await pair(town)
    await begins(mentor, mentee)
    await mentor.taps("questions-ask.later")
    await mentor.taps("mentoring-card.remove")
    await mentor.taps("mentoring-remove.yes")
    mentor.hears_toast("mentoring-removed")
    assert (await programmes(town))[0].state is MentorshipState.REMOVED
    await mentee.says("/menu")
    await mentee.taps("mentoring-menu")
    assert not mentee.has_button("mentoring-line")
