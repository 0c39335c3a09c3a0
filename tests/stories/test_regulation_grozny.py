"""A whole life by the regulation of Gymnasium No. 4, Grozny (S001): seven competencies, two years, the own control."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from models.diagnosis import Diagnosis
from models.final_event import FinalEvent
from models.people import Role
from models.plan import Activity
from models.route import RouteState, TeamMember
from tests.stories import arriving, living
from tests.stories.arriving import CENTRE
from tests.stories.concluding import opens_the_end
from tests.stories.diagnosing import MIXED, answer_all, begins, conclude
from tests.stories.helping import asks
from tests.stories.schools import SCHOOL, chooses_months, labels, pair, route, types_term
from tests.stories.signing import signs
from tests.stories.town import Guest, Town
from tests.stories.walking import report

GROZNY, REGION = "grozny_gymnasium_4", "Чеченская Республика"


async def adds_row(teacher: Guest, title: str, day: str) -> None:
    """A row of the plan in the words of this regulation."""
    await teacher.taps("plan.add")
    await writes_row(teacher, title, day)


async def writes_row(teacher: Guest, title: str, day: str) -> None:
    """The answers of a row."""
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


@dataclass
class People:
    """Everybody whom the text names."""

    teacher: Guest
    deputy: Guest
    head: Guest
    lead: Guest
    methodist: Guest


async def arrive(town: Town) -> People:
    """The server knows the methodist of the centre and the head of the gymnasium; his people come by a list of his."""
    methodist = await arriving.first(
        town, "Магомадова Хеда Исаевна", Role.CENTRE_METHODIST, CENTRE, regulation=GROZNY, region=REGION
    )
    head = await arriving.first(
        town, "Дудаев Рамзан Хасанович", Role.HEAD, SCHOOL, regulation=GROZNY, region=REGION
    )
    deputy, lead, teacher = await arriving.brings(
        head,
        [
            ("12", "Ахмадова Малика Саидовна", "заместитель", "заместитель директора", ""),
            ("13", "Бакаева Луиза Руслановна", "руководитель МО", "учитель истории", ""),
            ("15", "Исаева Зарема Адамовна", "педагог", "учитель биологии", "12"),
        ],
    )
    return People(teacher, deputy, head, lead, methodist)


async def test_x30_a_whole_life_from_the_invitation_to_the_closed_route(town: Town) -> None:
    people = await arrive(town)
    (member,) = await town.all(select(TeamMember))
    assert member.role is Role.DEPUTY_HEAD
    await is_diagnosed(people)
    await has_a_plan(town, people)
    await walks(town, people)
    await goes_through_a_year(town, people, 2027)
    await corrects(town, people)
    await shows(town, people)
    await goes_through_a_year(town, people, 2028)
    await ends(town, people)
    await is_over(town, people)
    await living.costs(people.teacher, "grozny_gymnasium_4")


async def is_diagnosed(people: People) -> None:
    """The sheet with the request and the criteria, then seven parts of the questionnaire."""
    teacher = people.teacher
    await teacher.taps("menu-sheet")
    await teacher.taps("sheet.go-on")
    await teacher.taps("sheet-known.right")
    await teacher.taps("questions-ask.option", "Высшее педагогическое")
    await teacher.taps("questions-ask.option", "Первая")
    await teacher.says("12 лет")
    await teacher.says("Качество знаний по биологии 62 %")
    await teacher.taps("questions-ask.option", "Мой собственный")
    await teacher.says("Хочу научиться сберегать здоровье на уроке")
    await teacher.says("Дети меньше устают")
    await teacher.says("/menu")
    teacher.button("menu-sheet", "заполнена")
    await begins(teacher)
    await answer_all(teacher, [*MIXED, *[1] * 8, *[2] * 8])
    await conclude(teacher)
    teacher.sees("diagnosis-score", "Охрана и укрепление здоровья")
    teacher.sees("diagnosis-score", "Self-компетенции")
    await living.shares(teacher)
    people.deputy.sees("diagnosis-shared")


async def has_a_plan(town: Town, people: People) -> None:
    """Two rows under the methodical topic; the deputy returns them once, then she and the head sign."""
    teacher, deputy = people.teacher, people.deputy
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan-term-choice.months", "2 года")
    await teacher.says("Здоровье на уроке биологии")
    await adds_row(teacher, "Семинар по здоровьесбережению", "6 октября 2026")
    await adds_row(teacher, "Педагогические чтения города", "20 ноября 2027")
    teacher.sees("plan-count-only", "Запланировано: 2")
    await teacher.taps("plan.agree")
    assert (await route(town)).state is RouteState.ON_CONFIRMATION
    await living.gives_back_a_plan(deputy, teacher, date(2026, 10, 13))
    await signs(deputy, "Согласовать")
    assert (await route(town)).state is RouteState.ON_CONFIRMATION
    await living.sign(people.head)
    assert (await route(town)).state is RouteState.ACTIVE
    teacher.sees("plan-confirmed", "Дудаев Р. Х.")


async def walks(town: Town, people: People) -> None:
    """The seminar, its report given back once; questions to the lead and to the methodist."""
    teacher = people.teacher
    for name, guest in (("Бакаева", people.lead), ("Магомадова", people.methodist)):
        await asks(teacher, name)
        await guest.taps("help-request-asked.answer")
        await guest.says("Возьмите тему, в которой класс уже уверен.")
        await teacher.taps("help-request-answered.helped")
    await living.reports(teacher, date(2026, 10, 13), "Показали три приёма разминки.")
    await living.gives_back(people.deputy, teacher)
    await living.accepts(people.deputy, teacher)
    assert (await report(town, "Семинар по здоровьесбережению")).decided_by_id == people.deputy.person_id


async def goes_through_a_year(town: Town, people: People, year: int) -> None:
    """What the text wants every year (п. 4.3, 4.4): the application, the report, given back once, the correction."""
    teacher, deputy = people.teacher, people.deputy
    await living.evening(town, date(year, 4, 15))
    await teacher.taps("year-intro.write")
    await teacher.says("Здоровье на уроке биологии")
    await teacher.says("Мастер-класс по проектам")
    await living.evening(town, date(year, 5, 10))
    await teacher.taps("year-report-open")
    await teacher.taps("year-report.add")
    await teacher.says("Научились давать обратную связь без отметки.")
    await teacher.taps("year-report.send")
    await deputy.taps("year-report-read")
    await deputy.taps("year-report-card.back")
    await deputy.says("Добавьте, где показали опыт")
    await teacher.taps("year-report-open")
    await teacher.taps("year-report.add")
    await teacher.says("Опыт показали на педагогических чтениях.")
    await teacher.taps("year-report.send")
    await deputy.taps("year-report-read")
    await deputy.taps("year-report-card.accept")
    teacher.sees("year-report-decided", "принят")


async def corrects(town: Town, people: People) -> None:
    """A month before the anniversary the correction of the year is asked for: the readings give way to others."""
    teacher, deputy = people.teacher, people.deputy
    await living.evening(town, date(2027, 8, 15))
    teacher.sees("revision-asked", "п. 4.4")
    await teacher.taps("revision-answer.propose")
    await teacher.taps("revision-row", "Педагогические чтения")
    await teacher.taps("correction-reason.called-off")
    await teacher.taps("correction-card.write", "Написать замену")
    await writes_row(teacher, "Конференция биологов", "16 ноября 2027")
    await teacher.taps("correction-card.send")
    await deputy.taps("correction-return.ask")
    await deputy.says("Добавьте выступление на МО")
    await teacher.taps("correction-returned.mend")
    await teacher.taps("correction-card.send")
    await living.sign(teacher, deputy)
    teacher.sees("correction-done", "№ 1", "Конференция биологов")
    await living.reports(teacher, date(2027, 11, 16), "Взяли два приёма.", "зал.jpg")
    await living.accepts(deputy, teacher)


async def shows(town: Town, people: People) -> None:
    """The materials, and the presentation of the results with its guests (п. 3.4)."""
    teacher, deputy = people.teacher, people.deputy
    town.set_local(date(2028, 3, 20), 12)
    await teacher.says("/menu")
    await teacher.taps("menu-product")
    await teacher.taps("product.add")
    await teacher.taps("questions-ask.option", "Методические")
    await teacher.says("Сборник разминок")
    await teacher.sends("document", "tasks.pdf")
    await teacher.taps("product-files.hand-in")
    deputy.sees("product-handed", "Сборник разминок")
    await presents(teacher, "12 апреля 2028")
    await teacher.taps("final-event-card.invite")
    await teacher.taps("final-event-guests.all")
    await town.tick()
    for guest in (deputy, people.head, people.lead):
        await guest.taps("final-event-answer.comes")
    await living.evening(town, date(2028, 4, 9))
    await deputy.taps("final-event-check.done")
    await teacher.taps("final-event-check.done", "Отчёт об итогах")
    await living.holds(teacher, date(2028, 4, 12))
    (event,) = await town.all(select(FinalEvent))
    assert (event.form, event.level) == ("pedsovet", "organisation")
    await teacher.says("/menu")
    await teacher.taps("menu-final-event")
    assert not teacher.has_button("final-event.add")


async def ends(town: Town, people: People) -> None:
    """The reflective analysis, the look back; the deputy sums up, nobody signs, the route is closed at once."""
    teacher, deputy = people.teacher, people.deputy
    await living.evening(town, date(2028, 8, 20))
    await living.reflects(teacher)
    await opens_the_end(deputy, "Исаева")
    await deputy.taps("conclusions.begin")
    await living.looks_back(teacher)
    await living.decides(deputy, "Исаева")
    closed = await route(town)
    assert (closed.state, closed.ended_on) == (RouteState.CLOSED, town.today)


async def is_over(town: Town, people: People) -> None:
    """The last screens: over everywhere, nothing numbered, the papers are there."""
    teacher = people.teacher
    await living.reads_the_end(teacher)
    await teacher.says("/menu")
    teacher.sees("menu-stage", "Маршрут завершён.")
    await teacher.taps("menu-papers")
    for paper in ("Карта роста", "Сведения о корректировке"):
        teacher.sees("papers-line", f"{paper}: подписано")
    await people.deputy.says("/menu")
    await people.deputy.taps("menu-conclusions")
    assert "Исаева З. А.: маршрут завершён" in labels(people.deputy)


async def presents(teacher: Guest, day: str) -> None:
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
    await teacher.says(day)
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
