"""A sent table, from its bytes to what it would change or has changed: one way for the chat and the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.import_file import ImportFile, ImportHeadings, headings_known
from models.people import Organisation, Role, roles_of
from regulations.tables import Column
from services import (
    catalogue,
    catalogue_load,
    catalogue_rows,
    import_columns,
    import_diagnosis,
    import_finished,
    import_scope,
    import_tables,
    people,
    people_sheet,
    staff,
)
from services.catalogue import Keeping
from services.catalogue_cells import Words
from services.import_columns import Table
from services.import_diagnosis import Author
from services.import_outcome import Outcome
from services.import_scope import Scope
from services.people_file import FileRefused, Sheet
from services.people_sheet import RowsRefused
from services.rules import Rules
from services.work import Work

CALENDAR = "calendar"
"""The kind of a file that needs no columns."""
ICS_SIGN = b"BEGIN:VCALENDAR"


@dataclass(frozen=True)
class Sent:
    """A file, read: a table with its columns, or a calendar's bytes."""

    content: bytes
    table: Table | None


def read(rules: Rules, content: bytes, only: str = "") -> Sent:
    """What the file holds; `only`: the kind that its sender named. Raises FileRefused."""
    if content[:200].lstrip(b"\xef\xbb\xbf \r\n").upper().startswith(ICS_SIGN):
        return Sent(content, None)
    kind = "" if only == CALENDAR else only
    return Sent(content, import_columns.find(rules, import_tables.read(content), kind))


async def understand(work: Work, found: ImportFile, sent: Sent) -> bool:
    """Kind and columns, as far as they are known or were said before; whether nothing has to be asked."""
    if sent.table is None:
        found.found([], [], CALENDAR, {})
        return True
    if found.headings == sent.table.headings and found.kind == sent.table.kind and found.mapping:
        return not asks(work.rules, found)
    mapping = import_columns.recognised(
        sent.table.header.cells,
        import_columns.columns(work.rules, sent.table.kind) if sent.table.kind else [],
    )
    found.found(sent.table.headings, sent.table.samples(), sent.table.kind, mapping)
    known = await work.find(headings_known(found.person.organisation_id, found.signature))
    if known is not None and set(known.mapping) >= set(mapping):
        found.kind, found.mapping = known.kind, dict(known.mapping)
    return not asks(work.rules, found)


def asks(rules: Rules, found: ImportFile) -> bool:
    """Does something about the table have to be said by its sender?"""
    if not found.kind:
        return True
    if found.kind == CALENDAR:
        return False
    known = import_columns.columns(rules, found.kind)
    return bool(
        import_columns.missing(known, found.mapping) or import_columns.unnamed(found.headings, found.mapping)
    )


def columns(rules: Rules, kind: str) -> list[Column]:
    """The columns of a kind of table; those of events for a calendar."""
    return import_columns.columns(rules, "catalogue" if kind == CALENDAR else kind)


async def remember(work: Work, found: ImportFile) -> None:
    """What was said about these headings is not asked of this organisation again."""
    if found.kind == CALENDAR:
        return
    known = await work.find(headings_known(found.person.organisation_id, found.signature))
    if known is None:
        known = ImportHeadings(organisation_id=found.person.organisation_id, signature=found.signature)
        work.session.add(known)
    known.kind, known.mapping = found.kind, dict(found.mapping)


async def load(work: Work, found: ImportFile, sent: Sent, zone: str) -> Outcome:
    """Everything in the file, within this transaction; whoever only looks rolls it back.

    Raises FileRefused, RowsRefused (also for rows beyond what the sender looks after); NotYours without an office.
    """
    scope = await import_scope.of(work)
    if sent.table is None:
        return await _calendar(work, sent.content, zone)
    return await _sheet(work, scope, found.kind, sent.table.sheet(found.mapping), zone)


async def load_sheet(work: Work, kind: str, sheet: Sheet) -> Outcome:
    """The same of a table that nothing is asked about. Raises FileRefused, RowsRefused; NotYours without an office."""
    return await _sheet(work, await import_scope.of(work), kind, sheet, "")


