"""The plan in words: the term, the count, the rows, and what the regulation says about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from handlers.views import Say, say
from models.plan import Activity
from regulations.calendar import school_years
from regulations.scales import CompetenceLevel, Reading
from regulations.schema import Term
from regulations.words import Words
from services.plan import Plan


def cited(clause: str) -> Say | str:
    """« (п. 3.1.2)», or nothing where a rule is ours."""
    return say("plan-clause", clause=clause) if clause else ""


def months(count: int) -> Say:
    """A number of calendar months as people say it, in the genitive: «6 месяцев», «2 лет»."""
    return say("plan-months", months=count)


def term_lines(found: Plan) -> list[Say]:
    """The term with the school years it touches (X16), or what may be chosen (X14)."""
    starts, ends = found.route.starts_on, found.route.ends_on
    duration = found.regulation.duration
    if starts is None or ends is None:
        return bounds_lines(duration.min_months or 0, duration.max_months or 0, duration.clause)
    years = ", ".join(school_years(starts, ends))
    return [say("plan-term", starts=starts, ends=ends, years=years), *term_remarks(found)]


def bounds_lines(least: int, most: int, clause: str) -> list[Say]:
    """The allowed duration; 0 is no bound."""
    if least and most:
        return [say("plan-bounds", least=months(least), most=months(most), clause=cited(clause))]
    if most:
        return [say("plan-bounds-most", most=months(most), clause=cited(clause))]
    if least:
        return [say("plan-bounds-least", least=months(least), clause=cited(clause))]
    return [say("plan-no-bounds")]


def term_remarks(found: Plan) -> list[Say]:
    """A term outside the bounds, with the clause; a warning."""
    duration = found.regulation.duration
    bounds = (duration.min_months or 0, duration.max_months or 0)
    return judged(found.term.value if found.term else "", *bounds, duration.clause)


def judged(term: str, least: int, most: int, clause: str) -> list[Say]:
    """«Не менее 6 месяцев (п. 3.1.3)» and its neighbour."""
    if term == Term.TOO_SHORT:
        return [say("plan-too-short", months=months(least), clause=cited(clause))]
    if term == Term.TOO_LONG:
        return [say("plan-too-long", months=months(most), clause=cited(clause))]
    return []


def count_line(planned: int, least: int, clause: str) -> Say:
    """«Запланировано 3 из 5 (п. 3.1.2)»; 0 is no least."""
    if not least:
        return say("plan-count-only", planned=planned)
    return say("plan-count", planned=planned, least=least, clause=cited(clause))


def count_of(found: Plan) -> Say:
    """The live counter of a plan."""
    least = found.least
    return count_line(len(found.activities), least.planned if least else 0, least.clause if least else "")


def row_lines(rows: list[Mapping[str, Any]]) -> list[Say]:
    """The numbered list."""
    return [say("plan-row", number=number, **in_words(row)) for number, row in enumerate(rows, 1)]


def in_words(row: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of a row with its competencies as one line."""
    return {**row, "competencies": listed(row["competencies"])}


def listed(words: Sequence[Words | str]) -> Say | Words | str:
    """«Предметные, методические»."""
    first, *rest = words or ("",)
    return say("plan-listed", first=first, rest=listed(rest)) if rest else first


def row_remarks(found: Plan, row: Activity, readings: Mapping[str, Reading]) -> list[Say]:
    """A day outside the term (S-05.2), a competency that the diagnosis calls strong (X08): warnings."""
    remarks = []
    if row.on_date is not None and found.is_outside(row.on_date):
        remarks.append(outside(found))
    measured = [readings[code] for code in row.competencies if code in readings]
    if measured and all(one.competence is CompetenceLevel.HIGH for one in measured):
        name = found.regulation.thresholds.competence_name(CompetenceLevel.HIGH)
        remarks.append(say("plan-strong", level=name, clause=cited(found.regulation.activities.clause)))
    return remarks


def outside(found: Plan) -> Say:
    """A day outside the term, with the clause."""
    clause = cited(found.regulation.duration.clause)
    return say("plan-outside", starts=found.route.starts_on, ends=found.route.ends_on, clause=clause)
