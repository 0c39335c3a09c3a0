"""Which table a sheet is, and which column of it is what: known words first, the sender's word for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.import_file import NOT_NEEDED
from regulations import tables
from regulations.tables import KINDS, Column
from regulations.words import Words
from services.import_tables import RawSheet
from services.people_file import Cell, Dialect, FileRefused, Sheet, SheetRow
from services.rules import Rules

ROWS_ABOVE = 20
ALL_TEACHERS = "=role"
"""In a mapping beside the columns: everybody in the list has this role."""
WEIGHT_OF_NEEDED = 3
Mapped = Mapping[str, str]
"""The number of a column as text, to its name."""


@dataclass(frozen=True)
class Table:
    """The one table of a file that is understood best; `kind` "": nobody knows which it is."""

    kind: str
    header: SheetRow
    rows: tuple[SheetRow, ...]

    @property
    def headings(self) -> list[str]:
        """What stands above the columns; "" above an empty one."""
        return [" ".join(str(cell).split())[:100] if cell is not None else "" for cell in self.header.cells]

    def samples(self) -> list[str]:
        """The first cell below each heading."""
        return [self._first(at)[:60] for at in range(len(self.header.cells))]

    def _first(self, at: int) -> str:
        found = (row.cells[at] for row in self.rows[:50] if at < len(row.cells))
        return next((str(cell) for cell in found if cell is not None and str(cell).strip()), "")

    def sheet(self, mapping: Mapped) -> Sheet:
        """The columns that are loaded, by their names."""
        names = [mapping.get(str(at)) or None for at in range(len(self.header.cells))]
        header: tuple[Cell, ...] = tuple(names)
        sheet = Sheet(SheetRow(self.header.number, header), self.rows, Dialect())
        return with_column(sheet, "role", mapping[ALL_TEACHERS]) if ALL_TEACHERS in mapping else sheet


def with_column(sheet: Sheet, name: str, value: Cell) -> Sheet:
    """The sheet with one more column that says the same in each row."""
    width = len(sheet.header.cells)
    header = SheetRow(sheet.header.number, (*sheet.header.cells, name))
    return Sheet(header, tuple(_widened(row, width, value) for row in sheet.rows), sheet.dialect)


def _widened(row: SheetRow, width: int, cell: Cell) -> SheetRow:
    padded = (*row.cells[:width], *(None,) * (width - len(row.cells)))
    return SheetRow(row.number, (*padded, cell))


def own_columns(kind: str) -> list[Column]:
    """The columns of a kind of table that no regulation adds."""
    return list(tables.load().columns(kind))


def columns(rules: Rules, kind: str) -> list[Column]:
    """The columns of a kind of table; a diagnosis has one for each competency that any regulation knows."""
    found = own_columns(kind)
    if kind == "diagnosis":
        known = {
            one.code: one.title for law in rules.regulations.regulations for one in reversed(law.competencies)
        }
        found += [Column(name=code, title=title, words=_short(title)) for code, title in known.items()]
    return found


def _short(title: Words) -> tuple[str, ...]:
    """«Предметные» stands for «Предметные компетенции»."""
    words = title.get("ru").split()
    return (words[0],) if len(words) > 1 else ()


def find(rules: Rules, sheets: Iterable[RawSheet], only: str = "") -> Table:
    """The table with the most known headings, of any kind or of `only` one. Raises FileRefused where nothing is one."""
    best: tuple[int, Table] | None = None
    sheets = list(sheets)
    for kind in (only,) if only else KINDS:
        known = columns(rules, kind)
        for sheet in sheets:
            for index, row in enumerate(sheet.rows[:ROWS_ABOVE]):
                score = _score(row, known)
                if score and (best is None or score > best[0]):
                    best = score, Table(kind, row, sheet.rows[index + 1 :])
    if best is not None and best[0] > WEIGHT_OF_NEEDED:
        return best[1]
    return _unknown(sheets)


def _score(row: SheetRow, known: Sequence[Column]) -> int:
    names = set(recognised(row.cells, known).values())
    return sum(WEIGHT_OF_NEEDED if column.needed else 1 for column in known if column.name in names)


def _unknown(sheets: Sequence[RawSheet]) -> Table:
    for sheet in sheets:
        for index, row in enumerate(sheet.rows[:ROWS_ABOVE]):
            if sum(cell is not None and str(cell).strip() != "" for cell in row.cells) > 1:
                return Table("", row, sheet.rows[index + 1 :])
    raise FileRefused("import-file-no-columns")


def recognised(headings: Sequence[Cell], known: Sequence[Column]) -> dict[str, str]:
    """The columns whose headings are known words; a name is taken once, by the first."""
    words, found = tables.headings(tuple(known)), dict[str, str]()
    for at, heading in enumerate(headings):
        name = words.get(tables.sign(heading)) if heading is not None else None
        if name and name not in found.values():
            found[str(at)] = name
    return found


def missing(known: Sequence[Column], mapping: Mapped) -> list[Column]:
    """Needed columns that nothing stands for yet, in their order."""
    named = {*mapping.values(), *(("role",) if ALL_TEACHERS in mapping else ())}
    return [column for column in known if column.needed and column.name not in named]


def unnamed(headings: Sequence[str], mapping: Mapped) -> list[int]:
    """Columns with a heading about which nothing is said yet."""
    return [at for at, heading in enumerate(headings) if heading.strip() and str(at) not in mapping]


def left_out(headings: Sequence[str], mapping: Mapped) -> dict[str, str]:
    """The mapping with everything unnamed left out."""
    return {**mapping, **{str(at): NOT_NEEDED for at in unnamed(headings, mapping)}}


def whole(rules: Rules, kind: str, table: Table) -> Sheet:
    """The sheet where nobody can be asked. Raises FileRefused naming unknown, doubled and missing columns."""
    known = columns(rules, kind)
    mapping, headings = recognised(table.header.cells, known), table.headings
    words = tables.headings(tuple(known))
    spare = [headings[at] for at in unnamed(headings, mapping)]
    wrong = {
        "unknown": [one for one in spare if tables.sign(one) not in words],
        "doubled": [one for one in spare if tables.sign(one) in words],
        "missing": [one.name for one in missing(known, mapping)],
    }
    if any(wrong.values()):
        facts = {what: ", ".join(found) or "none" for what, found in wrong.items()}
        raise FileRefused("import-file-columns", known=", ".join(one.name for one in known), **facts)
    return table.sheet(mapping)
