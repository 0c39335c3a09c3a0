"""S-03: the self-diagnosis, whole."""

from sqlalchemy import select

from models.diagnosis import Diagnosis, DiagnosisAnswer, DiagnosisNote, DiagnosisState, NoteKind
from models.people import Role
from tests.stories.diagnosing import STEPS, TOTAL, answer_all, begin, conclude, step
from tests.stories.town import Town


async def answers(town: Town) -> dict[int, int]:
    return {one.statement: one.value for one in await town.all(select(DiagnosisAnswer))}


async def test_forty_taps_and_the_result_names_both_scales(town: Town) -> None:
    teacher = await begin(town)
    messages = len(teacher.heard)
    await answer_all(teacher, [0] * 8 + [2] * 8 + [3] * 24)
    assert len(teacher.heard) == messages, "one message, edited"
    teacher.sees("diagnosis-notes")
    await conclude(teacher)
    teacher.sees("diagnosis-result", "уровень компетенции: низкий", "дефицит: высокий", among_last=3)
    teacher.sees("diagnosis-overall", "73,3\u00a0%", among_last=3)
    assert [one.state for one in await town.all(select(Diagnosis))] == [DiagnosisState.FINISHED]


async def test_the_hole_of_the_table_is_named(town: Town) -> None:
    teacher = await begin(town)
    await answer_all(teacher, [1, 2, 2, 2, 2, 2, 2, 2] + [2] * 32)
    await conclude(teacher)
    teacher.sees("diagnosis-score", "62,5\u00a0%", among_last=3)
    await teacher.taps("diagnosis-result.ways")
    teacher.sees("diagnosis-ways")
    teacher.sees("diagnosis-way", "(есть в Вашем результате)")


async def test_a_double_tap_counts_once(town: Town) -> None:
    teacher = await begin(town)
    await teacher.taps("diagnosis-question.step", STEPS[1], times=2)
    assert await answers(town) == {0: 1}
    teacher.hears_toast("diagnosis-outdated")
    assert f"Вопрос 2 из {TOTAL}" in teacher.last_text


async def test_a_tap_resent_an_hour_later_changes_nothing(town: Town) -> None:
    teacher = await begin(town)
    message, data = teacher.button("diagnosis-question.step", STEPS[0])
    await step(teacher, 3)
    await step(teacher, 2)
    town.wait(hours=1)
    await teacher.taps_again(message["message_id"], data)
    assert await answers(town) == {0: 3, 1: 2}
    assert f"Вопрос 3 из {TOTAL}" in teacher.last_text


async def test_back_shows_the_answer_and_takes_a_new_one(town: Town) -> None:
    teacher = await begin(town)
    await answer_all(teacher, [1, 1, 1])
    await teacher.taps("diagnosis-question.back")
    assert f"Вопрос 3 из {TOTAL}" in teacher.last_text
    assert teacher.has_button("diagnosis-question.given")
    await teacher.taps("diagnosis-question.back")
    await step(teacher, 3)
    assert await answers(town) == {0: 1, 1: 3, 2: 1}
    assert f"Вопрос 4 из {TOTAL}" in teacher.last_text


async def test_a_pause_of_a_week_and_any_word_leads_back_to_the_same_question(town: Town) -> None:
    teacher = await begin(town)
    await answer_all(teacher, [1] * 6)
    await teacher.taps("diagnosis-question.pause")
    teacher.sees("diagnosis-paused", "6 из 40")
    town.wait(days=7)
    await teacher.says("Здравствуйте")
    await teacher.taps("diagnosis-paused.resume")
    assert f"Вопрос 7 из {TOTAL}" in teacher.last_text


async def test_after_ten_days_one_may_go_on_or_begin_again(town: Town) -> None:
    teacher = await begin(town)
    await answer_all(teacher, [1] * 6)
    town.wait(days=10)
    await teacher.says("Здравствуйте")
    teacher.sees("diagnosis-long-pause", "7 из 40")
    await teacher.taps("diagnosis-long-pause.resume")
    assert f"Вопрос 7 из {TOTAL}" in teacher.last_text
    town.wait(days=11)
    await teacher.says("/start")
    teacher.sees("diagnosis-long-pause", "7 из 40")
    await teacher.taps("diagnosis-long-pause.again")
    teacher.sees("diagnosis-again", "6 ответов")
    await teacher.taps("diagnosis-again.yes")
    assert f"Вопрос 1 из {TOTAL}" in teacher.last_text
    states = [one.state for one in await town.all(select(Diagnosis).order_by(Diagnosis.id))]
    assert states == [DiagnosisState.SET_ASIDE, DiagnosisState.IN_PROGRESS]
    assert len(await answers(town)) == 6, "what was said is kept"


