"""What people do over a route, by what a walk is about: who mostly does it, about whom, what is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any


def always(_: Any) -> bool:
    """Whatever becomes of it."""
    return True


@dataclass(frozen=True)
class Move:
    """`by`: who mostly does it (anybody may try). `said`: fixed, one of a tuple, by today's date, or by the `code`.

    `at`: where the row that it is about has to stand for it to be done; `when`: what else there has to be, by table;
    `paper`: of which kind the slot's paper is.
    """

    by: str = ""
    said: Mapping[str, Any] = field(default_factory=dict)
    whom: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    at: Callable[[Any], bool] = always
    when: Callable[[Mapping[str, list[Any]]], bool] = always
    paper: str = ""
    version_of: str = ""
    """Of which table the drawn version is, and `at` speaks, where it is not the thing's own: the newest row of it."""
    begins: bool = False
    """It makes the first row of `version_of`."""


@dataclass(frozen=True)
class Walk:
    """What a walk is about. `walks`: the plan is approved; `accepted`: so many reports are, and the event is held."""

    moves: Mapping[str, Move]
    walks: bool = True
    accepted: int = 0


def in_days(days: int) -> Callable[[date], date]:
    """So many days from today."""
    return lambda today: today + timedelta(days=days)


def being(*states: str, **more: Any) -> Callable[[Any], bool]:
    """A row in one of these states, whose other columns say just this."""
    return lambda row: row.state in states and all(getattr(row, name) == is_ for name, is_ in more.items())


def few(table: str, *states: str, most: int = 0) -> Callable[[Mapping[str, list[Any]]], bool]:
    """So many rows at most are in these states."""
    return lambda rows: sum(one.state in states for one in rows[table]) <= most


def some(table: str, *states: str) -> Callable[[Mapping[str, list[Any]]], bool]:
    """Some row is in one of these states."""
    return lambda rows: any(one.state in states for one in rows[table])


DRAFT = being("draft")


def _ending(where: Callable[[Any], bool] = DRAFT, **said: Any) -> Move:
    return Move(said=said, at=where, version_of="conclusions")


def _whole(one: Any) -> bool:
    """Everything is said of a break."""
    return one.state == "draft" and bool(one.reason and one.starts_on and (one.ends_on or one.endless))


def _filled(one: Any) -> bool:
    """Everything is said of an order."""
    return bool(one.state == "draft" and one.successor_id and one.number is not None)


def _written(one: Any) -> bool:
    """A report that can be sent."""
    return one.state in ("draft", "returned") and bool(one.said)


def _replaced(one: Any) -> bool:
    """A correction that can be sent, or nearly."""
    return one.state == "draft" and bool(one.reason) and bool(one.alone or one.instead_id)


def _summed_up(one: Any) -> bool:
    """Conclusions that can be sent."""
    why = one.outcome == "success" or bool(one.reason)
    return one.state == "draft" and bool(one.outcome) and why and (one.outcome != "prolonged" or one.new_end)


