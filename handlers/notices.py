"""What people hear without having asked: the kind and facts of a notice as a View."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from inspect import signature
from typing import Any

from handlers.anything import way_home
from handlers.views import View, say, view
from services.standing import Check

Drawing = Callable[..., View]
KINDS: dict[str, Drawing] = {}
CHECKS: dict[str, Check] = {}
TODAY = "today"
"""A drawing that takes it says «tomorrow» by the reader's local date when the message goes."""


def notice(kind: str, *, check: Check | None = None) -> Callable[[Drawing], Drawing]:
    """Names the drawing of one kind of notice: `(**facts) -> View`. Each stage registers its own.

    `check`: looks once more whether it still stands when it is about to go.
    """

    def named(drawing: Drawing) -> Drawing:
        KINDS[kind] = drawing
        if check is not None:
            CHECKS[kind] = check
        return drawing

    return named


def view_of(kind: str, facts: Mapping[str, Any], today: date) -> View:
    """The View of a notice on the reader's local day `today`.

    KeyError for a kind that nobody draws (a guard keeps this from happening).
    """
    drawing = KINDS[kind]
    return drawing(**facts, **({TODAY: today} if _speaks_of_today(drawing) else {}))


@cache
def _speaks_of_today(drawing: Drawing) -> bool:
    return TODAY in signature(drawing).parameters


@notice("entry-code-shown-twice")
def code_shown_twice(name: str, school: str) -> View:
    """For a methodist: somebody else shows a person's code (S-01.5)."""
    return view(say("entry-code-shown-twice", name=name, school=school), rows=way_home())


@notice("unreachable")
def unreachable(name: str) -> View:
    """For the team: the teacher has blocked the bot; the paper way (S-13)."""
    return view(say("unreachable", name=name), rows=way_home())
