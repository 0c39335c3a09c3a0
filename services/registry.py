"""The registry of routes of a centre or a school, in pages: what an office may see of each (S000 4.12, X15)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from models import registry_search as search
from models.conclusions import PROLONGED
from models.people import Person
from models.purpose import Purpose
from models.route import RouteState
from regulations.schema import Regulation
from services import consents, staff
from services.work import Work

LANGUAGE = "ru"
AT_ONCE = 1_000
"""Routes of a page: memory stays flat however many there are."""


class Mark(StrEnum):
    """What catches the eye: the term is over, a word is awaited, it stands still, it is over, nothing."""

    OVERDUE = "overdue"
    AWAITING = "awaiting"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    NONE = ""


@dataclass(frozen=True)
class Scope:
    """Whose routes: of these schools, of these regions."""

    schools: frozenset[int]
    regions: frozenset[str]


@dataclass(frozen=True)
class Count:
    """How many routes there are in a scope, by how far they are."""

    total: int
    active: int
    closed: int


class Line(NamedTuple):
    """One route of the registry; `number`: «2027-0012», "" before its end; dates are local days of its school.

    `outcome`: of the newest signed conclusions, or as it was on paper; `known`: of the same conclusions; `past`:
    prolonged beyond the longest term (X15).
    """

    number: str
    teacher: str
    position: str
    school: str
    municipality: str
    stage: RouteState
    mark: Mark
    starts_on: date | None
    ends_on: date | None
    ended_on: date | None
    planned: int
    accepted: int
    outcome: str
    prolongations: int
    past: bool
    known: str
    entered_on: date | None
    companion: str
    topic: str
    regulation: str
    route: int


class End(NamedTuple):
    """What the signed conclusions of one route came to so far."""

    outcome: str
    prolongations: int
    past: bool
    known: str


NO_END = End("", 0, False, "")


async def own_scope(work: Work) -> Scope:
    """What the acting person's office may see. Refuses NotYours to everybody without such an office."""
    mine = await staff.reach(work)
    return Scope(mine.schools, mine.regions)


async def count(work: Work, scope: Scope) -> Count:
    """How many routes are in a scope."""
    found: Any = await work.session.execute(search.counted_by_state(scope.schools, scope.regions))
    by_state = dict(found.all())
    active, closed = by_state.get(RouteState.ACTIVE, 0), by_state.get(RouteState.CLOSED, 0)
    return Count(sum(by_state.values()), active, closed)


async def title(work: Work, scope: Scope) -> str:
    """What the registry is called by a regulation of these places; "" where none of theirs keeps one."""
    ids = await work.all(search.regulations_within(scope.schools, scope.regions))
    rules = [work.rules.regulations.get(one).registry for one in ids]
    return next((one.title.get(LANGUAGE) for one in rules if one is not None), "")


async def pages(work: Work, scope: Scope) -> AsyncIterator[list[Line]]:
    """Every route of a scope, a page at a time: by municipality, school and name."""
    ids = await work.all(search.routes_within(scope.schools, scope.regions))
    for start in range(0, len(ids), AT_ONCE):
        yield await _page(work, scope, ids[start : start + AT_ONCE])


async def _page(work: Work, scope: Scope, ids: Collection[int]) -> list[Line]:
    planned = await _by_route(work, search.activities_counted(ids))
    reports = await _by_route(work, search.reports_counted(ids))
    ends = await _ends(work, ids)
    companions = await _by_route(work, search.companions(ids, work.now.date()))
    rows = await _by_route(work, search.registry_rows(ids))
    elsewhere = {one.person_id for one in rows.values() if one.organisation_id not in scope.schools}
    nameless = await consents.unwilling(work, Purpose.CENTRE, elsewhere)
    made = (
        _line(
            work,
            rows[one],
            planned.get(one),
            reports.get(one),
            ends.get(one, NO_END),
            companions.get(one),
            hidden=rows[one].person_id in nameless,
        )
        for one in ids
    )
    return list(made)


async def _by_route(work: Work, query: Any) -> Mapping[int, Any]:
    """Rows by the route in their first column; of several the last one stands."""
    found: Any = await work.session.execute(query)
    return {row[0]: row for row in found.all()}


async def _ends(work: Work, ids: Collection[int]) -> Mapping[int, End]:
    """What the signed conclusions of these routes came to: the newest outcome, every prolongation."""
    found: dict[int, End] = {}
    result: Any = await work.session.execute(search.outcomes(ids))
    for row in result.all():
        before = found.get(row.route_id, NO_END)
        known = row.known.value if row.known else ""
        times = max(before.prolongations, row.prolongation)
        past = before.past or (row.past and row.outcome == PROLONGED)
        found[row.route_id] = End(row.outcome, times, past, known)
    return found


def _line(
    work: Work, row: Any, planned: Any, reports: Any, end: End, companion: Any, *, hidden: bool
) -> Line:
    accepted, waiting = (reports[1], reports[2]) if reports else (0, 0)
    return Line(
        route=row.id,
        number=f"{row.year}-{row.number:04}" if row.year else "",
        entered_on=row.entered_on,
        municipality=row.municipality,
        school=row.school,
        teacher=_initials(row.full_name) if hidden else _called(work, row.full_name, row.alias),
        position="" if hidden else row.position,
        topic=row.topic or "",
        companion=_called(work, *companion[1:]) if companion else "",
        regulation=_regulation(work, row).short_title.get(LANGUAGE),
        stage=row.state,
        mark=mark_of(row, work.now.astimezone(_zone(row.timezone)).date(), waiting),
        starts_on=row.began_on or row.starts_on,
        ends_on=row.ends_on,
        ended_on=row.ended_on,
        planned=planned[1] if planned else 0,
        accepted=accepted,
        **end._asdict() | {"outcome": end.outcome or row.on_paper or ""},
    )


def _initials(full_name: str) -> str:
    """Of whoever does not want to be named to the centre; their school knows them by the number."""
    return Person(full_name=full_name).initials


def _called(work: Work, full_name: str, alias: str) -> str:
    """The name; the alias of whoever has one where the file goes to somebody's chat and does not stay on the server."""
    return full_name if work.actor is None or work.rules.direct else alias or full_name


def mark_of(row: Any, today: date, waiting: int) -> Mark:
    """What catches the eye about a route on a local day; `waiting`: reports that wait for a word."""
    if row.state is RouteState.CLOSED:
        return Mark.CLOSED
    if row.state is RouteState.ACTIVE and _stands_still(row, today):
        return Mark.SUSPENDED
    if row.state is RouteState.ACTIVE and row.ends_on is not None and row.ends_on < today:
        return Mark.OVERDUE
    if row.state is RouteState.ON_CONFIRMATION or waiting:
        return Mark.AWAITING
    return Mark.NONE


def _stands_still(row: Any, today: date) -> bool:
    begun = row.suspended_on is not None and row.suspended_on <= today
    return begun and (row.suspended_until is None or today <= row.suspended_until)


def _regulation(work: Work, row: Any) -> Regulation:
    return work.rules.regulations.get(row.regulation, row.edition)


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
