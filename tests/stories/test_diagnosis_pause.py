"""S-03.5: leaving the self-diagnosis for a while, and beginning again."""

import pytest
from sqlalchemy import select

from models.diagnosis import Diagnosis, DiagnosisAnswer, DiagnosisNote, DiagnosisState
from models.diagnosis_result import OwnConclusion
from models.history import HistoryLine
from tests.stories.diagnosing import TOTAL, again, answer_all, begin, diagnosed, step
from tests.stories.town import Guest, Town


async def states(town: Town) -> list[str]:
    return [one.state.value for one in await town.all(select(Diagnosis).order_by(Diagnosis.id))]


async def answered(town: Town, count: int = 16) -> Guest:
    teacher = await begin(town)
    await answer_all(teacher, [1] * count)
    return teacher


@pytest.mark.parametrize("word", ["Здравствуйте", "/start", "😀"])
@pytest.mark.parametrize("paused", [True, False])
async def test_after_ten_days_any_word_gives_the_choice(town: Town, word: str, paused: bool) -> None:
    teacher = await answered(town)
    if paused:
        await teacher.taps("diagnosis-question.pause")
    town.wait(days=10)
    await teacher.says(word)
    teacher.sees("diagnosis-long-pause", "Вы остановились на вопросе 17 из 40")
    teacher.sees("diagnosis-long-pause", "прежние ответы остаются", "в результат не войдут")
    await teacher.taps("diagnosis-long-pause.resume")
    assert f"Вопрос 17 из {TOTAL}" in teacher.last_text


async def test_a_day_before_that_the_question_just_stands_there(town: Town) -> None:
    teacher = await answered(town)
    town.wait(days=9, hours=23)
    await teacher.says("Здравствуйте")
    assert f"Вопрос 17 из {TOTAL}" in teacher.last_text


async def test_after_a_walk_through_the_menu_the_menu_says_where_the_teacher_stopped(town: Town) -> None:
    teacher = await answered(town)
    await teacher.says("/menu")
    town.wait(days=30)
    await teacher.says("Здравствуйте")
    teacher.sees("menu-diagnosis-stopped", "вопросе 17 из 40")
    await teacher.taps("menu-diagnosis")
    teacher.sees("diagnosis-long-pause", "вопросе 17 из 40")


async def test_beginning_again_asks_once_and_a_repeated_yes_begins_nothing_more(town: Town) -> None:
    teacher = await answered(town)
    town.wait(days=12)
    await teacher.says("/start")
    await teacher.taps("diagnosis-long-pause.again")
    teacher.sees("diagnosis-again", "16 ответов")
    await teacher.taps("diagnosis-again.resume")
    assert f"Вопрос 17 из {TOTAL}" in teacher.last_text
    assert await states(town) == ["in_progress"]
    town.wait(days=12)
    await teacher.says("/start")
    await teacher.taps("diagnosis-long-pause.again")
    message, data = teacher.button("diagnosis-again.yes")
    await teacher.taps("diagnosis-again.yes", times=2)
    assert f"Вопрос 1 из {TOTAL}" in teacher.last_text
    town.wait(hours=1)
    await teacher.taps_again(message["message_id"], data)
    assert await states(town) == ["set_aside", "in_progress"]
    assert len(await town.all(select(DiagnosisAnswer))) == 16, "what was said is kept"


async def test_a_question_of_the_one_set_aside_takes_no_answer(town: Town) -> None:
    teacher = await answered(town)
    message, data = teacher.button("diagnosis-question.step")
    town.wait(days=12)
    await teacher.says("/start")
    await teacher.taps("diagnosis-long-pause.again")
    await teacher.taps("diagnosis-again.yes")
    await teacher.taps_again(message["message_id"], data)
    assert f"Вопрос 1 из {TOTAL}" in teacher.last_text
    assert len(await town.all(select(DiagnosisAnswer))) == 16


