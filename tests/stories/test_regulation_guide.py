"""A route by the methodical guide (S002): the teacher's own, nobody approves it, nobody signs."""

from sqlalchemy import select

from models.final_event import FinalEvent
from models.history import HistoryLine
from models.notice import Notice
from models.people import Role
from models.report import ReportState
from models.route import RouteState
from tests.stories.diagnosing import MIXED, answer_all, begins, conclude
from tests.stories.schools import alone, chooses_months, labels, pair, route
from tests.stories.town import Guest, Town
from tests.stories.walking import report, reported, two_minutes_later

GUIDE = "methodical_guide"


async def adds_row(teacher: Guest, title: str, day: str) -> None:
    """A row of the plan in the words of this text."""
    await teacher.taps("plan.add")
    await teacher.says(title)
    await teacher.taps("questions-ask.option", "Методические")
    await teacher.taps("questions-ask.done")
    await teacher.taps("questions-ask.option", "ЦНППМ")
    await teacher.taps("questions-ask.option", "Региональный")
    await teacher.says(day)
    await teacher.taps("questions-echo.yes")
    await teacher.taps("questions-ask.option", "Творческий отчёт")


async def test_x30_a_route_from_the_invitation_to_a_report_by_the_teachers_own_word(town: Town) -> None:
    teacher = await alone(town, GUIDE)
    assert not teacher.has_button("menu-sheet")
    await begins(teacher)
    await answer_all(teacher, MIXED)
    await conclude(teacher)
    teacher.sees("diagnosis-score", "дефицит: минимальный или отсутствует")
    await chooses_months(teacher, "6 месяцев")
    await adds_row(teacher, "Вебинар по оцениванию", "16 сентября")
    teacher.sees("plan-count-only", "Запланировано: 1")
    await teacher.taps("plan.agree")
    teacher.sees("plan-begun")
    assert (await route(town)).state is RouteState.ACTIVE
    assert await town.all(select(Notice).where(Notice.kind == "plan-confirmed")) == []
    town.wait(days=3)
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await reported(town, teacher)
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


async def test_a_methodist_beside_the_teacher_marks_the_report(town: Town) -> None:
    teacher, methodist = await pair(town, GUIDE, Role.CENTRE_METHODIST)
    await chooses_months(teacher, "1 год")
    await adds_row(teacher, "Вебинар по оцениванию", "16 сентября")
    await teacher.taps("plan.agree")
    teacher.sees("plan-begun")
    town.wait(days=3)
    await teacher.says("/menu")
    await teacher.taps("menu-report")
    await reported(town, teacher)
    teacher.sees("report-sent")
    await methodist.taps("review-card.accept")
    await two_minutes_later(town)
    assert (await report(town, "Вебинар по оцениванию")).decided_by_id == methodist.person_id


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
