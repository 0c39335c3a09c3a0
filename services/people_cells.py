"""One cell of an imported sheet as the text that was meant, or the reason why it cannot be known."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from models.base import normalised
from models.errors import Refusal
from models.people import Role
from regulations import tables
from regulations.courses import read_courses, written
from regulations.personal import as_email, as_phone, as_years

LONGEST = {"external_id": 64, "full_name": 200, "position": 300, "organisation": 500}
LONGEST_OTHER = 200
ABOUT = (
    *("education", "experience", "category", "attestation_date", "courses", "degree", "title", "awards"),
    *("email", "phone"),
)
"""Columns for the information sheet of a teacher: what is known there needs only one tap."""
LONGEST_ABOUT = {"courses": 5000, "awards": 1000}
DATES = ("%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y")
MOST_YEARS = 70
LARGEST_NUMBER = 10**15  # beyond it a spreadsheet keeps only the first digits
IDS = ("external_id", "tutor")
SPREADSHEET_ERRORS = ("#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")
_WHOLE_WITH_POINT = re.compile(r"-?\d+\.0+")


class BadCell(Refusal):
    """What is wrong with a cell, as the end of «row 5, role: ...»: a key of locales/*/import.ftl with its facts."""


def text(cell: Any, column: str) -> str:
    """What was meant: 12.0 is 12, spaces and invisible letters do not count. Raises BadCell."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        raise BadCell("import-cell-boolean")
    if isinstance(cell, date | time | timedelta):
        raise BadCell("import-cell-date", cell=str(cell))
    words = _words(_number(cell) if isinstance(cell, int | float) else str(cell))
    if words in SPREADSHEET_ERRORS:
        raise BadCell("import-cell-formula", error=words)
    if column in IDS and _WHOLE_WITH_POINT.fullmatch(words):
        words = words.partition(".")[0]
    longest = LONGEST.get(column) or LONGEST_ABOUT.get(column, LONGEST_OTHER)
    if len(words) > longest:
        raise BadCell("import-cell-long", letters=len(words), most=longest)
    return words


def day(cell: Any, *also: str) -> date | None:
    """A cell with a day, as a date or typed; `also`: further forms of strptime. None: empty. Raises BadCell."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    words = text(cell, "date")
    for form in (*DATES, *also) if words else ():
        try:
            return datetime.strptime(words, form).date()  # noqa: DTZ007 (a day, not a moment)
        except ValueError:
            continue
    if words:
        raise BadCell("import-cell-day")
    return None


def _number(cell: float) -> str:
    """A number as it was typed. Raises BadCell when the spreadsheet has lost some of its digits."""
    if abs(cell) > LARGEST_NUMBER:
        raise BadCell("import-cell-digits")
    return str(int(cell)) if cell == int(cell) else str(cell)


def role(words: str) -> Role:
    """The office, by its code or as people call it. Raises BadCell naming those there are."""
    said = tables.load().role_words.get(normalised(words))
    try:
        return Role(said or "_".join(words.casefold().replace("_", " ").replace("-", " ").split()))
    except ValueError:
        raise BadCell("import-cell-role", word=words, known=", ".join(Role)) from None


def zone(words: str) -> str:
    """The name of a time zone. Raises BadCell."""
    try:
        ZoneInfo(words)
    except (KeyError, ValueError, OSError):
        raise BadCell("import-cell-zone", word=words) from None
    return words


def answer(cell: Any) -> str:
    """ "yes", "no", or "" for an empty cell. Raises BadCell."""
    words = str(cell) if isinstance(cell, bool) else text(cell, "discreet")
    said = tables.load().answer_words.get(normalised(words), "")
    if words and not said:
        raise BadCell("import-cell-yes-or-no", word=words)
    return said


def about(cell: Any, column: str) -> str:
    """What a sheet says about a teacher, in the spelling of the information sheet. Raises BadCell without the value."""
    if column == "attestation_date":
        found = day(cell)
        return found.isoformat() if found is not None else ""
    if column == "courses" and isinstance(cell, str):
        return _courses(cell)
    words = text(cell, column)
    if column == "experience" and words:
        return _years(words)
    reader = {"email": as_email, "phone": as_phone}.get(column)
    if reader is None or not words:
        return words
    if not reader(words):
        raise BadCell("import-cell-email" if column == "email" else "import-cell-phone")
    return reader(words)


def _years(words: str) -> str:
    years = as_years(words, date.min)  # "since 2004" depends on the day: a list says how many
    if years is None or years > MOST_YEARS:
        raise BadCell("import-cell-years", most=MOST_YEARS)
    return str(years)


def _courses(cell: str) -> str:
    try:
        lines = written(read_courses(cell))
    except ValueError:
        raise BadCell("import-cell-courses") from None
    if len(lines) > LONGEST_ABOUT["courses"]:
        raise BadCell("import-cell-long", letters=len(lines), most=LONGEST_ABOUT["courses"])
    return lines


def _words(letters: str) -> str:
    """Printable letters, one space between words: no line ends, no zero bytes, no invisible marks."""
    return " ".join("".join(one if one.isprintable() else " " * one.isspace() for one in letters).split())
