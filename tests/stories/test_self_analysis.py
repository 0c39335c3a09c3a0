"""S000 3.1.4, S003 1.2 (R3-011): the teacher looks back in short answers and taps; they feed the draft."""

from __future__ import annotations

from sqlalchemy import select

from models.registry import RegistryEntry
from models.route import RouteState
from models.self_analysis import SelfAnalysis
from tests.stories.concluding import all_conclusions, at_the_end, opens_the_end, route_now, signs, told
from tests.stories.town import Guest, Town

ANSWERS = ("Есть задания на смысловое чтение", "Дети увереннее отвечают", "Мало времени", "Мастер-класс")


async def looks_back(teacher: Guest) -> None:
    """The four questions, one by one."""
    await teacher.taps("self-analysis-asked.open")
    await teacher.taps("self-analysis.answer")
    for text in ANSWERS:
        await teacher.says(text)


async def test_four_answers_one_by_one_stand_in_the_draft_that_nobody_has_touched(town: Town) -> None:
    people = await at_the_end(town)
    await opens_the_end(people.methodist)
    await people.methodist.taps("conclusions.begin")
    await looks_back(people.teacher)
    people.teacher.sees("self-analysis", "Ответов: 4 из 4")
    assert not people.teacher.has_button("self-analysis.survey")
    await opens_the_end(people.methodist)
    people.methodist.sees("conclusions-check-self", "4 из 4")
    await people.methodist.taps("conclusions.text")
    people.methodist.sees("conclusions-paragraph", "Дети увереннее отвечают.")


async def test_r3_011_the_survey_of_three_taps_and_no_number_in_a_registry(town: Town) -> None:
    people = await at_the_end(town, regulation="bashkortostan")
    await opens_the_end(people.tutor)
    await people.tutor.taps("conclusions.begin")
    await looks_back(people.teacher)
    await people.teacher.taps("self-analysis.survey")
    for how in ("Да", "Отчасти", "Нет"):
        await people.teacher.taps("self-analysis-survey.how", how)
    people.teacher.sees("self-analysis-thanks")
    (said,) = await town.all(select(SelfAnalysis))
    assert sorted(said.content.values()) == ["no", "partly", "yes"]
    await opens_the_end(people.tutor)
    await people.tutor.taps("conclusions.product")
    await people.tutor.says("Сборник заданий")
    await people.tutor.taps("conclusions.outcome")
    await people.tutor.taps("conclusions-outcome.choice", "Успешное")
    await people.tutor.taps("conclusions.send")
    (one,) = await all_conclusions(town)
    text = "\n".join(one.paragraphs)
    assert "Сборник заданий" in text and "отчасти" in text
    await signs(people.methodist, people.head)
    assert (await route_now(town)).state is RouteState.CLOSED
    assert await town.all(select(RegistryEntry)) == []
    await told(town)
    people.teacher.sees("conclusions-signed-own")
    assert "реестр" not in people.teacher.last_text


async def test_the_text_is_mended_by_paragraph_or_written_anew_in_several_messages(town: Town) -> None:
    people = await at_the_end(town)
    await opens_the_end(people.methodist)
    await people.methodist.taps("conclusions.begin")
    await people.methodist.taps("conclusions.text")
    await people.methodist.taps("conclusions-text.number", "1")
    await people.methodist.says("Все мероприятия проведены.")
    people.methodist.sees("conclusions-paragraph", "Все мероприятия проведены.")
    await people.methodist.taps("conclusions-text.anew")
    for number in (1, 2, 3):
        await people.methodist.says(f"Часть {number}. " + "а" * 3300)
        if number < 3:
            people.methodist.sees("conclusions-anew", "Сохранено")
    (one,) = await all_conclusions(town)
    assert len(one.paragraphs) == 3 and one.length <= 10_000
    await people.methodist.says("Ещё одна часть, которая уже не помещается. " * 20)
    people.methodist.sees("conclusions-too-long")
    (one,) = await all_conclusions(town)
    assert len(one.paragraphs) == 3
    await people.methodist.taps("conclusions-anew.done")
    await people.methodist.taps("conclusions-text.compose")
    (one,) = await all_conclusions(town)
    assert one.paragraphs[0].startswith("По индивидуальному")
