"""Rows of a table by the names of its columns, with every fault in them: what all kinds of tables share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from models.base import normalised
from services import people_cells
from services.people_cells import BadCell
from services.people_file import Cell, FileRefused, Sheet
from services.people_sheet import Fault, fault

SHORT = "%d.%m.%y"
Value = TypeVar("Value")


@dataclass
class Row:
    """One row being read: its cells by column; faults go to the list that all rows share."""

    number: int
    cells: Mapping[str, Cell]
    faults: list[Fault]

    def text(self, column: str, *, needed: bool = False) -> str:
        """What was typed; a fault where it cannot be known, or is needed and empty."""
        return self.read(column, lambda cell: people_cells.text(cell, column), "", needed=needed)

    def day(self, column: str) -> date | None:
        """A day that must be there."""
        return self.read(column, lambda cell: people_cells.day(cell, SHORT), None, needed=True)

    def one_of(self, column: str, known: Mapping[str, str], *, needed: bool = False) -> str:
        """A code behind one of the known words."""

        def meant(cell: Cell) -> str:
            words = people_cells.text(cell, column)
            if words and normalised(words) not in known:
                raise BadCell("import-cell-one-of", word=words, known=", ".join(known))
            return known[normalised(words)] if words else ""

        return self.read(column, meant, "", needed=needed)

    def read(self, column: str, meant: Callable[[Cell], Value], none: Value, *, needed: bool) -> Value:
        """A cell through its reader; what it refuses is a fault of this row."""
        try:
            found = meant(self.cells.get(column))
        except BadCell as bad:
            self.faults.append(Fault(self.number, column, bad.key, bad.facts))
            return none
        if needed and found in (None, ""):
            self.faults.append(fault(self.number, column, "import-cell-empty"))
        return found


def rows_of(sheet: Sheet, faults: list[Fault]) -> list[Row]:
    """Every row by its columns. Raises FileRefused without any."""
    names = [str(cell or "") for cell in sheet.header.cells]
    found = [Row(row.number, _named(names, row.cells), faults) for row in sheet.rows]
    if not found:
        raise FileRefused("import-file-no-rows", what="rows")
    return found


def _named(names: Sequence[str], cells: Sequence[Cell]) -> dict[str, Cell]:
    return {name: cells[at] if at < len(cells) else None for at, name in enumerate(names) if name}
