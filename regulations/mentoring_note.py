"""The note and plan of a mentoring programme as questions: twelve fields of the text, ready answers of ours (S004)."""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from regulations.duration import Duration
from regulations.files import read_file
from regulations.rule import CODE, Data, Named
from regulations.words import Words

FILE = Path(__file__).parent / "notes" / "mentoring.toml"
LONGEST_CODE = 16


class Ready(Data):
    """An answer that only needs a tap."""

    code: str = Field(pattern=CODE, max_length=LONGEST_CODE)
    title: Words


class NoteField(Named):
    """One field of the note; `title` stands on the paper, `ask` is what people are asked.

    `kind`: one ready answer or own words; many; who takes part; the first day; how many months. Fields of one
    `group` are one field of the paper (the term).
    """

    kind: Literal["one", "many", "members", "starts", "months"]
    ask: Words
    example: Words | None = None
    group: str = ""
    options: tuple[Ready, ...] = ()

    def titles(self, answer: str) -> list[Words]:
        """The ready answers behind a stored answer; nothing for own words."""
        known = {one.code: one.title for one in self.options}
        codes = answer.split(",")
        return [known[code] for code in codes] if answer and all(code in known for code in codes) else []


class MentoringNote(Data):
    """The file: `route` and `programme` are the bounds where the regulation of a school knows no mentoring."""

    ours: Literal[True]
    route: Duration
    programme: Duration
    fields: tuple[NoteField, ...] = Field(min_length=1)
    activities: tuple[Ready, ...] = Field(min_length=1)
    outcomes: tuple[Ready, ...] = Field(min_length=1)

    def field(self, code: str) -> NoteField:
        """The field with this code; KeyError when there is none."""
        return {one.code: one for one in self.fields}[code]

    def outcome(self, code: str) -> Words:
        """What an outcome is called; KeyError when there is none."""
        return {one.code: one.title for one in self.outcomes}[code]

    def missing(self, answered: set[str]) -> list[NoteField]:
        """Fields that still have no answer, in the order of the paper."""
        return [one for one in self.fields if one.code not in answered]


@cache
def load(path: Path = FILE) -> MentoringNote:
    """The file, read once. Raises RegulationError with the file, the key and the reason."""
    return read_file(path, MentoringNote)
