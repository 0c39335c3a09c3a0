"""One cell of an imported sheet as the text that was meant, or the reason why it cannot be known."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from models.people import Role
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


class BadCell(Exception):
    """What is wrong with a cell, as the end of «row 5, role: ...»."""


def text(cell: Any, column: str) -> str:
    """What was meant: 12.0 is 12, spaces and invisible letters do not count. Raises BadCell."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        raise BadCell("holds true or false, a text is needed")
    if isinstance(cell, date | time | timedelta):
        raise BadCell(f"holds a date or a time ({cell}); give the column the format 'text' and type it again")
    words = _words(_number(cell) if isinstance(cell, int | float) else str(cell))
    if words in SPREADSHEET_ERRORS:
        raise BadCell(f"holds a formula that has failed ({words})")
    if column in IDS and _WHOLE_WITH_POINT.fullmatch(words):
        words = words.partition(".")[0]
    longest = LONGEST.get(column) or LONGEST_ABOUT.get(column, LONGEST_OTHER)
    if len(words) > longest:
        raise BadCell(f"has {len(words)} letters, {longest} are allowed")
    return words


def _number(cell: float) -> str:
    """A number as it was typed. Raises BadCell when the spreadsheet has lost some of its digits."""
    if abs(cell) > LARGEST_NUMBER:
        raise BadCell(
            "holds a number of more than 15 digits; give the column the format 'text' and type it again"
        )
    return str(int(cell)) if cell == int(cell) else str(cell)


def role(words: str) -> Role:
    """The office. Raises BadCell naming those there are."""
    try:
        return Role("_".join(words.casefold().replace("_", " ").replace("-", " ").split()))
    except ValueError:
        raise BadCell(f"'{words}' is not one of {', '.join(Role)}") from None


def zone(words: str) -> str:
    """The name of a time zone. Raises BadCell."""
    try:
        ZoneInfo(words)
    except (KeyError, ValueError, OSError):
        raise BadCell(f"'{words}' is no time zone; an example: Europe/Samara") from None
    return words


def about(cell: Any, column: str) -> str:
    """What a sheet says about a teacher, in the spelling of the information sheet. Raises BadCell without the value."""
    if column == "attestation_date":
        return _day(cell)
    if column == "courses" and isinstance(cell, str):
        return _courses(cell)
    words = text(cell, column)
    if column == "experience" and words:
        return _years(words)
    reader = {"email": as_email, "phone": as_phone}.get(column)
    if reader is None or not words:
        return words
    if not reader(words):
        raise BadCell("is no e-mail address" if column == "email" else "is no phone number of 10 digits")
    return reader(words)


def _day(cell: Any) -> str:
    """A date cell, or 12.05.2022, 2022-05-12."""
    if isinstance(cell, date):
        return f"{cell:%Y-%m-%d}"
    words = text(cell, "attestation_date")
    for form in DATES if words else ():
        try:
            return datetime.strptime(words, form).date().isoformat()  # noqa: DTZ007 (a day, not a moment)
        except ValueError:
            continue
    if words:
        raise BadCell("is no date; an example: 12.05.2022")
    return ""


def _years(words: str) -> str:
    years = as_years(words, date.min)  # "since 2004" depends on the day: a list says how many
    if years is None or years > MOST_YEARS:
        raise BadCell(f"is no number of whole years from 0 to {MOST_YEARS}")
    return str(years)


def _courses(cell: str) -> str:
    try:
        lines = written(read_courses(cell))
    except ValueError:
        raise BadCell(
            "is no list of courses; an example: Reading literacy, 36, 2025 | ICT, 72, 2024"
        ) from None
    if len(lines) > LONGEST_ABOUT["courses"]:
        raise BadCell(f"has {len(lines)} letters, {LONGEST_ABOUT['courses']} are allowed")
    return lines


def _words(letters: str) -> str:
    """Printable letters, one space between words: no line ends, no zero bytes, no invisible marks."""
    return " ".join("".join(one if one.isprintable() else " " * one.isspace() for one in letters).split())
