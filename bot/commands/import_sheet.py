"""The sheet of a file of the command line: by its column names, or by what people write above the columns."""

from __future__ import annotations

from pathlib import Path

from services import import_columns, import_tables, people_file
from services.import_columns import Table
from services.people_file import FileRefused, Sheet
from services.rules import Rules

NOT_BY_NAME = ("import-file-no-header", "import-file-no-sheet")


def read(path: Path, kind: str, column: str, rules: Rules) -> tuple[Sheet, Table]:
    """The sheet with the names of its columns, and the table as it was written. Raises FileRefused.

    `column`: the one that a table of this kind is known by.
    """
    try:
        sheet = people_file.read(path, column)
    except FileRefused as refused:
        if refused.key not in NOT_BY_NAME:
            raise
        table = import_columns.find(rules, import_tables.read(people_file.content_of(path)), kind)
        if not table.kind:
            raise
        return import_columns.whole(rules, kind, table), table
    return sheet, Table(kind, sheet.header, sheet.rows)
