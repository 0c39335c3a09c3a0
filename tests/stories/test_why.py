"""«Почему 5?», «почему 6 месяцев?»: the clause with the regulation's own words (X14, X42)."""

import pytest

from models.people import Role
from regulations import library
from regulations.why import Topic, topic_of
from tests.stories.planning import plans
from tests.stories.schools import alone, pair, types_term
from tests.stories.town import Guest, Town

UDMURTIA = library.load().get("udmurtia")


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("почему 5?", Topic.COUNT),
        ("Почему не менее пяти мероприятий", Topic.COUNT),
        ("почему 6 месяцев?", Topic.TERM),
        ("почему 6?", Topic.TERM),
        ("почему 2 года", Topic.TERM),
        ("почему 24?", Topic.TERM),
        ("почему 60", Topic.LEVELS),
        ("почему дефицит высокий?", Topic.LEVELS),
        ("зачем диагностика", Topic.DIAGNOSIS),
        ("why 5", Topic.COUNT),
        ("why a final event?", Topic.FINAL_EVENT),
        ("почему 77?", None),
        ("почему небо синее", None),
    ],
)
def test_a_question_finds_its_rule_by_words_or_by_its_number(question: str, topic: Topic | None) -> None:
    assert topic_of(question, UDMURTIA) is topic


async def test_x42_the_button_beside_the_count_shows_the_words_of_the_clause(town: Town) -> None:
    teacher, _ = await town.pair()
    await plans(teacher, 4)
    await teacher.taps("why.count", "Почему 5?")
    teacher.sees("why-quote", "Удмуртская Республика", "(п. 3.1.2)", "должно быть не менее пяти")
    await teacher.taps("why.plan")
    await teacher.taps("plan.agree")
    await teacher.taps("why.count")
    teacher.sees("why-quote", "не менее пяти")


async def test_x14_a_typed_question_is_answered_and_the_way_goes_on(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.says("почему 6 месяцев?")
    teacher.sees("why-quote", "(п. 3.1.3)", "от шести месяцев до двух лет")
    await teacher.says("Почему 5?")
    teacher.sees("why-quote", "(п. 3.1.2)")
    await teacher.says("почему так")
    await teacher.taps("why-what.levels")
    teacher.sees("why-levels", "до 60 % включительно", "в Положении чисел нет")


async def test_what_is_ours_or_to_be_confirmed_is_said_to_be(town: Town) -> None:
    teacher = await alone(town, "grozny_gymnasium_4")
    await teacher.says("почему диагностика?")
    teacher.sees("why-quote", "(п. 3.4)", "Этап самоопределения педагога")
    teacher.sees("why-confirm")
    mentee = await alone_mentee(town)
    await mentee.says("почему заключительное мероприятие?")
    mentee.sees("why-ours", "Правило предложено в боте")


async def alone_mentee(town: Town) -> Guest:
    """A mentee of another school."""
    await town.organisation("Школа № 11", regulation="mentoring", region="Новосибирская область")
    return await town.member("Семёнова Полина Игоревна", Role.MENTEE, organisation="Школа № 11")


async def test_where_a_text_has_no_such_rule_that_is_said(town: Town) -> None:
    teacher = await alone(town, "methodical_guide")
    await teacher.says("почему 5 мероприятий?")
    teacher.sees("why-none", "Методическое пособие")
    await teacher.says("почему такой срок?")
    teacher.sees("why-quote", "(вводная часть)", "на некотором фиксированном этапе работы")


async def test_a_term_outside_the_bounds_has_its_own_way_to_the_clause(town: Town) -> None:
    mentee, _ = await pair(town, "mentoring", Role.MENTOR, walker=Role.MENTEE)
    await types_term(mentee, "14.09.2026", "13.09.2029")
    await mentee.taps("questions-echo.yes")
    await mentee.taps("plan-ask-topic.none")
    await mentee.taps("why.term")
    mentee.sees("why-quote", "(слайд 1)", "долгосрочная (4–5 лет)")


async def test_a_stranger_is_asked_for_the_code(town: Town) -> None:
    guest = await town.person("Иванова Галина Петровна", Role.TEACHER)
    await guest.says("почему 5?")
    assert not any("не менее пяти" in str(one.get("text")) for one in guest.heard)


async def test_where_a_text_is_asked_for_a_why_is_an_answer(town: Town) -> None:
    teacher, _ = await town.pair()
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan.add")
    await teacher.says("Почему дети не читают")
    teacher.sees("plan-ask-kind")


async def test_the_help_says_what_the_text_lays_on_each_role(town: Town) -> None:
    teacher, tutor = await town.pair()
    await teacher.says("/help")
    await teacher.taps("help.duties")
    teacher.sees("why-duties", "Педагогический работник", "п. 3.1.3")
    teacher.sees("why-duty", "отчитывается о результатах посещенных или проведенных им мероприятий")

    await tutor.says("/help")
    await tutor.taps("help.duties")
    tutor.sees("why-duties", "Тьютор", "(п. 1.2)", "персональное сопровождение педагогического работника")
    await tutor.taps("why.help")
    tutor.sees("help")


async def test_a_role_that_the_text_gives_no_duties_has_no_button_for_them(town: Town) -> None:
    head = await town.member("Кузнецов Андрей Леонидович", Role.HEAD)
    await head.says("/help")
    assert not head.has_button("help.duties")
    await head.says("почему так")
    await head.taps("why.duties")
    head.sees("why-no-duties")
