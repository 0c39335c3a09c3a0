"""A route by the regulation of Gymnasium No. 4, Grozny (S001): seven competencies, no least number, the own control."""

from datetime import timedelta

from sqlalchemy import select

from models.diagnosis import Diagnosis
from models.final_event import FinalEvent
from models.people import Role
from models.plan import Activity
from models.route import RouteState, TeamMember
from tests.stories.diagnosing import MIXED, answer_all, begins, conclude
from tests.stories.schools import SCHOOL, chooses_months, labels, pair, route, types_term
from tests.stories.signing import signs
from tests.stories.town import Guest, Town
from tests.stories.walking import report, reported, two_minutes_later

GROZNY = "grozny_gymnasium_4"


async def adds_row(teacher: Guest, title: str, day: str) -> None:
    """A row of the plan in the words of this regulation."""
    await teacher.taps("plan.add")
    await teacher.says(title)
    measured = (
        "questions-ask.marked" if teacher.has_button("questions-ask.marked") else "questions-ask.option"
    )
    await teacher.taps(measured, "Охрана и укрепление здоровья")
    await teacher.taps("questions-ask.done")
    await teacher.taps("questions-ask.option", "Гимназия")
    await teacher.taps("questions-ask.option", "Уровень образовательной организации")
    await teacher.says(day)
    await teacher.taps("questions-echo.yes")
    await teacher.taps("questions-ask.option", "Педагогические чтения")


async def test_x30_a_route_from_the_invitation_to_the_presentation(town: Town) -> None:
    teacher, deputy = await pair(town, GROZNY, Role.DEPUTY_HEAD)
    head = await town.member("Дудаев Рамзан Хасанович", Role.HEAD, organisation=SCHOOL)
    (member,) = await town.all(select(TeamMember))
    assert member.role is Role.DEPUTY_HEAD
    await begins(teacher)
    await answer_all(teacher, [*MIXED, *[1] * 8, *[2] * 8])
    await conclude(teacher)
    teacher.sees("diagnosis-score", "Охрана и укрепление здоровья")
    teacher.sees("diagnosis-score", "Self-компетенции")
    await chooses_months(teacher, "3 года")
    await adds_row(teacher, "Семинар по здоровьесбережению", "16 сентября")
    teacher.sees("plan-count-only", "Запланировано: 1")
    await teacher.taps("plan.agree")
    assert (await route(town)).state is RouteState.ON_CONFIRMATION
    await signs(deputy, "Согласовать")
    assert (await route(town)).state is RouteState.ON_CONFIRMATION
    await signs(head, "Утвердить")
    assert (await route(town)).state is RouteState.ACTIVE
    town.wait(days=3)
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await reported(town, teacher)
    await deputy.taps("review-card.accept")
    await two_minutes_later(town)
    assert (await report(town, "Семинар по здоровьесбережению")).decided_by_id == deputy.person_id
    await presents(teacher)
    (event,) = await town.all(select(FinalEvent))
    assert (event.form, event.level) == ("pedsovet", "organisation")
    await teacher.says("/menu")
    await teacher.taps("menu-final-event")
    assert not teacher.has_button("final-event.add")


async def presents(teacher: Guest) -> None:
    """The presentation of the results, as the text names its places (п. 3.4)."""
    await teacher.says("/menu")
    await teacher.taps("menu-final-event")
    await teacher.taps("final-event.add")
    await teacher.says("Здоровье на уроке")
    assert {"Отчёт на педсовете", "Отчёт на методическом совете", "Отчёт на совещании при директоре"} <= set(
        labels(teacher)
    )
    await teacher.taps("questions-ask.option", "Отчёт на педсовете")
    await teacher.taps("questions-ask.option", "Уровень образовательной организации")
    await teacher.says("20 мая 2027")
    await teacher.taps("questions-echo.yes")
    await teacher.says("Актовый зал")
    await teacher.taps("final-event-hour.at", "15:00")


async def test_x14_thirty_seven_months_are_too_long_and_the_clause_is_named(town: Town) -> None:
    teacher, _ = await pair(town, GROZNY, Role.DEPUTY_HEAD)
    ends = town.today + timedelta(days=37 * 31)
    await types_term(teacher, town.today.strftime("%d.%m.%Y"), ends.strftime("%d.%m.%Y"))
    teacher.sees("plan-too-long", "не более 3 лет (п. 1.5)")


async def test_x12_the_questionnaire_has_seven_parts_and_a_refusal_names_no_wish(town: Town) -> None:
    teacher, _ = await pair(town, GROZNY, Role.DEPUTY_HEAD)
    await teacher.taps("menu-diagnosis")
    teacher.sees("diagnosis-intro", "56 утверждений", "10–15 минут", "Положение начинает с неё (п. 3.4)")
    await teacher.taps("diagnosis-intro.decline")
    teacher.sees("diagnosis-declined-now", "п. 3.4")
    assert "добровольн" not in teacher.last_text
    (one,) = await town.all(select(Diagnosis))
    assert one.questionnaire == "teacher_seven"


async def test_the_sheet_asks_what_the_text_demands(town: Town) -> None:
    teacher, _ = await pair(town, GROZNY, Role.DEPUTY_HEAD)
    await teacher.taps("menu-sheet")
    teacher.sees("sheet", "п. 3.6")
    await teacher.taps("sheet.go-on")
    await teacher.taps("sheet-known.right")
    await teacher.says("/menu")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.all")
    assert {"Результаты работы", "От кого запрос", "Запрос", "Критерии"} <= set(labels(teacher))


async def test_a_row_belongs_to_a_direction_by_its_kind(town: Town) -> None:
    teacher, _ = await pair(town, GROZNY, Role.DEPUTY_HEAD)
    await chooses_months(teacher, "1 год")
    await adds_row(teacher, "Педагогические чтения города", "20 ноября")
    (row,) = await town.all(select(Activity))
    directions = town.app.rules.of(await route(town)).directions
    assert directions is not None
    direction = directions.of_kind(row.kind)
    assert direction is not None
    assert direction.code == "community"
