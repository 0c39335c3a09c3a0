"""Choosing from the catalogue: by word, competency and month; one tap makes a row of the plan (R1-016, R3-007)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Select

from models.catalogue import CatalogueEntry, EntryState, Scope, entry_by_id
from models.catalogue_chosen import Chosen, chosen_for
from models.catalogue_search import between, for_competency, open_for, with_word
from models.errors import NotYours, Outdated, Refusal
from models.people import Organisation
from models.plan import Activity
from regulations.calendar import add_months
from regulations.rule import Named
from services import plan, plan_row
from services.plan import Plan
from services.work import Work

AT_ONCE = 4


@dataclass(frozen=True)
class Wish:
    """What is looked for: a word, a competency, a month (its first day); nothing: everything to come."""

    word: str = ""
    competency: str = ""
    month: date | None = None


@dataclass(frozen=True)
class Found:
    """A page of what fits; `taken`: the rows of the plan that were taken from an event, by its id."""

    plan: Plan
    wish: Wish
    entries: list[CatalogueEntry]
    page: int
    pages: int
    count: int
    taken: dict[int, Activity]


async def find(work: Work, route_id: int, wish: Wish, page: int = 0) -> Found:
    """A page of events for whoever writes the plan of a route. Refuses as writing a row does.

    A competency that the regulation of the route does not know narrows nothing.
    """
    found = await plan.see(work, route_id)
    await plan_row.writable(work, found.route)
    if not _knows(found.regulation.competencies, wish.competency):
        wish = replace(wish, competency="")
    school = found.route.organisation
    entries = await work.all(_query(school, wish, school.today(work.now)))
    pages = max(1, -(-len(entries) // AT_ONCE))
    page %= pages
    shown = entries[page * AT_ONCE :][:AT_ONCE]
    return Found(found, wish, shown, page, pages, len(entries), await taken(work, route_id))


def _query(school: Organisation, wish: Wish, today: date) -> Select[CatalogueEntry]:
    query = open_for(school, today)
    if wish.word:
        query = with_word(query, wish.word)
    if wish.competency:
        query = for_competency(query, wish.competency)
    if wish.month is not None:
        query = between(query, wish.month, add_months(wish.month, 1) - timedelta(days=1))
    return query


async def taken(work: Work, route_id: int) -> dict[int, Activity]:
    """The rows of a plan that were taken from the catalogue, by the event."""
    return {one.entry_id: one.activity for one in await work.all(chosen_for(route_id))}


async def look(work: Work, route_id: int, entry_id: int) -> tuple[Plan, CatalogueEntry]:
    """One event for whoever writes the plan of a route. Refuses: as `find`; NotYours for one of another school."""
    found = await plan.see(work, route_id)
    await plan_row.writable(work, found.route)
    school = found.route.organisation
    entry = await work.find(open_for(school, school.today(work.now)).where(CatalogueEntry.id == entry_id))
    if entry is None:
        _over(await work.get(entry_by_id(entry_id)), school)
        raise NotYours("refusal-not-yours")
    return found, entry


def _over(entry: CatalogueEntry, school: Organisation) -> None:
    """What this school could choose before: it was called off, or its day is over."""
    here = {
        Scope.REGION: True,
        Scope.MUNICIPALITY: entry.municipality == school.municipality,
        Scope.SCHOOL: entry.school_id == school.id,
    }[entry.scope]
    known = entry.state in (EntryState.OPEN, EntryState.CALLED_OFF)
    if here and known and entry.region == school.region:
        raise Outdated("catalogue-over", title=entry.title)


async def take(work: Work, route_id: int, entry_id: int) -> Activity:
    """«Взять»: a row filled from the event; what is left is the form of the result. Twice is once.

    Refuses: as `look`; plan-enough.
    """
    found, entry = await look(work, route_id, entry_id)
    if (known := (await taken(work, route_id)).get(entry_id)) is not None:
        return known
    if len(found.activities) >= plan_row.MOST_ACTIVITIES:
        raise Refusal("plan-enough", most=plan_row.MOST_ACTIVITIES)
    row = Activity.begun(found.route, work.person.id, work.now)
    fill(row, entry, found)
    work.session.add(row)
    await work.session.flush()
    work.session.add(Chosen(activity_id=row.id, entry_id=entry.id))
    await work.session.flush()
    return row


def fill(row: Activity, entry: CatalogueEntry, found: Plan) -> None:
    """A row is written from an event: what the regulation of the route knows of the event; the rest is asked."""
    rules = found.regulation.activities
    row.write("title", entry.title)
    if _knows(rules.kinds, entry.kind):
        row.write("kind", entry.kind)
    known = [code for code in entry.competencies if _knows(found.regulation.competencies, code)]
    if known:
        row.write("competencies", ",".join(known))
    row.write("level", entry.level if _knows(rules.levels, entry.level) else "")
    row.write("organiser", entry.organiser)
    row.write("hours", str(entry.hours or ""))
    row.write("away", {True: "yes", False: "no", None: ""}[entry.away])
    row.span(entry.period)
    if entry.starts_on is not None:
        row.write("starts", entry.starts_on)
    if entry.on_date is not None:
        row.write("date", entry.on_date)


def _knows(offered: tuple[Named, ...], code: str) -> bool:
    return any(one.code == code for one in offered)
