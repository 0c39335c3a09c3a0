"""How a route is corrected and what it ends with: outcomes, the product, the yearly round."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from regulations.rule import Labelled, Named, Rule
from regulations.words import Words


def _is_a_day(text: str) -> str:
    day_in(2027, text)
    return text


def day_in(year: int, text: str) -> date:
    """«15.04» of a year. Raises ValueError for what is no day of every year."""
    day, month = text.split(".")
    return date(year, int(month), int(day))


DayOfYear = Annotated[str, Field(pattern=r"^\d\d\.\d\d$"), AfterValidator(_is_a_day)]
"""Day and month, «15.04»."""


Reapproval = Literal["never", "many", "always"]
"""Whether the chain that approves plans approves a correction, too (X25)."""


class TopicRule(Rule):
    """What the text calls the topic of a route («Методическая тема»); one field behind every name (X50)."""

    title: Words


class SelfEducation(Rule):
    """Which kinds of activities are self-education together with others, and which by oneself (S001 4.4)."""

    collective: tuple[str, ...] = Field(min_length=1)
    individual: tuple[str, ...] = Field(min_length=1)


class Correction(Rule):
    """When a route is corrected: on need, or at least `min_per_year` times; `by`: who carries it out.

    `reapproval`: whether the chain that approves the plan approves a correction, too (X25): `never`; `many`: when more
    than `reapproval_rows` rows have changed since the last approval, or a row lies past the term; `always`. A
    school may decide otherwise (services/house.py).
    `self_education`: forms of it that are set with each correction.
    """

    period: Literal["on_need", "yearly"]
    min_per_year: int = Field(default=0, ge=0, le=12)
    reapproval: Reapproval = "never"
    reapproval_rows: int = Field(default=0, ge=0, le=100)
    self_education: SelfEducation | None = None
    by: tuple[str, ...] = ()

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return self.by


class Conclusion(Rule):
    """The end of a route: who generalises, who shows the monitoring, the outcomes, the product due.

    `monitoring_by` is "" where the text wants no monitoring. `results`: what counts as the result of a route.
    `product`: what the teacher makes on the way (X43); `product_kinds`: what the text names as examples of it;
    `product_clause`: where it stands, if elsewhere; `product_strict`: nothing is signed without it.
    """

    summary_by: str
    monitoring_by: str = ""
    outcomes: tuple[Named, ...] = Field(min_length=1)
    results: tuple[Named, ...] = ()
    product: Literal["none", "one", "per_direction", "materials"] = "none"
    product_kinds: tuple[Named, ...] = ()
    product_clause: str = ""
    product_strict: bool = False

    @property
    def clause_of_product(self) -> str:
        """The clause that asks for a product."""
        return self.product_clause or self.clause

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return tuple(role for role in (self.summary_by, self.monitoring_by) if role)


class YearReport(Rule):
    """The report of every teacher on a school year: asked on one day, due by another, both «dd.mm»."""

    asked_on: DayOfYear
    due_on: DayOfYear


class Yearly(Rule):
    """The yearly round of a school (X19): topics and requests are collected, a report is given every year.

    `applications_from`, `applications_to`: day and month, «15.04»; `plan_by`: who makes the plan of the coming year
    from them; `report`: the yearly report of every teacher. What the plan holds: `organising` the choice of topics,
    `interim` results and where they are shown, `reporting` of the year, `results` of the work on a topic.
    """

    plan_by: str
    applications_from: DayOfYear
    applications_to: DayOfYear
    report: YearReport
    organising: tuple[Labelled, ...] = ()
    interim: tuple[Labelled, ...] = ()
    reporting: tuple[Labelled, ...] = ()
    results: tuple[Labelled, ...] = ()

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return (self.plan_by,)

    def campaign(self, today: date) -> tuple[date, date]:
        """First and last day on which the bot asks, in the calendar year of `today`."""
        return day_in(today.year, self.applications_from), day_in(today.year, self.applications_to)

    @property
    def sections(self) -> dict[str, tuple[Labelled, ...]]:
        """The parts of the plan of a year, with what may be planned in each."""
        return {
            "organising": self.organising,
            "interim": self.interim,
            "reporting": self.reporting,
            "results": self.results,
        }

    def planned(self, code: str) -> tuple[str, Labelled] | None:
        """The section and the thing behind a code of the plan."""
        return next(
            (
                (section, one)
                for section, offered in self.sections.items()
                for one in offered
                if one.code == code
            ),
            None,
        )


class Satisfaction(Rule):
    """What the teacher is asked about the route at its end: the sense of having got what was asked for."""

    questions: tuple[Named, ...] = Field(min_length=1)
