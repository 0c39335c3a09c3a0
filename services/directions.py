"""The directions of a route: what the text lists, or the competencies that its rows develop (S001 3.3, S002)."""

from __future__ import annotations

from collections.abc import Sequence

from models.plan import Activity
from regulations.rule import Named
from regulations.schema import Regulation


def of(regulation: Regulation) -> tuple[Named, ...]:
    """The directions of a text: its own list, or the competencies where rows fall into those."""
    rule = regulation.directions
    if rule is None:
        return ()
    return rule.items or tuple(regulation.competencies)


def of_row(regulation: Regulation, row: Activity) -> tuple[str, ...]:
    """The codes of the directions that a row of the plan belongs to."""
    rule = regulation.directions
    if rule is None:
        return ()
    if rule.by == "competency":
        return tuple(row.competencies)
    found = rule.of_kind(row.kind)
    return (found.code,) if found is not None else ()


def of_plan(regulation: Regulation, rows: Sequence[Activity]) -> list[Named]:
    """The directions in which something is planned, in the order of the text."""
    used = {code for row in rows for code in of_row(regulation, row)}
    return [one for one in of(regulation) if one.code in used]
