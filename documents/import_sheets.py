"""Workbooks of an import: what to mend beside the sender's own cells, personal codes, an example of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from documents import workbook


@dataclass(frozen=True)
class Wrong:
    """One fault: the row of the sender's table, the heading of the column, the cells of that row."""

    row: int
    column: str
    cells: Sequence[str]


def errors(headings: Sequence[str], wrong: Sequence[Wrong], *words: str) -> bytes:
    """The faulty rows; `words`: the two headings of ours, and one sentence for each fault."""
    number, mend, *reasons = words
    lines: dict[int, list[str]] = {}
    said: dict[int, list[str]] = {}
    marked = set()
    for one, reason in zip(wrong, reasons, strict=True):
        cells = [*one.cells, *[""] * (len(headings) - len(one.cells))][: len(headings)]
        lines.setdefault(one.row, cells)
        said.setdefault(one.row, []).append(f"{one.column}: {reason}")
        if one.column in headings:
            marked.add((list(lines).index(one.row), headings.index(one.column) + 1))
    rows = [[str(row), *cells, "\n".join(said[row])] for row, cells in lines.items()]
    return workbook.xlsx([number, *headings, mend], rows, wide={len(headings) + 1}, marked=marked)


def codes(lines: Sequence[Sequence[str]], *head: str) -> bytes:
    """Number, name, position, code and link of each."""
    return workbook.xlsx(head, lines, wide={1, 4})


def example(row: Sequence[str], *head: str) -> bytes:
    """The headings of a table and one row as it might be."""
    return workbook.xlsx(head, [row])
