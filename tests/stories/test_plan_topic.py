"""The topic of a route: asked once, kindly, one line, changeable until the approval."""

from sqlalchemy import select

from models.people import Role
from models.route import Route
from tests.stories.gymnasium import GROZNY
from tests.stories.planning import active, plans, sends, takes_a_year
from tests.stories.schools import pair
from tests.stories.town import Town

TOPIC = "Чтение & <карта> на уроке"


async def topic(town: Town) -> str | None:
    """The topic of the only route."""
    (found,) = await town.all(select(Route))
    return found.topic


async def test_the_topic_is_asked_once_after_the_term(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.taps("menu-plan")
    await teacher.taps("plan-term-choice.months", "1 год")
    teacher.sees("plan-ask-topic")
    await teacher.says(TOPIC)
    teacher.sees("plan-topic", TOPIC)
    await teacher.taps("plan.term")
    await teacher.taps("plan-term-choice.months", "6 месяцев")
    teacher.sees("plan-topic", TOPIC)


async def test_a_route_may_have_no_topic_and_get_one_later(town: Town) -> None:
    teacher, _ = await town.pair()
    await takes_a_year(teacher)
    assert await topic(town) == ""
    await teacher.taps("plan.topic")
    await teacher.says("я")
    teacher.sees("answer-too-short", "Например: «Читательская грамотность на уроках географии»")
    await teacher.says(TOPIC)
    assert await topic(town) == TOPIC
    await teacher.taps("plan.topic")
    teacher.sees("questions-given", TOPIC)
    await teacher.taps("plan-back")
    await teacher.taps("plan.topic")
    await teacher.taps("plan-ask-topic.none")
    assert await topic(town) == ""


async def test_the_tutor_reads_the_topic_and_its_change(town: Town) -> None:
    teacher, tutor = await town.pair()
    await plans(teacher, 5)
    await teacher.taps("plan.topic")
    await teacher.says(TOPIC)
    await teacher.taps("plan.agree")
    tutor.sees("plan-topic", TOPIC)
    await teacher.taps("plan.take-back")
    await teacher.taps("plan.topic")
    await teacher.says("Письмо")
    await teacher.taps("plan.agree")
    tutor.sees("plan-change", f"Тема. Было: {TOPIC}. Стало: Письмо.")


async def test_an_old_or_strange_tap_on_the_topic_changes_nothing(town: Town) -> None:
    teacher, tutor = await town.pair()
    await takes_a_year(teacher)
    await teacher.taps("plan.topic")
    message, data = teacher.button("plan-ask-topic.none")
    await teacher.says(TOPIC)
    await teacher.taps_again(message["message_id"], data)
    teacher.hears_toast("refusal-outdated")
    await tutor.taps_again(tutor.last["message_id"], data)
    tutor.hears_toast("refusal-not-yours")
    assert await topic(town) == TOPIC


async def test_an_approved_topic_stays(town: Town) -> None:
    teacher, _ = await active(town)
    (found,) = await town.all(select(Route))
    await teacher.taps_again(teacher.last["message_id"], f"pl:no-topic:1:{found.version}:")
    teacher.hears_toast("plan-term-confirmed")
    assert not teacher.has_button("plan.topic")


async def test_while_the_plan_is_looked_at_the_topic_stays(town: Town) -> None:
    teacher, _ = await town.pair()
    await sends(teacher)
    await teacher.taps_again(teacher.last["message_id"], "pl:topic:1:1:")
    await teacher.says("Другая тема")
    teacher.sees("plan-on-confirmation")
    assert await topic(town) == ""


async def test_x50_one_field_is_called_as_the_text_of_the_school_calls_it(town: Town) -> None:
    teacher, _ = await pair(town, GROZNY, Role.DEPUTY_HEAD)
    await teacher.taps("menu-plan")
    await teacher.taps("plan-term-choice.months", "1 год")
    await teacher.says(TOPIC)
    teacher.sees("plan-topic", "Методическая тема: Чтение")
    assert await topic(town) == TOPIC
    assert {one.id for one in town.app.rules.regulations.regulations if one.topic is not None} == {GROZNY}


async def test_x50_without_a_name_in_the_text_it_is_the_topic(town: Town) -> None:
    teacher, _ = await town.pair()
    await plans(teacher, 1)
    await teacher.taps("plan.topic")
    await teacher.says(TOPIC)
    teacher.sees("plan-topic")
    assert "Тема: Чтение" in teacher.last_text
