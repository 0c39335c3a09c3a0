"""S000 3.1.1: the teacher concludes on strong and weak sides; the whole diagnosis in at most 45 taps (item 13)."""

from sqlalchemy import select

from models.diagnosis import Diagnosis, DiagnosisState
from models.diagnosis_result import OwnConclusion, Side
from tests.stories.diagnosing import MIXED, answer_all, begin, begins, conclude, step
from tests.stories.town import Guest, Town


async def at_the_conclusion(town: Town, values: list[int] = MIXED) -> Guest:
    teacher = await begin(town)
    await answer_all(teacher, values)
    for _ in range(2):
        await teacher.taps("diagnosis-notes.on")
    return teacher


async def concluded(town: Town) -> dict[Side, OwnConclusion]:
    return {one.side: one for one in await town.all(select(OwnConclusion))}


async def state(town: Town) -> DiagnosisState:
    return (await town.all(select(Diagnosis)))[-1].state


async def test_from_the_menu_to_the_result_in_at_most_45_taps_and_no_typing(town: Town) -> None:
    teacher, _ = await town.pair()
    taken = len(town.wire.calls)
    mine = sum(not message["from"]["is_bot"] for message in teacher.chat)
    await begins(teacher)
    await answer_all(teacher, MIXED)
    await conclude(teacher)
    teacher.sees("diagnosis-result")
    taps = sum(method == "answerCallbackQuery" for method, _ in town.wire.calls[taken:])
    assert sum(not message["from"]["is_bot"] for message in teacher.chat) == mine
    assert 40 < taps <= 45, taps


async def test_the_ready_sentences_name_the_strongest_and_the_weakest_and_one_tap_takes_both(
    town: Town,
) -> None:
    teacher = await at_the_conclusion(town)
    teacher.sees("diagnosis-conclusion", "Шаг 3 из 3", "п. 3.1.1")
    teacher.sees("diagnosis-side", "психолого-педагогические компетенции (100\u00a0%)", "Могу показать: ")
    teacher.sees("diagnosis-side", "предметные компетенции (0\u00a0%)", "Пока трудно: ")
    await teacher.taps("diagnosis-conclusion.agree")
    teacher.sees("diagnosis-result", "Сильная сторона", "психолого-педагогические", "Что развивать")
    found = await concluded(town)
    assert (found[Side.STRONG].text, found[Side.STRONG].facts["competency"]) == ("", "psyped")
    assert found[Side.WEAK].facts == {"competency": "subject", "score": 0, "statements": [0, 1]}
    assert await state(town) is DiagnosisState.FINISHED


async def test_even_answers_are_called_even(town: Town) -> None:
    teacher = await at_the_conclusion(town, [2] * 40)
    teacher.sees("diagnosis-side", "все компетенции развиты ровно (66,7\u00a0%)", "не отстаёт")
    await teacher.taps("diagnosis-conclusion.agree")
    assert {one.facts["competency"] for one in (await concluded(town)).values()} == {""}


async def test_own_words_take_the_place_of_a_sentence_and_can_give_it_back(town: Town) -> None:
    teacher = await at_the_conclusion(town)
    await teacher.taps("diagnosis-conclusion.own", "Сильная")
    await teacher.says("ж")
    teacher.sees("diagnosis-own-side", "сильная сторона")
    await teacher.says("x" * 10_000)
    teacher.sees("diagnosis-own-side")
    words = "Умею <b>слушать</b> & ждать 🌱"
    await teacher.says(words)
    teacher.sees("diagnosis-conclusion", words, "предметные компетенции (0\u00a0%)")
    await teacher.taps("diagnosis-conclusion.own", "Сильная")
    await teacher.taps("diagnosis-own-side.ready")
    assert words not in teacher.last_text
    assert "психолого-педагогические" in teacher.last_text
    await teacher.taps("diagnosis-conclusion.own", "развивать")
    assert not teacher.has_button("diagnosis-own-side.ready")
    await teacher.says("Хочу освоить медиацию")
    await teacher.taps("diagnosis-conclusion.agree")
    teacher.sees("diagnosis-result", "психолого-педагогические", "Хочу освоить медиацию")
    found = await concluded(town)
    assert (found[Side.STRONG].text, found[Side.WEAK].text) == ("", "Хочу освоить медиацию")


async def test_nobody_has_to_conclude(town: Town) -> None:
    teacher = await at_the_conclusion(town)
    await teacher.taps("diagnosis-conclusion.skip")
    teacher.sees("diagnosis-result")
    assert "Сильная сторона" not in teacher.last_text
    assert await concluded(town) == {}
    assert await state(town) is DiagnosisState.FINISHED


