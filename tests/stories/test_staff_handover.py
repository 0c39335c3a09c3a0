"""Rows 91, X27, R3-015: a tutor leaves or is replaced, and everything under way goes over."""

from datetime import timedelta

from sqlalchemy import select

from handlers.callbacks import ReopenTap, ReportTap
from models.history import HistoryLine
from models.people import Person, Role
from models.report import ReportState
from models.route import Route, TeamMember
from models.staff_order import OrderState, StaffOrder
from tests.stories.helping import asks, requests
from tests.stories.staffing import Staff, opens, staff, team, to_confirm, told
from tests.stories.town import Town
from tests.stories.walking import report, reported, two_minutes_later, walks

TITLE = "Открытый урок"


async def _sent(town: Town, found: Staff) -> None:
    """A report waits for the first tutor."""
    await walks(town, found.teacher, (TITLE, town.today - timedelta(days=1)))
    await found.teacher.says("/menu")
    await found.teacher.taps("menu-report")
    await reported(town, found.teacher)


async def test_everything_under_way_goes_over_and_each_hears_once(town: Town) -> None:
    found = await staff(town)
    await _sent(town, found)
    second = await town.member("Зайцева Вера Юрьевна", Role.TEACHER, tutor=found.tutor)
    await to_confirm(found.methodist, "Орлова", "Серова")
    found.methodist.sees("staff-order", "Орлова М. С.", "Серова О. И.", among_last=1)
    found.methodist.sees("staff-order-moves", "2 маршрута", "отчётов ждут 1", among_last=1)
    found.methodist.sees("staff-act", "15-о", "12 сентября 2026", among_last=1)
    heard = {one.name: len(one.heard) for one in (found.teacher, second, found.tutor, found.other)}
    await found.methodist.taps("staff-order.carry-out", times=2)
    found.methodist.hears_toast("staff-order-over")
    found.teacher.sees("staff-changed", "Серова О. И.", "Орлова М. С.", among_last=1)
    second.sees("staff-changed", among_last=1)
    found.other.sees("staff-received", "2 маршрута", among_last=1)
    found.other.sees("staff-received-waiting", "отчётов 1", among_last=1)
    found.tutor.sees("staff-given", "2 маршрута", "Серова О. И.", among_last=1)
    for one in (found.teacher, second, found.tutor, found.other):
        assert len(one.heard) == heard[one.name] + 1, one.name
    await found.other.taps("menu-queue")
    await found.other.taps("review-card.accept")
    await two_minutes_later(town)
    found.teacher.sees("review-accepted", "Серова О. И.", among_last=1)
    lines = await town.all(select(HistoryLine.id).where(HistoryLine.verb == "route.handed-over"))
    assert len(lines) == 2
    assert (await town.all(select(StaffOrder)))[0].state is OrderState.DONE


async def test_a_report_that_its_teacher_wants_back_goes_over_too(town: Town) -> None:
    found = await staff(town)
    await _sent(town, found)
    await found.tutor.says("/menu")
    await found.tutor.taps("menu-queue")
    await found.tutor.taps("review-card.accept")
    await two_minutes_later(town)
    sent = await report(town, TITLE)
    ask_back = ReportTap(do="ask-back", report=sent.id, version=sent.version).pack()
    await found.teacher.taps_again(found.teacher.last["message_id"], ask_back)
    found.teacher.sees("report-reopen-asked", among_last=1)
    await to_confirm(found.methodist, "Орлова", "Серова")
    await found.methodist.taps("staff-order.carry-out")
    await found.other.taps("report-wanted-menu", "1")
    await found.other.taps("report-wanted.open", "Иванова Г. П.")
    found.other.sees("report-reopen", TITLE, among_last=1)
    await found.other.taps("report-wanted.back")
    await found.other.taps("report-wanted.open")
    await found.other.taps("report-reopen.give")
    found.teacher.sees("report-reopened", "Серова О. И.", among_last=1)
    await found.other.says("/menu")
    assert not found.other.has_button("report-wanted-menu")
    await found.other.taps("menu-teachers")
    await found.other.taps("report-wanted.link", "1")
    found.other.sees("report-wanted-with", "Иванова Г. П.", TITLE, among_last=1)
    await found.tutor.taps_again(
        found.tutor.last["message_id"], ReopenTap(do="look", report=sent.id, version=sent.version).pack()
    )
    found.tutor.hears_toast("staff-handed-over")


