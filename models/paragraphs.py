"""A text of paragraphs: composed from the facts, then mended by hand, never longer than it may be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from models.errors import NotYours, Refusal


class Paragraphs:
    """What conclusions and reports on a year are written in. `by_hand`: the text is no longer composed from the facts.

    `LONGEST`: letters of the whole text.
    """

    LONGEST: ClassVar[int]

    paragraphs: Mapped[list[str]]
    by_hand: Mapped[bool] = mapped_column(default=False)

    def only_draft(self) -> None:
        """Refuses Outdated once others have it: what they judge must stay what was read."""
        raise NotImplementedError

    def too_long(self, length: int) -> Refusal:
        """What is said of a text of so many letters."""
        raise NotImplementedError

    @property
    def length(self) -> int:
        """Letters of the text, with the empty lines between paragraphs."""
        return _length(self.paragraphs)

    def compose(self, paragraphs: Sequence[str]) -> None:
        """The text as the facts tell it now; what was written by hand gives way."""
        self.only_draft()
        self.paragraphs, self.by_hand = list(paragraphs), False

    def write(self, at: int, text: str) -> None:
        """One paragraph anew, or another one behind the last; "" takes it out. Refuses a text too long."""
        self.only_draft()
        found = list(self.paragraphs)
        if not 0 <= at <= len(found):
            raise NotYours("refusal-not-yours")
        found[at : at + 1] = [text] if text else []
        self._keep(found)

    def _keep(self, paragraphs: list[str]) -> None:
        length = _length(paragraphs)
        if length > self.LONGEST:
            raise self.too_long(length)
        self.paragraphs, self.by_hand = paragraphs, True


def _length(paragraphs: Sequence[str]) -> int:
    return len("\n\n".join(paragraphs))
