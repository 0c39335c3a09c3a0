"""An order about people being made: begun by an officer, said question by question, dropped or carried out (X39)."""

from __future__ import annotations

from datetime import date

from models.people import Person, Role
from models.staff_order import OrderKind, OrderState, StaffOrder, order_by_id
from services import staff
from services.work import Work


async def begin(
    work: Work, kind: OrderKind, person: Person, *, role: Role | None = None, office_id: int | None = None
) -> StaffOrder:
    """The acting officer begins an order about somebody whom they look after."""
    order = StaffOrder(
        kind=kind,
        state=OrderState.DRAFT,
        author_id=work.person.id,
        person_id=person.id,
        role=role,
        appointment_id=office_id,
        organisation_id=person.organisation_id,
        made_at=work.now,
    )
    work.session.add(order)
    await work.session.flush()
    return await order_of(work, order.id)


async def order_of(work: Work, order_id: int) -> StaffOrder:
    """An order of the acting person, as long as they hold the office for it. Refuses NotYours."""
    await staff.reach(work)
    found = await work.get(order_by_id(order_id).execution_options(populate_existing=True))
    found.only_author(work.person)
    return found


async def answer(
    work: Work, order_id: int, code: str, value: str | date, *, drawn: int | None = None
) -> StaffOrder:
    """One of its questions is answered. Refuses NotYours, Outdated."""
    order = await order_of(work, order_id)
    order.drawn(drawn)
    order.write(code, value)
    await work.session.flush()
    return order


async def drop(work: Work, order_id: int, *, drawn: int) -> StaffOrder:
    """It is not wanted after all: nothing has changed. Refuses NotYours, Outdated."""
    order = await order_of(work, order_id)
    order.is_open()
    order.drawn(drawn)
    order.drop()
    await work.session.flush()
    return order
