"""What every rule of a regulation carries: where it stands, and whether it is ours."""

import re
from collections.abc import Collection, Iterator
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from regulations.words import Words

CODE = r"^[a-z][a-z0-9_]{1,31}$"
_PLACE = (
    r"(?:п\. \d+(?:\.\d+)*|табл\. \d+|форма «[^»]+»|разд\. \d+(?: \(этап \d+\))?|слайд \d+"
    r"|вводная часть|алгоритм|глоссарий)"
)
"""How the texts are cited: clauses, tables, forms; sections and stages, slides, headings where nothing is numbered."""
_CLAUSE = re.compile(f"{_PLACE}(?:, {_PLACE})*")


class Misplaced(ValueError):
    """Something at `at` (keys and places from the piece that is being checked) contradicts the rest of the file."""

    def __init__(self, reason: str, *at: str | int) -> None:
        super().__init__(reason)
        self.at = at


class Data(BaseModel):
    """A frozen, hashable piece of data that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def named_roles(self) -> tuple[str, ...]:
        """Role codes this piece mentions; the regulation must define them."""
        return ()


class Rule(Data):
    """A rule with the clause it comes from.

    `clause` as it is cited to people: «п. 3.1.2», several joined by a comma. Where the text is silent the
    rule is `ours`, and its clause (if any) is the place the rule completes. `confirm`: the organisation
    must confirm it, because we chose it or because the text leaves it to a local act. `quote`: the
    regulation's own words. `ocr`: they were typed anew from a damaged scan, its `lines` beside them, and are to be
    compared with the paper (X41). `donor`: another regulation whose form fills a hole of this text (X36).
    """

    clause: str = ""
    ours: bool = False
    confirm: bool = False
    quote: Words | None = None
    ocr: bool = False
    lines: str = Field(default="", pattern=r"^(\d+(-\d+)?(, \d+(-\d+)?)*)?$")
    donor: str = ""

    @model_validator(mode="after")
    def _has_an_origin(self) -> Self:
        if not self.clause and not self.ours:
            raise ValueError("a rule needs its clause, or the mark ours = true")
        if (self.ocr or self.donor) and not self.confirm:
            raise ValueError("what was typed anew, or taken from elsewhere, needs confirm = true")
        if self.clause and not _CLAUSE.fullmatch(self.clause):
            raise ValueError(f"'{self.clause}' is no clause such as 'п. 3.1.2'")
        return self


class Named(Rule):
    """A rule that names something people choose or read: a kind, a level, a form, a stage."""

    code: str
    title: Words

    @model_validator(mode="after")
    def _has_a_code(self) -> Self:
        if not re.fullmatch(CODE, self.code):
            raise ValueError(f"'{self.code}' is no code: small Latin letters, digits, '_', 2 to 32")
        return self


LONGEST_LABEL = 32
"""Characters that a phone shows of a button across the screen, beside a mark of ours."""


class Labelled(Named):
    """Something that is chosen by a button; `short`: what stands on it where the title is too long for a phone."""

    short: Words | None = None

    @property
    def label(self) -> Words:
        """What stands on the button."""
        return self.short or self.title

    @model_validator(mode="after")
    def _fits_a_button(self) -> Self:
        for language in self.label.languages:
            if len(self.label.get(language)) > LONGEST_LABEL:
                where = "short" if self.short else "title"
                raise ValueError(f"'{self.code}': {where} ({language}) is longer than {LONGEST_LABEL}")
        return self


Path = tuple[str | int, ...]


def walk(data: Any) -> Iterator[Any]:
    """Every piece inside `data`, itself included, parents first; Words are pieces too."""
    return (piece for _, piece in walk_with_paths(data))


def walk_with_paths(data: Any, at: Path = ()) -> Iterator[tuple[Path, Any]]:
    """The same, each piece with the keys and places that lead to it in the file."""
    if isinstance(data, Data):
        yield at, data
        for name, info in type(data).model_fields.items():
            yield from walk_with_paths(getattr(data, name), (*at, info.alias or name))
    elif isinstance(data, tuple):
        for number, item in enumerate(data):
            yield from walk_with_paths(item, (*at, number))
    elif isinstance(data, Words):
        yield at, data


def check_codes(data: Data) -> None:
    """Two things of one list may not share a code: a stored code would be ambiguous.

    Raises Misplaced naming the list and the code.
    """
    for at, piece in walk_with_paths(data):
        for name in type(piece).model_fields if isinstance(piece, Data) else ():
            value = getattr(piece, name)
            items = value if isinstance(value, tuple) else ()
            codes = [item.code if isinstance(item, Named) else None for item in items]
            for number, code in enumerate(codes):
                if code is not None and code in codes[:number]:
                    raise Misplaced(f"{name}: '{code}' stands twice", *at, name, number, "code")


def check_roles(data: Data, defined: Collection[str]) -> None:
    """Raises Misplaced for a role that is mentioned somewhere and defined nowhere."""
    for at, piece in walk_with_paths(data):
        for role in piece.named_roles() if isinstance(piece, Data) else ():
            if role not in defined:
                raise Misplaced(f"{type(piece).__name__}: no role '{role}' in this regulation", *at)
