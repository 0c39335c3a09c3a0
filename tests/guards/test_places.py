"""Where people can be: every place that is named has a screen that takes its ids (DESIGN 4)."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from typing import Any

from handlers import places
from handlers.callbacks import Go
from tests.guards.calls import Calls
from tests.guards.taps import screens, takers, taps
from tests.guards.tree import SPEAKING, modules


def goings() -> Iterator[tuple[str, set[str] | None, str]]:
    """Each `account.go(place, ...)` and `places.go(work, place, ...)`: place, ids (None: in a **), where."""
    for module, _, call in Calls(modules(*SPEAKING)).calls_of("go"):
        if not isinstance(call.func, ast.Attribute) or not call.args:
            continue
        base = ast.unparse(call.func.value)
        named = call.args[1] if base == "places" else call.args[0] if base.endswith("account") else None
        name = _name_of(named)
        if name is not None:
            ids = {one.arg for one in call.keywords}
            yield name, None if None in ids else {str(one) for one in ids}, module.at(call)


def _name_of(node: ast.expr | None) -> str | None:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "places":
        return str(getattr(places, node.attr))
    return None


def asked_at() -> dict[str, str]:
    """Places at which a typed text is an answer: the names given to `At`."""
    found = {}
    for module, _, call in Calls(modules("handlers")).calls_of("At"):
        for one in call.args:
            if isinstance(one, ast.Constant):
                found[str(one.value)] = module.at(call)
    return found


def takes(screen: Any, ids: set[str]) -> bool:
    """Can this screen be drawn with these ids?"""
    try:
        inspect.signature(screen).bind(None, **dict.fromkeys(ids))
    except TypeError:
        return False
    return True


def test_everybody_goes_to_a_place_with_a_screen_that_takes_its_ids() -> None:
    gone = [one for one in goings() if one[0]]
    assert len(gone) > 20
    assert not [(name, where) for name, _, where in gone if name not in screens()]
    wrong = [
        (name, ids, where) for name, ids, where in gone if ids is not None and not takes(screens()[name], ids)
    ]
    assert not wrong


def test_every_question_is_asked_at_a_place_where_people_go() -> None:
    asked = asked_at()
    assert len(asked) > 5
    reached = {name for name, _, _ in goings()}
    assert not {name: where for name, where in asked.items() if name not in screens() or name not in reached}


async def test_a_button_of_the_menu_needs_no_ids() -> None:
    led = {str(one.data.place): one.where for one in taps() if isinstance(one.data, Go)}
    assert len(led) > 5
    assert not {name: where for name, where in led.items() if name not in screens()}
    drawn = [name for name in led if (await takers(Go(place=name)))[0] == "handlers.menu.go"]
    assert not [name for name in drawn if not takes(screens()[name], set())]


def test_a_made_up_place_without_its_ids_is_refused() -> None:
    async def card(work: object, report: int, page: int = 0) -> None: ...

    assert takes(card, {"report"}) and takes(card, {"report", "page"})
    assert not takes(card, set()) and not takes(card, {"report", "route"})
