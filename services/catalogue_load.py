"""Loading the catalogue: events by their key; the same file again changes nothing, a moved event is told (R3-007)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from models.base import normalised
from models.catalogue import CatalogueEntry, EntryState, Scope, entries_by_keys
from models.roster import all_organisations
from services import catalogue_news
from services.catalogue import Keeping
from services.catalogue_cells import Words
from services.catalogue_rows import NamedEntry, Numbered, checked
from services.in_portions import rows
from services.people_sheet import Fault, fault
from services.work import Work


async def read(work: Work, numbered: Sequence[Numbered]) -> list[NamedEntry]:
    """The events of a file, checked. Raises RowsRefused, FileRefused."""
    words = Words.of(work.rules.regulations.regulations)
    return checked(numbered, words, await work.all(all_organisations()))


async def foreign(work: Work, keeping: Keeping, named: Sequence[NamedEntry]) -> list[Fault]:
    """Events that a keeper may not write: of another region or school, and keys that other events have."""
    known = {one.key: one for one in await rows(work, [one.entry_key for one in named], entries_by_keys)}
    found = []
    for one in named:
        entry = known.get(one.entry_key)
        mine = one.school_id == keeping.school_id and normalised(one.region) == normalised(
            keeping.organisation.region
        )
        if not mine:
            found.append(fault(one.row, "organisation", "import-row-not-kept"))
        elif entry is not None and not keeping.may_keep(entry):
            found.append(fault(one.row, "key", "import-row-key-taken", id=one.entry_key))
    return found


async def load(work: Work, named: Sequence[NamedEntry]) -> Counter[str]:
    """An operator loads events: what is new, changed, moved or called off is counted, the last two are told.

    What a file does not name stays as it is.
    """
    counts: Counter[str] = Counter()
    known = {one.key: one for one in await rows(work, [one.entry_key for one in named], entries_by_keys)}
    for one in named:
        entry = known.get(one.entry_key)
        if entry is None:
            entry = _new(work, one)
            counts["new"] += 1
            if one.called_off:
                entry.call_off(one.reason)
        else:
            counts[await _changed(work, entry, one)] += 1
    await work.session.flush()
    return counts


def _new(work: Work, one: NamedEntry) -> CatalogueEntry:
    entry = CatalogueEntry.begun(None, _scope(one), one.region, work.now)
    entry.key = one.entry_key
    for name, fact in _facts(one).items():
        setattr(entry, name, fact)
    entry.publish()
    work.session.add(entry)
    return entry


async def _changed(work: Work, entry: CatalogueEntry, one: NamedEntry) -> str:
    """What became of an event that was loaded before."""
    if one.called_off:
        return await _called_off(work, entry, one)
    facts = _facts(one)
    differing = {name: fact for name, fact in facts.items() if getattr(entry, name) != fact}
    back = entry.state is EntryState.CALLED_OFF
    if not differing and not back:
        return "same"
    for name, fact in differing.items():
        setattr(entry, name, fact)
    if back:
        entry.open_again()
    if back or differing.keys() & {"starts_on", "on_date"}:
        entry.is_news()
        await work.session.flush()
        await catalogue_news.tell(work, entry)
        return "moved"
    return "changed"


async def _called_off(work: Work, entry: CatalogueEntry, one: NamedEntry) -> str:
    if entry.state is EntryState.CALLED_OFF:
        return "same"
    entry.call_off(one.reason)
    await work.session.flush()
    await catalogue_news.tell(work, entry)
    return "called_off"


def _scope(one: NamedEntry) -> Scope:
    if one.school_id is not None:
        return Scope.SCHOOL
    return Scope.MUNICIPALITY if one.municipality else Scope.REGION


def _facts(one: NamedEntry) -> dict[str, Any]:
    return {
        "title": one.title,
        "kind": one.kind,
        "level": one.level,
        "organiser": one.organiser,
        "competencies": list(one.competencies),
        "scope": _scope(one),
        "region": one.region,
        "municipality": one.municipality,
        "school_id": one.school_id,
        "period": one.first is not None,
        "starts_on": one.first,
        "on_date": one.last,
        "hours": one.hours,
        "away": one.away,
        "places": one.places,
        "link": one.link,
        "blank": ["scope"],
    }
