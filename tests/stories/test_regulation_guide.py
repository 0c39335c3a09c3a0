"""A whole life by the methodical guide (S002): the teacher's own, nobody approves it, nobody signs."""

from datetime import date

from sqlalchemy import select

from models.final_event import FinalEvent
from models.history import HistoryLine
from models.notice import Notice
from models.people import Role
from models.registry import RegistryEntry
from models.report import ReportState
from models.route import RouteState
from tests.stories import arriving, living
from tests.stories.arriving import CENTRE
from tests.stories.concluding import told
from tests.stories.diagnosing import MIXED, answer_all, begins, conclude
from tests.stories.helping import asks
from tests.stories.recording import records_test
from tests.stories.schools import SCHOOL, alone, chooses_months, labels, route
from tests.stories.town import Guest, Town
from tests.stories.walking import report, reported

GUIDE, REGION = "methodical_guide", "Томская область"


async def adds_row(teacher: Guest, title: str, day: str) -> None:
    """A row of the plan in the words of this text."""
    await teacher.taps("plan.add")
    await writes_row(teacher, title, day)


async def writes_row(teacher: Guest, title: str, day: str) -> None:
    """The answers of a row."""
    await teacher.says(title)
    await teacher.taps("questions-ask.option", "Методические")
    await teacher.taps("questions-ask.done")
    await teacher.taps("questions-ask.option", "ЦНППМ")
    await teacher.taps("questions-ask.option", "Региональный")
    await teacher.says(day)
    await teacher.taps("questions-echo.yes")
    await teacher.taps("questions-ask.option", "Творческий отчёт")


async def arrive(town: Town) -> tuple[Guest, Guest]:
    """The server knows the methodist of the centre; a school and its teacher come by a list of hers."""
    methodist = await arriving.first(
        town, "Кузьмина Дарья Игоревна", Role.CENTRE_METHODIST, CENTRE, regulation=GUIDE, region=REGION
    )
    rows = [("15", "Исаева Зарема Адамовна", "педагог", "учитель биологии", "p1")]
    (teacher,) = await arriving.brings(methodist, rows, SCHOOL)
    return teacher, methodist


async def test_x30_a_whole_life_from_the_invitation_to_the_teachers_own_last_word(town: Town) -> None:
    teacher, methodist = await arrive(town)
    assert not teacher.has_button("menu-sheet")
    await is_diagnosed(teacher, methodist)
    await has_a_road_map(town, teacher)
    await walks(town, teacher, methodist)
    await shows(town, teacher)
    await ends(town, teacher)
    await is_over(town, teacher, methodist)
    await living.costs(teacher, "methodical_guide")


async def is_diagnosed(teacher: Guest, methodist: Guest) -> None:
    """The tests of the centre and the self-reflection, which the methodist may see."""
    await begins(teacher)
    await answer_all(teacher, MIXED[:32])
    await teacher.taps("diagnosis-optional.leave")
    await teacher.taps("diagnosis-optional.yes")
    await conclude(teacher)
    teacher.sees("diagnosis-score", "дефицит: минимальный или отсутствует")
    await living.shares(teacher)
    await records_test(methodist, "40", "65", "90", "30", "65", teacher="Исаева", form="в ЦНППМ")
    teacher.sees("diagnosis-record-new", "Кузьмина Д. И.")


async def has_a_road_map(town: Town, teacher: Guest) -> None:
    """The teacher's own word begins the route: nobody approves, nobody signs, nobody is told to."""
    await chooses_months(teacher, "6 месяцев")
    await adds_row(teacher, "Вебинар по оцениванию", "16 сентября")
    await adds_row(teacher, "Семинар по чтению", "20 ноября")
    teacher.sees("plan-count-only", "Запланировано: 2")
    await teacher.taps("plan.agree")
    teacher.sees("plan-begun")
    assert (await route(town)).state is RouteState.ACTIVE
    assert await town.all(select(Notice).where(Notice.kind == "plan-confirmed")) == []


async def walks(town: Town, teacher: Guest, methodist: Guest) -> None:
    """The first report is given back once and marked; the seminar is called off, its replacement needs no signature."""
    await living.reports(teacher, date(2026, 9, 16), "Показали три приёма.")
    await living.gives_back(methodist, teacher)
    await living.accepts(methodist, teacher)
    assert (await report(town, "Вебинар по оцениванию")).decided_by_id == methodist.person_id
    await asks(teacher, "Кузьмина")
    await methodist.taps("help-request-asked.answer")
    await methodist.says("Возьмите тему, в которой класс уже уверен.")
    await teacher.taps("help-request-answered.helped")
    town.set_local(date(2026, 11, 2), 12)
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    await teacher.taps("plan-open", "2")
    await teacher.taps("plan-activity.replace")
    await teacher.taps("correction-reason.called-off")
    await teacher.taps("correction-card.write", "Написать замену")
    await writes_row(teacher, "Вебинар «Карта на уроке»", "4 декабря")
    await teacher.taps("correction-card.send")
    await living.evening(town, date(2026, 11, 2))
    teacher.sees("correction-done", "Карта на уроке")
    await living.reports(teacher, date(2026, 12, 4), "Попробовали карту на уроке.", "карта.jpg")
    await living.accepts(methodist, teacher)