@pytest.mark.parametrize("button", ["diagnosis-notes.own", "diagnosis-conclusion.own"])
async def test_a_greeting_after_ten_days_is_not_taken_for_an_answer(town: Town, button: str) -> None:
    teacher = await answered(town, TOTAL)
    if button == "diagnosis-conclusion.own":
        for _ in range(2):
            await teacher.taps("diagnosis-notes.on")
    await teacher.taps(button)
    town.wait(days=10)
    await teacher.says("Здравствуйте, я вернулась")
    teacher.sees("diagnosis-long-pause", "Вы ответили на все вопросы")
    assert await town.all(select(DiagnosisNote)) == await town.all(select(OwnConclusion)) == []
    await teacher.taps("diagnosis-long-pause.resume")
    teacher.sees("diagnosis-notes", "Шаг 1 из 3")


@pytest.mark.parametrize("button", ["diagnosis-notes.own", "diagnosis-notes.on", "diagnosis-conclusion.own"])
async def test_every_place_behind_the_questions_asks_after_ten_days(town: Town, button: str) -> None:
    teacher = await answered(town, TOTAL)
    if button.startswith("diagnosis-conclusion"):
        for _ in range(2):
            await teacher.taps("diagnosis-notes.on")
    await teacher.taps(button)
    town.wait(days=10)
    await teacher.says("/start")
    teacher.sees("diagnosis-long-pause")


async def test_an_answer_in_the_middle_is_changed_from_the_pause(town: Town) -> None:
    teacher = await answered(town)
    await teacher.taps("diagnosis-question.pause")
    await teacher.taps("diagnosis-paused.change")
    teacher.sees("diagnosis-list", "Ответы 1–8 из 16")
    await teacher.taps("diagnosis-list.later")
    teacher.sees("diagnosis-list", "Ответы 9–16 из 16")
    await teacher.taps("diagnosis-list.earlier")
    await teacher.taps("diagnosis-list.given", "3. ")
    assert f"Вопрос 3 из {TOTAL}" in teacher.last_text
    await step(teacher, 3)
    assert f"Вопрос 17 из {TOTAL}" in teacher.last_text
    assert {one.statement: one.value for one in await town.all(select(DiagnosisAnswer))}[2] == 3


async def test_taking_part_can_be_declined_in_the_middle_and_taken_up_again(town: Town) -> None:
    teacher = await answered(town)
    await teacher.taps("diagnosis-question.pause")
    message, data = teacher.button("diagnosis-intro.decline")
    await teacher.taps("diagnosis-intro.decline", times=2)
    teacher.sees("diagnosis-declined", "п. 3.1.1", among_last=3)
    assert await states(town) == ["declined"]
    await teacher.taps("diagnosis-intro.begin")
    assert f"Вопрос 17 из {TOTAL}" in teacher.last_text
    await teacher.taps_again(message["message_id"], data)
    assert await states(town) == ["in_progress"], "an old tap declines nothing"


async def test_a_refusal_stands_in_the_history_once_with_its_clause(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.decline", times=2)
    told = [one for one in await town.all(select(HistoryLine)) if one.verb == "diagnosis.declined"]
    assert [one.facts for one in told] == [{"diagnosis": 1, "clause": "п. 3.1.1"}]
    assert told[0].at == town.now


async def test_an_old_refusal_cannot_decline_what_was_begun_since(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.taps("menu-diagnosis")
    message, data = teacher.button("diagnosis-intro.decline")
    await teacher.taps("diagnosis-intro.begin")
    await teacher.taps_again(message["message_id"], data)
    assert await states(town) == [DiagnosisState.IN_PROGRESS.value]
    assert f"Вопрос 1 из {TOTAL}" in teacher.last_text


async def test_a_second_diagnosis_can_be_left_for_the_first_result(town: Town) -> None:
    teacher, _ = await diagnosed(town)
    await teacher.taps("diagnosis-result.edit")
    await teacher.taps("diagnosis-edit.again")
    await teacher.taps("diagnosis-again.yes")
    await answer_all(teacher, [3, 3])
    await teacher.taps("diagnosis-question.pause")
    assert not teacher.has_button("diagnosis-intro.decline")
    await teacher.taps("diagnosis-paused.stay")
    teacher.hears_toast("diagnosis-earlier-stays")
    teacher.sees("diagnosis-result", "53,3\u00a0%")
    assert await states(town) == ["finished", "set_aside"]
    assert teacher.has_button("diagnosis-result.edit")
    await again(teacher, [3] * TOTAL)
    assert await states(town) == ["finished", "set_aside", "finished"]
