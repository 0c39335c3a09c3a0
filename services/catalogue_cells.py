"""One cell of an imported catalogue as what was meant: codes behind words, days, numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from models.base import normalised
from regulations import tables
from regulations.away import read_away
from regulations.rule import Named
from regulations.schema import Regulation
from services import people_cells
from services.people_cells import BadCell
from services.people_file import Cell

CALLED_OFF = "called_off"
MOST_NUMBER = 10_000
LONGEST_TITLE = 200


@dataclass
class Words:
    """What the loaded regulations and organisations call things: normalised words to codes."""

    kinds: dict[str, str] = field(default_factory=dict)
    levels: dict[str, str] = field(default_factory=dict)
    organisers: dict[str, str] = field(default_factory=dict)
    competencies: dict[str, str] = field(default_factory=dict)
    kind_of: Callable[[str], str] = str

    @classmethod
    def of(cls, regulations: Sequence[Regulation]) -> Words:
        """The words of every regulation; the first that says a word decides."""
        found = cls(kind_of=lambda title: _told(regulations, title))
        for one in regulations:
            rules = one.activities
            lists: tuple[tuple[dict[str, str], Sequence[Named]], ...] = (
                (found.kinds, rules.kinds),
                (found.levels, rules.levels),
                (found.organisers, rules.organisers),
                (found.competencies, one.competencies),
            )
            for known, offered in lists:
                for item in offered:
                    for words in (item.code, *(item.title.get(one) for one in item.title.languages)):
                        known.setdefault(normalised(words), item.code)
        return found


def _told(regulations: Sequence[Regulation], title: str) -> str:
    return next((kind for one in regulations if (kind := one.activities.kind_told_by(title))), "")


def meaning(known: Words, column: str, cell: Cell) -> Cell:
    """A cell as its column takes it. Raises BadCell."""
    if column in ("date", "until"):
        return people_cells.day(cell)
    words = people_cells.text(cell, column)
    if column == "title" and len(words) > LONGEST_TITLE:
        raise BadCell("import-cell-long", letters=len(words), most=LONGEST_TITLE)
    reader = {
        "kind": _one_of(known.kinds),
        "level": _one_of(known.levels),
        "competencies": lambda said: _several(said, known.competencies),
        "organiser": lambda said: known.organisers.get(normalised(said), said),
        "hours": _number,
        "places": _number,
        "away": _away,
        "state": _state,
    }.get(column)
    return reader(words) if reader is not None else words


def _one_of(known: Mapping[str, str]) -> Callable[[str], str]:
    return lambda said: _code(said, known) if said else ""


def _several(words: str, known: Mapping[str, str]) -> tuple[str, ...]:
    parts = [part for part in words.replace(";", ",").replace("|", ",").split(",") if part.strip()]
    return tuple(_code(part, known) for part in parts)


def _code(words: str, known: Mapping[str, str]) -> str:
    code = known.get(normalised(words))
    if code is None:
        listed = ", ".join(dict.fromkeys(known.values()))
        raise BadCell("import-cell-one-of", word=words.strip(), known=listed)
    return code


def _number(words: str) -> int | None:
    if not words:
        return None
    if not words.isascii() or not words.isdecimal() or not 0 < int(words) < MOST_NUMBER:
        raise BadCell("import-cell-number", word=words)
    return int(words)


def _away(words: str) -> bool | None:
    try:
        return read_away(words)
    except ValueError:
        raise BadCell("import-cell-yes-or-no", word=words) from None


def _state(words: str) -> str:
    said = tables.load().state_words.get(normalised(words))
    if said is None:
        raise BadCell("import-cell-state", word=words, off=CALLED_OFF)
    return said
