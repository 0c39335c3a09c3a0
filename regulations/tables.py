"""Columns of the tables that people load, and the words in their cells, as people write them: ours."""

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from models.base import normalised
from regulations.files import read_file
from regulations.rule import Data
from regulations.words import Words

FILE = Path(__file__).parent / "tables" / "columns.toml"
KINDS = ("people", "catalogue", "diagnosis", "finished")


class Column(Data):
    """One column: its name, how it is called in a talk, how else people write it, a cell as an example."""

    name: str
    title: Words
    words: tuple[str, ...] = ()
    needed: bool = False
    example: str = ""


class Tables(Data):
    """The file: the columns of each kind of table, and the words of roles, phases, outcomes, states, answers."""

    ours: Literal[True]
    people: tuple[Column, ...] = Field(min_length=1)
    catalogue: tuple[Column, ...] = Field(min_length=1)
    diagnosis: tuple[Column, ...] = Field(min_length=1)
    finished: tuple[Column, ...] = Field(min_length=1)
    roles: Mapping[str, tuple[str, ...]]
    phases: Mapping[str, tuple[str, ...]]
    outcomes: Mapping[str, tuple[str, ...]]
    states: Mapping[str, tuple[str, ...]]
    answers: Mapping[Literal["yes", "no"], tuple[str, ...]]

    def columns(self, kind: str) -> tuple[Column, ...]:
        """The columns of one kind of table. KeyError for another kind."""
        if kind not in KINDS:
            raise KeyError(kind)
        found: tuple[Column, ...] = getattr(self, kind)
        return found

    @cached_property
    def role_words(self) -> Mapping[str, str]:
        """Words of people for an office, to its code."""
        return _turned(self.roles)

    @cached_property
    def phase_words(self) -> Mapping[str, str]:
        """Words for a phase of diagnosis, to its code."""
        return _turned(self.phases)

    @cached_property
    def outcome_words(self) -> Mapping[str, str]:
        """Words for what a route came to, to its code."""
        return _turned(self.outcomes)

    @cached_property
    def answer_words(self) -> Mapping[str, str]:
        """Words for yes and no."""
        return _turned(self.answers)

    @cached_property
    def state_words(self) -> Mapping[str, str]:
        """Words for whether an event takes place, to its code."""
        return _turned(self.states)


def _turned(words: Mapping[Any, tuple[str, ...]]) -> Mapping[str, str]:
    return {normalised(word): code for code, known in words.items() for word in (code, *known)}


def sign(heading: object) -> str:
    """A heading as it is compared: letters and digits only, ё as е («Таб. №» is «таб»)."""
    return "".join(letter for letter in normalised(str(heading)) if letter.isalnum())


def headings(columns: tuple[Column, ...]) -> Mapping[str, str]:
    """Everything that people write above these columns, as `sign` has it, to the name of the column."""
    found: dict[str, str] = {}
    for column in columns:
        for word in (column.name, column.title.get("ru"), column.title.get("en"), *column.words):
            found.setdefault(sign(word), column.name)
    return found


@cache
def load(path: Path = FILE) -> Tables:
    """The file, read once. Raises RegulationError with the file, the key and the reason."""
    return read_file(path, Tables)