async def test_a_second_tap_on_agree_changes_nothing(town: Town) -> None:
    teacher = await at_the_conclusion(town)
    message, data = teacher.button("diagnosis-conclusion.agree")
    await teacher.taps("diagnosis-conclusion.agree", times=2)
    ended = (await town.all(select(Diagnosis)))[0].ended_at
    town.wait(hours=1)
    await teacher.taps_again(message["message_id"], data)
    teacher.sees("diagnosis-result")
    found = (await town.all(select(Diagnosis)))[0]
    assert (found.ended_at, found.changed_at) == (ended, None)


async def test_strengths_are_marked_from_the_conclusion_and_lead_its_examples(town: Town) -> None:
    teacher = await at_the_conclusion(town)
    await teacher.taps("diagnosis-conclusion.strengths")
    teacher.sees("diagnosis-notes", "Что Вы можете показать коллегам")
    labels = [row[0]["text"] for row in teacher.last["reply_markup"]["inline_keyboard"]]
    await teacher.taps("diagnosis-notes.choice", labels[4])
    await teacher.taps("diagnosis-notes.own")
    await teacher.says("Школьный театр")
    await teacher.taps("diagnosis-notes.done")
    teacher.sees("diagnosis-side", f"Могу показать: {labels[4]}; ")
    await teacher.taps("diagnosis-conclusion.agree")
    teacher.sees("diagnosis-note-line", f"Сильные стороны: {labels[4]}; Школьный театр")


async def test_the_conclusion_waits_through_a_restart_and_goes_back_to_the_lists(town: Town) -> None:
    teacher = await at_the_conclusion(town)
    await teacher.taps("diagnosis-question.back")
    teacher.sees("diagnosis-notes", "Шаг 2 из 3")
    await teacher.taps("diagnosis-notes.on")
    await teacher.says("Здравствуйте")
    teacher.sees("diagnosis-conclusion")
    await teacher.says("/cancel")
    await teacher.taps("menu-diagnosis")
    for _ in range(2):
        await teacher.taps("diagnosis-notes.on")
    teacher.sees("diagnosis-conclusion")


async def test_a_conclusion_once_taken_keeps_its_facts_until_the_teacher_takes_the_new_one(
    town: Town,
) -> None:
    teacher = await at_the_conclusion(town)
    await teacher.taps("diagnosis-conclusion.agree")
    await teacher.taps("diagnosis-result.edit")
    await teacher.taps("diagnosis-edit.answer")
    await teacher.taps("diagnosis-list.given", "3. ")
    await step(teacher, 3)
    teacher.sees("diagnosis-score", "Предметные: 12,5\u00a0%")
    teacher.sees("diagnosis-side", "предметные компетенции (0\u00a0%)")
    teacher.sees("diagnosis-outgrown")
    await teacher.taps("diagnosis-result.edit")
    await teacher.taps("diagnosis-edit.conclusion")
    teacher.sees("diagnosis-side", "предметные компетенции (12,5\u00a0%)")
    await teacher.taps("diagnosis-conclusion.agree")
    assert "до последних изменений" not in teacher.last_text
    teacher.sees("diagnosis-side", "предметные компетенции (12,5\u00a0%)")


async def test_the_result_speaks_the_readers_language_and_own_words_stay(town: Town) -> None:
    teacher = await at_the_conclusion(town)
    await teacher.taps("diagnosis-conclusion.own", "развивать")
    await teacher.says("Хочу освоить медиацию")
    await teacher.taps("diagnosis-conclusion.agree")
    await teacher.says("/lang")
    await teacher.taps("entry-choose-language.en")
    await teacher.says("/menu")
    await teacher.taps("menu-diagnosis")
    assert "psychological and pedagogical competencies (100\u00a0%)" in teacher.last_text
    assert "Хочу освоить медиацию" in teacher.last_text
    assert "компетенции" not in teacher.last_text


async def test_a_conclusion_cannot_be_forged_before_the_answers_are_there(town: Town) -> None:
    teacher = await begin(town)
    await answer_all(teacher, [1, 1])
    await teacher.taps_again(teacher.last["message_id"], "dg:agree:1:3:0")
    teacher.hears_toast("diagnosis-not-finished")
    assert await state(town) is DiagnosisState.IN_PROGRESS
    assert await concluded(town) == {}
