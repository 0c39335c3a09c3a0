"""Papers of a regulation: forms with their exact captions, the legal base, the registry."""

from typing import Literal, Self

from pydantic import Field, model_validator

from regulations.rule import Data, Named, Rule
from regulations.words import Words

Cell = Literal[
    "diagnosis.competency",
    "diagnosis.difficulties",
    "diagnosis.low",
    "diagnosis.medium",
    "diagnosis.high",
    "diagnosis.overall",
    "row.number",
    "row.title",
    "row.competencies",
    "row.level",
    "row.organiser",
    "row.when",
    "row.presenting",
    "row.mark",
    "row.result",
    "row.review",
    "row.direction",
    "row.spread",
    "row.accounting",
    "row.expected",
    "row.blank",
    "event.number",
    "event.title",
    "event.form",
    "event.level",
    "event.when",
    "event.mark",
    "event.result",
    "correction.number",
    "correction.day",
    "correction.reason",
    "correction.old",
    "correction.instead",
    "correction.signatures",
    "mentoring.direction",
    "mentoring.activity",
    "mentoring.day",
    "mentoring.responsible",
    "mentoring.mark",
]
"""What stands in a column: of a competency, a row of a plan, a final event, a correction; `blank`: by hand."""


class Part(Named):
    """A section of a form: `columns` of its table, or `rows` with their captions, word for word.

    `cells`: what each column holds, in the order of the columns; without them people write
    there by hand. `points`: beside per cents the form wants the points.
    """

    columns: tuple[Words, ...] = ()
    rows: tuple[Words, ...] = ()
    cells: tuple[Cell, ...] = ()
    points: bool = False

    @model_validator(mode="after")
    def _fills_each_column(self) -> Self:
        if self.cells and len(self.cells) != len(self.columns):
            raise ValueError(f"'{self.code}': {len(self.columns)} columns, {len(self.cells)} cells")
        if len({one.partition(".")[0] for one in self.cells}) > 1:
            raise ValueError(f"'{self.code}': the cells of one table tell of one kind of thing")
        return self


class Document(Named):
    """A paper the product makes; `caption`: the printed number («Приложение 1»); `by`: who prepares it."""

    caption: Words | None = None
    by: str = ""
    parts: tuple[Part, ...] = ()

    def named_roles(self) -> tuple[str, ...]:
        """The roles it mentions."""
        return (self.by,) if self.by else ()


class LegalAct(Rule):
    """An act, as the regulation quotes it; `doubt`: what looks wrong in the reference, for a methodist."""

    act: Words
    doubt: Words | None = None


class Shelf(Data):
    """A place where the finished card is kept."""

    title: Words


class Registry(Rule):
    """Where a finished route goes: the registry, and the places that keep the card."""

    title: Words
    kept: tuple[Shelf, ...] = Field(min_length=1)
