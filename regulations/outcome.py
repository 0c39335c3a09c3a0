"""How a route is corrected and what it ends with: outcomes, the product, the yearly round."""

from typing import Literal

from pydantic import Field

from regulations.rule import Named, Rule


class Correction(Rule):
    """When a route is corrected: on need, or at least `min_per_year` times; `by`: who carries it out."""

    period: Literal["on_need", "yearly"]
    min_per_year: int = Field(default=0, ge=0, le=12)
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


class Yearly(Rule):
    """The yearly round of a school (X19): topics and requests are collected, a report is given every year.

    `applications_from`, `applications_to`: day and month, «15.04»; `plan_by`: who makes the plan of the coming year
    from them; `report`: the yearly report of every teacher; `interim`: where interim results are shown.
    """

    plan_by: str
    applications_from: str = Field(pattern=r"^\d\d\.\d\d$")
    applications_to: str = Field(pattern=r"^\d\d\.\d\d$")
    report: Rule
    interim: tuple[Named, ...] = ()

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return (self.plan_by,)


class Satisfaction(Rule):
    """What the teacher is asked about the route at its end: the sense of having got what was asked for."""

    questions: tuple[Named, ...] = Field(min_length=1)
