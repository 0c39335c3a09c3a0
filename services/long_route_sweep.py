"""A long route goes into its next year: mentee and mentors are asked thirty and seven days before (X21)."""

from __future__ import annotations

from datetime import date, timedelta

from models.long_route import long_routes
from models.route import Route
from services import long_route, speaking_hour
from services.long_route import LongRoute, Year
from services.once import already_told
from services.work import Work

FIRST, SECOND = timedelta(days=30), timedelta(days=7)
SHORTEST = timedelta(days=330)
"""Nobody is asked before a route is that old."""


async def sweep(work: Work) -> int:
    """The clock looks at the routes of years. Returns how many notices."""
    texts = [one.id for one in work.rules.regulations.regulations if long_route.is_long(one)]
    if not texts:
        return 0
    written = 0
    for route in await work.all(long_routes(texts, work.now.date() - SHORTEST)):
        if speaking_hour.has_come(work, route):
            written += await _ask(work, route, route.organisation.today(work.now))
    return written


async def _ask(work: Work, route: Route, today: date) -> int:
    found = await long_route.whole(work, route)
    year = found.asked(today)
    if year is None:
        return 0
    rung = 7 if today >= year.starts_on - SECOND else 30
    people = [route.teacher_id, *(one.id for one in found.mentors)]
    asked = [one for one in people if not _has_said(found, year, one)]
    keys = {one: f"long-route-year:{route.id}:{year.number}:{rung}:{one}" for one in asked}
    told = await already_told(work, list(keys.values()))
    hearing = {one: once for one, once in keys.items() if once not in told}
    for person_id, once in hearing.items():
        work.notify(
            person_id,
            "long-route-year",
            once=once,
            urgent=False,
            route=route.id,
            number=year.number,
            starts=year.starts_on,
            name=route.teacher.short_name,
            own=person_id == route.teacher_id,
        )
    return len(hearing)


def _has_said(found: LongRoute, year: Year, person_id: int) -> bool:
    if year.word is None:
        return False
    own = person_id == found.route.teacher_id
    return (year.word.mentee_at if own else year.word.mentor_at) is not None
