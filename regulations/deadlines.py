"""When people are reminded, and the internal terms of the work around a route: ours, never law."""

from datetime import time

from pydantic import Field, field_validator

from regulations.ladder import Ladder
from regulations.rule import Rule


class Reminders(Rule):
    """Days before a deadline on which people are reminded (below zero: after it), at one local hour.

    `quiet_from`, `quiet_to`: local hours between which nobody is disturbed.
    """

    days: tuple[int, ...] = Field(min_length=1)
    at: time
    quiet_from: time
    quiet_to: time

    @field_validator("days")
    @classmethod
    def _falls(cls, days: tuple[int, ...]) -> tuple[int, ...]:
        if list(days) != sorted(set(days), reverse=True):
            raise ValueError("days must fall, without doubles")
        return days

    def ladder(self) -> Ladder:
        """What the sweep of reminders takes."""
        return Ladder(self.days, self.at, self.quiet_from, self.quiet_to)


class InternalTerms(Rule):
    """Internal deadlines in working days; never law, always printed as internal.

    `review_passed_on`: after so many more the methodist hears of a silent reviewer. `report_days`: calendar
    days after an activity.
    """

    report_days: int = Field(ge=1, le=60)
    review: int = Field(ge=1, le=60)
    review_passed_on: int = Field(ge=1, le=60)
    approval: int = Field(ge=1, le=60)
    help_answer: int = Field(ge=1, le=60)
