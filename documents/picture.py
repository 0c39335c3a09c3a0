"""A picture as data: what is drawn, and the same in words for whoever cannot see it."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from documents import typeset

WIDTH = 900
"""Pixels of every picture: 2.3 for each of a phone 390 wide."""
LONGEST = 1000
"""UTF-16 units of the words: a caption of Telegram holds 1,024."""
NAMES = (90, 60, 40, 28, 18, 10)
"""Letters of a name in the words, tried in turn until everything fits."""

_PAGE_WIDTH = 450  # typst points, as in every template of a picture
_POINTS_PER_INCH = 72


@dataclass(frozen=True)
class Picture:
    """One PNG, `WIDTH` wide, opaque and light: a template, its facts (JSON), and what it says in words."""

    template: str
    facts: Mapping[str, Any]
    words: str

    @property
    def same(self) -> str:
        """Stands for the bytes, as long as this edition of the program draws them."""
        said = json.dumps(self.facts, sort_keys=True)
        return f"{self.template}.{sha256(said.encode()).hexdigest()}"

    def png(self) -> bytes:
        """Draw it; safe to call from a thread."""
        return typeset.png(self.template, self.facts, ppi=_POINTS_PER_INCH * WIDTH / _PAGE_WIDTH)


def shortened(name: str, letters: int) -> str:
    """A name in one line of at most so many letters, with «…» where it is cut, between words if it may be."""
    name = typeset.one_line(name)
    if len(name) <= letters:
        return name
    cut = name[: letters - 1]
    whole = cut.rpartition(" ")[0]
    return f"{(whole if len(whole) > letters // 2 else cut).rstrip(' ,;:')}…"


def in_words(head: Sequence[str], lines: Sequence[tuple[str, str]]) -> str:
    """The head, and a line for each name and what is said of it; names are cut until all of it fits."""
    return fitted(lambda letters: [*head, *(f"{shortened(name, letters)}: {what}" for name, what in lines)])


def fitted(lines: Callable[[int], Sequence[str]]) -> str:
    """Lines with names of so many letters, as many as `LONGEST` lets in.

    Where even short names do not help, the last lines give way to «…».
    """
    said: list[str] = []
    for letters in NAMES:
        said = list(lines(letters))
        if _size("\n".join(said)) <= LONGEST:
            return "\n".join(said)
    while len(said) > 1 and _size("\n".join(said)) > LONGEST - 2:
        said.pop()
    return "\n".join([*said, "…"])


def _size(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
