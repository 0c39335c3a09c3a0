"""A need in words, for its author and for the centre."""

from __future__ import annotations

from handlers.callbacks_help import NeedTap
from handlers.forgotten import kept
from handlers.review_card import shortened
from handlers.views import Say, say
from models.need import Need
from regulations.schema import Regulation
from services.plan import title_of


def need_tap(one: Need, do: str, value: str = "") -> NeedTap:
    """A button about a need, as drawn now."""
    return NeedTap(do=do, need=one.id, version=one.version, value=value)


def need_lines(regulation: Regulation, one: Need) -> list[Say | list[Say]]:
    """What is missing, of what kind, for how many, how it stands."""
    answer = [say("need-answer", answer=shortened(one.answer))] if one.answer else []
    said = say(
        "need-card",
        text=kept(shortened(one.text)),
        competency=competency_words(regulation, one.competency),
        kind=kind_words(regulation, one.kind),
        people=one.people or 1,
        state=one.state.value,
    )
    return [said, *answer]


def competency_words(regulation: Regulation, code: str) -> object:
    """A competency, or any."""
    return title_of(regulation.competencies, code) or say("need-any-competency")


def kind_words(regulation: Regulation, code: str) -> object:
    """A kind of activity, or any."""
    return title_of(regulation.activities.kinds, code) or say("need-any-kind")
