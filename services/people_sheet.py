"""The rows of an imported sheet, checked against each other and against who is known, as one roster."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from models.base import normalised
from models.people import ACCOMPANYING, CENTRE_ROLES, ROUTE_ROLES, Role
from services import people_cells
from services.people_cells import ABOUT, BadCell
from services.people_file import Cell, FileRefused, Sheet, SheetRow, column_key

NEEDED = ("external_id", "organisation", "municipality", "region", "regulation", "full_name", "role")
OPTIONAL = ("timezone", "discreet", "position", "tutor", *ABOUT)
COLUMNS = {column_key(name): name for name in (*NEEDED, *OPTIONAL)}
BESIDE = ACCOMPANYING | {Role.METHODIST, Role.CENTRE_METHODIST, Role.SUBJECT_LEAD}
"""Who can stand beside a teacher, by one regulation or another."""

OrganisationKey = tuple[str, str]


@dataclass(frozen=True)
class Fault:
    """What is wrong in a row (or, as a warning, only strange): a key of locales/*/import.ftl with its facts."""

    row: int
    column: str
    key: str
    facts: Mapping[str, Any] = field(default_factory=dict)


def fault(row: int, column: str, key: str, **facts: Any) -> Fault:
    """One fault; rows in `facts` as words, so that no language parts their digits."""
    return Fault(row, column, key, facts)


class RowsRefused(Exception):
    """Rows cannot be loaded; `faults` lists all of them in the order of the sheet."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda one: one.row))
        super().__init__(f"{len(self.faults)} faults")


@dataclass
class NamedOrganisation:
    """An organisation as the sheet names it; `timezone`, `discreet` None: as it was, or the default."""

    row: int
    name: str
    municipality: str
    region: str
    regulation: str
    timezone: str | None
    centre: bool = False
    discreet: bool | None = None

    @property
    def key(self) -> OrganisationKey:
        """The same organisation, however it is spelled."""
        return normalised(self.name), normalised(self.municipality)


@dataclass
class NamedPerson:
    """A person as all their rows name them. `position`, `tutor` None: the sheet has no such column.

    `about`: what the sheet says beside (see people_cells.ABOUT), by column.
    """

    row: int
    external_id: str
    full_name: str
    home: OrganisationKey
    positions: list[str] | None
    tutor: str | None
    offices: dict[tuple[OrganisationKey, Role], int] = field(default_factory=dict)
    about: dict[str, str] = field(default_factory=dict)

    @property
    def position(self) -> str | None:
        """The positions of all rows, each once."""
        return None if self.positions is None else ", ".join(dict.fromkeys(filter(None, self.positions)))


@dataclass
class Roster:
    """Everybody and everything that a sheet names, without contradictions; `warnings` for the operator."""

    organisations: dict[OrganisationKey, NamedOrganisation] = field(default_factory=dict)
    people: dict[str, NamedPerson] = field(default_factory=dict)
    warnings: list[Fault] = field(default_factory=list)


def checked(sheet: Sheet, regulations: Collection[str], known: Mapping[str, Collection[Role]]) -> Roster:
    """The roster of a sheet. `known`: the offices of the people who are loaded already, by external_id.

    Raises FileRefused for wrong columns, RowsRefused with every faulty row.
    """
    columns = _columns(sheet.header)
    reading = _Reading(regulations)
    for row in sheet.rows:
        reading.take(row.number, {name: _cell(row, index) for name, index in columns.items()})
    reading.check_tutors(known)
    reading.warn_of_namesakes()
    if reading.faults:
        raise RowsRefused(reading.faults)
    if not reading.roster.people:
        raise FileRefused("import-file-no-rows", what="people")
    return reading.roster


def _columns(header: SheetRow) -> dict[str, int]:
    """Where each column stands. Raises FileRefused naming unknown, doubled and missing ones."""
    keys = [column_key(cell) if cell is not None else "" for cell in header.cells]
    named = {COLUMNS[sign]: index for index, sign in enumerate(keys) if sign in COLUMNS}
    wrong = {
        "unknown": [
            str(cell).strip()
            for cell, sign in zip(header.cells, keys, strict=True)
            if sign and sign not in COLUMNS
        ],
        "doubled": [name for sign, name in COLUMNS.items() if keys.count(sign) > 1],
        "missing": [name for name in NEEDED if name not in named],
    }
    if any(wrong.values()):
        facts = {kind: ", ".join(names) or "none" for kind, names in wrong.items()}
        raise FileRefused("import-file-columns", known=", ".join(COLUMNS.values()), **facts)
    return named


def _cell(row: SheetRow, index: int) -> Cell:
    return row.cells[index] if index < len(row.cells) else None


class _Reading:
    """A sheet being read, row by row: what is sure so far, and what is wrong."""

    def __init__(self, regulations: Collection[str]) -> None:
        self.roster, self.faults = Roster(), list[Fault]()
        self._regulations = regulations
        self._seen: set[str] = set()

    def take(self, number: int, cells: Mapping[str, Cell]) -> None:
        """One row, with every fault in it."""
        texts: dict[str, str] = {}
        before = len(self.faults)
        for column, cell in cells.items():
            try:
                texts[column] = self._meaning(column, cell)
            except BadCell as bad:
                self.faults.append(Fault(number, column, bad.key, bad.facts))
        self._seen.add(texts.get("external_id", ""))
        if len(self.faults) == before:
            self._place(number, texts)

    def _meaning(self, column: str, cell: Cell) -> str:
        if column in ABOUT:
            return people_cells.about(cell, column)
        if column == "discreet":
            return people_cells.answer(cell)
        words = people_cells.text(cell, column)
        if not words:
            if column in NEEDED:
                raise BadCell("import-cell-empty")
        elif column == "role":
            return people_cells.role(words).value
        elif column == "timezone":
            return people_cells.zone(words)
        elif column == "regulation" and words.casefold() not in self._regulations:
            listed = ", ".join(sorted(self._regulations))
            raise BadCell("import-cell-one-of", word=words, known=listed)
        return words.casefold() if column == "regulation" else words

    def _place(self, number: int, texts: Mapping[str, str]) -> None:
        """A row without faults of its own: does it agree with the rows before?"""
        role = Role(texts["role"])
        organisation = self._organisation(number, texts)
        organisation.centre |= role in CENTRE_ROLES
        person = self._person(number, texts, organisation.key, role)
        if (organisation.key, role) in person.offices:
            same = str(person.offices[organisation.key, role])
            self.faults.append(fault(number, "role", "import-row-role-twice", other=same))
        person.offices.setdefault((organisation.key, role), number)

    def _organisation(self, number: int, texts: Mapping[str, str]) -> NamedOrganisation:
        zone = texts.get("timezone") or None
        name, region, regulation = texts["organisation"], texts["region"], texts["regulation"]
        named = NamedOrganisation(number, name, texts["municipality"], region, regulation, zone)
        named.discreet = {"yes": True, "no": False}.get(texts.get("discreet", ""))
        first = self.roster.organisations.setdefault(named.key, named)
        first.timezone = first.timezone or zone
        first.discreet = named.discreet if first.discreet is None else first.discreet
        for column in ("region", "regulation", "timezone", "discreet"):
            if getattr(named, column) not in (None, getattr(first, column)):
                self.faults.append(fault(number, column, "import-row-other-place", other=str(first.row)))
        return first

    def _person(
        self, number: int, texts: Mapping[str, str], home: OrganisationKey, role: Role
    ) -> NamedPerson:
        named = NamedPerson(number, texts["external_id"], texts["full_name"], home, None, texts.get("tutor"))
        first = self.roster.people.setdefault(named.external_id, named)
        if first.full_name != named.full_name:
            self.faults.append(fault(number, "full_name", "import-row-other-person", other=str(first.row)))
        if "position" in texts:
            first.positions = [*(first.positions or []), texts["position"]]
        if named.tutor and first.tutor and named.tutor != first.tutor:
            self.faults.append(fault(number, "tutor", "import-row-other-person", other=str(first.row)))
        first.tutor = first.tutor or named.tutor
        self._about(number, texts, first)
        if role in ROUTE_ROLES and not ROUTE_ROLES & {held for _, held in first.offices}:
            first.home = home
        return first

    def _about(self, number: int, texts: Mapping[str, str], first: NamedPerson) -> None:
        for column in (one for one in ABOUT if one in texts):
            known = first.about.get(column, "")
            if known and texts[column] and known != texts[column]:
                self.faults.append(fault(number, column, "import-row-other-person", other=str(first.row)))
            first.about[column] = known or texts[column]

    def check_tutors(self, known: Mapping[str, Collection[Role]]) -> None:
        """A tutor must be in the sheet or in the database; not oneself. Without the role it is strange."""
        for person in self.roster.people.values():
            tutor = person.tutor
            if not tutor:
                continue
            if tutor == person.external_id:
                self.faults.append(fault(person.row, "tutor", "import-row-own-tutor"))
            elif tutor not in self._seen and tutor not in known:
                self.faults.append(fault(person.row, "tutor", "import-row-nobody", id=tutor))
            elif not BESIDE & set(self._roles(tutor, known)):
                self.roster.warnings.append(fault(person.row, "tutor", "import-row-no-tutor", id=tutor))

    def _roles(self, external_id: str, known: Mapping[str, Collection[Role]]) -> Collection[Role]:
        named = self.roster.people.get(external_id)
        return [role for _, role in named.offices] if named else known.get(external_id, ())

    def warn_of_namesakes(self) -> None:
        """Two people of one name in one organisation may be one person with two ids."""
        first: dict[tuple[str, OrganisationKey], int] = {}
        for person in self.roster.people.values():
            row = first.setdefault((normalised(person.full_name), person.home), person.row)
            if row != person.row:
                said = fault(person.row, "full_name", "import-row-namesake", other=str(row))
                self.roster.warnings.append(said)
