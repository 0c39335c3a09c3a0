"""Feature 65, R0-043, R3-033: a teacher asks somebody of the regulation, the answer comes back, «Помогло»."""

from datetime import date, timedelta

from sqlalchemy import select

from bot import ticks
from models.help_request import HelpState
from models.history import HistoryLine
from models.notice import Notice, NoticeState
from models.people import Appointment, Role
from tests.stories.helping import WORDS, asks, lines, requests, school
from tests.stories.town import Guest, Town, buttons
from tests.stories.walking import walks

ANSWER = "Возьмите тему, в которой класс уже уверен."


async def test_a_question_to_the_deputy_head_is_answered_and_helped(town: Town) -> None:
    teacher, deputy, methodist = await school(town)
    await teacher.says("/menu")
    await teacher.taps("help-request-menu")
    teacher.sees("help-request", "п. 3.1.3", among_last=1)
    await teacher.taps("help-request.ask")
    offered = [one["text"] for one in buttons(teacher.last)]
    assert any("Котова И. Л." in one for one in offered) and any("Белова А. П." in one for one in offered)
    assert not any("Орлова" in one for one in offered), "the tutor is no addressee of this regulation"
    await teacher.taps("help-request-whom.person", "Белова")
    await teacher.taps("help-request-what.free")
    teacher.sees("help-request-term", "2 рабочих дня", "внутренний срок", among_last=1)
    heard = len(methodist.heard)
    await teacher.says(WORDS)
    teacher.sees("help-request-sent", "Белова А. П.", "внутренний срок", among_last=1)
    deputy.sees("help-request-asks", "Иванова Г. П.", "Школа № 3", WORDS, among_last=1)
    await deputy.taps("help-request-asked.answer")
    await deputy.says(ANSWER)
    deputy.sees("help-request-answer-sent", among_last=1)
    teacher.sees("help-request-answered", "Белова А. П.", ANSWER, among_last=1)
    assert [one.state for one in await requests(town)] == [HelpState.ANSWERED]
    await teacher.says("/menu")
    teacher.button("help-request-menu", "1 ответ")
    await teacher.taps("help-request-answered.helped")
    teacher.hears_toast("help-request-closed-now")
    deputy.sees("help-request-closed", "помогло", among_last=1)
    found = (await requests(town))[0]
    assert (found.state, found.helped) == (HelpState.CLOSED, True)
    assert len(methodist.heard) == heard
    verbs = await town.all(select(HistoryLine.verb).where(HistoryLine.verb.like("help.%")))
    assert verbs == ["help.asked", "help.answered", "help.closed"]


async def test_about_an_activity_and_needing_more(town: Town) -> None:
    teacher, _, methodist = await school(town)
    await walks(town, teacher, ("Открытый урок", town.today + timedelta(days=20)))
    await teacher.says("/menu")
    await teacher.taps("help-request-menu")
    await teacher.taps("help-request.ask")
    await teacher.taps("help-request-whom.person", "Котова")
    await teacher.taps("help-request-what.activity", "Открытый урок")
    await teacher.says(WORDS)
    methodist.sees("help-request-asks-about", "Открытый урок", WORDS, among_last=1)
    await methodist.taps("help-request-asked.answer")
    await methodist.says(ANSWER)
    await teacher.taps("help-request-answered.more")
    await teacher.says("А сколько времени отвести на обсуждение?")
    teacher.sees("help-request-more-sent", "Котова И. Л.", among_last=1)
    methodist.sees("help-request-more", among_last=1)
    methodist.sees("help-request-asks-about", "сколько времени", among_last=1)
    assert [one.state for one in await requests(town)] == [HelpState.OPEN]
    await methodist.says("/menu")
    await methodist.taps("help-request-menu-waiting", "1")
    methodist.sees("help-request-waiting", "1 вопрос", among_last=1)
    await methodist.taps("help-request-waiting-line", "Иванова")
    methodist.sees("help-request-you-said", ANSWER, among_last=1)
    await methodist.taps("help-request-asked.answer")
    await methodist.says("Десять минут.")
    teacher.sees("help-request-answered", "Десять минут", among_last=1)
    assert len(await lines(town)) == 4


