"""Rows of an import as an operator types them, in short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import pytest

from bot import import_words
from services.people_file import FileRefused, Sheet, text
from services.people_sheet import Roster, RowsRefused, checked

COLUMNS = (
    *("external_id", "full_name", "role", "position", "organisation", "municipality", "region", "timezone"),
    *("regulation", "tutor"),
)
KNOWN = ("udmurtia", "bashkortostan")
TEACHER = {
    "external_id": "17",
    "full_name": "Иванова Галина Петровна",
    "role": "teacher",
    "position": "учитель географии",
    "organisation": "школа № 3",
    "municipality": "Увинский район",
    "region": "Удмуртская Республика",
    "timezone": "Europe/Samara",
    "regulation": "udmurtia",
    "tutor": "",
}


def row(**changed: str) -> dict[str, str]:
    """A teacher, but for what is changed."""
    return TEACHER | changed


def tutor(**changed: str) -> dict[str, str]:
    """A tutor of the same school."""
    return row(**{"external_id": "8", "full_name": "Быкова Татьяна Сергеевна", "role": "tutor"} | changed)


def csv(*rows: dict[str, str], columns: Sequence[str] = COLUMNS, delimiter: str = ";") -> str:
    """A CSV file of these rows; every cell in quotes."""
    lines = [columns, *([one.get(column, "") for column in columns] for one in rows)]
    return "".join(delimiter.join(_quoted(line)) + "\r\n" for line in lines)


def _quoted(line: Iterable[str]) -> list[str]:
    return ['"' + cell.replace('"', '""') + '"' for cell in line]


def sheet(*rows: dict[str, str], columns: Sequence[str] = COLUMNS) -> Sheet:
    """The same, read."""
    return text(csv(*rows, columns=columns).encode())


def roster(*rows: dict[str, str], columns: Sequence[str] = COLUMNS) -> Roster:
    """The same, checked in an empty database."""
    return checked(sheet(*rows, columns=columns), KNOWN, {})


def faults(*rows: dict[str, str]) -> list[str]:
    """What is said against these rows."""
    try:
        roster(*rows)
    except RowsRefused as refused:
        return [import_words.line(fault) for fault in refused.faults]
    return []


@contextmanager
def refuses(said: str) -> Iterator[None]:
    """A file that is refused as a whole, in words that match."""
    with pytest.raises(FileRefused) as refused:
        yield
    assert re.search(said, import_words.why(refused.value)), import_words.why(refused.value)