SIGNING: Mapping[str, Move] = {
    "signing.sign": Move(),
    "signing.undo_all": Move(at=lambda one: one.way == "pin"),
    "signing_paper.enter": Move(
        "deputy", {"name": ("Иванов И. И.", "Корепанов Андрей Леонидович"), "on": in_days(0)}
    ),
}
WRITING: Mapping[str, Move] = {
    "report.held": Move("teacher", at=being("planned")),
    "report_draft.say": Move("teacher", at=being("draft", "returned")),
    "report_sent.submit": Move("teacher", at=_written),
}
ASK = Move(
    "teacher",
    {"activity_id": 0},
    {"person_id": ("tutor", "another tutor", "methodist", "deputy", "centre methodist")},
    when=few("help_requests", "open", "answered", most=1),
)
ROW: Mapping[str, Any] = {
    "kind": "seminar",
    "title": "Семинар о чтении",
    "competencies": "method",
    "organiser": "centre",
    "level": "municipal",
    "date": in_days(12),
    "presenting": "open_lesson",
    "growth": "Хочу вести клуб",
}
"""What is answered about a row of the plan."""
PLAN: Mapping[str, Move] = {
    "plan_row.add": Move("teacher"),
    "plan_row.answer": Move("teacher", {"code": "title", "value": "Семинар о чтении"}, at=being("planned")),
    "plan_row.remove": Move("teacher", at=being("planned", "draft")),
    "plan_term.choose_months": Move("teacher", {"months": 12}, at=being("draft")),
    "plan_confirm.agree": Move("teacher", {"reason": "Так нужно"}, at=being("draft")),
    "plan_confirm.assent": Move("tutor", at=being("draft")),
    "plan_confirm.confirm": Move("tutor", at=being("on_confirmation")),
    "plan_confirm.take_back": Move("teacher", at=being("on_confirmation")),
    "plan_confirm.give_back": Move("tutor", {"reason": "Мало рядов"}, at=being("on_confirmation")),
    **SIGNING,
}
REPORTS: Mapping[str, Move] = {
    **WRITING,
    "report.not_done": Move("teacher", {"reason": "Болезнь"}, at=being("planned")),
    "report.moved": Move("teacher", {"to": in_days(9)}, at=being("planned")),
    "report.was_after_all": Move("teacher", at=being("not_done")),
    "report_draft.attach": Move("teacher", at=being("draft", "returned")),
    "report_draft.detach_all": Move("teacher", at=being("draft", "returned")),
    "report_draft.discard": Move("teacher", at=being("draft", submitted_at=None)),
    "report_sent.take_back": Move("teacher", at=being("submitted")),
    "report_reopen.ask": Move("teacher", at=being("accepted", reopen_asked_at=None)),
    "report_reopen.give_back": Move("tutor", at=lambda one: one.reopen_asked_at is not None),
    "report_reopen.keep": Move("tutor", at=lambda one: one.reopen_asked_at is not None),
    "review.accept": Move("tutor", at=being("submitted")),
    "review.give_back": Move("tutor", {"reason": "Нет вывода"}, at=being("submitted")),
    "review.undo": Move("tutor", at=lambda one: one.decided_by_id is not None),
    "review_question.ask": Move("tutor", at=being("submitted")),
    "review_question.say": Move("teacher", at=lambda one: one.answered_at is None and not one.files),
    "review_question.enclose": Move("teacher", at=lambda one: one.answered_at is None),
    "review_question.send": Move("teacher", at=lambda one: one.answered_at is None and one.files),
}
CORRECTIONS: Mapping[str, Move] = {
    "correction.begin": Move("teacher", at=being("planned", "not_done")),
    "correction.explain": Move("teacher", {"reason": "Перенесли"}, at=being("draft")),
    "correction.leave_alone": Move("teacher", at=being("draft")),
    "correction.write_instead": Move("teacher", at=being("draft")),
    "correction.send": Move("teacher", at=_replaced),
    "correction.withdraw": Move("teacher", at=being("signing")),
    "correction.drop": Move("teacher", at=being("draft")),
    "correction.give_back": Move(said={"reason": "Нет причины"}, paper="correction"),
    "plan_row.answer": Move(
        "teacher",
        {"code": tuple(ROW), "value": ROW},
        at=lambda one: one.state == "draft" and one.correcting,
    ),
    "report.not_done": Move("teacher", {"reason": "Болезнь"}, at=being("planned")),
    **SIGNING,
}
BREAKS: Mapping[str, Move] = {
    "suspension.begin": Move(
        "methodist", whom={"person_id": "teacher"}, when=few("suspensions", "draft", "on")
    ),
    "suspension.explain": Move("methodist", {"reason": "Отпуск по уходу"}, at=being("draft")),
    "suspension.answer": Move(
        "methodist",
        {"code": ("starts", "ends"), "day": {"starts": in_days(0), "ends": (in_days(3), in_days(30), None)}},
        at=being("draft"),
    ),
    "suspension.confirm": Move("methodist", at=_whole),
    "suspension.resume": Move("methodist", {"prolong": (True, False)}, at=being("on")),
    "suspension.drop": Move("methodist", at=being("draft")),
    "help_request.ask": ASK,
    **WRITING,
}
ENDING: Mapping[str, Move] = {
    "conclusions.begin": Move(
        at=being("signed"), when=some("routes", "active"), version_of="conclusions", begins=True
    ),
    "conclusions.compose": _ending(),
    "conclusions.write": _ending(at=0),
    "conclusions.choose": _ending(outcome=("success", "prolonged", "stopped")),
    "conclusions.explain": _ending(code=("few", "reason", "product")),
    "conclusions.prolong": _ending(being("draft", outcome="prolonged"), until=in_days(400)),
    "conclusions.send": _ending(_summed_up),
    "conclusions.take_back": _ending(being("signing")),
    "conclusions_paper.give_back": Move(said={"reason": "Нет вывода"}, paper="conclusions"),
    "conclusions_known.tell": Move("teacher", at=being("signed", known=None)),
    **SIGNING,
}
HELP: Mapping[str, Move] = {
    "help_request.ask": ASK,
    "help_request.answer": Move("tutor", at=being("open", "answered")),
    "help_request.ask_more": Move("teacher", at=being("open", "answered")),
    "help_request.close": Move("teacher", at=being("open", "answered")),
    "help_request.pass_on": Move(
        "tutor", whom={"person_id": ("methodist", "deputy")}, at=being("open", "answered")
    ),
    "consultation.name": Move("tutor", {"at": (time(10), time(15))}, at=being("open", "answered")),
    "consultation.unname": Move("tutor", at=being("named")),
    "consultation.offer": Move("tutor", at=being("open", "answered"), when=some("consultations", "named")),
    "consultation.choose": Move("teacher", at=being("offered")),
    "consultation.none_fits": Move("teacher", at=being("answered"), when=some("consultations", "offered")),
    "consultation.call_off": Move("teacher", at=being("chosen")),
    "final_event.add": Move("teacher", when=few("final_events", "draft", "planned")),
}
HANDOVER: Mapping[str, Move] = {
    "staff_handover.begin": Move(
        "methodist",
        {"role": ("tutor", "mentor")},
        {"person_id": ("tutor", "another tutor")},
        when=few("staff_orders", "draft"),
    ),
    "staff_handover.choose": Move(
        "methodist", whom={"person_id": ("another tutor", "another tutor", "tutor")}, at=being("draft")
    ),
    "staff_order.answer": Move("methodist", {"code": "number", "value": ""}, at=being("draft")),
    "staff_order.drop": Move("methodist", at=being("draft")),
    "staff_handover.carry_out": Move("methodist", at=_filled),
    **{one: HELP[one] for one in ("help_request.ask", "help_request.answer", "consultation.name")},
    **WRITING,
    "review_question.ask": Move("tutor", at=being("submitted")),
    "review.accept": Move("another tutor", at=being("submitted")),
    "report_reopen.ask": Move("teacher", at=being("accepted", reopen_asked_at=None)),
}
WALKS: Mapping[str, Walk] = {
    "plan": Walk(PLAN, walks=False),
    "reports": Walk(REPORTS, accepted=2),
    "corrections": Walk(CORRECTIONS),
    "breaks": Walk(BREAKS),
    "the end": Walk(ENDING, accepted=5),
    "prolonged": Walk({**ENDING, "conclusions.choose": _ending(outcome="prolonged"), **BREAKS}, accepted=5),
    "help": Walk(HELP),
    "handover": Walk(HANDOVER, accepted=1),
}
"""A walk does mostly what it is about, and now and then anything."""
EVERY: Mapping[str, Move] = {name: move for walk in WALKS.values() for name, move in walk.moves.items()}
AT_ONCE: Mapping[str, tuple[str, ...]] = {
    "plan_confirm.agree": ("plan_confirm.agree",),
    "plan_confirm.confirm": ("plan_confirm.confirm", "plan_confirm.give_back", "plan_confirm.take_back"),
    "plan_confirm.give_back": ("plan_confirm.give_back", "plan_confirm.take_back"),
    "report.held": ("report.held", "report.not_done", "report.moved"),
    "report.was_after_all": ("report.was_after_all",),
    "report_sent.submit": ("report_sent.submit", "report_draft.discard"),
    "report_sent.take_back": ("report_sent.take_back", "review.accept", "review.give_back"),
    "review.accept": ("review.accept", "review.give_back"),
    "review_question.send": ("review_question.send",),
    "report_reopen.ask": ("report_reopen.ask",),
    "report_reopen.give_back": ("report_reopen.give_back", "report_reopen.keep"),
    "correction.send": ("correction.send", "correction.drop"),
    "correction.withdraw": ("correction.withdraw",),
    "signing.sign": ("signing.sign", "signing_paper.enter"),
    "correction.give_back": ("signing.sign", "correction.give_back"),
    "conclusions_paper.give_back": ("signing.sign", "conclusions_paper.give_back"),
    "suspension.confirm": ("suspension.confirm", "suspension.drop"),
    "suspension.resume": ("suspension.resume",),
    "conclusions.begin": ("conclusions.begin",),
    "conclusions.send": ("conclusions.send",),
    "conclusions.take_back": ("conclusions.take_back",),
    "conclusions_known.tell": ("conclusions_known.tell",),
    "help_request.close": ("help_request.close", "help_request.pass_on"),
    "consultation.choose": ("consultation.choose",),
    "consultation.none_fits": ("consultation.none_fits",),
    "consultation.call_off": ("consultation.call_off",),
    "staff_handover.carry_out": ("staff_handover.carry_out", "staff_order.drop"),
}
"""Decisions about one thing, and those that shut each other out: of two made at once exactly one counts."""
