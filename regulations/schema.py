"""One regulation in one edition: the frozen schema of a data file."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Literal, Self, TypeVar

from pydantic import Field, field_validator, model_validator

from regulations.activities import Activities, ActivityKind
from regulations.approval import Signing
from regulations.diagnosis import Diagnosis
from regulations.ladder import Ladder
from regulations.months import add_months
from regulations.papers import Document, LegalAct, Registry
from regulations.rule import CODE, Data, Named, Rule, check_codes, check_roles
from regulations.scales import Thresholds
from regulations.sheet import Sheet
from regulations.team import FinalEvent, RoleRule, Team
from regulations.words import Words

AnyNamed = TypeVar("AnyNamed", bound=Named)


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


class MinActivities(Rule):
    """How many activities a route needs: planned at submission, accepted at closing.

    Held and attended ones both count, a cancelled one does not, its replacement does.
    """

    planned: int = Field(ge=0, le=100)
    accepted: int = Field(ge=0, le=100)
    final_counts: bool = False


class Competency(Named):
    """A competency; `title` is the row of the form («Предметные»).

    `group`, `of_group`: «предметные компетенции», «предметных компетенций». Not `required`: a diagnosis may
    leave it out.
    """

    group: Words
    of_group: Words
    required: bool = True


class Correction(Rule):
    """When a route is corrected: on need, or at least `min_per_year` times."""

    period: Literal["on_need", "yearly"]
    min_per_year: int = Field(default=0, ge=0, le=12)


class Conclusion(Rule):
    """The end of a route: who generalises, who shows the monitoring, the outcomes, the product due."""

    summary_by: str
    monitoring_by: str
    outcomes: tuple[Named, ...] = Field(min_length=1)
    product: Literal["none", "one", "per_direction"] = "none"

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return (self.summary_by, self.monitoring_by)


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


class Regulation(Data):
    """One regulation, one edition. A route keeps the edition it began with.

    Every code that one rule names (a role, a level, a competency) is defined in another: ValueError
    otherwise.
    """

    id: str = Field(pattern=CODE)
    edition: int = Field(ge=1)
    title: Words
    short_title: Words
    aim: Rule
    legal_base: tuple[LegalAct, ...] = ()
    stages: tuple[Named, ...] = Field(min_length=1)
    sheet: Sheet | None = None
    duration: Duration
    min_activities: MinActivities | None = None
    competencies: tuple[Competency, ...] = Field(min_length=1)
    thresholds: Thresholds
    diagnosis: Diagnosis
    activities: Activities
    roles: tuple[RoleRule, ...] = Field(min_length=1)
    team: Team
    final_event: FinalEvent
    signing: Signing
    correction: Correction
    conclusion: Conclusion
    documents: tuple[Document, ...] = ()
    registry: Registry | None = None
    reminders: Reminders
    internal_terms: InternalTerms

    @model_validator(mode="after")
    def _refers_to_what_it_defines(self) -> Self:
        check_codes(self)
        check_roles(self, {role.code for role in self.roles})
        rule = self.activities
        _check_known("final_event.levels", self.final_event.levels, rule.levels)
        _check_known("activities.usual", rule.usual, rule.kinds)
        _check_known(
            "activities.organisers", (one.level for one in rule.organisers if one.level), rule.levels
        )
        _check_known("thresholds.cuts", (cut.competency for cut in self.thresholds.cuts), self.competencies)
        return self

    def competency(self, code: str) -> Competency:
        """The competency with this code; KeyError when the regulation has none."""
        return _find(self.competencies, code)

    def kind(self, code: str) -> ActivityKind:
        """The kind of activity with this code; KeyError when the regulation has none."""
        return _find(self.activities.kinds, code)

    def level(self, code: str) -> Named:
        """The level of an activity (federal ... organisation); KeyError when the regulation has none."""
        return _find(self.activities.levels, code)

    def form(self, code: str) -> Named:
        """The form of presenting a result; KeyError when the regulation has none."""
        return _find(self.activities.forms, code)

    def role(self, code: str) -> RoleRule:
        """The role with this code; KeyError when the regulation has none."""
        return _find(self.roles, code)


def _find(items: tuple[AnyNamed, ...], code: str) -> AnyNamed:
    for item in items:
        if item.code == code:
            return item
    raise KeyError(code)


def _check_known(place: str, codes: Iterable[str], items: tuple[Named, ...]) -> None:
    known = {item.code for item in items}
    for code in codes:
        if code not in known:
            raise ValueError(f"{place}: '{code}' is not defined in this regulation")
