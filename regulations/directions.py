"""What a route is built of: directions, other frameworks of competencies, reasons to begin, advice."""

from typing import Literal

from pydantic import Field

from regulations.rule import Labelled, Named, Rule


class Direction(Named):
    """A direction of the work; `kinds`: the kinds of activities that belong to it."""

    kinds: tuple[str, ...] = ()


class Directions(Rule):
    """How rows fall into directions: by their kind (nobody is asked twice), or by the competencies they develop."""

    by: Literal["kind", "competency"]
    items: tuple[Direction, ...] = ()

    def of_kind(self, kind: str) -> Direction | None:
        """The direction that a kind of activity belongs to; None where there is none."""
        return next((one for one in self.items if kind in one.kinds), None)


class Framework(Rule):
    """Another framework of competencies, for other people than teachers (managers).

    `positions`: how the words of their positions begin; `questionnaire`: the id of the one we offer them.
    """

    items: tuple[Named, ...] = Field(min_length=1)
    positions: tuple[str, ...] = ()
    questionnaire: str = ""


class Beginning(Rule):
    """Why a route is begun, and whether there must be one at all.

    `required`: every teacher has one; otherwise it begins by wish. `reasons`: what the text names.
    """

    required: bool = False
    reasons: tuple[Labelled, ...] = ()


class Future(Rule):
    """Questions that help to think of one's professional future while a topic is chosen; thought of, not typed."""

    questions: tuple[Named, ...] = Field(min_length=1)


class Advice(Rule):
    """How the text advises to fill the papers in, and its questions to check oneself."""

    rules: tuple[Named, ...] = Field(min_length=1)
    questions: tuple[Named, ...] = ()

    def rule(self, code: str) -> Named | None:
        """The advice with this code; None where the text gives no such."""
        return next((one for one in self.rules if one.code == code), None)
