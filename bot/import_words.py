"""What is wrong with an imported file, in the words of the command line: English, and exact."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from bot.text import Reader, Sayable, Text
from services.people_sheet import Fault

OPERATOR = Reader("en")


@cache
def words() -> Text:
    """The words of every language: read once, when something has to be said."""
    return Text()


def why(what: Sayable) -> str:
    """A reason: the end of «people.csv ...»."""
    return words().plain(what, OPERATOR)


def line(fault: Fault) -> str:
    """«row 5, role: ...»"""
    return f"row {fault.row}, {fault.column}: {why(fault)}"


def refusal(file: object, faults: Iterable[Fault]) -> str:
    """Every faulty row of a file that is not loaded."""
    lines = [f"  {line(fault)}" for fault in faults]
    return "\n".join([f"{file}: nothing is loaded; {len(lines)} faults:", *lines])
