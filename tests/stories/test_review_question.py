"""«Вопрос»: the teacher hears, answers in the chat, the answer comes back with the card; the report waits meanwhile."""

from datetime import timedelta

from sqlalchemy import select

from models.evidence import Oversize
from models.report import ReportState
from models.review_question import ReviewQuestion
from models.route import TeamMember
from tests.stories.test_report_large import sends_large
from tests.stories.town import Guest, Town
from tests.stories.walking import report, reported, two_minutes_later, walks

TITLE = "Вебинар «Смысловое чтение»"
READY = "Что из этого уже было на уроке"


async def submitted(town: Town, *more: str) -> tuple[Guest, Guest]:
    """Reports that wait for the tutor, who has the card of the first in hand."""
    teacher, tutor = await town.pair()
    titles = (TITLE, *more)
    await walks(town, teacher, *((title, town.today - timedelta(days=1)) for title in titles))
    for title in titles:
        await teacher.says("/menu")
        await teacher.taps("menu-report")
        if title != titles[-1]:
            await teacher.taps("report-line", title)
        await reported(town, teacher)
        town.wait(minutes=1)
    await tutor.says("/menu")
    await tutor.taps("menu-queue")
    return teacher, tutor


async def questions(town: Town) -> list[ReviewQuestion]:
    """Every question."""
    return await town.all(select(ReviewQuestion).order_by(ReviewQuestion.id))


async def test_a_ready_question_takes_two_taps_and_the_answer_comes_back_with_the_card(town: Town) -> None:
    teacher, tutor = await submitted(town)
    await tutor.taps("review-card.question")
    await tutor.taps("review-ask.applied")
    tutor.sees("review-asked", TITLE, among_last=1)
    tutor.sees("review-card-asked", "Задан вопрос", READY, among_last=1)
    teacher.sees("review-question", "Орлова М. С.", READY, "исправлять ничего не нужно", among_last=1)
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED

    await teacher.taps("review-question.answer")
    teacher.sees("review-answer", READY, among_last=1)
    await teacher.says("Да, приём & карта <b>в 7 классе</b> 🙂")
    teacher.sees("review-answer-sent", TITLE, among_last=1)
    tutor.sees("review-answer-came", among_last=1)
    tutor.sees("review-card-answered", READY, "приём & карта <b>в 7 классе</b>", among_last=1)
    tutor.sees("review-card", "Иванова Г. П.", "три приёма", among_last=1)
    await tutor.taps("review-card.accept")
    await two_minutes_later(town)
    teacher.sees("review-accepted", TITLE, among_last=1)


async def test_a_photo_goes_into_the_report_and_an_album_stays_one_card(town: Town) -> None:
    teacher, tutor = await submitted(town)
    await tutor.taps("review-card.question")
    await tutor.taps("review-ask.photo")
    await teacher.taps("review-question.answer")
    before = len(teacher.heard)
    await teacher.sends("photo", "1.jpg", "2.jpg", "3.jpg", caption="Фото с урока")
    assert len(teacher.heard) - before <= 2
    teacher.sees("review-answer-words", "Фото с урока", "Приложено: 3", among_last=1)
    assert len((await report(town, TITLE)).evidence) == 3
    before = len(tutor.heard)
    await teacher.taps("review-answer.send", times=2)
    teacher.hears_toast("review-question-answered")
    came = tutor.heard[before:]
    assert ["photo" in one for one in came] == [True, True, True, False]
    tutor.sees("review-card-answered", "приложено к отчёту: 3", among_last=1)
    tutor.sees("review-card", "Вложений: 3", among_last=1)


async def test_the_same_photo_twice_is_one_and_an_empty_answer_is_not_sent(town: Town) -> None:
    teacher, tutor = await submitted(town)
    await tutor.taps("review-card.question")
    await tutor.taps("review-ask.photo")
    await teacher.taps("review-question.answer")
    found = (await questions(town))[0]
    await teacher.taps_again(teacher.last["message_id"], f"qu:send:{found.id}:{found.version}")
    teacher.hears_toast("review-answer-empty")
    await teacher.sends("photo", "1.jpg")
    await teacher.sends("photo", "1.jpg")
    teacher.sees("review-answer-known", "Приложено: 1", among_last=1)
    assert len((await report(town, TITLE)).evidence) == (await questions(town))[0].files
    await teacher.taps_again(teacher.last["message_id"], f"qu:send:{found.id}:1")
    teacher.hears_toast("report-outdated")


async def test_it_waits_behind_the_others_until_the_answer_comes(town: Town) -> None:
    teacher, tutor = await submitted(town, "Семинар 2")
    await tutor.taps("review-card.question")
    await tutor.taps("review-ask.hours")
    tutor.sees("review-card", "Семинар 2", among_last=1)
    town.wait(minutes=1)
    await tutor.taps("review-card.later")
    tutor.sees("review-card-asked", "Сколько часов", among_last=1)
    assert not tutor.has_button("review-all.open")
    await teacher.taps("review-question.answer")
    await teacher.says("Четыре часа.")
    await tutor.says("/menu")
    await tutor.taps("menu-queue", "2")
    tutor.sees("review-card", TITLE, among_last=1)
    tutor.sees("review-card-answered", "Четыре часа", among_last=1)


async def test_a_second_tap_on_a_ready_question_asks_once(town: Town) -> None:
    teacher, tutor = await submitted(town)
    await tutor.taps("review-card.question")
    message, data = tutor.button("review-ask.applied")
    before = len(teacher.heard)
    await tutor.taps("review-ask.applied", times=2)
    tutor.hears_toast("review-question-already")
    town.wait(hours=1)
    await tutor.taps_again(message["message_id"], data)
    assert len(await questions(town)) == 1
    assert len(teacher.heard) == before + 1


