"""What a sent file holds, whatever it is: sheets of rows, within bounds, or a clear reason why not."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

import python_calamine as calamine

from services import people_file, people_formulas
from services.people_file import PASSWORD_SIGN, WORKBOOK_SIGNS, Cell, FileRefused, SheetRow

MOST_ROWS = 100_000
MOST_COLUMNS = 200
MOST_UNPACKED = 400 * 1024 * 1024
"""Bytes of a workbook's parts when unpacked: beyond it is a trap, or no list of people."""
DELIMITERS = ";,\t"


@dataclass(frozen=True)
class RawSheet:
    """One sheet as it stands: rows that hold something, with their numbers."""

    name: str
    rows: tuple[SheetRow, ...]


def read(content: bytes) -> list[RawSheet]:
    """Every sheet of a CSV file or a workbook (.xlsx, .xls, .ods). Raises FileRefused with a reason."""
    if not content.strip():
        raise FileRefused("import-file-empty")
    sheets = _book(content) if content.startswith(WORKBOOK_SIGNS) else [_text(content)]
    if not any(sheet.rows for sheet in sheets):
        raise FileRefused("import-file-empty")
    return sheets


def _text(content: bytes) -> RawSheet:
    letters = people_file.decoded(content)
    lines = [line for line in letters.splitlines()[:50] if line.strip()]
    delimiter = max(DELIMITERS, key=lambda one: sum(line.count(one) for line in lines))
    try:
        records = list(csv.reader(io.StringIO(letters, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise FileRefused("import-file-csv") from error
    return RawSheet("", _rows(records))


def _book(content: bytes) -> list[RawSheet]:
    if PASSWORD_SIGN in content:
        raise FileRefused("import-file-password")
    _check_size(content)
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return [_sheet(content, book, index) for index in range(len(book.sheet_names))]
    except calamine.PasswordError as error:
        raise FileRefused("import-file-password") from error
    except calamine.CalamineError as error:
        raise FileRefused("import-file-workbook") from error


def _check_size(content: bytes) -> None:
    """Refuses what would fill the memory when it is unpacked (and what is no archive after all)."""
    if not content.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except people_formulas.UNREADABLE as error:
        raise FileRefused("import-file-workbook") from error
    if size > MOST_UNPACKED:
        raise FileRefused("import-file-bomb", most=MOST_UNPACKED // 1024 // 1024)


def _sheet(content: bytes, book: calamine.CalamineWorkbook, index: int) -> RawSheet:
    sheet = book.get_sheet_by_index(index)
    if sheet.total_height > MOST_ROWS:
        raise FileRefused("import-file-many", most=MOST_ROWS)
    records = [list(row[:MOST_COLUMNS]) for row in sheet.to_python(skip_empty_area=False)]
    _spread(records, sheet.merged_cell_ranges or [])
    for (row, column), error in people_formulas.failed(content, index).items():
        if row < len(records) and column < len(records[row]):
            records[row][column] = error
    return RawSheet(sheet.name, _rows(records))


def _spread(records: list[list[Cell]], merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """What stands once for several merged cells of a column belongs to each of their rows."""
    for (top, left), (bottom, right) in merged:
        if left != right:
            continue
        for row in range(top + 1, min(bottom + 1, len(records))):
            records[row][left] = records[top][left]


def _rows(records: Sequence[Sequence[Cell]]) -> tuple[SheetRow, ...]:
    rows = tuple(
        SheetRow(number, tuple(cells[:MOST_COLUMNS]))
        for number, cells in enumerate(records, 1)
        if any(cell is not None and str(cell).strip() for cell in cells)
    )
    if len(rows) > MOST_ROWS:
        raise FileRefused("import-file-many", most=MOST_ROWS)
    return rows
