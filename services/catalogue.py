"""The catalogue of events, as those who keep it write it: methodists for a region, leads for their school (R3-007)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.catalogue import (
    CatalogueEntry,
    EntryState,
    Scope,
    entry_by_id,
    entry_drafts_of,
)
from models.catalogue_search import kept_in
from models.errors import NotYours
from models.people import Appointment, Organisation, Role, roles_of
from models.roster import all_organisations
from regulations.schema import Regulation
from services import catalogue_news
from services.work import Work

KEEP_FOR_A_REGION = frozenset({Role.METHODIST, Role.CENTRE_METHODIST, Role.CENTRE_HEAD})
KEEP_FOR_A_SCHOOL = frozenset({Role.SUBJECT_LEAD, Role.DEPUTY_HEAD})
KEEPERS = KEEP_FOR_A_REGION | KEEP_FOR_A_SCHOOL
SCHOOL_LEVEL = "organisation"
"""The level of an event that a school holds, where the regulation knows it."""
MOST_MUNICIPALITIES = 40


@dataclass(frozen=True)
class Keeping:
    """What an office lets its holder keep: the events of a region, or of one school."""

    organisation: Organisation
    for_region: bool

    @property
    def school_id(self) -> int | None:
        """The school whose events are kept; None for a region."""
        return None if self.for_region else self.organisation.id

    def may_keep(self, entry: CatalogueEntry) -> bool:
        """Whether this event is one of them: whoever holds the office, not only who wrote it."""
        if entry.region != self.organisation.region:
            return False
        if self.for_region:
            return entry.scope is not Scope.SCHOOL
        return entry.scope is Scope.SCHOOL and entry.school_id == self.organisation.id


def keeps(offices: list[Appointment]) -> bool:
    """Whether one of these offices keeps the catalogue."""
    return any(one.role in KEEPERS for one in offices)


async def keeping(work: Work) -> Keeping:
    """What the acting person may keep today; a region before a school. Refuses NotYours to everybody else."""
    offices = await work.all(roles_of(work.person.id, work.today))
    for roles in (KEEP_FOR_A_REGION, KEEP_FOR_A_SCHOOL):
        for one in offices:
            if one.role in roles:
                home = await work.session.get_one(Organisation, one.organisation_id)
                return Keeping(home, roles is KEEP_FOR_A_REGION)
    raise NotYours("refusal-not-yours")


def rules_for(work: Work, found: Keeping) -> Regulation:
    """The regulation whose lists name kinds, levels and competencies."""
    return work.rules.of_organisation(found.organisation)


async def municipalities(work: Work, found: Keeping) -> list[str]:
    """The municipalities of the region, by name."""
    schools = await work.all(all_organisations())
    return sorted({one.municipality for one in schools if one.region == found.organisation.region})[
        :MOST_MUNICIPALITIES
    ]


async def kept(work: Work) -> list[CatalogueEntry]:
    """The events to come that the acting person may change, by date."""
    found = await keeping(work)
    return await work.all(kept_in(found.organisation.region, found.school_id, work.today))


async def draft(work: Work) -> CatalogueEntry | None:
    """The event that the acting person is writing."""
    return await work.find(entry_drafts_of(work.person.id))


async def add(work: Work) -> CatalogueEntry:
    """A keeper begins an event, or goes on with the one begun. Refuses NotYours."""
    found = await keeping(work)
    begun = await draft(work)
    if begun is not None and found.may_keep(begun):
        return begun
    if not found.for_region:
        return await begin_at(work, found.organisation)
    entry = CatalogueEntry.begun(work.person.id, Scope.REGION, found.organisation.region, work.now)
    work.session.add(entry)
    await work.session.flush()
    return entry


async def begin_at(work: Work, school: Organisation) -> CatalogueEntry:
    """An event of one school is begun, by somebody who is known to keep its catalogue."""
    entry = CatalogueEntry.begun(work.person.id, Scope.SCHOOL, school.region, work.now)
    entry.school_id, entry.municipality = school.id, school.municipality
    entry.organiser = school.name
    if any(one.code == SCHOOL_LEVEL for one in work.rules.of_organisation(school).activities.levels):
        entry.level = SCHOOL_LEVEL
    work.session.add(entry)
    await work.session.flush()
    return entry


async def look(work: Work, entry_id: int) -> CatalogueEntry:
    """An event that the acting person may change; a draft is its author's. Refuses NotYours."""
    entry = await work.get(entry_by_id(entry_id))
    found = await keeping(work)
    stranger = entry.state is EntryState.DRAFT and entry.owner_id != work.person.id
    if stranger or not found.may_keep(entry):
        raise NotYours("refusal-not-yours")
    return entry


