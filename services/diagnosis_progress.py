"""Entry, reviews and final side by side: what the conclusions rest on (S000 3.1.4, X13)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from models.diagnosis import Phase
from models.plan import activities_of
from models.report import ReportState, reports_of
from models.review import count_reviews_of
from models.route import Route
from regulations import comparison
from regulations.comparison import Change
from regulations.diagnosis import SELF
from regulations.schema import Regulation
from services import diagnosis_sources
from services.diagnosis_sources import Source, Sources
from services.work import Work


@dataclass(frozen=True)
class Pair:
    """One form of diagnosis at the entry and at the end; one of the two may be missing, then nothing compares."""

    entry: Source | None
    final: Source | None
    changes: tuple[Change, ...]

    @property
    def code(self) -> str:
        """The form."""
        found = self.final or self.entry
        return found.form.code if found is not None else ""


@dataclass(frozen=True)
class Progress:
    """The comparison of a route: pairs by form, those with both sides first; between them counts, never a per cent.

    `accepted`: accepted reports by competency of their activities; `reports`, `reviews`: how many in all (X13).
    """

    route: Route
    regulation: Regulation
    pairs: list[Pair]
    accepted: Mapping[str, int]
    reports: int
    reviews: int

    @property
    def whole(self) -> list[Pair]:
        """The pairs that can be compared."""
        return [one for one in self.pairs if one.entry is not None and one.final is not None]


async def of_route(work: Work, route_id: int) -> Progress:
    """What has changed from the entry to the end, as far as the acting person may read. Refuses NotYours."""
    found = await diagnosis_sources.of_route(work, route_id)
    codes = {one.form.code for one in found.found if one.scores}
    forms = [one.code for one in found.regulation.diagnosis.forms if one.code in codes]
    pairs = [_pair(found, code) for code in sorted(forms, key=lambda code: code == SELF)]
    pairs.sort(key=lambda one: one.entry is None or one.final is None)
    activities = {one.id: one for one in await work.all(activities_of(route_id))}
    accepted = [one for one in await work.all(reports_of(route_id)) if one.state is ReportState.ACCEPTED]
    by_competency = Counter(
        code
        for one in accepted
        if one.activity_id in activities
        for code in activities[one.activity_id].competencies
    )
    reviews = await work.find(count_reviews_of(route_id)) or 0
    return Progress(found.route, found.framed, pairs, by_competency, len(accepted), reviews)


def _pair(found: Sources, code: str) -> Pair:
    entry, final = _newest(found, code, Phase.ENTRY), _newest(found, code, Phase.FINAL)
    order = tuple(one.code for one in found.framed.competencies)
    changes = comparison.compare(
        entry.scores if entry is not None else {}, final.scores if final is not None else {}, order
    )
    return Pair(entry, final, changes)


def _newest(found: Sources, code: str, phase: Phase) -> Source | None:
    alike = (one for one in found.found if (one.form.code, one.phase) == (code, phase))
    return next((one for one in alike if one.scores and one.framework == found.framework), None)