async def test_it_may_be_typed_or_said_and_the_recording_itself_is_passed_on(town: Town) -> None:
    teacher, tutor = await submitted(town)
    await tutor.taps("review-card.question")
    await tutor.says("?")
    tutor.sees("answer-too-short")
    await tutor.says("x" * 4000)
    tutor.sees("answer-too-long")
    await tutor.sends("voice", "вопрос.ogg")
    tutor.sees("review-card-asked", "голосовое сообщение", among_last=1)
    assert "voice" in teacher.heard[-2]
    teacher.sees("review-question", "голосовое сообщение", among_last=1)
    await tutor.taps("review-card.question")
    await tutor.says("Какой приём понравился больше?")
    teacher.sees("review-question", "Какой приём", among_last=1)
    assert [bool(one.voice) for one in await questions(town)] == [True, False]


async def test_leaving_the_question_or_the_answer_keeps_everything(town: Town) -> None:
    teacher, tutor = await submitted(town)
    await tutor.taps("review-card.question")
    await tutor.taps("review-ask.back")
    tutor.sees("review-card", TITLE, among_last=1)
    await tutor.taps("review-card.question")
    await tutor.says("/cancel")
    await tutor.says("Какой приём?")
    assert await questions(town) == []
    await tutor.taps("review-card.question")
    await tutor.taps("review-ask.applied")
    await teacher.taps("review-question.answer")
    await teacher.sends("photo", "1.jpg")
    await teacher.taps("review-answer.later")
    town.wait(days=10)
    await teacher.says("/menu")
    await teacher.taps("review-question-open")
    teacher.sees("review-answer-files", "Приложено: 1", among_last=1)
    await teacher.says("Вот фото.")
    teacher.sees("review-answer-sent", among_last=1)


async def test_a_stranger_and_the_tutor_cannot_answer_and_the_teacher_cannot_ask(town: Town) -> None:
    teacher, tutor = await submitted(town)
    _, asking = tutor.button("review-card.question")
    await tutor.taps("review-card.question")
    _, ready = tutor.button("review-ask.applied")
    await tutor.taps("review-ask.applied")
    _, answering = teacher.button("review-question.answer")
    stranger = await town.member("Чужая Анна Ильинична")
    for person, data in ((stranger, answering), (tutor, answering), (stranger, asking)):
        await person.taps_again(person.last["message_id"], data)
        person.hears_toast("refusal-not-yours")
    await teacher.taps_again(teacher.last["message_id"], asking)
    teacher.hears_toast("refusal-own-work")
    for person, data in ((stranger, ready), (teacher, ready), (tutor, f"{ready[:-1]}99")):
        await person.taps_again(person.last["message_id"], data)
    assert len(await questions(town)) == 1


async def test_no_answer_is_needed_once_it_is_decided(town: Town) -> None:
    teacher, tutor = await submitted(town)
    await tutor.taps("review-card.question")
    await tutor.taps("review-ask.applied")
    await teacher.taps("review-question.answer")
    await tutor.taps("review-card.accept")
    await teacher.says("Да, в 7 классе.")
    teacher.sees("report-accepted-already")
    teacher.sees("review-answer-needless", "отвечать не нужно", among_last=1)


async def test_no_answer_is_needed_once_the_teacher_has_the_report_again(town: Town) -> None:
    teacher, tutor = await submitted(town)
    await tutor.taps("review-card.question")
    await tutor.taps("review-ask.applied")
    await teacher.taps("report-sent.back")
    await teacher.taps("review-question.answer")
    teacher.sees("review-answer-needless", "сейчас у Вас", among_last=1)
    await teacher.taps("review-answer.report")
    teacher.sees("report-draft", TITLE, among_last=1)


async def test_a_question_about_a_report_decided_meanwhile_is_refused(town: Town) -> None:
    _, tutor = await submitted(town)
    await tutor.taps("review-card.question")
    found = await report(town, TITLE)
    above = next(one for one in tutor.heard if "три приёма" in one.get("text", ""))
    await tutor.taps_again(above["message_id"], f"rv:accept:{found.id}:{found.version}:0")
    await tutor.taps("review-ask.applied")
    tutor.hears_toast("report-accepted-already")
    assert await questions(town) == []


async def test_whoever_has_left_the_team_does_not_hear_the_answer(town: Town) -> None:
    teacher, tutor = await submitted(town)
    await tutor.taps("review-card.question")
    await tutor.taps("review-ask.applied")
    async with town.app.sessions() as session, session.begin():
        member = (
            await session.scalars(select(TeamMember).where(TeamMember.person_id == tutor.person_id))
        ).one()
        member.until = town.today - timedelta(days=1)
    before = len(tutor.heard)
    await teacher.taps("review-question.answer")
    await teacher.says("Да, в 7 классе.")
    teacher.sees("review-answer-sent", among_last=1)
    assert len(tutor.heard) == before


async def test_a_list_of_pupils_is_no_answer_and_a_large_video_stays_in_the_chat(town: Town) -> None:
    teacher, tutor = await submitted(town)
    await tutor.taps("review-card.question")
    await tutor.taps("review-ask.pupils")
    await teacher.taps("review-question.answer")
    names = ("Иванов Пётр", "Сидорова Анна", "Ким Олег", "Орлова Вера", "Зуев Илья")
    await teacher.says("\n".join(f"{number}. {name} 5" for number, name in enumerate(names, 1)))
    teacher.sees("report-pupils")
    teacher.sees("review-answer", among_last=1)
    await sends_large(teacher, size=40)
    teacher.sees("review-answer-files", "Приложено: 1", among_last=1)
    kept = (await report(town, TITLE)).evidence[0]
    assert (kept.oversize, kept.without_copy) == (Oversize.CHAT, True)
