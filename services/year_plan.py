"""The plan of a school year: events out of the applications, and what the routes bring by month (S001 4.3, R1-004)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from models.catalogue import CatalogueEntry, EntryState
from models.errors import NotYours
from models.final_event import FinalEvent
from models.plan import Activity
from models.route import Route
from models.year_plan import YearEvent, events_of_school, routes_of_school, rows_of_school, year_events_of
from regulations.calendar import school_year_from
from regulations.words import Words
from services import catalogue, plan, year_desk
from services.work import Work
from services.year_desk import Collected, Desk

ANY = ("hours", "away", "places", "link")
"""Questions of the catalogue that an event of the plan leaves open; they can be answered there."""


@dataclass(frozen=True)
class Line:
    """What a teacher does in a month: the title, its days, the form in which it is shown; `final`: a final event."""

    route: Route
    title: str
    starts: date | None
    on: date
    form: Words | str
    final: bool = False


@dataclass(frozen=True)
class WholePlan:
    """Everything that the plan of a year holds. `events` by section; `months` by the first day of each."""

    desk: Desk
    year: int
    events: dict[str, list[YearEvent]]
    months: dict[date, list[Line]]
    topics: list[Route] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many events are planned."""
        return sum(len(found) for found in self.events.values())


async def of_year(work: Work, year: int | None = None) -> WholePlan:
    """The plan of a school year, the coming one if none is named. Refuses NotYours to who leads no school."""
    found = await year_desk.only_leads(work)
    year = found.year if year is None else year
    if year not in (found.year - 1, found.year):
        raise NotYours("refusal-not-yours")
    planned: dict[str, list[YearEvent]] = {section: [] for section in found.rule.sections}
    for event in await work.all(year_events_of(found.school.id, year)):
        named = found.rule.planned(event.code)
        if named is not None:
            planned[named[0]].append(event)
    routes = await work.all(routes_of_school(found.school.id))
    return WholePlan(found, year, planned, await _months(work, found, year), routes)


async def _months(work: Work, found: Desk, year: int) -> dict[date, list[Line]]:
    """Every month in which something is, in order."""
    first, last = school_year_from(year)
    lines = [_of_row(work, row) for row in await work.all(rows_of_school(found.school.id, first, last))]
    lines += [_of_event(work, one) for one in await work.all(events_of_school(found.school.id, first, last))]
    by_month: dict[date, list[Line]] = defaultdict(list)
    for line in sorted(lines, key=lambda one: (one.starts or one.on, one.route.teacher.search_name)):
        by_month[(line.starts or line.on).replace(day=1)].append(line)
    return dict(sorted(by_month.items()))


def _of_row(work: Work, row: Activity) -> Line:
    assert row.on_date is not None
    form = plan.title_of(work.rules.of(row.route).activities.forms, row.presenting)
    return Line(row.route, row.title, row.starts_on, row.on_date, form)


def _of_event(work: Work, event: FinalEvent) -> Line:
    assert event.on_date is not None
    form = plan.title_of(work.rules.of(event.route).final_event.forms, event.form)
    return Line(event.route, event.title, None, event.on_date, form, final=True)


async def add(work: Work, code: str) -> CatalogueEntry:
    """Whoever makes the plan puts one of the regulation's events into it: it is an event of the school's catalogue.

    Only its day is still asked. One that was begun and has no day is gone on with. Refuses NotYours.
    """
    found = await year_desk.only_planner(work)
    named = found.rule.planned(code)
    if named is None:
        raise NotYours("refusal-not-yours")
    for event in await work.all(year_events_of(found.school.id, found.year)):
        if event.code == code and event.entry.state is EntryState.DRAFT:
            return event.entry
    entry = await _entry(work, found, named[1].title.get("ru"))
    row = await year_desk.plan_row(work, found)
    work.session.add(YearEvent(plan_id=row.id, entry_id=entry.id, code=code, made_at=work.now))
    await work.session.flush()
    return entry


async def _entry(work: Work, found: Desk, title: str) -> CatalogueEntry:
    """An event of this school for everybody: every competency, nothing to travel to; changed in the catalogue."""
    rules = work.rules.of_organisation(found.school)
    entry = await catalogue.begin_at(work, found.school)
    entry.write("title", title)
    kinds = [one.code for one in rules.activities.kinds]
    entry.write("kind", rules.activities.kind_told_by(title) or kinds[-1])
    entry.write("competencies", ",".join(one.code for one in rules.competencies))
    if not entry.level:
        entry.write("level", rules.activities.levels[0].code)
    for code in ANY:
        entry.write(code, "")
    await work.session.flush()
    return entry


async def whole(work: Work, year: int) -> tuple[WholePlan, Collected | None]:
    """The plan with the applications that it answers, for the file; those of the coming year only. Refuses NotYours."""
    found = await of_year(work, year)
    came = await year_desk.collected(work) if year == found.desk.year else None
    return found, came
