"""Row 77, X45, R0-004: a teacher moves to another school or region, and the route goes along."""

from datetime import timedelta

from sqlalchemy import select

from models.history import HistoryLine
from models.people import Appointment, OrganisationKind, Person, Role
from models.plan import Activity
from models.report import ReportState
from models.route import Route, RouteState
from models.transfer import Transfer, TransferState
from tests.stories.diagnosing import begins, step
from tests.stories.staffing import Staff, opens, staff, team, told
from tests.stories.town import Guest, Town
from tests.stories.walking import report, reported, walks

TITLE = "Открытый урок"
NEW = "Лицей № 7"


async def new_school(town: Town, **where: str) -> Guest:
    await town.organisation(NEW, **where)
    return await town.member("Ким Анна Игоревна", Role.HEAD, organisation=NEW)


async def _far_school(town: Town) -> tuple[Guest, Guest]:
    """A school of another region that works by another regulation, with its head and the methodist there."""
    head = await new_school(town, regulation="bashkortostan", region="Республика Башкортостан")
    await town.organisation(
        "Центр соседей", OrganisationKind.CENTRE, regulation="bashkortostan", region="Республика Башкортостан"
    )
    methodist = await town.member("Дальняя Нина Петровна", Role.METHODIST, organisation="Центр соседей")
    return head, methodist


async def leads(officer: Guest) -> None:
    await opens(officer, "Иванова")
    await officer.taps("staff-card.transfer")
    await officer.says("лицей")
    await officer.taps("transfer-where.school", NEW)


async def _route(town: Town) -> Route:
    return (await town.all(select(Route)))[0]


async def sent(town: Town, found: Staff) -> None:
    await walks(town, found.teacher, (TITLE, town.today - timedelta(days=1)))
    await found.teacher.says("/menu")
    await found.teacher.taps("menu-report")
    await reported(town, found.teacher)


async def test_x45_the_route_moves_with_its_number_and_both_schools_hear(town: Town) -> None:
    found = await staff(town)
    head = await new_school(town)
    await sent(town, found)
    before = await _route(town)
    await leads(found.deputy)
    found.deputy.sees("transfer", "Школа № 3", NEW, among_last=1)
    await found.deputy.taps("transfer.propose", times=2)
    found.deputy.hears_toast("refusal-outdated")
    head.sees("transfer-asked", "Иванова Г. П.", NEW, among_last=1)
    await head.taps("transfer-asked.open")
    await head.taps("transfer.accept", times=2)
    head.hears_toast("refusal-outdated")
    after = await _route(town)
    assert after.id == before.id and after.organisation_id != before.organisation_id
    assert (after.regulation, after.edition, after.state) == ("udmurtia", 1, RouteState.ACTIVE)
    person = (await town.all(select(Person).where(Person.id == found.teacher.person_id)))[0]
    assert person.organisation_id == after.organisation_id and person.tutor_id is None
    found.teacher.sees("transfer-done", NEW, among_last=1)
    for one in (found.deputy, found.tutor, found.methodist):
        one.sees("transfer-done", "Школа № 3", NEW, among_last=1)
    hearers = [one.person_id for one in await told(town, "transfer-done")]
    assert len(hearers) == len(set(hearers)) and head.person_id not in hearers
    assert [one.until for one in await team(town, found.tutor)] == [town.today - timedelta(days=1)]
    held = await town.all(
        select(Appointment).where(Appointment.person_id == person.id).order_by(Appointment.id)
    )
    assert [one.until for one in held] == [town.today - timedelta(days=1), None]
    lines = await town.all(select(HistoryLine.id).where(HistoryLine.verb == "route.transferred"))
    assert len(lines) == 1


async def test_x45_the_new_school_names_a_tutor_who_goes_on_with_what_waits(town: Town) -> None:
    found = await staff(town)
    head = await new_school(town)
    tutor = await town.member("Лаптев Олег Юрьевич", Role.TUTOR, organisation=NEW)
    await sent(town, found)
    await leads(found.deputy)
    await found.deputy.taps("transfer.propose")
    await head.taps("transfer-asked.open")
    await head.taps("transfer.accept")
    head.sees("staff-card-alone", among_last=1)
    await head.taps("staff-card.tutor")
    message, data = head.button("staff-whom.person", "Лаптев")
    await head.taps("staff-whom.person", "Лаптев")
    tutor.sees("staff-tutor-assigned", "Иванова Г. П.", among_last=1)
    found.teacher.sees("staff-tutor-assigned", "Лаптев О. Ю.", among_last=1)
    await head.taps_again(message["message_id"], data)
    head.hears_toast("staff-tutor-already")
    await tutor.says("/menu")
    await tutor.taps("menu-queue")
    await tutor.taps("review-card.accept")
    assert (await report(town, TITLE)).state is ReportState.ACCEPTED
    await found.tutor.says("/menu")
    assert not found.tutor.has_button("menu-queue")


