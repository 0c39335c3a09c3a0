"""What the end of a route is looked at for, before it is closed: the regulation's points, each with its clause."""

from __future__ import annotations

from dataclasses import dataclass

from models.conclusions import Conclusions
from models.final_event import FinalEvent, FinalEventState, final_events_of
from models.final_event_check import MonitoringSheet, sheet_of
from models.plan import Activity, ActivityState, activities_of
from models.report import Report, ReportState, reports_of
from models.route import Route
from models.self_analysis import SelfAnalysis, self_analysis_of
from regulations.outcome import Conclusion
from regulations.schema import MinActivities, Regulation
from services import diagnosis_final, product
from services.diagnosis_final import FinalLook
from services.product import Products
from services.work import Work


@dataclass(frozen=True)
class Checks:
    """A route at its end: what there is, and what the regulation asks for. `due`: the final stage is here."""

    route: Route
    regulation: Regulation
    activities: list[Activity]
    accepted: list[Report]
    event: FinalEvent | None
    events: list[FinalEvent]
    final: FinalLook
    sheet: MonitoringSheet | None
    said: SelfAnalysis | None
    products: Products

    @property
    def rule(self) -> Conclusion:
        """What the text says of the end."""
        return self.regulation.conclusion

    @property
    def least(self) -> MinActivities | None:
        """How many accepted activities are asked for, where the text says so."""
        return self.regulation.min_activities

    @property
    def count(self) -> int:
        """Accepted ones; held and attended ones both count, the final event only where the text says so (X42)."""
        more = self.event is not None and self.least is not None and self.least.final_counts
        return len(self.accepted) + more

    @property
    def done(self) -> list[Activity]:
        """The activities whose reports are accepted, in the order of the plan."""
        ids = {one.activity_id for one in self.accepted}
        return [one for one in self.activities if one.id in ids]

    @property
    def is_few(self) -> bool:
        """Fewer than the regulation asks for: a warning, closing goes on with a reason."""
        return self.least is not None and self.count < self.least.accepted

    @property
    def due(self) -> bool:
        """Whether the route is in its final stage; before that it is opened by hand."""
        return self.final.due

    @property
    def answers(self) -> int:
        """How many questions of the self-analysis have an answer."""
        return len(self.said.answers) if self.said is not None else 0

    def asks_product(self) -> bool:
        """Whether the teacher is to have made something."""
        return self.rule.product != "none"

    def lacks_product(self, one: Conclusions | None) -> bool:
        """Whether one is missing and nobody has named it: a warning, unless the text is strict."""
        return self.products.missing and not (one is not None and one.product)

    def blocked_by_product(self, one: Conclusions | None) -> bool:
        """Whether nothing is signed without it."""
        return self.rule.product_strict and self.lacks_product(one)

    def facts(self, one: Conclusions | None) -> dict[str, object]:
        """For the paper that is signed: what stood in the checklist then."""
        return {
            "accepted": self.count,
            "planned": sum(row.state is not ActivityState.NOT_DONE for row in self.activities),
            "least": self.least.accepted if self.least else 0,
            "clause": self.least.clause if self.least else "",
            "event": self.event is not None,
            "final": self.final.stage.value,
            "sheet": self.sheet is not None,
            "product": one.product if one is not None else "",
            "products": [made.title for made in self.products.handed],
        }


async def of_route(work: Work, route: Route) -> Checks:
    """How the end of a route stands; the asker is known to see it."""
    events = await work.all(final_events_of(route.id))
    return Checks(
        route,
        work.rules.of(route),
        await work.all(activities_of(route.id)),
        [one for one in await work.all(reports_of(route.id)) if one.state is ReportState.ACCEPTED],
        next((one for one in events if one.state is FinalEventState.HELD), None),
        events,
        await diagnosis_final.of(work, route),
        await work.find(sheet_of(route.id)),
        await work.find(self_analysis_of(route.id)),
        await product.of_route(work, route),
    )
