"""What every rule of a regulation carries: where it stands, and whether it is ours."""

import re
from collections.abc import Collection, Iterator
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, model_validator

from regulations.words import Words

CODE = r"^[a-z][a-z0-9_]{1,31}$"
_PLACE = r"(?:п\. \d+(?:\.\d+)*|табл\. \d+|форма «[^»]+»)"
_CLAUSE = re.compile(f"{_PLACE}(?:, {_PLACE})*")


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
    regulation's own words.
    """

    clause: str = ""
    ours: bool = False
    confirm: bool = False
    quote: Words | None = None

    @model_validator(mode="after")
    def _has_an_origin(self) -> Self:
        if not self.clause and not self.ours:
            raise ValueError("a rule needs its clause, or the mark ours = true")
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


def walk(data: Any) -> Iterator[Any]:
    """Every piece inside `data`, itself included, parents first; Words are pieces too."""
    if isinstance(data, Data):
        yield data
        for name in type(data).model_fields:
            yield from walk(getattr(data, name))
    elif isinstance(data, tuple):
        for item in data:
            yield from walk(item)
    elif isinstance(data, Words):
        yield data


def check_codes(data: Data) -> None:
    """Two things of one list may not share a code: a stored code would be ambiguous.

    Raises ValueError naming the list and the code.
    """
    for piece in walk(data):
        for name in type(piece).model_fields if isinstance(piece, Data) else ():
            value = getattr(piece, name)
            codes = (
                [item.code for item in value if isinstance(item, Named)] if isinstance(value, tuple) else []
            )
            for code in codes:
                if codes.count(code) > 1:
                    raise ValueError(f"{name}: '{code}' stands twice")


def check_roles(data: Data, defined: Collection[str]) -> None:
    """Raises ValueError for a role that is mentioned somewhere and defined nowhere."""
    for piece in walk(data):
        for role in piece.named_roles() if isinstance(piece, Data) else ():
            if role not in defined:
                raise ValueError(f"{type(piece).__name__}: no role '{role}' in this regulation")
