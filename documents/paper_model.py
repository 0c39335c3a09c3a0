"""A paper of a route, ready to be printed: every word of it, and nothing about how it is set (DESIGN 18).

PDF (`paper_pdf`) and DOCX (`paper_docx`) are both made of this and of nothing else, so they say the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from documents import typeset

Row = tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """One line of a stamp or of the head; `under`: the small words below it («наименование должности»)."""

    text: str
    under: str = ""


@dataclass(frozen=True)
class Stamp:
    """«СОГЛАСОВАНО» or «УТВЕРЖДАЮ» in a corner of the first page, with the lines below the word."""

    word: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table. `group`: what stands above it and its neighbours; `weight`: how wide, among the others."""

    title: str
    group: str = ""
    weight: int = 2


@dataclass(frozen=True)
class Span:
    """A cell of the upper head: over `span` columns; over the lower head, too, where it stands `alone`."""

    title: str
    span: int
    alone: bool


@dataclass(frozen=True)
class Part:
    """A section, named by `code` in templates: paragraphs, rows with their captions, a table, lines to write on.

    An empty cell is a place where a person writes; `blanks`: how many ruled lines; `small`: behind
    the signatures, in small print.
    """

    code: str
    title: str = ""
    paragraphs: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    columns: tuple[Column, ...] = ()
    cells: tuple[Row, ...] = ()
    blanks: int = 0
    small: bool = False

    @property
    def head(self) -> tuple[Span, ...]:
        """The upper head of the table: neighbours with one group share a cell."""
        found: list[Span] = []
        for column in self.columns:
            if column.group and found and not found[-1].alone and found[-1].title == column.group:
                found[-1] = Span(column.group, found[-1].span + 1, alone=False)
            else:
                found.append(Span(column.group or column.title, 1, alone=not column.group))
        return tuple(found)

    @property
    def two_heads(self) -> bool:
        """Whether some columns stand under a common title."""
        return any(column.group for column in self.columns)


@dataclass(frozen=True)
class Signature:
    """A line to sign on: who, and the name if it is known.

    `said`: what is signed («С выводами ознакомлен(а)»); above, or in the place of an office that nobody names.
    """

    who: str
    name: str
    said: str = ""
    under: str = ""


@dataclass(frozen=True)
class Proof:
    """How the paper can be proved: a link as a picture ("" where none leads anywhere), and the same in words."""

    link: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Paper:
    """The whole paper. `mark`: «ПРОЕКТ», or that another one has replaced it; `name`: of its file, without the end.

    `made`: its local day, as ISO has it: an archive wants one. `regulation`: whose form it is.
    """

    kind: str
    language: str
    name: str
    title: str
    made: str
    regulation: str = ""
    caption: str = ""
    mark: str = ""
    stamps: tuple[Stamp, ...] = ()
    head: tuple[Line, ...] = ()
    parts: tuple[Part, ...] = ()
    signatures: tuple[Signature, ...] = ()
    proof: Proof | None = None
    wide: bool = False

    @property
    def facts(self) -> dict[str, Any]:
        """Everything in it as JSON takes it, each text without what is invisible and breaks a page."""
        words = typeset.words("paper", self.language)
        print_words = {key: words[key] for key in ("page_of", "blank_sign")}
        parts = [
            asdict(part) | {"head": [asdict(one) for one in part.head], "two_heads": part.two_heads}
            for part in self.parts
        ]
        whole: dict[str, Any] = clean(asdict(self) | {"parts": parts, "print": print_words})
        return whole

    @property
    def fingerprint(self) -> str:
        """SHA-256 of what it says: the same facts give the same paper."""
        return sha256(json.dumps(self.facts, sort_keys=True).encode()).hexdigest()


def clean(value: Any) -> Any:
    """Texts line by line without what no page can show; everything else as it is."""
    if isinstance(value, str):
        return "\n".join(typeset.one_line(line) for line in value.split("\n")).strip("\n")
    if isinstance(value, Mapping):
        return {key: clean(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [clean(one) for one in value]
    return value