async def _sheet(work: Work, scope: Scope, kind: str, sheet: Sheet, zone: str) -> Outcome:
    if kind == "people":
        return await _people(work, scope, sheet, zone)
    if kind == "catalogue":
        return await _catalogue(work, sheet)
    if kind == "diagnosis":
        results = import_diagnosis.named(sheet)
        return await import_diagnosis.load(work, results, await _author(work, scope))
    return await _finished(work, scope, sheet)


async def _people(work: Work, scope: Scope, sheet: Sheet, zone: str) -> Outcome:
    whole = import_scope.completed(scope, sheet)
    roster = people_sheet.checked(whole, work.rules.regulations.ids(), await people.known(work))
    if faults := await import_scope.faults(work, scope, roster):
        raise RowsRefused(faults)
    loaded = await people.load(work, roster, zone or scope.home.timezone, may_end=scope.may_end)
    outcome = Outcome(len(roster.people), loaded.counts, warnings=len(roster.warnings))
    outcome.first = [one.full_name for one in list(roster.people.values())[:3]]
    outcome.people = list(loaded.people)
    return outcome


async def _catalogue(work: Work, sheet: Sheet) -> Outcome:
    keeping = await _keeping(work)
    home = keeping.organisation
    told = {"region": home.region}
    if not keeping.for_region:
        told |= {"municipality": home.municipality, "organisation": home.name}
    return await _events(work, keeping, catalogue_rows.of_sheet(_filled(sheet, told)))


async def _calendar(work: Work, content: bytes, zone: str) -> Outcome:
    from services import catalogue_ics  # a library that nothing else needs

    keeping = await _keeping(work)
    home = keeping.organisation
    levels = {one.code for one in catalogue.rules_for(work, keeping).activities.levels}
    level = catalogue.SCHOOL_LEVEL if catalogue.SCHOOL_LEVEL in levels else min(levels, default="")
    if keeping.for_region and "regional" in levels:
        level = "regional"
    words = Words.of(work.rules.regulations.regulations)
    numbered = catalogue_ics.read(content, words, home.region, level, zone or home.timezone)
    if not keeping.for_region:
        place = {"municipality": home.municipality, "organisation": home.name}
        numbered = [(number, {**cells, **place}) for number, cells in numbered]
    return await _events(work, keeping, numbered)


async def _events(work: Work, keeping: Keeping, numbered: list[catalogue_rows.Numbered]) -> Outcome:
    entries = await catalogue_load.read(work, numbered)
    if faults := await catalogue_load.foreign(work, keeping, entries):
        raise RowsRefused(faults)
    counts = await catalogue_load.load(work, entries)
    outcome = Outcome(len(entries), first=[one.title for one in entries[:3]])
    for what, count in counts.items():
        outcome.counts[f"events.{what}"] += count
    return outcome


def _filled(sheet: Sheet, told: Mapping[str, str]) -> Sheet:
    """The sheet with these columns where it has none of the name."""
    names = [str(cell or "") for cell in sheet.header.cells]
    for name, value in told.items():
        if name not in names:
            sheet = import_columns.with_column(sheet, name, value)
    return sheet


async def _keeping(work: Work) -> Keeping:
    offices = await work.all(roles_of(work.person.id, work.today))
    if not catalogue.keeps(offices):
        raise FileRefused("import-file-not-your-kind")
    return await catalogue.keeping(work)


async def _author(work: Work, scope: Scope) -> Author:
    """The offices of the sender at each organisation that they look after."""
    roles_at = {one.id: _roles_at(scope, one) for one in scope.organisations if scope.reach.covers(one)}
    return Author(scope.person, roles_at)


def _roles_at(scope: Scope, place: Organisation) -> frozenset[Role]:
    of_region = scope.reach.roles & staff.OF_A_REGION if place.region in scope.reach.regions else frozenset()
    of_school = scope.reach.roles & staff.OF_A_SCHOOL if place.id in scope.reach.schools else frozenset()
    return frozenset(of_region | of_school)


async def _finished(work: Work, scope: Scope, sheet: Sheet) -> Outcome:
    if not scope.reach.regions:
        raise FileRefused("import-file-not-your-kind")
    routes = import_finished.named(sheet, work.rules)
    return await import_finished.load(
        work, routes, scope.home.region, lambda person: scope.reach.covers(person.organisation)
    )


def plain_facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts as a row keeps them."""
    return {name: value if isinstance(value, int) else str(value) for name, value in facts.items()}
