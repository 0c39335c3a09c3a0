"""The plan in words: the term, the count, the rows, what changed, and what the regulation says about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from handlers.callbacks import ActivityTap, PlanTap
from handlers.choices import listed
from handlers.views import Button, Say, button, say
from models.plan import Activity
from regulations.calendar import school_years
from regulations.duration import Term
from regulations.scales import CompetenceLevel, Reading
from regulations.words import Words
from services.plan import Plan
from services.plan_row import only_strong

IN_A_ROW = 5
CHANGES_SHOWN = 4
YEAR = 12
"""Months."""


def cited(clause: str) -> Say | str:
    """« (п. 3.1.2)», or nothing where a rule is ours."""
    return say("plan-clause", clause=clause) if clause else ""


def months(count: int) -> Say:
    """A number of calendar months as people say it, in the genitive: «6 месяцев», «2 лет»."""
    return say("plan-months", months=count)


def topic_lines(topic: str | None, title: Words | None = None) -> list[Say]:
    """The topic, where there is one, as the text calls it (X50)."""
    return [say("plan-topic", topic=topic, title=title or say("plan-topic.general"))] if topic else []


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
    if least and most and least % YEAR == most % YEAR == 0:
        return [say("plan-bounds-years", least=least // YEAR, most=most // YEAR, clause=cited(clause))]
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
    return count_line(found.planned, least.planned if least else 0, least.clause if least else "")


def when(days: Sequence[date | None]) -> Say | date:
    """A day, or «с … по …»."""
    known = [day for day in days if day is not None]
    if not known:
        return say("plan-blank")
    return known[0] if len(known) == 1 else say("plan-period", starts=known[0], ends=known[-1])


def row_lines(rows: Sequence[Mapping[str, Any]]) -> list[Say]:
    """The numbered list, a line for each: title and days; the rest stands on the row's card."""
    return [
        say(
            "plan-row",
            number=number,
            title=row["title"],
            when=when_of(row),
            outside=row["outside"],
            replaced=row["replaced"],
        )
        for number, row in enumerate(rows, 1)
    ]


def full_lines(rows: Sequence[Mapping[str, Any]]) -> list[Say]:
    """The numbered list for whoever judges the plan: with competencies, level and form."""
    return [say("plan-row-full", number=number, **in_words(row)) for number, row in enumerate(rows, 1)]


def number_buttons(rows: Sequence[Mapping[str, Any]]) -> list[list[Button]]:
    """«№ 1», «№ 2»: a row of the plan each, a few side by side."""
    found = [
        button("plan-open", ActivityTap(do="open", activity=row["id"], version=row["version"]), number=number)
        for number, row in enumerate(rows, 1)
    ]
    return [found[at : at + IN_A_ROW] for at in range(0, len(found), IN_A_ROW)]


def picture_row(route: int, version: int) -> list[Button]:
    """«Картинкой»: the route in time."""
    return [button("picture.ask", PlanTap(do="picture", route=route, version=version))]


def when_of(row: Mapping[str, Any]) -> Say | date:
    """The days of a row."""
    return when([row["starts"], row["on"]])


def in_words(row: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of a row as a screen says them: several as one line, an empty cell in words."""
    cells = {name: row[name] or say("plan-blank") for name in ("kind", "organiser", "level", "presenting")}
    return {
        **cells,
        "title": row["title"],
        "growth": row["growth"],
        "outside": row["outside"],
        "replaced": row.get("replaced", False),
        "when": when_of(row),
        "competencies": listed(row["competencies"]) if row["competencies"] else "none",
    }


def change_lines(changes: Sequence[Mapping[str, Any]]) -> list[Say]:
    """What is different, a line each: the row, before, after; the first few, and how many more."""
    lines = [_change(one) for one in changes[:CHANGES_SHOWN]]
    more = len(changes) - len(lines)
    return [*lines, say("plan-changes-more", count=more)] if more else lines


def _change(one: Mapping[str, Any]) -> Say:
    days = one["cell"] in ("when", "term")
    before, after = (_value(one[side], days) for side in ("before", "after"))
    return say(
        "plan-change", what=one["what"], title=one["title"], cell=one["cell"], before=before, after=after
    )


def _value(values: Sequence[Any], days: bool) -> Any:
    if days:
        return when(values)
    return listed(values) if values else say("plan-blank")


def row_remarks(found: Plan, row: Activity, readings: Mapping[str, Reading]) -> list[Say]:
    """A day outside the term (S-05.2), a competency that the diagnosis calls strong (X08): warnings."""
    days = [day for day in (row.starts_on, row.on_date) if day is not None]
    remarks = [outside(found)] if any(found.is_outside(day) for day in days) else []
    if only_strong(row, readings):
        name = found.regulation.thresholds.competence_name(CompetenceLevel.HIGH)
        remarks.append(say("plan-strong", level=name, clause=cited(found.regulation.activities.clause)))
    return remarks


def programme(missing: Sequence[Words | str], clause: str) -> Say:
    """What the programme of the centre still lacks, with the clause: a warning (X38)."""
    return say("programme-missing", fields=listed(missing), clause=cited(clause))


def programme_of(facts: Mapping[str, Any]) -> list[Say]:
    """The same of the facts of a letter or a paper; nothing where all of it is there, or nothing is asked."""
    return [programme(facts["programme"], facts["programme_clause"])] if facts.get("programme") else []


def outside(found: Plan) -> Say:
    """A day outside the term, with the clause."""
    clause = cited(found.regulation.duration.clause)
    return say("plan-outside", starts=found.route.starts_on, ends=found.route.ends_on, clause=clause)