async def answer(
    work: Work, entry_id: int, code: str, value: str | date, *, drawn: int | None = None
) -> CatalogueEntry:
    """A keeper answers one question; kept at once. The last answer opens the event; a moved one is told.

    `code` is one of QUESTIONS, `starts`, or `scope` (a municipality; "" for the whole region). Refuses: NotYours,
    catalogue-outdated.
    """
    entry = await _drawn(work, entry_id, drawn)
    before = entry.first_day, entry.on_date
    if code == "scope":
        _place(entry, str(value))
    else:
        entry.write(code, value)
        _follow_the_title(work, await keeping(work), entry, code)
    await _written(work, entry, before)
    return entry


async def period(work: Work, entry_id: int, first: date, last: date, *, drawn: int) -> CatalogueEntry:
    """A keeper names both days at once. Refuses: NotYours, catalogue-outdated."""
    entry = await _drawn(work, entry_id, drawn)
    before = entry.first_day, entry.on_date
    entry.span(True)
    entry.write("starts", first)
    entry.write("date", last)
    await _written(work, entry, before)
    return entry


async def span(work: Work, entry_id: int, several: bool, *, drawn: int) -> CatalogueEntry:
    """A day becomes a period, or a period a day; the days are asked anew. Refuses: NotYours, catalogue-outdated."""
    entry = await _drawn(work, entry_id, drawn)
    entry.span(several)
    await work.session.flush()
    return entry


async def _drawn(work: Work, entry_id: int, drawn: int | None) -> CatalogueEntry:
    entry = await look(work, entry_id)
    if drawn is not None:
        entry.drawn(drawn)
    return entry


def _place(entry: CatalogueEntry, municipality: str) -> None:
    entry.municipality = municipality
    entry.scope = Scope.MUNICIPALITY if municipality else Scope.REGION
    entry.blank = sorted({*entry.blank, "scope"})


def _follow_the_title(work: Work, found: Keeping, entry: CatalogueEntry, code: str) -> None:
    """A title may tell the kind, a kind whether it lasts several days; in a draft only."""
    if entry.state is not EntryState.DRAFT or code not in ("title", "kind"):
        return
    rules = rules_for(work, found).activities
    if code == "title" and (told := rules.kind_told_by(entry.title)):
        entry.write("kind", told)
    entry.span(any(one.code == entry.kind and one.programme for one in rules.kinds))


async def _written(work: Work, entry: CatalogueEntry, before: tuple[date | None, date | None]) -> None:
    """A complete draft can be chosen from now on; another day of an open event is told."""
    scoped = entry.scope is Scope.SCHOOL or "scope" in entry.blank
    if entry.state is EntryState.DRAFT and entry.complete and scoped:
        entry.publish()
    moved = before != (entry.first_day, entry.on_date)
    if entry.state is EntryState.OPEN and moved and None not in before:
        entry.is_news()
        await work.session.flush()
        await catalogue_news.tell(work, entry)
    await work.session.flush()


async def call_off(work: Work, entry_id: int, reason: str, *, drawn: int) -> CatalogueEntry:
    """A keeper calls an event off, with a reason: everybody who has it in a plan hears once. Refuses a second time."""
    entry = await _drawn(work, entry_id, drawn)
    entry.call_off(reason)
    await work.session.flush()
    await catalogue_news.tell(work, entry)
    return entry


async def remove(work: Work, entry_id: int, *, drawn: int) -> CatalogueEntry:
    """The author throws a draft away. Refuses: NotYours, catalogue-outdated."""
    entry = await _drawn(work, entry_id, drawn)
    entry.remove()
    await work.session.flush()
    return entry
