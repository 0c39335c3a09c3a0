"""Questions about the professional future, beside the topic; nobody has to answer them (S000 2.2; R0-016)."""

from __future__ import annotations

from sqlalchemy import select

from models.route import Route
from tests.stories.schools import alone
from tests.stories.town import Guest, Town


async def comes_to_the_topic(teacher: Guest) -> None:
    """From the menu to the question for the topic."""
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan-term-choice.months", "6 месяцев")


async def test_r0_016_three_questions_lead_to_the_topic(town: Town) -> None:
    teacher, _ = await town.pair()
    await comes_to_the_topic(teacher)
    await teacher.taps("future.open")
    teacher.sees("future", "Вопрос 1 из 3", "п. 2.2")
    teacher.sees("future-question", "урок через три года")
    await teacher.taps("future.on")
    await teacher.taps("future.on")
    teacher.sees("future-question", "один шаг")
    assert not teacher.has_button("future.on")
    await teacher.taps_again(teacher.last["message_id"], "fu:3")
    teacher.hears_toast("refusal-not-yours")
    await teacher.taps("future.topic")
    await teacher.says("Работа в парах")
    (route,) = await town.all(select(Route))
    assert route.topic == "Работа в парах"


async def test_where_the_text_does_not_speak_of_it_nothing_is_offered(town: Town) -> None:
    teacher = await alone(town, "methodical_guide")
    await comes_to_the_topic(teacher)
    assert not teacher.has_button("future.open")
