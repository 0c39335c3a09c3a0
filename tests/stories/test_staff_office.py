"""Row 33, X39: offices with dates; who stands in for a time; powers begin and end by themselves."""

from datetime import date

from sqlalchemy import select

from models.people import Appointment, OrganisationKind, Role
from models.staff_order import StaffOrder
from models.team_member import TeamMember
from tests.stories.signing import papers, signed_by_all, signs, to_be_signed
from tests.stories.staffing import opens, staff, team, told
from tests.stories.town import Guest, Town, buttons


async def _says_day(officer: Guest, day: str) -> None:
    await officer.says(day)
    await officer.taps("questions-echo.yes")


async def _stands_in(officer: Guest, person: str, role: str, first: str, last: str) -> None:
    """From the menu to the confirmation of «и. о.»."""
    await opens(officer, person)
    await officer.taps("staff-card.acting")
    await officer.taps("questions-ask.option", role)
    await _says_day(officer, first)
    await _says_day(officer, last)
    await officer.says("8-к")
    await _says_day(officer, "14.09.2026")


async def ends(officer: Guest, person: str, role: str, last: str) -> None:
    await opens(officer, person)
    await officer.taps("staff-card.end", role)
    await _says_day(officer, last)
    await officer.taps("questions-ask.skip")


async def _offices(town: Town, person: Guest) -> list[Appointment]:
    return await town.all(
        select(Appointment).where(Appointment.person_id == person.person_id).order_by(Appointment.id)
    )


async def test_who_stands_in_has_the_powers_for_the_days_of_the_order_and_not_after(town: Town) -> None:
    people = await to_be_signed(town)
    deputy = await town.member("Белова Анна Павловна", Role.DEPUTY_HEAD)
    await _stands_in(people.head, "Белова", "Руководитель", "14.09.2026", "20.09.2026")
    people.head.sees("staff-office-order", "Белова А. П.", "и. о.", among_last=1)
    people.head.sees("staff-office-days", "14 сентября 2026", "20 сентября 2026", among_last=1)
    await people.head.taps("staff-office-order.carry-out", times=2)
    people.head.hears_toast("staff-order-over")
    deputy.sees("staff-office", "исполняете обязанности", among_last=1)
    assert len(await told(town, "staff-office")) == 1
    await deputy.says("/menu")
    deputy.sees("menu-acting", "20 сентября 2026", among_last=1)
    for one in (people.methodist, people.teacher, people.centre_head):
        await signs(one)
    await deputy.says("/menu")
    await deputy.taps("menu-sign", "Ждут подписи: 1")
    town.set_local(date(2026, 9, 21), 9)
    await deputy.says("/menu")
    assert not any("Ждут подписи" in one["text"] for one in buttons(deputy.last))
    assert "20 сентября" not in deputy.last_text
    await opens(people.head, "Белова")
    people.head.sees("staff-card-past", "И. о.", among_last=1)


async def test_x39_an_old_paper_keeps_the_old_name_and_the_office_its_dates(town: Town) -> None:
    people = await to_be_signed(town)
    await signed_by_all(people)
    new = await town.member("Агафонова Лидия Юрьевна", Role.TEACHER)
    await ends(people.methodist, "Корепанов", "Руководитель", "14.09.2026")
    await people.methodist.taps("staff-office-order.carry-out")
    people.head.sees("staff-office", "завершаются", among_last=1)
    await opens(people.methodist, "Агафонова")
    await people.methodist.taps("staff-card.appoint")
    await people.methodist.taps("questions-ask.option", "Руководитель образовательной")
    await _says_day(people.methodist, "15.09.2026")
    await people.methodist.says("12")
    await _says_day(people.methodist, "14.09.2026")
    await people.methodist.taps("staff-office-order.carry-out")
    town.set_local(date(2026, 9, 15), 9)
    card = (await papers(town))[0]
    assert "Корепанов Андрей Леонидович" in {one.name for one in card.slots}
    assert "Агафонова Лидия Юрьевна" not in {one.name for one in card.slots}
    held = await _offices(town, people.head)
    assert [(one.role, one.until) for one in held] == [(Role.HEAD, date(2026, 9, 14))]
    assert [one.role for one in await _offices(town, new)] == [Role.TEACHER, Role.HEAD]
    await new.says("/menu")
    new.sees("menu-hats", "Педагогический работник", "Руководитель образовательной", among_last=1)


async def test_a_person_without_any_office_left_gets_a_kind_screen(town: Town) -> None:
    found = await staff(town)
    await ends(found.methodist, "Белова", "", "13.09.2026")
    await found.methodist.taps("staff-office-order.carry-out")
    await found.deputy.taps("staff-office.menu")
    found.deputy.sees("menu-no-role", among_last=1)
    assert not found.deputy.has_button("menu-staff")
    await found.deputy.taps_again(found.deputy.last["message_id"], "go:staff")
    found.deputy.hears_toast("refusal-not-yours")


