"""Offices in the chat: give one, give one for a time («и. о.»), end one; one screen before it is done (X39)."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import places
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_staff import OrderTap, StaffTap
from handlers.notices import notice
from handlers.places import place
from handlers.staff_form import ORDER, order_tap
from handlers.staff_words import act_line, role_words, to_person
from handlers.views import Button, Say, View, button, say, view
from models.staff_order import OrderKind, OrderState
from services import staff_office
from services.staff_office import Change
from services.work import Work


async def appoint(tap: CallbackQuery, callback_data: StaffTap, work: Work) -> View:
    """«Назначить»."""
    order = await staff_office.begin(work, callback_data.person, OrderKind.APPOINT)
    return await ORDER.screen(work, order.id)


async def stand_in(tap: CallbackQuery, callback_data: StaffTap, work: Work) -> View:
    """«Временно исполняет обязанности»."""
    order = await staff_office.begin(work, callback_data.person, OrderKind.ACTING)
    return await ORDER.screen(work, order.id)


async def end(tap: CallbackQuery, callback_data: StaffTap, work: Work) -> View:
    """«Завершить»."""
    office = int(callback_data.value) if callback_data.value.isdecimal() else 0
    order = await staff_office.begin_end(work, callback_data.person, office)
    return await ORDER.screen(work, order.id)


@place("staff.office")
async def card(work: Work, order: int) -> View:
    """Who, which office, since and until when, by which act."""
    found = await staff_office.look(work, order)
    work.account.go("staff.office", order=order)
    one = found.order
    role = role_words(work, one.organisation, one.role) if one.role else ""
    head = say(
        "staff-office-order",
        kind=one.kind.value,
        state=one.state.value,
        name=one.person.short_name,
        role=role,
        known=one.role is not None,
    )
    days = [say("staff-office-days", **_days(one.starts_on, one.ends_on))]
    return view(
        [head, *days, *([act_line(one)] if one.number is not None else [])],
        *_warnings(found),
        rows=[*_words(found), [to_person(one)], *way_home()],
    )


def _days(starts: date | None, ends: date | None) -> dict[str, object]:
    told = "both" if starts and ends else "starts" if starts else "ends" if ends else "none"
    return {"told": told, "starts": starts or "", "ends": ends or ""}


def _warnings(found: Change) -> list[Say]:
    """What the end of an office does to routes; what has to be done first."""
    if found.order.state is not OrderState.DRAFT:
        return []
    if found.alone:
        return [say("staff-office-alone", routes=len(found.alone))]
    return [say("staff-office-leaves", routes=len(found.routes))] if found.routes else []


def _words(found: Change) -> list[list[Button]]:
    order = found.order
    if order.state is not OrderState.DRAFT:
        return []
    drop = [button("staff-office-order.drop", order_tap(order, "drop"))]
    if not order.is_whole:
        return [[button("staff-order.go-on", order_tap(order, "resume"), style="primary")], drop]
    if found.alone and order.role is not None:
        value = order.role.value
        hand_over = StaffTap(do="hand-over", person=order.person_id, value=value)
        return [[button("staff-office-order.hand-over", hand_over, style="primary")], drop]
    carry = button("staff-office-order.carry-out", order_tap(order, "office"), style="success")
    return [[carry], [button("staff-office-order.mend", order_tap(order, "again", "0."))], drop]


async def carry_out(tap: CallbackQuery, callback_data: OrderTap, work: Work) -> View:
    """«Подтвердить»."""
    found = await staff_office.carry_out(work, callback_data.order, drawn=callback_data.version)
    shown = await places.go(work, "staff.person", person=found.order.person_id)
    return shown.led_by(say("staff-office-done"))


@notice("staff-office")
def told(kind_of: str, role: str, school: str, starts: date | None, ends: date | None, open: bool) -> View:
    """For the person: an office begins or ends; when."""
    said = say("staff-office", kind=kind_of, role=say("menu-role", role=role), school=school)
    return view(
        [said, say("staff-office-days", **_days(starts, ends))],
        rows=[[button("staff-office.menu", Go(place=places.HOME), style="primary")]],
    )


def router() -> Router:
    """Offices."""
    routes = Router(name="staff-office")
    routes.callback_query.register(appoint, StaffTap.filter(F.do == "appoint"))
    routes.callback_query.register(stand_in, StaffTap.filter(F.do == "acting"))
    routes.callback_query.register(end, StaffTap.filter(F.do == "end"))
    routes.callback_query.register(carry_out, OrderTap.filter(F.do == "office"))
    return routes