async def shows(town: Town, teacher: Guest) -> None:
    """A project for the direction of the plan, and the report at its place and time."""
    await teacher.says("/menu")
    await teacher.taps("menu-product")
    teacher.sees("product-lacking", "Методические")
    await teacher.taps("product.add")
    await teacher.taps("questions-ask.option", "Сценарий")
    await teacher.taps("questions-ask.option", "Методические")
    await teacher.says("Сценарий урока с картой")
    await teacher.sends("document", "lesson.pdf")
    await teacher.taps("product-files.hand-in")
    town.set_local(date(2027, 1, 20), 12)
    await teacher.says("/menu")
    await teacher.taps("menu-final-event")
    await teacher.taps("final-event.add")
    await teacher.says("Карта на уроке")
    await teacher.taps("questions-ask.option", "Творческий отчёт")
    await teacher.taps("questions-ask.option", "Региональный")
    await teacher.says("17.02.2027")
    await teacher.taps("questions-echo.yes")
    await teacher.says("Методический кабинет")
    await teacher.taps("final-event-hour.at", "15:00")
    await living.holds(teacher, date(2027, 2, 17))


async def ends(town: Town, teacher: Guest) -> None:
    """The reflection, the look back, the end: all by the teacher's own word."""
    await living.evening(town, date(2027, 2, 25))
    await living.reflects(teacher)
    await teacher.says("/menu")
    await teacher.taps("menu-conclusions")
    await teacher.taps("conclusions.begin")
    await living.looks_back(teacher)
    await teacher.says("/menu")
    await teacher.taps("menu-conclusions")
    await teacher.taps("conclusions.text")
    teacher.sees("conclusions-paragraph", "Сценарий урока с картой")
    await teacher.taps("conclusions-text.back")
    await teacher.taps("conclusions.outcome")
    await teacher.taps("conclusions-outcome.choice", "Этап завершён")
    await teacher.taps("conclusions.send")
    closed = await route(town)
    assert (closed.state, closed.ended_on) == (RouteState.CLOSED, town.today)


async def is_over(town: Town, teacher: Guest, methodist: Guest) -> None:
    """The last screens: over for both; nothing numbered."""
    await told(town)
    methodist.sees("conclusions-signed", "Исаева З. А.")
    await teacher.says("/menu")
    teacher.sees("menu-stage", "Маршрут завершён.")
    await teacher.taps("menu-papers")
    teacher.sees("papers-line", "Дорожная карта: действует, подписи по положению не нужны")
    assert await town.all(select(RegistryEntry)) == []


async def test_x30_without_anybody_beside_the_own_word_marks_a_report(town: Town) -> None:
    teacher = await alone(town, GUIDE)
    await chooses_months(teacher, "1 год")
    await adds_row(teacher, "Вебинар по оцениванию", "16 сентября")
    await teacher.taps("plan.agree")
    await living.reports(teacher, date(2026, 9, 16), "Показали три приёма.")
    teacher.sees("report-accepted", "Вебинар по оцениванию")
    found = await report(town, "Вебинар по оцениванию")
    assert (found.state, found.decided_by_id) == (ReportState.ACCEPTED, teacher.person_id)
    verbs = [one.verb for one in await town.all(select(HistoryLine).order_by(HistoryLine.id))]
    assert verbs[-2:] == ["report.submitted", "report.marked"]


async def test_a_mark_of_ones_own_is_taken_back_alone_and_given_anew(town: Town) -> None:
    teacher = await alone(town, GUIDE)
    await chooses_months(teacher, "1 год")
    await adds_row(teacher, "Вебинар по оцениванию", "16 сентября")
    await teacher.taps("plan.agree")
    town.wait(days=3)
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await reported(town, teacher)
    message, data = teacher.button("report-accepted.ask", "Открыть отчёт снова")
    stranger = await town.member("Чужая Анна Ильинична", Role.TUTOR, organisation="Школа № 5")
    await stranger.taps_again(stranger.last["message_id"], data)
    stranger.hears_toast("refusal-not-yours")
    await teacher.taps("report-accepted.ask", times=2)
    assert (await report(town, "Вебинар по оцениванию")).state is ReportState.RETURNED
    teacher.sees("report-open-again")
    await teacher.says("Ещё один приём уже в уроке.")
    await teacher.taps("report-draft.send")
    found = await report(town, "Вебинар по оцениванию")
    assert (found.state, "Ещё один приём" in found.text) == (ReportState.ACCEPTED, True)
    await teacher.taps_again(message["message_id"], data)
    assert (await report(town, "Вебинар по оцениванию")).state is ReportState.ACCEPTED
    assert await town.all(select(Notice).where(Notice.kind == "report-reopen-nobody")) == []
    verbs = [one.verb for one in await town.all(select(HistoryLine).order_by(HistoryLine.id))]
    assert verbs[-4:] == ["report.marked", "report.reopened", "report.submitted", "report.marked"]


async def test_no_bounds_of_the_term_are_named_and_none_are_broken(town: Town) -> None:
    teacher = await alone(town, GUIDE)
    await teacher.says("/menu")
    await teacher.taps("menu-plan")
    teacher.sees("plan-no-bounds")
    assert {"6 месяцев: до 14 марта 2027, вс", "5 лет: до 14 сентября 2031, вс"} <= set(labels(teacher))


async def test_a_report_event_is_offered_and_not_needed(town: Town) -> None:
    teacher = await alone(town, GUIDE)
    await chooses_months(teacher, "1 год")
    await teacher.taps_again(teacher.last["message_id"], "go:final-event")
    await teacher.taps("final-event.add")
    await teacher.says("Что получилось за год")
    assert {"Презентация", "Творческий отчёт"} <= set(labels(teacher))
    assert not town.app.rules.of(await route(town)).final_event.required
    assert await town.all(select(FinalEvent).where(FinalEvent.state != "draft")) == []
