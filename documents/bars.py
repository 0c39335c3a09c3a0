"""The picture of a diagnosis: one bar for each competency, every number and level also in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from documents import typeset

THRESHOLDS = (Decimal(60), Decimal(80))
"""Per cent where the level of a competency changes (S002)."""

WIDTH = 900
"""Pixels of the picture: 2.5 for each of a phone 360 wide."""

_PAGE_WIDTH = 450  # typst points, as in bars.typ
_POINTS_PER_INCH = 72


@dataclass(frozen=True)
class Bar:
    """One competency: 0..100 per cent, or None without an answer, and what to say under the bar.

    The note is the caller's: the level with the name of its scale, or that there was no answer.
    ValueError for per cent that cannot be.
    """

    label: str
    per_cent: Decimal | float | None
    note: str

    def __post_init__(self) -> None:
        if self.per_cent is not None and not 0 <= self.per_cent <= 100:
            raise ValueError(f"{self.per_cent} is not 0..100 per cent")


def bars_png(rows: Sequence[Bar], *, caption: str, language: str) -> bytes:
    """A PNG, `WIDTH` wide and as high as it needs, opaque and light, legible on a phone of 360 pixels."""
    words = typeset.words("bars", language)
    facts = {
        "language": language,
        "caption": typeset.one_line(caption),
        "scale": words["scale"],
        "zones": words["zones"],
        "thresholds": [{"at": float(at), "number": _number(at, language)} for at in THRESHOLDS],
        "bars": [_drawn(row, language) for row in rows],
    }
    return typeset.png("bars", facts, ppi=_POINTS_PER_INCH * WIDTH / _PAGE_WIDTH)


def _drawn(row: Bar, language: str) -> dict[str, str | float | None]:
    per_cent = None if row.per_cent is None else Decimal(str(row.per_cent))
    return {
        "label": typeset.one_line(row.label),
        "note": typeset.one_line(row.note),
        "at": None if per_cent is None else float(per_cent),
        "number": "" if per_cent is None else _number(per_cent, language),
    }


def _number(per_cent: Decimal, language: str) -> str:
    """Per cent as people write them: one decimal, and none where it is a zero."""
    words = typeset.words("bars", language)
    digits = f"{per_cent.quantize(Decimal('0.1'), ROUND_HALF_UP):f}".removesuffix(".0")
    shown: str = words["per_cent"].format(number=digits.replace(".", words["comma"]))
    return shown
