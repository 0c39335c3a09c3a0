"""The picture of a diagnosis: one bar for each competency, every number and level also in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from babel.dates import format_date

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

    The note is the caller's: the level with the name of its scale, or that there was no answer. `earlier`:
    per cent of the time before, drawn only where the picture compares two days. ValueError for per cent that
    cannot be.
    """

    label: str
    per_cent: Decimal | float | None
    note: str
    earlier: Decimal | float | None = None

    def __post_init__(self) -> None:
        for found in (self.per_cent, self.earlier):
            if found is not None and not 0 <= found <= 100:
                raise ValueError(f"{found} is not 0..100 per cent")


def bars_png(
    rows: Sequence[Bar], *, caption: str, language: str, days: tuple[date, date] | None = None
) -> bytes:
    """A PNG, `WIDTH` wide and as high as it needs, opaque and light, legible on a phone of 360 pixels.

    `days`: two bars for each competency, the earlier day above the later, each named.
    """
    words = typeset.words("bars", language)
    facts = {
        "language": language,
        "caption": typeset.one_line(caption),
        "scale": words["scale"],
        "zones": words["zones"],
        "thresholds": [{"at": float(at), "number": _number(at, language)} for at in THRESHOLDS],
        "days": [format_date(day, "d MMMM y", language) for day in days or ()],
        "bars": [_drawn(row, language) for row in rows],
    }
    return typeset.png("bars", facts, ppi=_POINTS_PER_INCH * WIDTH / _PAGE_WIDTH)


def _drawn(row: Bar, language: str) -> dict[str, str | float | None]:
    return {
        "label": typeset.one_line(row.label),
        "note": typeset.one_line(row.note),
        "at": _at(row.per_cent),
        "number": _number(row.per_cent, language),
        "earlier_at": _at(row.earlier),
        "earlier_number": _number(row.earlier, language),
    }


def _at(per_cent: Decimal | float | None) -> float | None:
    return None if per_cent is None else float(per_cent)


def _number(per_cent: Decimal | float | None, language: str) -> str:
    """Per cent as people write them: one decimal, and none where it is a zero; nothing without an answer."""
    if per_cent is None:
        return ""
    words = typeset.words("bars", language)
    digits = f"{Decimal(str(per_cent)).quantize(Decimal('0.1'), ROUND_HALF_UP):f}".removesuffix(".0")
    shown: str = words["per_cent"].format(number=digits.replace(".", words["comma"]))
    return shown
