"""An order that hands routes over: to whom, by which act, one screen of what it moves, done (R3-015)."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers import places, staff_form
from handlers.anything import way_home
from handlers.callbacks import Go
from handlers.callbacks_staff import OrderTap, StaffTap
from handlers.places import At, place, redraws
from handlers.staff_form import ORDER, order_tap
from handlers.staff_words import act_line, role_title, to_person
from handlers.views import Button, Say, View, button, say, view
from models.people import Person
from models.staff_order import OrderState, StaffOrder
from regulations.questions import Question, read_text
from services import staff_handover, staff_order
from services.staff_handover import Handover
from services.work import Work

SURNAME = Question("surname", minimum=2, maximum=60, example="staff-whom.example")
MOST_OFFERED = 8


async def hand_over(tap: CallbackQuery, callback_data: StaffTap, work: Work) -> View:
    """«Передать маршруты»: to whom?"""
    order = await staff_handover.begin(work, callback_data.person, callback_data.value)
    return await places.go(work, "staff.whom", order=order.id)


@place("staff.whom")
async def whom(work: Work, order: int, text: str = "") -> View:
    """Who takes over: colleagues of the same place first; a few letters find anybody."""
    found = await staff_handover.look(work, order)
    if found.order.state is not OrderState.DRAFT:
        return await places.go(work, "staff.order", order=order)
    able = await staff_handover.candidates(work, order, text)
    work.account.go("staff.whom", order=order, text=text)
    rows = [[_candidate(found.order, one)] for one in able[:MOST_OFFERED]]
    more = max(len(able) - MOST_OFFERED, 0)
    everybody = [button("staff-whom.everybody", order_tap(found.order, "whom"))] if text else []
    nobody = [button("staff-whom.nobody", order_tap(found.order, "nobody"))]
    return view(
        say("staff-whom", name=found.order.person.short_name, count=len(found.routes)),
        say("staff-whom-found", count=len(able), more=more, asked=bool(text), text=text),
        rows=[*rows, everybody, nobody if found.routes else [], [to_person(found.order)]],
    )


def _candidate(order: StaffOrder, one: Person) -> Button:
    data = order_tap(order, "choose", str(one.id))
    known = one.position or one.organisation.name
    return button("staff-whom.person", data, name=one.short_name, position=known)


async def ask_whom(tap: CallbackQuery, callback_data: OrderTap, work: Work) -> View:
    """«Выбрать другого»."""
    return await whom(work, callback_data.order)


async def nobody(tap: CallbackQuery, callback_data: OrderTap, work: Work) -> View:
    """«Заменить некем»: the methodists hear."""
    asked = await staff_handover.escalate(work, callback_data.order)
    shown = await whom(work, callback_data.order)
    return shown.with_toast(say("staff-escalated", count=asked), alert=True)


async def surname_typed(message: Message, work: Work) -> View:
    """A few letters of the surname."""
    return await whom(work, work.account.place_ids["order"], read_text(SURNAME, message.text or ""))


async def choose(tap: CallbackQuery, callback_data: OrderTap, work: Work) -> View:
    """Somebody was chosen: on to the act, or to the screen of what it moves."""
    value = callback_data.value
    person_id = int(value) if value.isdecimal() else 0
    await staff_handover.choose(work, callback_data.order, person_id, drawn=callback_data.version)
    return await ORDER.screen(work, callback_data.order)


@place("staff.order")
async def card(work: Work, order: int) -> View:
    """The one screen before it is done: who, instead of whom, what moves and what stays."""
    found = await staff_handover.look(work, order)
    work.account.go("staff.order", order=order)
    if found.order.state is OrderState.DRAFT and found.order.successor is None:
        return await places.go(work, "staff.whom", order=order)
    return view(*_told(work, found), rows=[*_words(found), [to_person(found.order)], *way_home()])


def _told(work: Work, found: Handover) -> list[Say | list[Say]]:
    order = found.order
    names = {
        "before": order.person.short_name,
        "after": order.successor.short_name if order.successor else "",
    }
    role = role_title(work, order.person, order.role) if order.role else ""
    head: list[Say | list[Say]] = [
        [say("staff-order", state=order.state.value, role=role, **names), act_line(order)]
    ]
    if order.state is not OrderState.DRAFT:
        return head
    moved = say(
        "staff-order-moves",
        routes=len(found.routes),
        reports=found.reports,
        plans=found.plans,
        questions=found.questions,
    )
    own = ", ".join(one.teacher.short_name for one in found.staying)
    return [*head, moved, *([say("staff-order-own", name=own)] if own else [])]


def _words(found: Handover) -> list[list[Button]]:
    order = found.order
    if order.state is not OrderState.DRAFT:
        return []
    if not order.is_whole:
        return [[button("staff-order.go-on", order_tap(order, "resume"), style="primary")], _mend(order)]
    carry = button("staff-order.carry-out", order_tap(order, "carry-out"), style="success")
    act = button("staff-order.act", order_tap(order, "again", "0."))
    return [[carry] if found.routes else [], [*_mend(order), act], [_drop(order)]]


def _mend(order: StaffOrder) -> list[Button]:
    return [button("staff-order.other", order_tap(order, "whom"))]


def _drop(order: StaffOrder) -> Button:
    return button("staff-order.drop", order_tap(order, "drop"))


@redraws(OrderTap)
async def fresh(work: Work, data: OrderTap) -> View:
    """An outdated tap: the order as it is now."""
    return await staff_form.card(work, data.order)


async def carry_out(tap: CallbackQuery, callback_data: OrderTap, work: Work) -> View:
    """«Передать»."""
    found = await staff_handover.carry_out(work, callback_data.order, drawn=callback_data.version)
    rows = [[to_person(found.order)], [button("staff-card.back", Go(place="staff"))], *way_home()]
    after = found.order.successor
    own = ", ".join(one.teacher.short_name for one in found.staying)
    work.account.leave()
    return view(
        say("staff-done", routes=len(found.routes), name=after.short_name if after else ""),
        *([say("staff-order-own", name=own)] if own else []),
        rows=rows,
    )


async def drop(tap: CallbackQuery, callback_data: OrderTap, work: Work) -> View:
    """«Не передавать»."""
    order = await staff_order.drop(work, callback_data.order, drawn=callback_data.version)
    shown = await places.go(work, "staff.person", person=order.person_id)
    return shown.with_toast(say("staff-dropped"))


def router() -> Router:
    """From «Передать» to done."""
    routes = Router(name="staff-order")
    routes.callback_query.register(hand_over, StaffTap.filter(F.do == "hand-over"))
    routes.callback_query.register(ask_whom, OrderTap.filter(F.do == "whom"))
    routes.callback_query.register(nobody, OrderTap.filter(F.do == "nobody"))
    routes.callback_query.register(choose, OrderTap.filter(F.do == "choose"))
    routes.callback_query.register(carry_out, OrderTap.filter(F.do == "carry-out"))
    routes.callback_query.register(drop, OrderTap.filter(F.do == "drop"))
    routes.message.register(surname_typed, At("staff.whom"), F.text, ~F.text.startswith("/"))
    return routes