async def test_x45_another_regulation_is_mapped_and_the_methodist_takes_the_new_one(town: Town) -> None:
    found = await staff(town)
    head, far = await _far_school(town)
    await walks(town, found.teacher, (TITLE, town.today + timedelta(days=9)))
    await leads(found.methodist)
    found.methodist.sees("transfer-regulation", "Удмуртская", "Башкортостан", among_last=1)
    found.methodist.sees("transfer-rows", "5 → без числа", among_last=1)
    found.methodist.sees("transfer-term", "6–24 мес.", "до 12 мес.", among_last=1)
    await found.methodist.taps("transfer.propose")
    await head.taps("transfer-asked.open")
    assert not head.has_button("transfer.accept") and not head.has_button("transfer.take")
    one = (await town.all(select(Transfer)))[0]
    for verb in ("take", "keep"):
        await head.taps_again(head.last["message_id"], f"tf:{verb}:{one.id}:{one.version}:")
        head.hears_toast("refusal-not-yours")
    await head.taps_again(head.last["message_id"], f"tf:accept:{one.id}:{one.version}:")
    head.hears_toast("transfer-choose-first")
    await far.taps("transfer-asked.open")
    await far.taps("transfer.take")
    far.sees("transfer-chosen", "по новому", among_last=1)
    await far.taps("transfer.accept")
    route = await _route(town)
    assert (route.regulation, route.state) == ("bashkortostan", RouteState.ACTIVE)
    assert [row.title for row in await town.all(select(Activity))] == [TITLE]
    await found.teacher.says("/menu")
    found.teacher.sees("menu-stage", "Башкортостан", among_last=1)
    await found.teacher.taps("menu-plan")


async def test_x45_the_edition_may_be_kept(town: Town) -> None:
    found = await staff(town)
    _, far = await _far_school(town)
    await leads(found.methodist)
    await found.methodist.taps("transfer.keep")
    found.methodist.sees("transfer-chosen", "по прежнему", among_last=1)
    await found.methodist.taps("transfer.propose")
    await far.taps("transfer-asked.open")
    await far.taps("transfer.accept")
    assert (await _route(town)).regulation == "udmurtia"


async def test_x45_what_was_measured_is_not_lost_so_the_old_edition_stays(town: Town) -> None:
    found = await staff(town)
    await town.organisation(NEW, regulation="mentoring", region="Другая область")
    await begins(found.teacher)
    await step(found.teacher, 2)
    await leads(found.methodist)
    found.methodist.sees("transfer-only-keep", "Предметные", among_last=1)
    assert not found.methodist.has_button("transfer.take")
    one = (await town.all(select(Transfer)))[0]
    await found.methodist.taps_again(found.methodist.last["message_id"], f"tf:take:{one.id}:{one.version}:")
    found.methodist.hears_toast("transfer-cannot-take")
    await found.methodist.taps("transfer.keep")
    found.methodist.sees("transfer-chosen", "по прежнему", among_last=1)


async def test_it_is_declined_with_a_reason_and_nothing_moves(town: Town) -> None:
    found = await staff(town)
    head = await new_school(town)
    before = await _route(town)
    await leads(found.deputy)
    await found.deputy.taps("transfer.propose")
    await head.says("/menu")
    await head.taps("menu-staff")
    await head.taps("staff.move", "Иванова")
    await head.taps("transfer.decline")
    await head.says("В этом году нет ставки")
    head.sees("transfer", "не принят", among_last=1)
    found.deputy.sees("transfer-declined", "нет ставки", among_last=1)
    after = await _route(town)
    assert (after.organisation_id, after.version) == (before.organisation_id, before.version)
    assert (await town.all(select(Transfer)))[0].state is TransferState.DECLINED


async def test_x27_nobody_accepts_what_they_proposed_and_strangers_see_nothing(town: Town) -> None:
    found = await staff(town)
    head = await new_school(town)
    stranger = await town.member("Чужая Вера Ильинична", Role.HEAD, organisation="Школа № 11")
    await leads(found.methodist)
    await found.methodist.taps("transfer.propose")
    one = (await town.all(select(Transfer)))[0]
    for verb in ("accept", "decline"):
        await found.methodist.taps_again(
            found.methodist.last["message_id"], f"tf:accept:{one.id}:{one.version}:"
        )
        found.methodist.hears_toast("transfer-own")
        for other in (stranger, found.teacher, found.deputy):
            await other.taps_again(other.last["message_id"], f"tf:{verb}:{one.id}:{one.version}:")
            other.hears_toast("refusal-not-yours")
    await stranger.taps_again(stranger.last["message_id"], f"pe:transfer:{found.teacher.person_id}:")
    stranger.hears_toast("refusal-not-yours")
    await head.taps("transfer-asked.open")
    await found.methodist.taps("transfer.drop")
    await head.taps("transfer.accept")
    head.hears_toast("refusal-outdated")
    head.sees("transfer", "отменён", among_last=1)
    assert (await town.all(select(Transfer)))[0].state is TransferState.DROPPED


async def test_who_accompanies_colleagues_hands_them_over_first(town: Town) -> None:
    found = await staff(town)
    await new_school(town)
    both = await town.member("Лукина Дарья Олеговна", Role.TEACHER, Role.TUTOR)
    await town.member("Зайцева Вера Юрьевна", Role.TEACHER, tutor=both)
    await opens(found.deputy, "Лукина")
    await found.deputy.taps("staff-card.transfer")
    found.deputy.hears_toast("transfer-hand-over-first")
    await opens(found.deputy, "Иванова")
    await found.deputy.taps("staff-card.transfer")
    await opens(found.methodist, "Иванова")
    await found.methodist.taps("staff-card.transfer")
    found.methodist.hears_toast("transfer-already")
