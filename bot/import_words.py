"""What is wrong with an imported file, and what it changed, in the words of the command line: English, and exact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from services.people_sheet import Fault

if TYPE_CHECKING:
    from bot.text import Sayable, Text

OPERATOR = "en"
WRITER = "ru"
"""Whoever wrote the table, and mends it."""


@cache
def words() -> Text:
    """The words of every language: read once, when something has to be said, and not before: it takes long."""
    from bot.text import Text

    return Text()


def _said(what: Sayable, language: str) -> str:
    from bot.text import Reader

    return words().plain(what, Reader(language))


def why(what: Sayable) -> str:
    """A reason: the end of «people.csv ...»."""
    return _said(what, OPERATOR)


def mend(what: Sayable) -> str:
    """A reason for whoever wrote the table."""
    return _said(what, WRITER)


def heading(column: str) -> str:
    """A heading of ours in a sheet of faults."""
    return mend(Fault(0, column, "import-head", {"column": column}))


def line(fault: Fault) -> str:
    """«row 5, role: ...»"""
    return f"row {fault.row}, {fault.column}: {why(fault)}"


def refusal(file: object, faults: Iterable[Fault]) -> str:
    """Every faulty row of a file that is not loaded."""
    lines = [f"  {line(fault)}" for fault in faults]
    return "\n".join([f"{file}: nothing is loaded; {len(lines)} faults:", *lines])


def report(head: str, counts: Mapping[str, int], counted: Iterable[tuple[str, str]], *, check: bool) -> str:
    """«people.csv: 3 people; changed:» and a line for each count; `counted`: their keys with their words."""
    lines = [f"  {counts[key]:>6} {words}" for key, words in counted if counts[key]]
    said = "this would change" if check else "changed"
    return "\n".join([f"{head}; {said}:", *lines] if lines else [f"{head}; nothing changes."])
