"""What people do over a route, by what a walk is about: who mostly does it, about whom, what is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any


@dataclass(frozen=True)
class Move:
    """`by`: who mostly does it (anybody may try). `said`: fixed, one of a tuple, or by today's date."""

    by: str = ""
    said: Mapping[str, Any] = field(default_factory=dict)
    whom: Mapping[str, str] = field(default_factory=dict)
    version_of: str = ""
    """Of which table the drawn version is, where it is not of the thing's own."""


@dataclass(frozen=True)
class Walk:
    """What a walk is about. `walks`: the plan is approved; `accepted`: so many reports are, and the event is held.

    `rare`: what the bounded walks have not come to yet.
    """

    moves: Mapping[str, Move]
    walks: bool = True
    accepted: int = 0
    rare: frozenset[str] = frozenset()


def in_days(days: int) -> Callable[[date], date]:
    """So many days from today."""
    return lambda today: today + timedelta(days=days)


def _ending(**said: Any) -> Move:
    return Move(said=said, version_of="conclusions")


SIGNING: Mapping[str, Move] = {
    "signing.sign": Move(),
    "signing.undo_all": Move(),
    "signing_paper.enter": Move(
        "deputy", {"name": ("Иванов И. И.", "Корепанов Андрей Леонидович"), "on": in_days(0)}
    ),
}
WALKS: Mapping[str, Walk] = {
    "plan": Walk(
        {
            "plan_row.add": Move("teacher"),
            "plan_row.answer": Move("teacher", {"code": "title", "value": "Семинар о чтении"}),
            "plan_row.remove": Move("teacher"),
            "plan_term.choose_months": Move("teacher", {"months": 12}),
            "plan_confirm.agree": Move("teacher", {"reason": "Так нужно"}),
            "plan_confirm.assent": Move("tutor"),
            "plan_confirm.confirm": Move("tutor"),
            "plan_confirm.take_back": Move("teacher"),
            "plan_confirm.give_back": Move("tutor", {"reason": "Мало рядов"}),
            **SIGNING,
        },
        walks=False,
    ),
    "reports": Walk(
        {
            "report.held": Move("teacher"),
            "report.not_done": Move("teacher", {"reason": "Болезнь"}),
            "report.moved": Move("teacher", {"to": in_days(9)}),
            "report.was_after_all": Move("teacher"),
            "report_draft.say": Move("teacher"),
            "report_draft.attach": Move("teacher"),
            "report_draft.detach_all": Move("teacher"),
            "report_draft.discard": Move("teacher"),
            "report_sent.submit": Move("teacher"),
            "report_sent.take_back": Move("teacher"),
            "report_reopen.ask": Move("teacher"),
            "report_reopen.give_back": Move("tutor"),
            "report_reopen.keep": Move("tutor"),
            "review.accept": Move("tutor"),
            "review.give_back": Move("tutor", {"reason": "Нет вывода"}),
            "review.undo": Move("tutor"),
            "review_question.ask": Move("tutor"),
            "review_question.say": Move("teacher"),
            "review_question.send": Move("teacher"),
        },
        accepted=2,
        rare=frozenset({"report.was_after_all", "report_draft.discard", "review_question.send"}),
    ),
    "corrections": Walk(
        {
            "correction.begin": Move("teacher"),
            "correction.explain": Move("teacher", {"reason": "Перенесли"}),
            "correction.leave_alone": Move("teacher"),
            "correction.write_instead": Move("teacher"),
            "correction.send": Move("teacher"),
            "correction.withdraw": Move("teacher"),
            "correction.drop": Move("teacher"),
            "correction.give_back": Move(said={"reason": "Нет причины"}),
            **SIGNING,
        },
        rare=frozenset({"correction.withdraw", "signing.undo_all", "signing_paper.enter"}),
    ),
    "breaks": Walk(
        {
            "suspension.begin": Move("methodist", whom={"person_id": "teacher"}),
            "suspension.explain": Move("methodist", {"reason": "Отпуск по уходу"}),
            "suspension.answer": Move(
                "methodist", {"code": ("starts", "ends"), "day": (in_days(0), in_days(0), in_days(30))}
            ),
            "suspension.confirm": Move("methodist"),
            "suspension.resume": Move("methodist", {"prolong": (True, False)}),
            "suspension.drop": Move("methodist"),
            "report.held": Move("teacher"),
        },
        rare=frozenset({"suspension.confirm", "suspension.resume"}),
    ),
    "the end": Walk(
        {
            "conclusions.begin": _ending(),
            "conclusions.compose": _ending(),
            "conclusions.write": _ending(at=0),
            "conclusions.choose": _ending(outcome=("success", "prolonged", "stopped")),
            "conclusions.explain": _ending(code=("few", "reason", "product")),
            "conclusions.prolong": _ending(until=in_days(400)),
            "conclusions.send": _ending(),
            "conclusions.take_back": _ending(),
            "conclusions_paper.give_back": Move(said={"reason": "Нет вывода"}),
            "conclusions_known.tell": Move("teacher"),
            **SIGNING,
        },
        accepted=5,
        rare=frozenset(
            {
                "conclusions.prolong",
                "conclusions.take_back",
                "conclusions_paper.give_back",
                "signing.undo_all",
            }
        ),
    ),
    "people": Walk(
        {
            "staff_handover.begin": Move("methodist", {"role": ("tutor", "mentor")}, {"person_id": "tutor"}),
            "staff_handover.choose": Move("methodist", whom={"person_id": "another tutor"}),
            "staff_handover.carry_out": Move("methodist"),
            "staff_order.drop": Move("methodist"),
            "help_request.ask": Move("teacher", {"activity_id": 0}, {"person_id": "tutor"}),
            "help_request.answer": Move("tutor"),
            "help_request.ask_more": Move("teacher"),
            "help_request.close": Move("teacher"),
            "help_request.pass_on": Move("tutor", whom={"person_id": "methodist"}),
            "final_event.add": Move("teacher"),
            "report.held": Move("teacher"),
            "report_draft.say": Move("teacher"),
            "report_sent.submit": Move("teacher"),
            "review.accept": Move("another tutor"),
        },
        rare=frozenset({"staff_handover.carry_out"}),
    ),
}
"""A walk does mostly what it is about, and now and then anything."""
EVERY: Mapping[str, Move] = {name: move for walk in WALKS.values() for name, move in walk.moves.items()}
