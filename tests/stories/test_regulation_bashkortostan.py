"""A route by the regulation of Bashkortostan (S003), from the invitation to the last stage that there is."""

from datetime import date, timedelta

from sqlalchemy import select

from models.final_event import FinalEvent
from models.people import Role
from models.route import Route, RouteState
from tests.stories.diagnosing import MIXED, answer_all, begins, conclude
from tests.stories.planning import adds, takes_a_year
from tests.stories.signing import Signers, offices, signed_by_all
from tests.stories.test_final_event import plans_an_event
from tests.stories.town import Guest, Town
from tests.stories.walking import report, reported, two_minutes_later

SCHOOL = "Школа № 12"
REGION = "Республика Башкортостан"


async def pair(town: Town) -> tuple[Guest, Guest]:
    """A teacher and a tutor of a school in Ufa."""
    await town.organisation(SCHOOL, regulation="bashkortostan", region=REGION)
    tutor = await town.member("Гареева Лилия Маратовна", Role.TUTOR, organisation=SCHOOL)
    teacher = await town.member("Галимова Айгуль Рашитовна", Role.TEACHER, organisation=SCHOOL, tutor=tutor)
    return teacher, tutor


async def route(town: Town) -> Route:
    """The only route."""
    (found,) = await town.all(select(Route))
    return found


async def test_s_06_6_x29_a_route_from_the_invitation_to_a_final_event(town: Town) -> None:
    teacher, tutor = await pair(town)
    people = Signers(teacher, tutor, *await offices(town, SCHOOL, regulation="bashkortostan", region=REGION))
    assert (await route(town)).regulation == "bashkortostan"
    teacher.sees("menu-stage", "Республика Башкортостан")
    await begins(teacher)
    await answer_all(teacher, MIXED)
    await conclude(teacher)
    teacher.sees("diagnosis-score", "ИКТ-компетентность")
    await takes_a_year(teacher)
    await adds(teacher, "Семинар по смысловому чтению", "16 сентября")
    await adds(teacher, "Вебинар по оцениванию", "20 ноября")
    teacher.sees("plan-count-only", "Запланировано: 2")
    await teacher.taps("plan.agree")
    tutor.sees("plan-card", "Галимова А. Р.", SCHOOL)
    await tutor.taps("plan-card.confirm")
    await signed_by_all(people)
    assert (await route(town)).state is RouteState.ACTIVE
    town.wait(days=3)
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await teacher.taps("report-line", "Семинар")
    await reported(town, teacher)
    await tutor.taps("review-card.accept")
    await two_minutes_later(town)
    assert (await report(town, "Семинар по смысловому чтению")).decided_by_id == tutor.person_id
    await teacher.says("/menu")
    await teacher.taps("menu-final-event")
    teacher.sees("final-event", "разд. 2 (этап 4), разд. 3", "можно несколько")
    await plans_an_event(teacher, "Мастер-класс по чтению")
    assert len(await town.all(select(FinalEvent))) == 1


async def test_x14_thirteen_months_are_too_long_and_the_clause_is_named(town: Town) -> None:
    teacher, _ = await pair(town)
    await takes_a_year(teacher)
    await teacher.taps("plan.term")
    teacher.sees("plan-bounds-most", "до 1 года (п. 1.2, разд. 2 (этап 3))")
    assert not any("2 года" in one["text"] for row in _rows(teacher) for one in row)
    await teacher.taps("plan-term-choice.dates")
    await teacher.taps("questions-ask.keep")
    await teacher.says((town.today + timedelta(days=396)).strftime("%d.%m.%Y"))
    teacher.sees("plan-too-long", "не более 1 года")
    await teacher.taps("questions-echo.yes")
    await adds(teacher, "Семинар по оцениванию")
    await teacher.taps("plan.agree")
    teacher.sees("plan-departs")
    assert (await route(town)).ends_on == date(2027, 10, 15)


def _rows(guest: Guest) -> list[list[dict[str, str]]]:
    rows: list[list[dict[str, str]]] = guest.last["reply_markup"]["inline_keyboard"]
    return rows


async def test_the_sheet_asks_for_the_region_and_for_no_contacts(town: Town) -> None:
    teacher, _ = await pair(town)
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.go-on")
    teacher.sees("sheet-line", "Школа № 12, Республика Башкортостан")
    await teacher.taps("sheet-known.right")
    await teacher.says("/menu")
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.all")
    names = [one["text"] for row in _rows(teacher) for one in row]
    assert "Дополнительно" in names
    assert not {"Телефон", "Почта"} & set(names)
