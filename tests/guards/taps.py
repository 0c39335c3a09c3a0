"""Every tap that the product draws, read from the code: the class of its data, and its verb or place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from aiogram import Router
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter
from aiogram.types import CallbackQuery

from handlers import callbacks, places, routes
from handlers.places import SCREENS
from tests.guards.calls import Calls, Use, called_name, literals
from tests.guards.tree import Function, Module, modules

KINDS: dict[str, type[CallbackData]] = {
    kind.__name__: kind
    for kind in CallbackData.__subclasses__()
    if kind.__module__.startswith(callbacks.__name__)
}
"""Every kind of button, of handlers/callbacks.py and its neighbours; importing the routes has made them known."""
IDS = (
    *("route", "diagnosis", "activity", "report", "event", "guest", "check", "sheet", "course"),
    *(
        "person",
        "request",
        "consultation",
        "record",
        "entry",
        "need",
        "slot",
        "order",
        "transfer",
        "suspension",
        "programme",
        "row",
        "meeting",
    ),
)
LARGEST_ID = 10**12
LARGEST_NUMBER = 10**7
"""Versions, ordinals of days, places in a list."""
LONGEST_VALUE = "x" * 16
"""What a tap may carry besides: a question and a day («4.740123»), the code of a phrase, a number."""


@dataclass(frozen=True)
class Tap:
    """One kind of button: its data with the largest ids, and where it is drawn."""

    data: CallbackData
    where: str


@cache
def router_list() -> tuple[Router, ...]:
    """All routers; by building them every screen and notice is registered."""
    return tuple(routes.routers())


@cache
def taps() -> tuple[Tap, ...]:
    """Every button's data, with the verbs and places that stand in the code."""
    router_list()
    calls = Calls(modules("handlers"))
    found = [*_made(calls), *_copied(calls), *_by_function(calls)]
    return tuple({packed(one.data): one for one in found}.values())


def packed(data: CallbackData) -> str:
    """What goes over the wire, however long; aiogram's own `pack` refuses what is too long."""
    return ":".join([data.__prefix__, *(str(value) for value in data.model_dump().values())])


def largest(kind: type[CallbackData], **given: str) -> CallbackData:
    """The data of a button with the largest ids and the longest free value."""
    values: dict[str, Any] = {}
    for name, field in kind.model_fields.items():
        is_number = field.annotation is int
        is_id = is_number and name in IDS
        values[name] = LARGEST_ID if is_id else LARGEST_NUMBER if is_number else LONGEST_VALUE
    return kind(**(values | given))


def _made(calls: Calls) -> Iterator[Tap]:
    """`PlanTap(do="send", ...)`, `Go(place="help")`, and taps without a verb."""
    for name, kind in KINDS.items():
        word = _word_of(kind)
        for module, inside, call in calls.calls_of(name):
            if word == "":
                yield Tap(largest(kind), module.at(call))
                continue
            given = next((one.value for one in call.keywords if one.arg == word), None)
            for text in _texts(calls, module, inside, call, given, word):
                yield Tap(largest(kind, **{word: text}), module.at(call))


def _word_of(kind: type[CallbackData]) -> str:
    return next((word for word in ("do", "place") if word in kind.model_fields), "")


def _texts(
    calls: Calls, module: Module, inside: Function | None, call: ast.Call, given: ast.expr | None, word: str
) -> frozenset[str]:
    if isinstance(given, ast.Attribute) and isinstance(given.value, ast.Name) and given.value.id == "places":
        return frozenset({str(getattr(places, given.attr))})
    if _is_handed_on(given, inside):
        return frozenset()
    if isinstance(given, ast.Name) and given.id == word:
        return form_verbs(calls)
    signature = calls.signatures["Go"][0]
    return literals(Use(module, inside, call, signature, given), (word, "value")).literals


def _is_handed_on(given: ast.expr | None, inside: Function | None) -> bool:
    """`do=do` in a function that takes it: its callers say the verb."""
    if not isinstance(given, ast.Name) or inside is None:
        return False
    return given.id in {one.arg for one in inside.args.args}


@cache
def form_verbs(calls: Calls) -> frozenset[str]:
    """What the buttons under the questions of a form do: the same in every form."""
    return frozenset(verb for use in calls.uses("verb") for verb in literals(use, ("verb",)).literals)


def _copied(calls: Calls) -> Iterator[Tap]:
    """`key.model_copy(update={"do": "anew"})`."""
    for module, inside, call in calls.calls_of("model_copy"):
        update = next(one.value for one in call.keywords if one.arg == "update")
        words = ast.literal_eval(update)
        for node in ast.walk(inside or module.tree):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and "do" in words:
                kind = KINDS.get(called_name(node.value))
                if kind is not None:
                    yield Tap(largest(kind, do=words["do"]), module.at(call))


def _by_function(calls: Calls) -> Iterator[Tap]:
    """`_tap(row, "open")`: a function of the stage that knows the rest."""
    makers = {}
    for name, kind in KINDS.items():
        for module, inside, call in calls.calls_of(name):
            if inside is not None and any(
                _is_handed_on(one.value, inside) and one.arg == "do" for one in call.keywords
            ):
                makers[module.name, inside.name] = kind
    for use in calls.uses("do"):
        kind = makers.get((use.signature.module, use.signature.name))
        if kind is None:
            continue
        by_lambda = isinstance(use.given, ast.Name) and not _is_handed_on(use.given, use.inside)
        texts = form_verbs(calls) if by_lambda else literals(use, ("do",)).literals
        for text in texts:
            yield Tap(largest(kind, do=text), use.module.at(use.call))


def handlers_of(routers: tuple[Router, ...]) -> Iterator[Any]:
    """Every handler of a tap, in the order in which they are asked."""
    for router in routers:
        yield from router.callback_query.handlers
        yield from handlers_of(tuple(router.sub_routers))


async def takers(tap: CallbackData) -> list[str]:
    """Who takes a tap, in the order of asking; behind the first without a condition nobody is asked."""
    query = CallbackQuery.model_construct(data=tap.pack())
    found = []
    for handler in handlers_of(router_list()):
        filters = [one.callback for one in handler.filters or ()]
        mine = [one for one in filters if isinstance(one, CallbackQueryFilter)]
        if mine and all([await one(query) for one in mine]):
            found.append(name_of(handler))
            if len(filters) == len(mine):
                break
    return found


def name_of(handler: Any) -> str:
    """A handler by module and name."""
    return f"{handler.callback.__module__}.{handler.callback.__qualname__}"


def screens() -> dict[str, Any]:
    """Every place and how it is drawn."""
    router_list()
    return SCREENS
