"""What the rows written so far tell about the next one: the kinds and organisers that are offered first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from models.plan import Activity
from models.plan_rows import written_by
from models.route import Route
from services.work import Work


@dataclass(frozen=True)
class Habits:
    """What a person's and a route's rows have used so far: kinds, the most frequent first; organisers, as named.

    `organisers` are own words in the order in which they were first used, so that their numbers last.
    """

    kinds: tuple[str, ...]
    organisers: tuple[str, ...]


async def habits(work: Work, route: Route) -> Habits:
    """What is offered first to the acting person."""
    rows: list[Activity] = await work.all(written_by(work.person.id, route.id))
    kinds = Counter(one.kind for one in rows if one.kind)
    known = {one.code for one in work.rules.of(route).activities.organisers}
    organisers = dict.fromkeys(one.organiser for one in rows if one.organiser and one.organiser not in known)
    return Habits(tuple(code for code, _ in kinds.most_common()), tuple(organisers))
