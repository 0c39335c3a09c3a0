"""The production calendar as data: holidays of the law, and the days off that each year's decree moves."""

from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from regulations.files import read_file
from regulations.rule import Data
from regulations.words import Words

DATA = Path(__file__).parent / "calendars" / "russia.toml"
_SATURDAY = 5


class Holiday(Data):
    """Days of one month with one name. `moves`: on a weekend it gives the next working day off."""

    month: int = Field(ge=1, le=12)
    days: tuple[int, ...] = Field(min_length=1)
    moves: bool = True
    title: Words


class Year(Data):
    """What the decree of a year says: weekdays off, weekend days worked; `source`: where it was read."""

    year: int = Field(ge=2000, le=2199)
    source: str = Field(min_length=1)
    off: tuple[date, ...] = ()
    working: tuple[date, ...] = ()

    @model_validator(mode="after")
    def _is_of_its_year(self) -> Self:
        for day in (*self.off, *self.working):
            if day.year != self.year:
                raise ValueError(f"{day} is no day of {self.year}")
        if any(day.weekday() >= _SATURDAY for day in self.off):
            raise ValueError("a day off that falls on a weekend needs no mention")
        if any(day.weekday() < _SATURDAY for day in self.working):
            raise ValueError("a working day that is no Saturday or Sunday needs no mention")
        return self


class ProductionCalendar(Data):
    """The calendar of a country."""

    holidays: tuple[Holiday, ...] = Field(min_length=1)
    years: tuple[Year, ...] = ()

    def named(self, year: int) -> dict[date, Holiday]:
        """The holidays of a year by their dates."""
        return {date(year, one.month, day): one for one in self.holidays for day in one.days}

    def off(self, year: int) -> frozenset[date]:
        """Weekdays of a year on which offices rest, beside the holidays."""
        known = next((one for one in self.years if one.year == year), None)
        return frozenset(known.off) if known else self._moved_by_law(year)

    def working(self, year: int) -> frozenset[date]:
        """Saturdays and Sundays of a year on which offices work."""
        return frozenset(day for one in self.years if one.year == year for day in one.working)

    def _moved_by_law(self, year: int) -> frozenset[date]:
        named = self.named(year)
        found: set[date] = set()
        for day, one in sorted(named.items()):
            if one.moves and day.weekday() >= _SATURDAY:
                while day.weekday() >= _SATURDAY or day in named or day in found:
                    day += timedelta(days=1)  # noqa: PLW2901
                found.add(day)
        return frozenset(found)


@cache
def load(path: Path = DATA) -> ProductionCalendar:
    """The calendar that the product ships. Raises RegulationError with file, key and reason."""
    return read_file(path, ProductionCalendar)


@lru_cache(64)
def named(year: int) -> dict[date, Holiday]:
    """The holidays of a year by their dates."""
    return load().named(year)


@lru_cache(64)
def exceptions(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """The weekdays off and the weekend days worked of a year."""
    return load().off(year), load().working(year)
