"""What a row of a plan and an event of the catalogue are asked alike: answers by code, one day or several."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped

from models.errors import Refusal


class EventRow:
    """The cells that are written one answer after another; whether they may be written its noun says first.

    `BLANK_ALLOWED`: codes of questions that may stay open; `NUMBERS`: codes whose answer is a number.
    """

    BLANK_ALLOWED: ClassVar[tuple[str, ...]]
    NUMBERS: ClassVar[tuple[str, ...]]

    competencies: Mapped[list[str]]
    blank: Mapped[list[str]]
    away: Mapped[bool | None]
    period: Mapped[bool]
    starts_on: Mapped[date | None]
    on_date: Mapped[date | None]

    def _write(self, code: str, answer: str | date) -> None:
        """Several codes joined by commas; "" where it may stay open. Refuses a period that ends before it begins."""
        if isinstance(answer, date):
            self._write_day(code, answer)
            return
        if code in self.BLANK_ALLOWED:
            self.blank = sorted({*self.blank, code} - ({code} if answer else set()))
        if code == "competencies":
            self.competencies = answer.split(",")
        elif code == "away":
            self.away = answer == "yes" if answer else None
        elif code in self.NUMBERS:
            setattr(self, code, int(answer) if answer else None)
        else:
            setattr(self, code, answer)

    def _write_day(self, code: str, day: date) -> None:
        if code == "starts":
            self.starts_on = day
            if self.on_date is not None and self.on_date < day:
                self.on_date = day
            return
        if self.starts_on is not None and day < self.starts_on:
            raise Refusal("plan-period-backwards", starts=self.starts_on)
        self.on_date = day

    def _span(self, period: bool, *, keep_last: bool) -> None:
        """One day, or a period whose days are asked anew; the last day may be kept meanwhile."""
        if period is self.period:
            return
        self.period, self.starts_on = period, None
        if not keep_last:
            self.on_date = None
