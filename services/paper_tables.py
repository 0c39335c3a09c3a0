"""The tables of papers: what a column of the regulation holds, for each thing that stands in a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from documents.paper_model import Column, Row
from models.correction import Correction
from models.final_event import FinalEvent, FinalEventState
from models.paper_slot import PaperSlot, SlotState
from models.plan import Activity, ActivityState
from models.report import ReportState
from regulations import papers
from regulations.scales import CompetenceLevel, read_score
from regulations.schema import Competency
from services import directions
from services.paper_facts import Facts
from services.paper_measured import Measured
from services.paper_words import listed, of_maximum, per_cent, phrase, read, short_days, titled
from services.plan import titles_of

WEIGHTS = {
    "number": 3,
    "title": 12,
    "result": 10,
    "difficulties": 12,
    "competency": 11,
    "review": 10,
    "accounting": 10,
    "when": 8,
    "low": 6,
    "medium": 6,
    "high": 6,
    "overall": 6,
}
USUAL_WEIGHT = 10
EMPTY_ROWS = 3
"""How many empty rows a form has for a table that nothing stands in."""


def cells_of(part: papers.Part) -> tuple[str, ...]:
    """What each column holds, as the regulation says; a table to be filled in by hand where it does not."""
    return tuple(one.partition(".")[2] for one in part.cells) or ("blank",) * len(part.columns)


def columns_of(part: papers.Part) -> tuple[Column, ...]:
    """The columns with their titles; «Уровень (%): низкий» and its neighbours stand under «Уровень (%)»."""
    titles = [read(one) for one in part.columns]
    sizes = {group: len(list(some)) for group, some in groupby(titles, _group) if group}
    found = []
    for title, cell in zip(titles, cells_of(part), strict=True):
        group, weight = _group(title), WEIGHTS.get(cell, USUAL_WEIGHT)
        if sizes.get(group, 0) > 1:
            found.append(Column(title.partition(": ")[2], group, weight))
        else:
            found.append(Column(title, "", weight))
    return tuple(found)


def _group(title: str) -> str:
    group, colon, _ = title.partition(": ")
    return group if colon else ""


def diagnosis_rows(part: papers.Part, facts: Facts, found: Measured | None) -> tuple[Row, ...]:
    """A row for each competency; a per cent stands in the column of its level and in «общий» (X07).

    Behind it the points, where the form asks for them («в %, в баллах») and they are known.
    """
    return tuple(
        tuple(_of_competency(part, facts, found, one, cell) for cell in cells_of(part))
        for one in facts.regulation.competencies
    )


def _of_competency(
    part: papers.Part, facts: Facts, found: Measured | None, one: Competency, cell: str
) -> str:
    code = one.code
    if cell == "competency":
        return read(one.title)
    if cell == "difficulties":
        return listed(found.difficulties.get(code, ())) if found is not None else ""
    score = found.scores.get(code) if found is not None else None
    if found is None or score is None:
        return ""
    level = found.levels.get(code) or read_score(score, facts.regulation.thresholds, code).competence
    if cell != "overall" and CompetenceLevel(cell) is not level:
        return phrase("other_level")
    points = found.points.get(code) if part.points else None
    return listed([per_cent(score), of_maximum(*points) if points is not None else ""])


def activity_rows(part: papers.Part, facts: Facts) -> tuple[Row, ...]:
    """A row for each activity that stands in the plan; the empty form without any."""
    cells = cells_of(part)
    rows = tuple(
        tuple(_ROW[cell](facts, row) if cell != "number" else str(number) for cell in cells)
        for number, row in enumerate(facts.rows, 1)
    )
    return rows or _empty(cells)


def event_rows(part: papers.Part, facts: Facts) -> tuple[Row, ...]:
    """A row for each final event (several may be planned, S000 4.5); one empty row without any."""
    cells = cells_of(part)
    rows = tuple(
        tuple(_EVENT[cell](facts, one) if cell != "number" else str(number) for cell in cells)
        for number, one in enumerate(facts.events, 1)
    )
    return rows or _empty(cells)[:1]


def _empty(cells: Sequence[str]) -> tuple[Row, ...]:
    return (("",) * len(cells),) * EMPTY_ROWS


def mark_of(facts: Facts, row: Activity) -> str:
    """«выполнено», or why not; nothing while it is open (S000 4.4)."""
    if row.state is ActivityState.NOT_DONE:
        return phrase("not_done", reason=row.reason)
    report = facts.reports.get(row.id)
    accepted = report is not None and report.state is ReportState.ACCEPTED
    return phrase("done") if accepted else ""


def _title(facts: Facts, row: Activity) -> str:
    """The name; of an interim report event that it is one, and where it is held."""
    return phrase("interim", title=row.title, where=row.place) if row.interim else row.title


def _result(facts: Facts, row: Activity) -> str:
    report = facts.reports.get(row.id)
    sent = report is not None and report.state in (ReportState.SUBMITTED, ReportState.ACCEPTED)
    return report.text if report is not None and sent else ""


def _review(facts: Facts, row: Activity) -> str:
    """The newest short review of the report (S000 4.9)."""
    for one in facts.reviews:
        if one.report.activity_id == row.id:
            said = [one.strong or "", one.advice or "", one.words]
            return listed([*said, phrase("reviews", by=one.author.surname_initials)])
    return ""


def _direction(facts: Facts, row: Activity) -> str:
    """The direction under which the regulation has this kind of activity; else what the row develops."""
    directions = facts.regulation.directions
    fitting = [one for one in directions.items if row.kind in one.kinds] if directions is not None else []
    return read(fitting[0].title) if fitting else _competencies(facts, row)


def _competencies(facts: Facts, row: Activity) -> str:
    return ", ".join(map(read, titles_of(facts.regulation.competencies, row.competencies)))


def _spread(facts: Facts, row: Activity) -> str:
    report = facts.reports.get(row.id)
    return phrase("shared") if report is not None and report.shared else ""


def _expected(facts: Facts, row: Activity) -> str:
    """What the teacher expects in the directions of the row (S002, point 4)."""
    said = [facts.expected.get(code, "") for code in directions.of_row(facts.regulation, row)]
    return listed([one for one in said if one])


def _level(facts: Facts, code: str) -> str:
    return titled(facts.regulation.activities.levels, code)


def _presenting(facts: Facts, row: Activity) -> str:
    return titled(facts.regulation.activities.forms, row.presenting)


_ROW: Mapping[str, Callable[[Facts, Activity], str]] = {
    "title": _title,
    "competencies": _competencies,
    "level": lambda facts, row: _level(facts, row.level),
    "organiser": lambda facts, row: titled(facts.regulation.activities.organisers, row.organiser),
    "when": lambda facts, row: short_days(row.starts_on, row.on_date),
    "presenting": _presenting,
    "mark": mark_of,
    "result": _result,
    "review": _review,
    "direction": _direction,
    "spread": _spread,
    "accounting": lambda facts, row: listed([_presenting(facts, row), mark_of(facts, row)]),
    "expected": _expected,
    "blank": lambda facts, row: "",
}


def correction_rows(part: papers.Part, facts: Facts) -> tuple[Row, ...]:
    """A row for each correction; the empty form without any (X34)."""
    cells = cells_of(part)
    rows = tuple(
        tuple(_correction(facts, one, slots)[cell] for cell in cells) for one, slots in facts.corrections
    )
    return rows or _empty(cells)


def _correction(facts: Facts, one: Correction, slots: Sequence[PaperSlot]) -> Mapping[str, str]:
    school, instead = facts.route.organisation, one.instead
    return {
        "number": str(one.number),
        "day": f"{school.today(one.closed_at or one.created_at):%d.%m.%Y}",
        "reason": phrase("revision") if one.unchanged else one.reason,
        "old": phrase("unchanged") if one.unchanged else one.title,
        "instead": listed([instead.title, short_days(instead.starts_on, instead.on_date)]) if instead else "",
        "signatures": listed([slot.surname_initials for slot in slots if slot.state is SlotState.SIGNED]),
        "blank": "",
    }


def _event_mark(facts: Facts, event: FinalEvent) -> str:
    if event.state is FinalEventState.NOT_HELD:
        return phrase("not_held", reason=event.reason)
    return phrase("held") if event.state is FinalEventState.HELD else ""


_EVENT: Mapping[str, Callable[[Facts, FinalEvent], str]] = {
    "title": lambda facts, event: event.title,
    "form": lambda facts, event: titled(facts.regulation.final_event.forms, event.form),
    "level": lambda facts, event: _level(facts, event.level),
    "when": lambda facts, event: short_days(None, event.on_date),
    "mark": _event_mark,
    "result": lambda facts, event: event.said,
    "blank": lambda facts, event: "",
}
