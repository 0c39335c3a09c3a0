"""Papers of a regulation: forms with their exact captions, the legal base, the registry."""

from pydantic import Field

from regulations.rule import Data, Named, Rule
from regulations.words import Words


class Part(Named):
    """A section of a form: `columns` of its table, or `rows` with their captions, word for word."""

    columns: tuple[Words, ...] = ()
    rows: tuple[Words, ...] = ()


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
