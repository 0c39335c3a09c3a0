"""A table out of a file, known by one column: CSV (UTF-8, or Windows-1251 as Russian Excel writes it) or a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import python_calamine as calamine

from models.errors import Refusal
from services import people_formulas

LARGEST_FILE = 50 * 1024 * 1024
ROWS_ABOVE_HEADER = 20
PEOPLE = "external_id"
"""The column that a table of people is known by."""
DELIMITERS = ";,\t"
WORKBOOK_SIGNS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
PASSWORD_SIGN = "EncryptedPackage".encode("utf-16-le")

Cell = Any  # what a sheet can hold: text, number, bool, date, time, duration


class FileRefused(Refusal):
    """The file is no such table: a key of locales/*/import.ftl, the end of «people.csv ...»."""


@dataclass(frozen=True)
class SheetRow:
    """A row that holds something; `number` as a spreadsheet shows it, the first is 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Sheet:
    """The header, the rows below it, and how its writer likes CSV files."""

    header: SheetRow
    rows: tuple[SheetRow, ...]
    dialect: Dialect


@dataclass(frozen=True)
class Dialect:
    """How a reader of CSV files likes them: Russian Excel wants semicolons and a byte order mark."""

    delimiter: str = ";"
    mark: bool = True


def read(path: Path, column: str = PEOPLE) -> Sheet:
    """The sheet of a file that has this column. Raises FileRefused."""
    content = content_of(path)
    return workbook(content, column) if content.startswith(WORKBOOK_SIGNS) else text(content, column)


def content_of(path: Path) -> bytes:
    """The bytes of a file that is not empty and not too large. Raises FileRefused."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise FileRefused("import-file-large", most=LARGEST_FILE // 1024 // 1024)
        content = path.read_bytes()
    except OSError as error:
        raise FileRefused("import-file-unreadable", error=str(error.strerror)) from error
    if not content.strip():
        raise FileRefused("import-file-empty")
    return content


def text(content: bytes, column: str = PEOPLE) -> Sheet:
    """A CSV file with ; or , or tabs. Raises FileRefused."""
    letters, mark = _decoded(content)
    delimiter = _delimiter(letters, column)
    try:
        records = list(csv.reader(io.StringIO(letters, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise FileRefused("import-file-csv") from error
    sheet = _sheet(records, Dialect("," if delimiter == "," else ";", mark), column)
    if sheet is None:
        raise FileRefused("import-file-no-header", column=column)
    return sheet


def workbook(content: bytes, column: str = PEOPLE) -> Sheet:
    """The first sheet of an .xlsx (or .xls, .ods) that has this column. Raises FileRefused."""
    if PASSWORD_SIGN in content:
        raise FileRefused("import-file-password")
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            names = book.sheet_names
            for index in range(len(names)):
                records = book.get_sheet_by_index(index).to_python(skip_empty_area=False)
                sheet = _sheet(records, Dialect(), column)
                if sheet is not None:
                    return _with_failures(sheet, people_formulas.failed(content, index))
    except calamine.CalamineError as error:
        raise FileRefused("import-file-workbook") from error
    raise FileRefused("import-file-no-sheet", column=column, sheets=", ".join(names) or "none")


def _sheet(records: Sequence[Sequence[Cell]], dialect: Dialect, column: str) -> Sheet | None:
    """Rows with their numbers; titles above the column names are passed over. None without column names."""
    rows = [
        SheetRow(number, tuple(cells)) for number, cells in enumerate(records, 1) if any(map(_filled, cells))
    ]
    for index, row in enumerate(rows[:ROWS_ABOVE_HEADER]):
        if column_key(column) in map(column_key, row.cells):
            return Sheet(row, tuple(rows[index + 1 :]), dialect)
    return None


def _with_failures(sheet: Sheet, failures: Mapping[tuple[int, int], str]) -> Sheet:
    """The sheet with the errors of failed formulas in their cells."""
    rows = {one.number - 1: list(one.cells) for one in sheet.rows}
    for (row, column), error in failures.items():
        if row in rows and column < len(rows[row]):
            rows[row][column] = error
    return replace(sheet, rows=tuple(SheetRow(row + 1, tuple(cells)) for row, cells in rows.items()))


def column_key(cell: Cell) -> str:
    """A column's name as it is compared: without case, spaces, _ and -."""
    return "".join(letter for letter in str(cell).casefold() if letter.isalnum())


def _filled(cell: Cell) -> bool:
    return cell is not None and str(cell).strip() != ""


def _decoded(content: bytes) -> tuple[str, bool]:
    """The letters, and whether a byte order mark stood before them. Raises FileRefused for no text."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace"), True
    if b"\x00" in content:
        raise FileRefused("import-file-no-table")
    mark = content.startswith(b"\xef\xbb\xbf")
    try:
        return content.decode("utf-8-sig"), mark
    except UnicodeDecodeError:
        return content.decode("cp1251", errors="replace"), mark


def decoded(content: bytes) -> str:
    """The letters of a text file, in whatever way it is written. Raises FileRefused for no text."""
    return _decoded(content)[0]


def _delimiter(letters: str, column: str) -> str:
    """The one that parts the column names."""
    sign = column_key(column)
    header = next((line for line in letters.splitlines() if sign in column_key(line)), letters)
    return max(DELIMITERS, key=header.count)
