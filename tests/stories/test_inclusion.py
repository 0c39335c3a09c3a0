"""Every teacher is included, and topics are watched over by who leads the school (S001 2.2, 4.1; R1-007, R1-022)."""

from __future__ import annotations

from sqlalchemy import select

from models.people import Role
from models.topic_word import TopicWord
from tests.stories.gymnasium import GROZNY, heard
from tests.stories.schools import SCHOOL, alone, pair
from tests.stories.town import Guest, Town

INVITED, WORD = "inclusion-invited", "topics-word"


async def opens(deputy: Guest, key: str) -> None:
    """From the menu through the overview."""
    await deputy.says("/menu")
    await deputy.taps("menu-overview")
    await deputy.taps(key)


async def names_topic(teacher: Guest, topic: str) -> None:
    """A round term, and a topic."""
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan-term-choice.months", "1 год")
    await teacher.says(topic)


async def words(town: Town) -> list[tuple[str, str]]:
    """What was said of which topic."""
    return [(one.topic, one.remark) for one in await town.all(select(TopicWord).order_by(TopicWord.id))]


async def test_r1_007_who_has_not_begun_is_named_and_invited_once_a_week(town: Town) -> None:
    teacher, deputy = await pair(town, GROZNY, Role.DEPUTY_HEAD)
    other = await town.member("Бакаева Луиза Руслановна", Role.TEACHER, organisation=SCHOOL)
    await town.person("Висаитов Иса Ломалиевич", Role.TEACHER, organisation=SCHOOL)
    await names_topic(other, "Оценивание на уроках истории")
    await opens(deputy, "inclusion.open")
    deputy.sees("inclusion", "Начали 1 из 3", "п. 2.2")
    deputy.sees("inclusion-waiting", "Исаева З. А.")
    deputy.sees("inclusion-outside", "Висаитов И. Л.")
    assert "Бакаева" not in deputy.last_text
    await deputy.taps("inclusion.invite", times=2)
    deputy.sees("inclusion-waiting", "На этой неделе приглашены: 1", among_last=3)
    assert await heard(town, teacher, INVITED) == 1
    assert await heard(town, other, INVITED) == 0
    teacher.sees(INVITED, SCHOOL, "п. 2.2")
    for word in ("обязан", "должны", "необходимо"):
        assert word not in teacher.last_text
    await teacher.taps("inclusion-invited.begin")
    assert teacher.has_button("menu-diagnosis")
    town.wait(days=7)
    await opens(deputy, "inclusion.open")
    await deputy.taps("inclusion.invite")
    assert await heard(town, teacher, INVITED) == 2


async def test_r1_007_where_a_route_is_voluntary_no_clause_presses(town: Town) -> None:
    teacher = await alone(town, "methodical_guide")
    head = await town.member("Дудаев Рамзан Хасанович", Role.HEAD, organisation=SCHOOL)
    await opens(head, "inclusion.open")
    assert not head.has_button("topics.open")
    await head.taps("inclusion.invite")
    teacher.sees(INVITED, "начать Ваш маршрут. Первый шаг")


async def test_r1_022_a_topic_is_agreed_with_one_tap_and_the_teacher_reads_it_in_the_plan(town: Town) -> None:
    teacher, deputy = await pair(town, GROZNY, Role.DEPUTY_HEAD)
    await names_topic(teacher, "Оценивание <истории>")
    await opens(deputy, "topics.open")
    deputy.sees("topics", "п. 4.1", "без Вашего слова: 1")
    deputy.sees("topics-line", "Исаева З. А.", "Оценивание <истории>")
    await deputy.taps("topics-card.open")
    message, data = deputy.button("topics-card.agree")
    await deputy.taps("topics-card.agree", times=2)
    deputy.sees("topics-line", "✓")
    await deputy.taps_again(message["message_id"], data)
    assert await heard(town, teacher, WORD) == 1
    teacher.sees(WORD, "согласована", "Ахмадова М. С.")
    await teacher.taps("topics-word.plan")
    teacher.sees("topics-said-by", "Тема согласована")
    assert await words(town) == [("Оценивание <истории>", "")]


async def test_r1_022_a_remark_is_heard_and_another_topic_waits_for_a_word_again(town: Town) -> None:
    teacher, deputy = await pair(town, GROZNY, Role.DEPUTY_HEAD)
    await names_topic(teacher, "Всё обо всём")
    await opens(deputy, "topics.open")
    await deputy.taps("topics-card.open")
    await deputy.taps("topics-card.remark")
    await deputy.says("1. Сидорова Аня 4\n2. Петров Коля 3\n3. Ильина Оля 5\n4. Котов Ян 4\n5. Лапин Ия 5")
    deputy.sees("topics-pupils")
    await deputy.says("Возьмите один класс")
    deputy.sees("topics-line", "есть замечание")
    teacher.sees(WORD, "Возьмите один класс")
    await teacher.taps("topics-word.plan")
    teacher.sees("topics-said-by", "Возьмите один класс")
    await teacher.taps("plan.topic")
    await teacher.says("Чтение в пятом классе")
    assert "Возьмите" not in teacher.last_text
    await opens(deputy, "topics.open")
    deputy.sees("topics", "без Вашего слова: 1")


async def test_neither_a_teacher_nor_another_school_looks_in(town: Town) -> None:
    teacher, _ = await pair(town, GROZNY, Role.DEPUTY_HEAD)
    await names_topic(teacher, "Чтение")
    await town.organisation("Школа № 9", regulation=GROZNY)
    stranger = await town.member("Лапин Олег Олегович", Role.HEAD, organisation="Школа № 9")
    for guest in (teacher, stranger):
        for data in ("tw:agree:1:2", "tw:card:1:2", "tw:remark:1:2"):
            await guest.taps_again(guest.last["message_id"], data)
            guest.hears_toast("refusal-not-yours")
    await teacher.taps_again(teacher.last["message_id"], "in:invite")
    teacher.hears_toast("refusal-not-yours")
    assert await words(town) == []
