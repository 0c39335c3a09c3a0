"""What somebody must hear: every kind that is written has a drawing that takes its facts (DESIGN 17)."""

from __future__ import annotations

import inspect
from functools import cache
from typing import Any

from handlers.notices import KINDS, TODAY
from tests.guards.calls import Calls, Use, literals
from tests.guards.taps import router_list
from tests.guards.tree import modules

MANY = "notify_many"
"""Writes many of one kind at once; their facts come as rows, which the stories show."""


@cache
def written() -> list[tuple[str, Use]]:
    """Every notice that the product writes: the kind, and the call that says its facts."""
    calls = Calls(modules("services", "bot", "handlers"))
    uses = [use for use in calls.uses("kind") if use.signature.open or use.signature.name == MANY]
    return [(kind, use) for use in uses for kind in literals(use, ("kind",)).literals]


def refusal(drawing: Any, use: Use) -> str:
    """Why a drawing does not take the facts of a call; empty when it does.

    Facts that a ** or a function in between adds are not known here; the stories show those.
    """
    given = use.signature.facts(use.call)
    whole = use.signature.name == "notify" and all(one.arg for one in use.call.keywords)
    signature = inspect.signature(drawing)
    try:
        bound = signature.bind if whole else signature.bind_partial
        bound(**dict.fromkeys([*given, *({TODAY} & signature.parameters.keys())]))
    except TypeError as error:
        return f"{use.module.at(use.call)}: {error}"
    return ""


def test_every_notice_that_is_written_has_a_drawing() -> None:
    router_list()
    kinds = {kind: use.module.at(use.call) for kind, use in written()}
    assert len(kinds) > 8
    assert not {kind: where for kind, where in kinds.items() if kind not in KINDS}


def test_every_drawing_is_of_a_notice_that_is_written() -> None:
    router_list()
    assert not KINDS.keys() - {kind for kind, _ in written()}


def test_every_drawing_takes_its_facts() -> None:
    router_list()
    assert [why for kind, use in written() if kind in KINDS and (why := refusal(KINDS[kind], use))] == []


def test_a_made_up_drawing_that_wants_more_is_named() -> None:
    use = next(use for kind, use in written() if kind == "review-accepted")
    assert not refusal(lambda **facts: None, use)
    assert "missing" in refusal(lambda *, never_given, **facts: None, use)
    assert "unexpected" in refusal(lambda: None, use)
