"""Lines about the end of a route that several screens show."""

from __future__ import annotations

from datetime import date

from handlers import choices
from handlers.callbacks_conclusions import EndTap
from handlers.views import Say, say
from models.conclusions import Conclusions
from models.self_analysis import QUESTIONS
from services.conclusions import Ending
from services.conclusions_check import Checks


def checklist(found: Checks, one: Conclusions | None) -> list[Say]:
    """A line for each thing that the regulation wants at the end; what is missing is said, never hidden."""
    rule, event = found.rule, found.event
    sheet = "none" if not rule.monitoring_by else "there" if found.sheet is not None else "missing"
    lines = [
        _count(found, one.few if one else ""),
        say(
            "conclusions-check-event",
            held=event is not None,
            on=(event.on_date if event else None) or "",
            sheet=sheet,
        ),
        say("conclusions-check-final", stage=found.final.stage.value, clause=found.final.rule.clause),
    ]
    if found.asks_product():
        lines += _product(found, one)
    return [*lines, say("conclusions-check-self", answers=found.answers, total=len(QUESTIONS))]


def _product(found: Checks, one: Conclusions | None) -> list[Say]:
    """What was made; what is missing is a warning with its clause, by direction where there is to be one for each."""
    named, clause = one.product if one else "", found.rule.clause_of_product
    made = [each.title for each in found.products.handed] or ([named] if named else [])
    lines = [say("conclusions-check-product", product="; ".join(made))] if made else []
    if found.lacks_product(one):
        wanted = choices.listed([each.title for each in found.products.lacking])
        by = bool(made and found.products.lacking)
        lines.append(
            say("conclusions-check-no-product", by=by, directions=wanted if by else "", clause=clause)
        )
    return lines


def _count(found: Checks, reason: str) -> Say:
    least = found.least
    if least is None:
        return say("conclusions-check-reports", accepted=found.count)
    return count_line(found.count, least.accepted, least.clause, reason)


def count_line(accepted: int, least: int, clause: str, reason: str) -> Say:
    """How many are accepted; too few are a warning, with the reason or the word that it is still to be said (X42)."""
    facts = {"accepted": accepted, "least": least, "clause": clause, "reason": reason}
    return say("conclusions-check-activities", few=accepted < least, known=bool(reason), **facts)


def outcome_line(outcome: str, reason: str, number: int, until: date | None, *, past: bool) -> Say:
    """What it ends with; a prolongation with its new end, and that it goes past the longest term (X15)."""
    facts = {"number": number, "until": until or "", "past": past, "known": bool(reason), "reason": reason}
    return say("conclusions-outcome-line", outcome=outcome, **facts)


def outcome_lines(one: Conclusions | None) -> list[Say]:
    """The outcome, once it is chosen."""
    if one is None or not one.outcome:
        return []
    return [outcome_line(one.outcome, one.reason, one.prolongation, one.new_end, past=one.past)]


def tap_of(found: Ending, do: str, value: str = "") -> EndTap:
    """A tap about the end of a route, as drawn now."""
    return EndTap(do=do, route=found.route.id, version=found.version, value=value)