async def test_old_buttons_of_the_former_tutor_say_who_it_is_now(town: Town) -> None:
    found = await staff(town)
    await _sent(town, found)
    await found.tutor.says("/menu")
    await found.tutor.taps("menu-queue")
    message, data = found.tutor.button("review-card.accept")
    await to_confirm(found.methodist, "Орлова", "Серова")
    await found.methodist.taps("staff-order.carry-out")
    await found.tutor.taps_again(message["message_id"], data)
    found.tutor.hears_toast("staff-handed-over")
    assert (await report(town, TITLE)).state is ReportState.SUBMITTED
    await found.tutor.says("/menu")
    assert not found.tutor.has_button("menu-queue")


async def test_a_question_of_the_former_tutor_is_answered_to_the_new_one(town: Town) -> None:
    found = await staff(town)
    await _sent(town, found)
    await found.tutor.says("/menu")
    await found.tutor.taps("menu-queue")
    await found.tutor.taps("review-card.question")
    await found.tutor.says("Сколько учеников было на уроке?")
    await to_confirm(found.methodist, "Орлова", "Серова")
    await found.methodist.taps("staff-order.carry-out")
    heard = len(found.tutor.heard)
    await found.teacher.taps("review-question.answer")
    await found.teacher.says("Двадцать два.")
    found.other.sees("review-answer-came", among_last=1)
    assert "Двадцать два" in found.other.last_text
    assert len(found.tutor.heard) == heard


async def test_x27_the_successors_own_route_stays_and_is_named(town: Town) -> None:
    found = await staff(town)
    own = await town.member("Лукина Дарья Олеговна", Role.TEACHER, tutor=found.tutor)
    await to_confirm(found.methodist, "Орлова", "Лукина")
    found.methodist.sees("staff-order-own", "Лукина Д. О.", among_last=1)
    found.methodist.sees("staff-order-moves", "1 маршрут", among_last=1)
    await found.methodist.taps("staff-order.carry-out")
    found.methodist.sees("staff-order-own", "Лукина Д. О.", among_last=1)
    places = {one.route_id: one for one in await team(town, own)}
    assert len(places) == 1
    kept = [one for one in await team(town, found.tutor) if one.until is None]
    assert len(kept) == 1 and kept[0].route_id not in places
    await to_confirm(found.methodist, "Орлова", "Лукина")
    assert not found.methodist.has_button("staff-order.carry-out")
    order = (await town.all(select(StaffOrder).order_by(StaffOrder.id.desc())))[0]
    await found.methodist.taps_again(
        found.methodist.last["message_id"], f"or:carry-out:{order.id}:{order.version}:"
    )
    found.methodist.hears_toast("staff-own-only")


async def test_what_teachers_asked_goes_over_with_everything_said(town: Town) -> None:
    found = await staff(town)
    await asks(found.teacher, "Белова")
    other = await town.member("Ким Анна Игоревна", Role.DEPUTY_HEAD)
    async with town.app.sessions() as session, session.begin():
        route = (await session.scalars(select(Route))).one()
        session.add(
            TeamMember(
                route_id=route.id,
                person_id=found.deputy.person_id,
                role=Role.DEPUTY_HEAD,
                since=town.today,
            )
        )
    await to_confirm(found.methodist, "Белова", "Ким")
    found.methodist.sees("staff-order-moves", "вопросов 1", among_last=1)
    await found.methodist.taps("staff-order.carry-out")
    first, second = await requests(town)
    assert second.addressee_id == other.person_id and second.origin_id == first.id
    await other.taps("help-request-menu-waiting")
    await other.taps("help-request-waiting-line", "Иванова")
    other.sees("help-request-card", "Иванова Г. П.", among_last=1)
    await found.deputy.taps("help-request-asked.answer")
    found.deputy.hears_toast("help-request-office-over")


