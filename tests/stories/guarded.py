"""Every step that waits for a second code, up to the tap or the word that wants it (tests/guards/waiting.py)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from sqlalchemy import select

from models.people import Appointment, OrganisationKind, Role
from tests.stories import test_amendment, test_house, test_staff_office, test_transfer
from tests.stories.filing import opens
from tests.stories.importing import ANNA, HEAD, OLGA, sends_rows, works
from tests.stories.mentors import pair, runs
from tests.stories.signing import signs, to_be_signed
from tests.stories.staffing import staff, to_confirm
from tests.stories.test_registry import two_schools
from tests.stories.town import Guest, Town


@dataclass(frozen=True)
class Scene:
    """Who wants something, by which tap or word; what they then see, and the table that has changed."""

    who: Guest
    wants: Callable[[], Awaitable[None]]
    sees: str
    changes: str


def _tap(who: Guest, key: str, sees: str, changes: str, words: str = "") -> Scene:
    return Scene(who, partial(who.taps, key, words), sees, changes)


async def _correction(town: Town) -> Scene:
    teacher, deputy, _ = await test_amendment.school(town)
    await test_amendment.asks(teacher, "Имя", test_amendment.NEW)
    return _tap(deputy, "amendment-asked.grant", "amendment-done", "people")


async def _registry(town: Town) -> Scene:
    _, head, _ = await two_schools(town)
    await opens(head, "menu-registry")
    return _tap(head, "registry.xlsx", "file-ordered", "file_orders")


async def _diagnosis(town: Town) -> Scene:
    await town.organisation("ЦНППМ", OrganisationKind.CENTRE)
    methodist = await town.member("Дубов Игорь Ильич", Role.METHODIST, organisation="ЦНППМ")
    await test_house.opens(methodist)
    await methodist.taps("house.diagnosis")
    return _tap(methodist, "house.months", "house-ask-act", "house_rules", "Раз в год")


async def _reapproval(town: Town) -> Scene:
    head = await town.member("Корепанов Андрей Леонидович", Role.HEAD)
    await test_house.opens(head)
    await head.taps("house.reapproval")
    return _tap(head, "house.way", "house-kept", "house_rules")


async def _list_ready(town: Town) -> Guest:
    nina = await town.member("Зуева Нина Фёдоровна", Role.DEPUTY_HEAD)
    await sends_rows(nina, HEAD, ANNA, OLGA)
    return nina


async def _list(town: Town) -> Scene:
    return _tap(await _list_ready(town), "import-card.load", "import-state", "import_files")


async def _codes(town: Town) -> Scene:
    nina = await _list_ready(town)
    await nina.taps("import-card.load")
    await works(town)
    return _tap(nina, "import-waiting.give", "import-codes", "invitations")


async def _mentor(town: Town) -> Scene:
    deputy = await town.member("Юдина Вера Ильинична", Role.DEPUTY_HEAD)
    mentor, mentee = await pair(town)
    await runs(town, mentor, mentee)
    await town.member("Серов Олег Ильич", Role.MENTOR)
    async with town.app.sessions() as session, session.begin():
        held = select(Appointment).where(Appointment.person_id == mentor.person_id)
        (await session.scalars(held)).one().until = town.today
    town.set_local(town.today + timedelta(days=1), 18)
    await town.tick()
    await deputy.taps("mentoring-gone.replace")
    return _tap(deputy, "mentoring-people.add", "mentoring-replaced-now", "mentorship_members", "Серов")


async def _act(town: Town) -> Scene:
    people = await to_be_signed(town)
    await opens(people.head, "menu-sign", "signing.act")
    act = "Приказ № 15 от 01.09.2026"
    return Scene(people.head, partial(people.head.says, act), "signing-act", "organisations")


async def _code_of_signing(town: Town) -> Scene:
    people = await to_be_signed(town)
    await signs(people.methodist)
    await signs(people.teacher)
    await people.teacher.taps("signing-done.undo")
    await people.teacher.taps("signing-card.sign")
    await people.teacher.taps("signing-pad.forgot")
    return _tap(people.methodist, "signing-pin-forgotten.clear", "signing-pin-clear-done", "pins")


async def _handover(town: Town) -> Scene:
    found = await staff(town)
    await to_confirm(found.methodist, "Орлова", "Серова")
    return _tap(found.methodist, "staff-order.carry-out", "staff-done", "team_members")


async def _office(town: Town) -> Scene:
    found = await staff(town)
    await test_staff_office.ends(found.methodist, "Белова", "", "13.09.2026")
    return _tap(found.methodist, "staff-office-order.carry-out", "staff-office-done", "appointments")


async def _proposal(town: Town) -> Scene:
    found = await staff(town)
    await test_transfer.new_school(town)
    await test_transfer.leads(found.deputy)
    return _tap(found.deputy, "transfer.propose", "transfer", "transfers")


async def _accepted(town: Town) -> tuple[Guest, Scene]:
    found = await staff(town)
    head = await test_transfer.new_school(town)
    await test_transfer.sent(town, found)
    await test_transfer.leads(found.deputy)
    await found.deputy.taps("transfer.propose")
    await head.taps("transfer-asked.open")
    return head, _tap(head, "transfer.accept", "staff-card-alone", "routes")


async def _transfer(town: Town) -> Scene:
    return (await _accepted(town))[1]


async def _tutor(town: Town) -> Scene:
    head, _ = await _accepted(town)
    await town.member("Лаптев Олег Юрьевич", Role.TUTOR, organisation=test_transfer.NEW)
    await head.taps("transfer.accept")
    await head.taps("staff-card.tutor")
    return _tap(head, "staff-whom.person", "staff-tutor-done", "team_members", "Лаптев")


SCENES: Mapping[str, Callable[[Town], Awaitable[Scene]]] = {
    "services/amendment.py grant": _correction,
    "services/file_order.py may_have": _registry,
    "services/house.py approve_again": _reapproval,
    "services/house.py order_diagnosis": _diagnosis,
    "services/import_codes.py give": _codes,
    "services/import_file.py approve": _list,
    "services/mentoring_school.py replace": _mentor,
    "services/signing_protocol.py agree_to_signatures": _act,
    "services/signing_reset.py clear": _code_of_signing,
    "services/staff_handover.py carry_out": _handover,
    "services/staff_office.py carry_out": _office,
    "services/staff_tutor.py assign": _tutor,
    "services/transfer.py accept": _transfer,
    "services/transfer.py propose": _proposal,
}
