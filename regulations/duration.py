"""How long a route may last, in calendar months."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from regulations.months import add_months
from regulations.rule import Rule


class Term(StrEnum):
    """How the term of a route stands to the allowed duration."""

    FITS = "fits"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"


class Duration(Rule):
    """Bounds of a route in calendar months; without `strict` a breach is a warning with the clause."""

    min_months: int | None = Field(default=None, ge=1, le=120)
    max_months: int | None = Field(default=None, ge=1, le=120)
    strict: bool = False

    @model_validator(mode="after")
    def _is_a_span(self) -> Self:
        if self.min_months and self.max_months and self.min_months > self.max_months:
            raise ValueError("min_months is above max_months")
        return self

    def judge(self, start: date, end: date) -> Term:
        """Six months from 01.09 are kept by an end on 28.02 (both days inside) and by one on 01.03.

        An end before the start is too short.
        """
        if end < start or (self.min_months and add_months(start, self.min_months) - timedelta(days=1) > end):
            return Term.TOO_SHORT
        if self.max_months and end > add_months(start, self.max_months):
            return Term.TOO_LONG
        return Term.FITS
