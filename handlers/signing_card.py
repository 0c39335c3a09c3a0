"""One paper on one screen: each kind says what its signers read, and where it is returned (S-06)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handlers.callbacks import Go
from handlers.callbacks_signing import SignTap
from handlers.views import Button, Say, View, button, say, view
from models.paper import PaperKind

Facts = Mapping[str, Any]
Parts = Sequence[Say | list[Say]]


@dataclass(frozen=True)
class Drawing:
    """`parts`: what a signer reads, its title first; `back`: «Вернуть», with the reason asked behind it.

    `whole`: everything that is signed, where it is longer than a screen.
    """

    parts: Callable[[Facts], Parts]
    back: Callable[[Facts], Button]
    whole: Callable[[Facts], Button] | None = None


DRAWINGS: dict[str, Drawing] = {}


def paper_drawing(kind: PaperKind, drawing: Drawing) -> None:
    """A stage says how its paper is read."""
    DRAWINGS[kind.value] = drawing


def card(facts: Facts, rows: Sequence[Sequence[Button]]) -> View:
    """What the paper says, and whose place the reader takes, if another's."""
    first, *rest = DRAWINGS[facts["paper"]].parts(facts)
    head = [*([first] if isinstance(first, Say) else first)]
    if facts["instead"]:
        head.insert(1, say("signing-instead", role=facts["instead"]))
    return view(head, *rest, rows=rows)


def key(facts: Facts) -> dict[str, Any]:
    """What each button about this place for a signature carries."""
    return {"slot": facts["slot"], "version": facts["version"]}


def words(facts: Facts) -> list[list[Button]]:
    """The word that is due: sign, agree or approve; or return it, but not one's own."""
    sign = button("signing-card.sign", SignTap(do="sign", **key(facts)), style="success", act=facts["act"])
    return [[sign], [] if facts["own"] else [DRAWINGS[facts["paper"]].back(facts)]]


def more(facts: Facts) -> list[list[Button]]:
    """Everything that is signed, and the list."""
    whole = DRAWINGS[facts["paper"]].whole
    return [[*([whole(facts)] if whole else []), button("signing-card.list", Go(place="signing"))]]
