"""Whom and what somebody may load from the chat: their own schools and regions, offices below theirs (DESIGN 12)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.base import normalised
from models.entry import Account
from models.people import ROUTE_ROLES, Appointment, Organisation, OrganisationKind, Person, Role
from models.roster import all_organisations, people_by_external_ids, people_with_places
from regulations import tables
from services import staff, staff_office
from services.in_portions import rows
from services.people_file import Cell, Sheet, SheetRow
from services.people_sheet import Fault, NamedOrganisation, NamedPerson, OrganisationKey, Roster, fault
from services.staff import Reach
from services.work import Work

PLACE = ("organisation", "municipality", "region", "regulation")


@dataclass(frozen=True)
class Scope:
    """Who loads, whom they look after, where they work, every organisation there is."""

    person: Person
    reach: Reach
    home: Organisation
    organisations: tuple[Organisation, ...]

    def by_key(self) -> dict[OrganisationKey, Organisation]:
        """Organisations as a list names them."""
        return {(normalised(one.name), normalised(one.municipality)): one for one in self.organisations}

    def gives(self, place: Organisation) -> set[Role]:
        """The offices that a list may give and end there; who may name teachers may name mentees."""
        given = set(staff_office.may_give(self.reach, place, acting=False))
        return given | (ROUTE_ROLES if Role.TEACHER in given else set())

    def may_end(self, office: Appointment) -> bool:
        """Whether an office that a list no longer names ends with it: never one's own, never one above."""
        place = next(one for one in self.organisations if one.id == office.organisation_id)
        mine = self.reach.covers(place) and office.role in self.gives(place)
        return mine and office.person_id != self.person.id


async def of(work: Work) -> Scope:
    """The scope of the acting person. Refuses NotYours to everybody without such an office."""
    found = await work.all(all_organisations())
    return Scope(work.person, await staff.reach(work), work.person.organisation, tuple(found))


async def on_behalf(work: Work, external_id: str) -> Work | None:
    """The same work in the name of somebody, who need not have come in yet; None: nobody has this number."""
    person = await work.find(people_with_places([external_id]))
    return None if person is None else replace(work, actor=Account(person=person, person_id=person.id))


def completed(scope: Scope, sheet: Sheet) -> Sheet:
    """The sheet with what goes without saying: where everybody works, in which region, by which regulation."""
    names = [str(cell or "") for cell in sheet.header.cells]
    absent = [name for name in PLACE if name not in names]
    header = SheetRow(sheet.header.number, (*sheet.header.cells, *absent))
    at = {name: index for index, name in enumerate([*names, *absent]) if name in PLACE}
    return replace(
        sheet, header=header, rows=tuple(_completed(scope, row, at, len(names)) for row in sheet.rows)
    )


def _completed(scope: Scope, row: SheetRow, at: Mapping[str, int], width: int) -> SheetRow:
    cells: list[Cell] = [*row.cells[:width], *[None] * (width - len(row.cells))]
    cells += [None] * (max(at.values()) + 1 - len(cells))
    said = {name: str(cells[index] or "").strip() for name, index in at.items()}
    place = _meant(scope, said)
    if place is not None:
        for name, index in at.items():
            if not said[name]:
                cells[index] = place.name if name == "organisation" else getattr(place, name)
    elif not said["region"]:
        cells[at["region"]] = scope.home.region
    if not str(cells[at["regulation"]] or "").strip():
        cells[at["regulation"]] = scope.home.regulation
    return SheetRow(row.number, tuple(cells))


def _meant(scope: Scope, said: Mapping[str, str]) -> Organisation | None:
    """The organisation that a row names: one of theirs by its name; without a name where they work themselves."""
    if not said["organisation"]:
        return scope.home if not said["municipality"] or _is(scope.home, said) else None
    named = [
        one
        for one in scope.organisations
        if tables.sign(one.name) == tables.sign(said["organisation"]) and _is(one, said)
    ]
    mine = [one for one in named if scope.reach.covers(one)]
    return mine[0] if len(mine) == 1 else None


def _is(place: Organisation, said: Mapping[str, str]) -> bool:
    return not said["municipality"] or normalised(said["municipality"]) == normalised(place.municipality)


async def faults(work: Work, scope: Scope, roster: Roster) -> list[Fault]:
    """Every row of a roster that its sender may not load."""
    ids = {*roster.people, *(one.tutor for one in roster.people.values() if one.tutor)}
    known = {one.external_id: one for one in await rows(work, ids, people_by_external_ids)}
    places, found = scope.by_key(), list[Fault]()
    for named in roster.organisations.values():
        found += _place(scope, named, places.get(named.key))
    for person in roster.people.values():
        found += _person(scope, roster, person, known, places)
    return found


def _place(scope: Scope, named: NamedOrganisation, place: Organisation | None) -> Iterable[Fault]:
    """A known one of theirs, or a new school of their region; a regulation is changed by the centre alone.

    So are names in the chat, and only away from it: they come back by a command on the server.
    """
    quiet = place is not None and place.discreet
    if named.discreet not in (None, quiet) and (quiet or not scope.reach.regions):
        yield fault(named.row, "discreet", "import-row-discreet", on=quiet)
    if place is None:
        new = named.region in scope.reach.regions and not named.centre
        if not new:
            yield fault(named.row, "organisation", "import-row-not-yours", school=named.name)
    elif not scope.reach.covers(place):
        yield fault(named.row, "organisation", "import-row-not-yours", school=named.name)
    else:
        if named.region != place.region:
            yield fault(named.row, "region", "import-row-other-region", region=place.region)
        if named.regulation != place.regulation and not scope.reach.regions:
            yield fault(named.row, "regulation", "import-row-other-regulation", regulation=place.regulation)


def _person(
    scope: Scope,
    roster: Roster,
    named: NamedPerson,
    known: Mapping[str, Person],
    places: Mapping[OrganisationKey, Organisation],
) -> Iterable[Fault]:
    homes = {one.id: one for one in scope.organisations}
    person = known.get(named.external_id)
    if person is not None and not scope.reach.covers(homes[person.organisation_id]):
        yield fault(named.row, "external_id", "import-row-elsewhere", id=named.external_id)
        return
    for (key, role), row in named.offices.items():
        place = places.get(key) or _new(roster.organisations[key])
        keeps = person is not None and person.id == scope.person.id and role in scope.reach.roles
        if scope.reach.covers(place) and role not in scope.gives(place) and not keeps:
            yield fault(row, "role", "import-row-not-your-role")
    tutor = known.get(named.tutor) if named.tutor else None
    if tutor is not None and homes[tutor.organisation_id].region != scope.home.region:
        yield fault(named.row, "tutor", "import-row-elsewhere", id=named.tutor)


def _new(named: NamedOrganisation) -> Organisation:
    return Organisation(
        id=0, kind=OrganisationKind.SCHOOL, name=named.name, region=named.region, municipality=""
    )


def rows_by_number(sheet: Sheet, wanted: Iterable[int]) -> dict[int, Sequence[Cell]]:
    """The cells of these rows as they were sent."""
    numbers = set(wanted)
    return {row.number: row.cells for row in sheet.rows if row.number in numbers}
