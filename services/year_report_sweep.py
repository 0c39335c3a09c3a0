"""Teachers are asked for the report of the year on the day of the regulation, and once more before it is due (4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from models.people import Organisation
from models.route import Route
from models.staff_search import routes_by_ids
from models.year_report import YearReportState, year_reports_on
from models.yearly import routes_walked_at
from regulations.outcome import day_in
from services import year_report, yearly_moment
from services.once import unheard
from services.standing import Standing, Waiting
from services.work import Work

AGAIN = timedelta(days=3)
"""So long before it is due whoever has not sent it is reminded."""


async def look(work: Work, school: Organisation, today: date) -> int:
    """The routes of a school, once a day. Returns how many notices. A route that stands still is left alone."""
    routes = await work.all(routes_walked_at(school.id, today))
    asked = [one for one in routes if not one.is_suspended(today) and year_report.rule_of(work, one)]
    silent = set(await _silent(work, asked, today))
    return sum([await _ask(work, one, today) for one in asked if one.id in silent])


async def _silent(work: Work, routes: Sequence[Route], today: date) -> list[int]:
    """Those of whom no report on this year was sent."""
    ids = [one.id for one in routes]
    sent = {
        one.route_id
        for one in await work.all(year_reports_on(ids, year_report.year_of(today)))
        if one.state is not YearReportState.DRAFT
    }
    return [one for one in ids if one not in sent]


async def _ask(work: Work, route: Route, today: date) -> int:
    rule = year_report.rule_of(work, route)
    assert rule is not None
    first, due = day_in(today.year, rule.asked_on), day_in(today.year, rule.due_on)
    if not first <= today <= due:
        return 0
    again = today >= due - AGAIN
    year = year_report.year_of(today)
    hearing = await unheard(work, f"year-report-asked:{route.id}:{year}:{int(again)}", [route.teacher_id])
    facts: dict[str, Any] = {
        "route": route.id,
        "year": year,
        "due": due,
        "clause": rule.clause,
        "again": again,
    }
    for person_id, once in hearing.items():
        work.notify(person_id, "year-report-asked", once=once, urgent=False, **facts)
    return len(hearing)


async def that_stand(work: Work, those: Sequence[Waiting]) -> dict[int, Standing]:
    """Needless once the report was sent; others wait for the person's own hour."""
    routes = await work.all(routes_by_ids({one.facts["route"] for one in those}))
    today = {one.id: one.organisation.today(work.now) for one in routes}
    silent = {id for one in routes for id in await _silent(work, [one], today[one.id])}
    chosen = await yearly_moment.settings_of(work, those)
    return {
        one.id: yearly_moment.at_their_hour(work, one, chosen, dict(one.facts))
        for one in those
        if one.facts["route"] in silent
    }
