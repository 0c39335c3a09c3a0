"""What a look at a table, or its load, came to: counts, the first lines, whose codes; or every fault."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from regulations.tables import Column
from services.people_file import Cell, SheetRow
from services.people_sheet import Fault

MOST_FAULTS = 2_000
"""So many stand in the sheet of faults: whoever has more mends the first and sends the table again."""
UNCHANGED = (".same",)


@dataclass
class Outcome:
    """Of a table that can be loaded: `counts` by verb («people.new»), `first` lines in words, `people` with codes."""

    total: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    first: list[str] = field(default_factory=list)
    people: list[int] = field(default_factory=list)
    warnings: int = 0

    @property
    def changes(self) -> bool:
        """Would anything be different?"""
        return any(count and not what.endswith(UNCHANGED) for what, count in self.counts.items())

    def as_json(self) -> dict[str, Any]:
        """As a row keeps it."""
        counts = {
            what: count for what, count in self.counts.items() if count and not what.endswith(UNCHANGED)
        }
        return {
            "total": self.total,
            "counts": counts,
            "first": self.first,
            "people": self.people,
            "warnings": self.warnings,
        }


def of_faults(
    faults: Sequence[Fault],
    rows: Iterable[SheetRow],
    headings: Sequence[str],
    mapping: Mapping[str, str],
    known: Iterable[Column],
) -> dict[str, Any]:
    """Every fault beside the sender's own cells, under the sender's own heading, as a row keeps it."""
    shown = list(faults[:MOST_FAULTS])
    numbers = {one.row for one in shown}
    cells = {row.number: row.cells for row in rows if row.number in numbers}
    titles = {one.name: one.title.get("ru") for one in known}
    named = titles | {name: headings[int(at)] for at, name in mapping.items() if at.isdecimal() and name}
    return {
        "count": len(faults),
        "rows": len({one.row for one in faults}),
        "headings": list(headings),
        "faults": [{"fault": _kept(one, named), "cells": written(cells.get(one.row, ()))} for one in shown],
    }


def _kept(one: Fault, named: Mapping[str, str]) -> dict[str, Any]:
    facts = {name: value if isinstance(value, int) else str(value) for name, value in one.facts.items()}
    return {"row": one.row, "column": named.get(one.column, one.column), "key": one.key, "facts": facts}


def faults_of(outcome: Mapping[str, Any]) -> list[tuple[Fault, list[str]]]:
    """The faults that a row keeps, each with the cells of its row."""
    return [(Fault(**one["fault"]), one["cells"]) for one in outcome.get("faults", ())]


def written(cells: Iterable[Cell]) -> list[str]:
    """Cells as a person reads them."""
    return [_cell(cell) for cell in cells]


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return str(cell)
