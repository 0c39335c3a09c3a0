"""What is wrong with an imported file, and what it changed, in the words of the command line: English, and exact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from bot.text import Reader, Sayable, Text
from services.people_sheet import Fault

OPERATOR = Reader("en")
WRITER = Reader("ru")
"""Whoever wrote the table, and mends it."""


@cache
def words() -> Text:
    """The words of every language: read once, when something has to be said."""
    return Text()


def why(what: Sayable) -> str:
    """A reason: the end of «people.csv ...»."""
    return words().plain(what, OPERATOR)


def mend(what: Sayable) -> str:
    """A reason for whoever wrote the table."""
    return words().plain(what, WRITER)


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