async def test_changing_one_answer_computes_the_result_anew(town: Town) -> None:
    teacher = await begin(town)
    await answer_all(teacher, [0] * TOTAL)
    await conclude(teacher)
    teacher.sees("diagnosis-overall", "0\u00a0%", among_last=3)
    await teacher.taps("diagnosis-result.edit")
    await teacher.taps("diagnosis-edit.answer")
    await teacher.taps("diagnosis-list.given", "3. ")
    await step(teacher, 3)
    teacher.hears_toast("diagnosis-recomputed")
    teacher.sees("diagnosis-score", "12,5\u00a0%", among_last=3)
    teacher.sees("diagnosis-overall", "2,5\u00a0%", among_last=3)


async def test_difficulties_are_marked_and_said_in_own_words(town: Town) -> None:
    teacher = await begin(town)
    await answer_all(teacher, [0] * 4 + [3] * 36)
    await teacher.taps("diagnosis-notes.choice")
    assert teacher.has_button("diagnosis-notes.marked")
    await teacher.taps("diagnosis-notes.own")
    await teacher.says("ок")
    teacher.sees("diagnosis-own-note")
    await teacher.says("Трудно <b>удержать</b> внимание & тишину")
    assert "Трудно <b>удержать</b> внимание & тишину" in teacher.last_text
    await teacher.taps("diagnosis-notes.marked")
    assert not teacher.has_button("diagnosis-notes.marked")
    notes = await town.all(select(DiagnosisNote))
    assert [(one.kind, one.text) for one in notes] == [
        (NoteKind.DIFFICULTY, "Трудно <b>удержать</b> внимание & тишину")
    ]


async def test_a_forged_refusal_says_nothing_of_how_far_somebody_is(town: Town) -> None:
    await begin(town)
    other = await town.member("Петров Олег Ильич", Role.TEACHER)
    await other.taps_again(other.last["message_id"], "rt:decline:1:1")
    other.hears_toast("refusal-not-yours")


async def test_x09_refusing_is_recorded_with_the_clause_and_can_be_taken_back(town: Town) -> None:
    teacher = await town.member("Иванова Галина Петровна", Role.TEACHER)
    await teacher.taps("menu-diagnosis")
    await teacher.taps("diagnosis-intro.decline")
    teacher.sees("diagnosis-declined-now", "п. 3.1.1")
    found = (await town.all(select(Diagnosis)))[0]
    assert (found.state, found.ended_at) == (DiagnosisState.DECLINED, town.now)
    await teacher.says("/menu")
    await teacher.taps("menu-diagnosis")
    teacher.sees("diagnosis-declined")
    await teacher.taps("diagnosis-intro.begin")
    assert f"Вопрос 1 из {TOTAL}" in teacher.last_text


async def test_somebody_elses_question_cannot_be_answered(town: Town) -> None:
    teacher = await begin(town)
    other = await town.member("Петров Олег Ильич", Role.TEACHER)
    _, data = teacher.button("diagnosis-question.step", STEPS[0])
    await other.taps_again(other.last["message_id"], data)
    other.hears_toast("refusal-not-yours")
    assert await answers(town) == {}


async def test_the_picture_and_the_table_come_as_extras(town: Town) -> None:
    teacher = await begin(town)
    await answer_all(teacher, [2] * TOTAL)
    await conclude(teacher)
    await teacher.taps("diagnosis-result.picture")
    assert any(method == "sendRichMessage" for method, _ in town.wire.calls)
    assert any("photo" in message for message in teacher.heard[-3:])
    teacher.sees("diagnosis-result", among_last=2)


async def test_an_old_server_without_rich_messages_is_asked_once(town: Town) -> None:
    town.telegram.rich = False
    teacher = await begin(town)
    await answer_all(teacher, [2] * TOTAL)
    await conclude(teacher)
    await teacher.taps("diagnosis-result.picture")
    await teacher.taps("diagnosis-result.picture")
    teacher.sees("diagnosis-result")
    assert sum(method == "sendRichMessage" for method, _ in town.wire.calls) == 1
