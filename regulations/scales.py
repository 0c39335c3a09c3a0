"""Two scales that run opposite ways, read from one score by one function.

A score is the per cent of fulfilment in whole tenths, 0 to 1000 (545 is 54.5 %): exact, sortable, a plain
integer in the database and in JSON. The raw score is what is stored; levels are always derived.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, model_validator

from regulations.rule import Data, Rule
from regulations.words import Words

FULL = 1000


class CompetenceLevel(StrEnum):
    """How well a competency is formed: the columns of the route card. Low competence is high deficit."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class DeficitLevel(StrEnum):
    """How much is missing: the levels of clause 3.1.1 and of table 1 of the methodical text."""

    HIGH = "high"
    MEDIUM = "medium"
    MINIMAL = "minimal"


_COMPETENCE = {
    DeficitLevel.HIGH: CompetenceLevel.LOW,
    DeficitLevel.MEDIUM: CompetenceLevel.MEDIUM,
    DeficitLevel.MINIMAL: CompetenceLevel.HIGH,
}


def tenths(part: int, whole: int) -> int:
    """`part` of `whole` as a score in tenths of a per cent, half rounded up.

    Raises ValueError unless 0 <= part <= whole and whole > 0.
    """
    if whole <= 0 or not 0 <= part <= whole:
        raise ValueError("a score needs 0 <= part <= whole, whole > 0")
    return (2 * FULL * part + whole) // (2 * whole)


def percent(score: int) -> Decimal:
    """A score as the per cent people read, with exactly one decimal: 545 is Decimal('54.5')."""
    return Decimal(score).scaleb(-1)


def _to_tenths(value: object) -> int:
    """A per cent of the data file (60 or 60.5) as a score."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise ValueError("expected a per cent, such as 60 or 60.5")
    exact = Decimal(str(value)) * 10
    if exact != exact.to_integral_value() or not 0 <= exact <= FULL:
        raise ValueError("a per cent lies between 0 and 100 and has at most one decimal")
    return int(exact)


Percent = Annotated[int, BeforeValidator(_to_tenths)]


class Band(Data):
    """One line of the threshold table.

    `upto`: the highest score of the band after the boundary rule. `printed_from`, `printed_to`: what the
    source prints, both ends inside, except with `printed_below`, where the upper end is outside («менее 60
    %»).
    """

    deficit: DeficitLevel
    upto: Percent
    printed: Words
    printed_from: Percent
    printed_to: Percent
    printed_below: bool = False
    way: Words

    def prints(self, score: int) -> bool:
        """Whether the printed table itself places this score here."""
        top = score < self.printed_to if self.printed_below else score <= self.printed_to
        return self.printed_from <= score and top


class Cut(Data):
    """Other bounds for one competency: the upper ends of the high and of the medium deficit."""

    competency: str
    high_upto: Percent
    medium_upto: Percent


class Thresholds(Rule):
    """The table that turns a score into levels, its source and its boundary rule.

    `upper_inclusive`: a band reaches up to its bound, bound included, and the next begins right above it,
    so the holes of the printed table belong to somebody. `competence_names` and `deficit_names` are whole
    phrases in the order of the enums: a bare «высокий» is never shown.
    """

    source: Words
    boundary: Literal["upper_inclusive"]
    boundary_text: Words
    bands: tuple[Band, ...]
    cuts: tuple[Cut, ...] = ()
    competence_names: tuple[Words, Words, Words]
    deficit_names: tuple[Words, Words, Words]

    @model_validator(mode="after")
    def _covers_all_scores(self) -> Self:
        if [band.deficit for band in self.bands] != list(DeficitLevel):
            raise ValueError("bands: one for each of high, medium, minimal, in this order")
        uppers = [band.upto for band in self.bands]
        if uppers != sorted(set(uppers)) or uppers[-1] != FULL:
            raise ValueError("bands: 'upto' must rise and end at 100")
        if any(not 0 <= cut.high_upto < cut.medium_upto < FULL for cut in self.cuts):
            raise ValueError("cuts: high_upto < medium_upto < 100")
        return self

    def competence_name(self, level: CompetenceLevel) -> Words:
        """The whole phrase, such as «уровень компетенции: низкий»."""
        return self.competence_names[list(CompetenceLevel).index(level)]

    def deficit_name(self, level: DeficitLevel) -> Words:
        """The whole phrase, such as «дефицит: высокий»."""
        return self.deficit_names[list(DeficitLevel).index(level)]


@dataclass(frozen=True)
class Reading:
    """What a score means.

    `in_gap`: the printed table has no line for this score; then `neighbour` is the other level that a
    methodist or a tutor may set with a reason. `way`: the recommended way to fill the deficit.
    """

    score: int
    competence: CompetenceLevel
    deficit: DeficitLevel
    in_gap: bool
    neighbour: DeficitLevel | None
    way: Words

    @property
    def percent(self) -> Decimal:
        """The score as people read it, one decimal."""
        return percent(self.score)

    def moved(self, deficit: DeficitLevel) -> "Reading":
        """The reading after a methodist or a tutor chose the level across the hole; competence follows.

        Raises ValueError unless `deficit` is the neighbour.
        """
        if deficit is not self.neighbour:
            raise ValueError("only the neighbour level across a hole of the table can be chosen")
        return replace(self, deficit=deficit, competence=_COMPETENCE[deficit], neighbour=self.deficit)


def read_score(score: int, table: Thresholds, competency: str | None = None) -> Reading:
    """The only place where a score becomes levels.

    `score` in tenths of a per cent; `competency` picks its own bounds where the table has them. Raises
    ValueError outside 0..1000.
    """
    if not 0 <= score <= FULL:
        raise ValueError("a score lies between 0 and 1000 tenths of a per cent")
    cut = next((cut for cut in table.cuts if cut.competency == competency), None)
    uppers = (cut.high_upto, cut.medium_upto, FULL) if cut else tuple(band.upto for band in table.bands)
    place = next(place for place, upper in enumerate(uppers) if score <= upper)
    band = table.bands[place]
    # Bounds of one's own replace the printed table, so its holes do not exist there.
    neighbour = None if cut else _neighbour(score, place, table)
    in_gap = neighbour is not None
    return Reading(score, _COMPETENCE[band.deficit], band.deficit, in_gap, neighbour, band.way)


def _neighbour(score: int, place: int, table: Thresholds) -> DeficitLevel | None:
    """The level on the other side of the hole that holds the score; None when the table prints the score."""
    bands = table.bands
    if any(band.prints(score) for band in bands):
        return None
    other = place + 1 if score >= bands[place].printed_to else place - 1
    return bands[other].deficit if 0 <= other < len(bands) else None
