"""A replacement from the catalogue: events that fit in the place of what cannot be held (S-11, S000 4.6)."""

from __future__ import annotations

from datetime import date, timedelta

from models.catalogue import CatalogueEntry
from models.catalogue_chosen import Chosen
from models.catalogue_search import open_for
from models.correction import Correction
from models.errors import Outdated
from models.plan import Activity
from services import catalogue_search, correction, plan
from services.work import Work

AT_ONCE = 4


async def fitting(work: Work, found: Correction) -> list[CatalogueEntry]:
    """Events for one of the same competencies, after today, within the term, not chosen yet; the nearest first.

    A row without competencies is narrowed by none; the word that no change is needed (X18) has nothing to replace.
    """
    if found.activity is None:
        return []
    taken, wanted = await catalogue_search.taken(work, found.route_id), set(found.activity.competencies)
    school = found.route.organisation
    tomorrow = school.today(work.now) + timedelta(days=1)
    return [
        one
        for one in await work.all(open_for(school, tomorrow))
        if one.id not in taken
        and (not wanted or wanted & set(one.competencies))
        and one.first_day is not None
        and one.first_day >= tomorrow
        and _within(found, one.first_day, one.on_date or one.first_day)
    ][:AT_ONCE]


def _within(found: Correction, first: date, last: date) -> bool:
    starts, ends = found.route.starts_on, found.route.ends_on
    return (starts is None or first >= starts) and (ends is None or last <= ends)


async def take(work: Work, correction_id: int, entry_id: int, *, drawn: int) -> Activity:
    """The author takes an event in the place; what is left to ask is the form of the result.

    Refuses: as `correction.own`; correction-not-draft; correction-gone for one that does not fit (any more).
    """
    found = await correction.own(work, correction_id, drawn)
    found.being_written()
    entry = next((one for one in await fitting(work, found) if one.id == entry_id), None)
    if entry is None:
        raise Outdated("correction-gone")
    row = Activity.begun(found.route, work.person.id, work.now)
    row.correcting = True
    catalogue_search.fill(row, entry, await plan.of_route(work, found.route))
    work.session.add(row)
    await work.session.flush()
    work.session.add(Chosen(activity_id=row.id, entry_id=entry.id))
    found.replace_by(row)
    await work.session.flush()
    return row
