"""The rows of an imported catalogue, checked against the regulations and against who there is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.base import normalised
from models.people import Organisation, OrganisationKind
from services.catalogue_cells import CALLED_OFF, Words, meaning
from services.people_cells import BadCell
from services.people_file import Cell, FileRefused, Sheet, column_key
from services.people_sheet import Fault, RowsRefused, fault

KEY = "key"
NEEDED = (KEY, "title", "date", "level", "region")
OPTIONAL = (
    *("until", "kind", "organiser", "competencies", "municipality", "organisation"),
    *("hours", "away", "places", "link", "state", "reason"),
)
Numbered = tuple[int, Mapping[str, Cell]]
"""A row (or an event of a calendar) with its number, and its cells by column."""


@dataclass(frozen=True)
class NamedEntry:
    """An event as a file names it; `school_id`: for one school, else a municipality or the whole region."""

    row: int
    entry_key: str
    title: str
    first: date | None
    last: date
    kind: str
    level: str
    organiser: str
    competencies: tuple[str, ...]
    region: str
    municipality: str
    school_id: int | None
    hours: int | None
    away: bool | None
    places: int | None
    link: str
    called_off: bool
    reason: str


def of_sheet(sheet: Sheet) -> list[Numbered]:
    """The rows of a table, by column. Raises FileRefused for unknown, doubled and missing columns."""
    known = {column_key(name): name for name in (*NEEDED, *OPTIONAL)}
    keys = [column_key(cell) if cell is not None else "" for cell in sheet.header.cells]
    wrong = {
        "unknown": [
            str(cell) for cell, key in zip(sheet.header.cells, keys, strict=True) if key and key not in known
        ],
        "doubled": [name for key, name in known.items() if keys.count(key) > 1],
        "missing": [name for name in NEEDED if column_key(name) not in keys],
    }
    if any(wrong.values()):
        facts = {kind: ", ".join(names) or "none" for kind, names in wrong.items()}
        raise FileRefused("import-file-columns", known=", ".join(known.values()), **facts)
    places = {known[key]: index for index, key in enumerate(keys) if key}
    return [
        (row.number, {name: row.cells[at] if at < len(row.cells) else None for name, at in places.items()})
        for row in sheet.rows
    ]


def checked(
    rows: Iterable[Numbered], words: Words, organisations: Sequence[Organisation]
) -> list[NamedEntry]:
    """The events of a file. Raises RowsRefused with every faulty row, FileRefused when there are none."""
    reading = _Reading(words, organisations)
    found = [one for number, cells in rows if (one := reading.take(number, cells)) is not None]
    if reading.faults:
        raise RowsRefused(reading.faults)
    if not found:
        raise FileRefused("import-file-no-rows", what="events")
    return found


class _Reading:
    """Rows being read: what is wrong so far, and which keys were seen."""

    def __init__(self, words: Words, organisations: Sequence[Organisation]) -> None:
        self.faults = list[Fault]()
        self._words, self._organisations = words, organisations
        self._seen: dict[str, int] = {}

    def take(self, number: int, cells: Mapping[str, Cell]) -> NamedEntry | None:
        """One row; None when something is wrong with it."""
        before = len(self.faults)
        texts = {name: self._cell(number, name, cell) for name, cell in cells.items()}
        said = texts.get
        for name in NEEDED:
            if not texts.get(name) and not any(one.column == name for one in self.faults[before:]):
                self.faults.append(fault(number, name, "import-cell-empty"))
        if len(self.faults) > before:
            return None
        first, last = _days(texts)
        school, municipality = self._place(number, texts)
        title = str(texts["title"])
        if last is None or (first is not None and first > last):
            self.faults.append(fault(number, "until", "import-row-backwards"))
        if self._seen.setdefault(str(texts[KEY]), number) != number:
            same = str(self._seen[str(texts[KEY])])
            self.faults.append(fault(number, KEY, "import-row-key-twice", other=same))
        if len(self.faults) > before or last is None:
            return None
        return NamedEntry(
            row=number,
            entry_key=str(texts[KEY]),
            title=title,
            first=first,
            last=last,
            kind=str(said("kind") or self._words.kind_of(title)),
            level=str(texts["level"]),
            organiser=str(said("organiser") or ""),
            competencies=tuple(said("competencies") or ()),
            region=str(texts["region"]),
            municipality=municipality,
            school_id=school,
            hours=said("hours"),
            away=said("away"),
            places=said("places"),
            link=str(said("link") or ""),
            called_off=said("state") == CALLED_OFF,
            reason=str(said("reason") or ""),
        )

    def _cell(self, number: int, column: str, cell: Cell) -> Cell:
        try:
            return meaning(self._words, column, cell)
        except BadCell as bad:
            self.faults.append(Fault(number, column, bad.key, bad.facts))
            return None

    def _place(self, number: int, texts: Mapping[str, Cell]) -> tuple[int | None, str]:
        """For one school, for a municipality, or for the whole region: all must be known."""
        region = [
            one for one in self._organisations if normalised(one.region) == normalised(str(texts["region"]))
        ]
        if not region:
            self.faults.append(fault(number, "region", "import-row-no-region", region=str(texts["region"])))
            return None, ""
        municipality = str(texts.get("municipality") or "")
        here = [
            one
            for one in region
            if not municipality or normalised(one.municipality) == normalised(municipality)
        ]
        if not here:
            self.faults.append(
                fault(number, "municipality", "import-row-no-municipality", municipality=municipality)
            )
            return None, ""
        name = str(texts.get("organisation") or "")
        if not name:
            return None, here[0].municipality if municipality else ""
        schools = [
            one
            for one in here
            if one.kind is OrganisationKind.SCHOOL and normalised(one.name) == normalised(name)
        ]
        if len(schools) != 1:
            several = fault(number, "organisation", "import-row-several-schools", school=name)
            unknown = fault(number, "organisation", "import-row-no-school", school=name)
            self.faults.append(several if schools else unknown)
            return None, ""
        return schools[0].id, schools[0].municipality


def _days(texts: Mapping[str, Cell]) -> tuple[date | None, date | None]:
    """The first day of several, and the last (or the only) one."""
    first, until = texts["date"], texts.get("until")
    return (first, until) if until and until != first else (None, first)