async def test_it_is_passed_on_with_everything_said_and_the_teacher_hears(town: Town) -> None:
    teacher, deputy, methodist = await school(town)
    await asks(teacher, "Белова")
    await deputy.taps("help-request-asked.pass-on")
    deputy.sees("help-request-pass-on", among_last=1)
    await deputy.taps("help-request-whom.person", "Котова", times=2)
    deputy.hears_toast("help-request-outdated")
    teacher.sees("help-request-passed", "Белова А. П.", "Котова И. Л.", among_last=1)
    methodist.sees("help-request-asks", WORDS, among_last=1)
    first, second = await requests(town)
    assert (first.state, second.state) == (HelpState.PASSED_ON, HelpState.OPEN)
    assert second.addressee_id == methodist.person_id and second.origin_id == first.id
    await methodist.taps("help-request-asked.pass-on")
    methodist.sees("help-request-no-others", among_last=1)
    await teacher.says("/menu")
    await teacher.taps("help-request-menu")
    lines_shown = [one["text"] for one in buttons(teacher.last) if "ждёт ответа" in one["text"]]
    assert len(lines_shown) == 1 and "Котова" in lines_shown[0]


async def test_a_stranger_with_a_forwarded_button_is_refused(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    other = await town.member("Серова Ольга Ивановна", Role.TEACHER)
    await asks(teacher, "Белова")
    request = (await requests(town))[0]
    for data in ("card", "answer", "helped", "pass-on", "times"):
        await other.taps_again(other.last["message_id"], f"hp:{data}:{request.id}:{request.version}:")
        other.hears_toast("refusal-not-yours")
    await other.taps_again(
        other.last["message_id"], f"hp:to:{request.id}:{request.version}:{other.person_id}"
    )
    other.hears_toast("refusal-not-yours")
    await deputy.taps_again(deputy.last["message_id"], f"hp:helped:{request.id}:{request.version}:")
    deputy.hears_toast("refusal-not-yours")
    await teacher.taps_again(teacher.last["message_id"], f"hp:answer:{request.id}:{request.version}:")
    teacher.hears_toast("refusal-not-yours")
    await teacher.taps_again(teacher.last["message_id"], f"ha:words:{other.person_id}:0")
    teacher.hears_toast("refusal-not-yours")
    assert [one.state for one in await requests(town)] == [HelpState.OPEN]
    assert WORDS not in other.last_text


async def test_a_second_tap_and_an_old_card_change_nothing(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    await asks(teacher, "Белова")
    await deputy.taps("help-request-asked.answer")
    await deputy.says(ANSWER)
    await teacher.taps("help-request-answered.helped", times=2)
    teacher.hears_toast("help-request-outdated")
    heard = len(teacher.heard)
    await deputy.taps("help-request-asked.answer")
    deputy.sees("help-request-card", "закрыт", among_last=1)
    await deputy.says("Ещё одно")
    assert len(teacher.heard) == heard and len(await lines(town)) == 2


async def test_an_empty_a_long_and_a_list_of_pupils_are_asked_anew(town: Town) -> None:
    teacher, _, _ = await school(town)
    await teacher.says("/menu")
    await teacher.taps("help-request-menu")
    await teacher.taps("help-request.ask")
    await teacher.taps("help-request-whom.person", "Белова")
    await teacher.taps("help-request-what.free")
    await teacher.says("?")
    teacher.sees("answer-too-short")
    await teacher.says("а" * 1200)
    teacher.sees("answer-too-long")
    await teacher.sends("photo", "1.jpg")
    teacher.sees("anything-file")
    assert await requests(town) == []
    await teacher.says(WORDS)
    assert len(await requests(town)) == 1


async def test_the_same_words_twice_are_one_request(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    await asks(teacher, "Белова")
    heard = len(deputy.heard)
    await asks(teacher, "Белова")
    teacher.sees("help-request-said-already")
    assert len(await requests(town)) == 1 and len(deputy.heard) == heard


async def test_nobody_to_ask_is_said_with_names(town: Town) -> None:
    await town.person("Белова Анна Павловна", Role.DEPUTY_HEAD)
    teacher, _ = await town.pair()
    await teacher.says("/menu")
    await teacher.taps("help-request-menu")
    teacher.sees("help-request-nobody", "Белова А. П.", among_last=1)
    assert not teacher.has_button("help-request.ask")


async def test_who_has_left_the_office_cannot_answer(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    await asks(teacher, "Белова")
    async with town.app.sessions() as session, session.begin():
        office = (
            await session.scalars(select(Appointment).where(Appointment.person_id == deputy.person_id))
        ).one()
        office.until = town.today - timedelta(days=1)
    await deputy.taps("help-request-asked.answer")
    deputy.hears_toast("help-request-office-over")
    await teacher.taps("help-request-card.take-back")
    assert [(one.state, one.helped) for one in await requests(town)] == [(HelpState.CLOSED, None)]


async def evenings(town: Town, guest: Guest, first: date, last: date, words: str) -> list[date]:
    """The days on which somebody heard these words, at 17:00 or a second tick of it."""
    told, day = [], first
    while day <= last:
        before = len([one for one in guest.heard if words in str(one)])
        town.set_local(day, 17)
        await town.tick()
        await town.tick()
        if len([one for one in guest.heard if words in str(one)]) > before:
            told.append(day)
        day += timedelta(days=1)
    return told


async def test_x17_a_silent_addressee_hears_a_gentle_word_once_then_the_teacher(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    await asks(teacher, "Белова")
    monday, wednesday = date(2026, 9, 14), date(2026, 9, 16)
    assert await evenings(town, deputy, monday, date(2026, 9, 17), "дольше внутреннего срока") == [wednesday]
    deputy.sees("help-request-word-line", "Иванова Г. П.", "14 сентября")
    friday = date(2026, 9, 18)
    assert await evenings(town, teacher, friday, date(2026, 9, 30), "пока не отвечает") == [friday]
    assert teacher.has_button("help-request.ask")
    await deputy.taps("help-request-word.open")
    await deputy.taps("help-request-waiting-line")
    await deputy.taps("help-request-asked.answer")
    await deputy.says(ANSWER)
    teacher.sees("help-request-answered", ANSWER, among_last=1)


async def test_x17_an_answer_in_time_spares_both_and_a_word_that_waits_is_needless(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    await asks(teacher, "Белова")
    town.set_local(date(2026, 9, 16), 17)
    assert await ticks.sweep(town.app) >= 1
    town.posting = False
    await deputy.taps("help-request-asked.answer")
    await deputy.says(ANSWER)
    town.posting = True
    await town.settle()
    words = await town.all(select(Notice).where(Notice.kind == "help-request-word"))
    assert [one.state for one in words] == [NoticeState.NEEDLESS]
    assert await evenings(town, teacher, date(2026, 9, 17), date(2026, 9, 25), "пока не отвечает") == []


async def test_everything_is_said_in_english_too(town: Town) -> None:
    teacher, deputy, _ = await school(town)
    for one in (teacher, deputy):
        await one.taps_again(one.last["message_id"], "la:en")
    await asks(teacher, "Белова", "How do I choose a topic?")
    deputy.sees("help-request-asks", "Help is asked for", among_last=1)
    await deputy.taps("help-request-asked.answer")
    await deputy.says("Take a topic that the class is sure of.")
    teacher.sees("help-request-answered", "An answer to your question", among_last=1)
    await teacher.taps("help-request-answered.helped")