async def test_an_office_held_again_is_another_row(town: Town) -> None:
    found = await staff(town)
    await ends(found.methodist, "Белова", "", "13.09.2026")
    await found.methodist.taps("staff-office-order.carry-out")
    await opens(found.methodist, "Белова")
    await found.methodist.taps("staff-card.appoint")
    await found.methodist.taps("questions-ask.option", "Заместитель")
    await _says_day(found.methodist, "14.09.2026")
    await found.methodist.taps("questions-ask.skip")
    await found.methodist.taps("staff-office-order.carry-out")
    held = await _offices(town, found.deputy)
    assert [(one.since, one.until) for one in held] == [
        (date(2026, 1, 1), date(2026, 9, 13)),
        (date(2026, 9, 14), None),
    ]
    await opens(found.methodist, "Белова")
    await found.methodist.taps("staff-card.appoint")
    await found.methodist.taps("questions-ask.option", "Заместитель")
    await _says_day(found.methodist, "20.09.2026")
    await found.methodist.taps("questions-ask.skip")
    await found.methodist.taps("staff-office-order.carry-out")
    found.methodist.hears_toast("staff-holds-already")


async def test_x27_the_last_of_a_team_cannot_leave_before_the_routes_go_to_somebody(town: Town) -> None:
    found = await staff(town)
    await ends(found.deputy, "Орлова", "Тьютор", "14.09.2026")
    found.deputy.sees("staff-office-alone", "1 маршрут", among_last=1)
    assert not found.deputy.has_button("staff-office-order.carry-out")
    order = (await town.all(select(StaffOrder)))[0]
    await found.deputy.taps_again(found.deputy.last["message_id"], f"or:office:{order.id}:{order.version}:")
    found.deputy.hears_toast("staff-last-of-team")
    assert [one.until for one in await _offices(town, found.tutor)] == [None]
    await found.deputy.taps("staff-office-order.hand-over")
    found.deputy.sees("staff-whom", "Орлова", among_last=1)


async def test_where_others_remain_the_place_on_the_team_ends_with_the_office(town: Town) -> None:
    found = await staff(town)
    place = (await team(town, found.tutor))[0]
    async with town.app.sessions() as session, session.begin():
        session.add(
            TeamMember(
                route_id=place.route_id,
                person_id=found.methodist.person_id,
                role=Role.METHODIST,
                since=town.today,
            )
        )
    await ends(found.deputy, "Орлова", "Тьютор", "30.09.2026")
    found.deputy.sees("staff-office-leaves", among_last=1)
    await found.deputy.taps("staff-office-order.carry-out")
    assert [one.until for one in await team(town, found.tutor)] == [date(2026, 9, 30)]


async def test_nobody_gives_an_office_above_the_own_nor_changes_the_own(town: Town) -> None:
    found = await staff(town)
    await opens(found.deputy, "Серова")
    await found.deputy.taps("staff-card.appoint")
    offered = found.deputy.last_text + " ".join(
        one["text"] for row in found.deputy.last["reply_markup"]["inline_keyboard"] for one in row
    )
    assert "Тьютор" in offered and "Заместитель" not in offered and "Руководитель образ" not in offered
    for number in range(9):
        order = (await town.all(select(StaffOrder)))[0]
        forged = f"or:pick:{order.id}:{order.version}:0.{number}"
        await found.deputy.taps_again(found.deputy.last["message_id"], forged)
        chosen = (await town.all(select(StaffOrder)))[0].role
        assert chosen not in (Role.HEAD, Role.DEPUTY_HEAD, Role.METHODIST, Role.CENTRE_HEAD)
    await opens(found.deputy, "Белова")
    assert not found.deputy.has_button("staff-card.appoint")
    for data in ("appoint", "acting"):
        await found.deputy.taps_again(found.deputy.last["message_id"], f"pe:{data}:{found.deputy.person_id}:")
        found.deputy.hears_toast("staff-not-yourself")
    own = (await _offices(town, found.deputy))[0]
    await found.deputy.taps_again(
        found.deputy.last["message_id"], f"pe:end:{found.deputy.person_id}:{own.id}"
    )
    found.deputy.hears_toast("staff-not-yourself")
    methodist = (await _offices(town, found.methodist))[0]
    await found.deputy.taps_again(
        found.deputy.last["message_id"], f"pe:end:{found.tutor.person_id}:{methodist.id}"
    )
    found.deputy.hears_toast("refusal-not-yours")


async def test_the_centre_of_another_region_changes_nobody_here(town: Town) -> None:
    found = await staff(town)
    await town.organisation("ЦНППМ соседей", OrganisationKind.CENTRE, region="Соседняя область")
    far = await town.member("Дальний Пётр Ильич", Role.CENTRE_HEAD, organisation="ЦНППМ соседей")
    for data in ("open", "appoint", "acting"):
        await far.taps_again(far.last["message_id"], f"pe:{data}:{found.tutor.person_id}:")
        far.hears_toast("refusal-not-yours")


async def test_the_last_day_cannot_lie_before_the_first(town: Town) -> None:
    found = await staff(town)
    head = await town.member("Ким Анна Игоревна", Role.HEAD)
    await opens(head, "Белова")
    await head.taps("staff-card.acting")
    await head.taps("questions-ask.option", "Руководитель")
    await _says_day(head, "20.09.2026")
    await head.says("19.09.2026")
    head.sees("date-too-early", among_last=1)
    order = (await town.all(select(StaffOrder)))[0]
    forged = f"or:yes:{order.id}:{order.version}:2.{date(2026, 9, 19).toordinal()}"
    await head.taps_again(head.last["message_id"], forged)
    head.hears_toast("date-too-early")
    assert (await town.all(select(StaffOrder)))[0].ends_on is None
    assert found.deputy is not head
