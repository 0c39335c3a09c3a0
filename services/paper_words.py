"""How papers write dates, per cents, names and signatures; the papers are Russian, whoever asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from babel.dates import format_date
from pytrovich.detector import PetrovichGenderDetector
from pytrovich.enums import Case, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from documents import typeset
from models.people import Person
from regulations.rule import Named
from regulations.scales import percent
from regulations.words import Words
from services.plan import title_of

LANGUAGE = "ru"
_NAME_PARTS = (NamePart.LASTNAME, NamePart.FIRSTNAME, NamePart.MIDDLENAME)

_YEARS = {1: "years_one", 2: "years_few", 3: "years_few", 4: "years_few"}


def phrase(name: str, /, **facts: Any) -> str:
    """One of the papers' own words."""
    said: str = typeset.words("paper", LANGUAGE)[name]
    return said.format(**facts)


def name_of(kind: str) -> str:
    """What people call a paper of this kind: the beginning of its file's name."""
    said: str = typeset.words("paper", LANGUAGE)["names"][kind]
    return said


def read(text: Words | str) -> str:
    """A title of the regulation, or somebody's own words."""
    return text.get(LANGUAGE) if isinstance(text, Words) else text


def titled(offered: tuple[Named, ...], stored: str) -> str:
    """The title behind a stored code."""
    return read(title_of(offered, stored))


def long_day(day: date | None) -> str:
    """«14» сентября 2026 г.; the blank of the form without a day."""
    if day is None:
        return phrase("date_blank")
    month = format_date(day, "MMMM", LANGUAGE)
    return phrase("date", day=f"{day:%d}", month=month, year=day.year)


def short_days(first: date | None, last: date | None) -> str:
    """01.10.2026, or 01.10.2026–05.10.2026; nothing without a day."""
    days = [f"{day:%d.%m.%Y}" for day in (first, last) if day is not None]
    return phrase("span", first=days[0], last=days[-1]) if len(days) > 1 else "".join(days)


def per_cent(score: int) -> str:
    """«71,4 %», and «54 %» without a zero; of a score in tenths."""
    number = f"{percent(score):f}".removesuffix(".0").replace(".", phrase("comma"))
    return phrase("per_cent", number=number)


def of_maximum(points: int, maximum: int) -> str:
    """«17 из 20», «8,5 из 10»; both in tenths of a point."""
    return phrase("points", points=_tenths(points), maximum=_tenths(maximum))


def _tenths(number: int) -> str:
    whole, tenth = divmod(number, 10)
    return f"{whole}{phrase('comma')}{tenth}" if tenth else str(whole)


def name_to_sign(person: Person | None) -> str:
    """«Иванова Г. П.», or the blank to write it."""
    return person.surname_initials if person is not None else phrase("blank_name")


def in_case(full_name: str, case: Case) -> str:
    """A Russian name of three parts in a case («Иванову Галину Петровну»); "" where it cannot be told for certain."""
    parts = full_name.split()
    if len(parts) != len(_NAME_PARTS):
        return ""
    gender = PetrovichGenderDetector().detect(  # type: ignore[no-untyped-call]
        middlename=parts[2]
    )
    if gender.str() not in ("male", "female"):
        return ""
    maker = PetrovichDeclinationMaker()
    named = zip(_NAME_PARTS, parts, strict=True)
    return " ".join(maker.make(part, gender, case, one) for part, one in named)


def listed(lines: Sequence[str]) -> str:
    """Several things in one cell, a line each."""
    return "\n".join(line for line in lines if line)


def years(number: int) -> str:
    """«21 год», «3 года», «11 лет»."""
    if 11 <= number % 100 <= 14:
        return phrase("years_many", n=number)
    return phrase(
        {1: "years_one", 2: "years_few", 3: "years_few", 4: "years_few"}.get(number % 10, "years_many"),
        n=number,
    )