async def test_a_deputy_moves_the_routes_of_the_own_school_only(town: Town) -> None:
    found = await staff(town)
    await town.organisation("Школа № 9")
    far = await town.member("Дальняя Нина Петровна", Role.DEPUTY_HEAD, organisation="Школа № 9")
    await far.says("/menu")
    await far.taps("menu-staff")
    await far.says("Орлова")
    far.sees("staff", "никого не нашлось", among_last=1)
    for data in (f"pe:open:{found.tutor.person_id}:", f"pe:hand-over:{found.tutor.person_id}:tutor"):
        await far.taps_again(far.last["message_id"], data)
        far.hears_toast("refusal-not-yours")
    await found.teacher.taps_again(found.teacher.last["message_id"], f"pe:open:{found.tutor.person_id}:")
    found.teacher.hears_toast("refusal-not-yours")
    await found.teacher.taps_again(found.teacher.last["message_id"], "go:staff")
    found.teacher.hears_toast("refusal-not-yours")
    await to_confirm(found.deputy, "Орлова", "Серова")
    order = (await town.all(select(StaffOrder)))[0]
    for verb in ("carry-out", "drop", "whom", "nobody", "resume"):
        await far.taps_again(far.last["message_id"], f"or:{verb}:{order.id}:{order.version}:")
        far.hears_toast("refusal-not-yours")
    forged = f"or:choose:{order.id}:{order.version}:{far.person_id}"
    await found.deputy.taps_again(found.deputy.last["message_id"], forged)
    found.deputy.hears_toast("refusal-not-yours")
    await found.deputy.taps("staff-order.carry-out")
    assert len(await told(town, "staff-received")) == 1
    assert (await town.all(select(Person.tutor_id).where(Person.id == found.teacher.person_id))) == [
        found.other.person_id
    ]


async def test_two_officers_at_once_and_the_second_hears_that_nothing_is_left(town: Town) -> None:
    found = await staff(town)
    await to_confirm(found.deputy, "Орлова", "Серова")
    await to_confirm(found.methodist, "Орлова", "Серова")
    await found.deputy.taps("staff-order.carry-out")
    await found.methodist.taps("staff-order.carry-out")
    found.methodist.hears_toast("staff-nothing-left")
    assert len(await told(town, "staff-changed")) == 1


async def test_where_nobody_can_take_over_the_methodist_hears_and_all_stays(town: Town) -> None:
    found = await staff(town)
    await opens(found.deputy, "Орлова")
    await found.deputy.taps("staff-card.hand-over")
    await found.deputy.taps("staff-whom.nobody", times=2)
    found.deputy.hears_toast("staff-escalated")
    found.methodist.sees("staff-nobody", "Белова А. П.", "Орлова М. С.", "1 маршрут", among_last=1)
    assert len(await told(town, "staff-nobody")) == 1
    assert [one.until for one in await team(town, found.tutor)] == [None]
    await found.methodist.taps("staff-nobody.open")
    found.methodist.sees("staff-card", "Орлова", among_last=1)


async def test_without_an_act_and_changed_minds(town: Town) -> None:
    found = await staff(town)
    await opens(found.deputy, "Орлова")
    await found.deputy.taps("staff-card.hand-over")
    await found.deputy.says("Сер")
    await found.deputy.taps("staff-whom.person", "Серова")
    await found.deputy.taps("questions-ask.skip")
    found.deputy.sees("staff-act-none", among_last=1)
    await found.deputy.taps("staff-order.act")
    await found.deputy.says("7")
    await found.deputy.says("вчера")
    await found.deputy.taps("questions-echo.yes")
    found.deputy.sees("staff-act", "№ 7", among_last=1)
    await found.deputy.taps("staff-order.other")
    await found.deputy.says("Щщщ")
    found.deputy.sees("staff-whom-found", "никого не нашлось", among_last=1)
    await found.deputy.taps("staff-whom.everybody")
    await found.deputy.taps("staff-whom.person", "Серова")
    await found.deputy.taps("staff-order.drop")
    found.deputy.hears_toast("staff-dropped")
    assert [one.until for one in await team(town, found.tutor)] == [None]
