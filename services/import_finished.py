"""Routes that were walked on paper, out of a table: the key is their number in the registry (S000 4.12)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from models.base import normalised
from models.people import Person
from models.registry import RegistryEntry, entries_numbered
from models.roster import people_with_places
from models.route import Route
from models.route_paper import route_from_paper
from models.route_search import routes_of_teachers
from regulations import tables
from regulations.schema import Regulation
from services import entry
from services.import_outcome import Outcome
from services.import_rows import Row, rows_of
from services.in_portions import rows
from services.people_file import Sheet
from services.people_sheet import Fault, RowsRefused, fault
from services.rules import Rules
from services.work import Work

NUMBER = re.compile(r"(?:(\d{4})[-/])?(\d{1,6})")
Covers = Callable[[Person], bool]


@dataclass(frozen=True)
class NamedRoute:
    """One row, understood; `year` and `number` make its number in the registry."""

    row: int
    year: int
    number: int
    external_id: str
    regulation: str
    starts: date
    ends: date
    closed: date
    topic: str
    outcome: str


def named(sheet: Sheet, rules: Rules) -> list[NamedRoute]:
    """The rows of a table. Raises RowsRefused with every faulty one, FileRefused without any."""
    faults, seen = list[Fault](), dict[tuple[int, int], int]()
    laws = {normalised(word): law.id for law in rules.regulations.regulations for word in _words(law)}
    found = [one for row in rows_of(sheet, faults) if (one := _named(row, laws)) is not None]
    for one in found:
        same = seen.setdefault((one.year, one.number), one.row)
        if same != one.row:
            faults.append(fault(one.row, "number", "import-row-key-twice", other=str(same)))
    if faults:
        raise RowsRefused(faults)
    return found


def _words(law: Regulation) -> Collection[str]:
    return (law.id, *(law.short_title.get(one) for one in law.short_title.languages))


def _named(row: Row, laws: dict[str, str]) -> NamedRoute | None:
    before = len(row.faults)
    external_id, topic = row.text("external_id", needed=True), row.text("topic")
    starts, ends, closed = row.day("starts"), row.day("ends"), row.day("closed")
    law = row.one_of("regulation", laws)
    outcome = row.one_of("outcome", tables.load().outcome_words, needed=True)
    match = NUMBER.fullmatch(row.text("number", needed=True).replace(" ", ""))
    if match is None and len(row.faults) == before:
        row.faults.append(fault(row.number, "number", "import-row-no-number"))
    if len(row.faults) > before or match is None or starts is None or ends is None or closed is None:
        return None
    if not starts < ends or closed < starts:
        row.faults.append(fault(row.number, "ends", "import-row-backwards"))
        return None
    year = int(match[1] or closed.year)
    return NamedRoute(row.number, year, int(match[2]), external_id, law, starts, ends, closed, topic, outcome)


async def load(work: Work, named_routes: Sequence[NamedRoute], region: str, covers: Covers) -> Outcome:
    """Finished routes enter the registry of a region; the same number again changes nothing.

    A teacher's own route of today stays the one in the menu. Raises RowsRefused: for people who are not there or not
    looked after, and for a number that another route has.
    """
    numbers = {(one.year, one.number) for one in named_routes}
    known = {
        (one.year, one.number): one
        for one in await work.all(entries_numbered(region, {year for year, _ in numbers}))
    }
    ids = {one.external_id for one in named_routes}
    people = {one.external_id: one for one in await rows(work, ids, people_with_places)}
    current = {
        one.teacher_id: one
        for one in await rows(work, [one.id for one in people.values()], routes_of_teachers)
    }
    outcome, faults = Outcome(total=len(named_routes)), list[Fault]()
    for one in named_routes:
        person = people.get(one.external_id)
        if person is None or not covers(person):
            key = "import-row-nobody" if person is None else "import-row-elsewhere"
            faults.append(fault(one.row, "external_id", key, id=one.external_id))
            continue
        entered = known.get((one.year, one.number))
        if entered is not None and not await _is(work, entered, person):
            faults.append(fault(one.row, "number", "import-row-number-taken"))
            continue
        outcome.first.append(f"{one.year}-{one.number:04}, {person.short_name}")
        outcome.counts["finished.same" if entered else "finished.new"] += 1
        if entered is None:
            await _enter(work, one, person, region, current.get(person.id))
    if faults:
        raise RowsRefused(faults)
    outcome.first = outcome.first[:3]
    return outcome


async def _is(work: Work, entered: RegistryEntry, person: Person) -> bool:
    return (await work.session.get_one(Route, entered.route_id)).teacher_id == person.id


async def _enter(work: Work, one: NamedRoute, person: Person, region: str, current: Route | None) -> None:
    """The route with its number and its history; the one that is walked today stays in front."""
    today = current or await entry.begin_route(work, person)
    if today is not None and today.turned_at is None:
        today.turned_at = work.now
    law = work.rules.regulations.get(one.regulation or person.organisation.regulation)
    route = route_from_paper(
        person, (law.id, law.edition), (one.starts, one.ends), one.closed, one.topic, work.now
    )
    work.session.add(route)
    await work.session.flush()
    work.session.add(
        RegistryEntry(
            route_id=route.id,
            region=region,
            year=one.year,
            number=one.number,
            entered_on=one.closed,
            outcome=one.outcome,
        )
    )
    work.remember(route.id, "route.from-paper", outcome=one.outcome, on=one.closed)
    await work.session.flush()
