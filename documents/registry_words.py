"""How the registry of routes is written for people: headings, widths, words in place of codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from documents import typeset

CODED = ("stage", "mark", "outcome", "known")
"""Columns whose values are codes."""
RARE = ("prolongations",)
"""Columns in which nothing stands instead of a nought."""


@dataclass(frozen=True)
class Wording:
    """The registry's words in one language."""

    language: str = "ru"

    @property
    def words(self) -> Mapping[str, Any]:
        """Every word."""
        return typeset.words("registry", self.language)

    def columns(self, table: str = "columns") -> Mapping[str, tuple[str, float]]:
        """Heading and width in letters, by the name of the column, in their order."""
        return {name: (title, width) for name, (title, width) in self.words[table].items()}

    def said(self, column: str, value: Any) -> Any:
        """A value as a person reads it: words for a code, «yes» or nothing for a mark; else as it is."""
        if column in CODED:
            return self.words[column].get(value, "")
        if isinstance(value, bool):
            return self.words["yes"] if value else ""
        return "" if value is None or (column in RARE and not value) else value


def day(value: date) -> str:
    """A date as Russian spreadsheets read it."""
    return f"{value:%d.%m.%Y}"
