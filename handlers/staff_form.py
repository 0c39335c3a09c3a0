"""The questions of an order about people: the office, its days, the act on paper; one form for every kind (X39)."""

from __future__ import annotations

from datetime import date

from handlers import places
from handlers.callbacks_staff import OrderTap
from handlers.forms import Filling
from handlers.questions import Form, Given, Item
from handlers.staff_words import role_words
from handlers.views import View
from models.staff_order import QUESTIONS, OrderKind, OrderState, StaffOrder
from regulations.questions import Option, Question, QuestionKind
from services import staff_office, staff_order
from services.work import Work

NUMBER = Question("number", maximum=40, optional=True, example="staff-ask-number.example")
DATED = Question("dated", QuestionKind.DATE, past=True, example="staff-ask-dated.example")
STARTS = Question("starts", QuestionKind.DATE, example="staff-ask-starts.example")
ENDS = Question("ends", QuestionKind.DATE, example="staff-ask-ends.example")
PLACES = {OrderKind.HAND_OVER: "staff.order"}
"""Where an order is shown whole; every other kind is an order about an office."""


def order_tap(order: StaffOrder, do: str, value: str = "") -> OrderTap:
    """A button about an order, as it stands."""
    return OrderTap(do=do, order=order.id, version=order.version, value=value)


async def _items(work: Work, order: StaffOrder) -> tuple[Item, ...]:
    asked = {
        "starts": Item(STARTS, "staff-ask-starts"),
        "ends": Item(ENDS, "staff-ask-ends", facts={"kind": order.kind.value}, earliest=order.starts_on),
        "number": Item(NUMBER, "staff-ask-number", facts={"kind": order.kind.value}),
        "dated": Item(DATED, "staff-ask-dated", near=False, hidden=order.number == ""),
    }
    if "role" in QUESTIONS[order.kind]:
        found = await staff_office.look(work, order.id)
        named = work.rules.of_organisation(order.organisation).roles
        options = tuple(Option(one.code, one.title) for one in named if one.code in set(found.roles))
        asked["role"] = Item(
            Question("role", QuestionKind.CHOICE, options=options),
            "staff-ask-role",
            facts={"name": order.person.short_name, "kind": order.kind.value},
        )
    return tuple(asked[code] for code in QUESTIONS[order.kind])


async def _draft(work: Work, order_id: int) -> Form | None:
    order = await staff_order.order_of(work, order_id)
    waits = order.kind is OrderKind.HAND_OVER and order.successor_id is None
    if order.state is not OrderState.DRAFT or waits:
        return None
    given: dict[str, Given] = dict(order.given)
    if order.role is not None and "role" in given:
        given["role"] = role_words(work, order.organisation, order.role)
    items = await _items(work, order)
    return Form(items, given, lambda do, value: order_tap(order, do, value), not order.is_whole)


async def _keep(work: Work, order_id: int, code: str, answer: str | date, drawn: int | None) -> View:
    await staff_order.answer(work, order_id, code, answer, drawn=drawn)
    return await ORDER.screen(work, order_id)


async def card(work: Work, order_id: int) -> View:
    """The order as a whole, on the screen of its kind."""
    order = await staff_order.order_of(work, order_id)
    return await places.go(work, PLACES.get(order.kind, "staff.office"), order=order_id)


ORDER = Filling("staff.question", OrderTap, "order", _draft, _keep, later=card, leave=card)
