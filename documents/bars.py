"""The picture of a diagnosis: one bar for each competency, every number and level also in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from babel.dates import format_date

from documents import typeset
from documents.picture import Picture, in_words, shortened

THRESHOLDS = (Decimal(60), Decimal(80))
"""Per cent where the level of a competency changes (S002)."""


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


def picture(
    rows: Sequence[Bar],
    *,
    caption: str,
    language: str,
    days: tuple[date, date] | None = None,
    ends: bool = False,
) -> Picture:
    """The bars, as high as they need, legible on a phone; in words: every competency with its numbers.

    `days`: two bars for each competency, the earlier day above the later, each named; `ends`: the two are the
    entry and the final diagnosis.
    """
    words = typeset.words("bars", language)
    sides = _sides(days, language, ends)
    facts = {
        "language": language,
        "caption": typeset.one_line(caption),
        "scale": words["scale"],
        "zones": words["zones"],
        "thresholds": [{"at": float(at), "number": _number(at, language)} for at in THRESHOLDS],
        "days": [f"{name}, {day}" for name, day in sides],
        "bars": [_drawn(row, language) for row in rows],
    }
    return Picture("bars", facts, _in_words(rows, caption, language, sides))


def _sides(days: tuple[date, date] | None, language: str, ends: bool) -> list[tuple[str, str]]:
    """What the two bars are called, and their days; nothing where there is one bar."""
    names = typeset.words("bars", language)["ends" if ends else "times"]
    return [
        (name, format_date(day, "d MMMM y", language)) for name, day in zip(names, days or (), strict=False)
    ]


def _in_words(rows: Sequence[Bar], caption: str, language: str, sides: Sequence[tuple[str, str]]) -> str:
    """The picture as text: whose numbers, of which days, and each of them."""
    words = typeset.words("bars", language)
    head = [shortened(caption, 120), *(f"{name}: {day}" for name, day in sides)]
    lines = [(row.label, _said(row, words["none"], language, bool(sides))) for row in rows]
    return in_words(head, lines)


def _said(row: Bar, none: str, language: str, two: bool) -> str:
    now = _number(row.per_cent, language)
    if two:
        return f"{_number(row.earlier, language) or none} → {now or none}"
    note = shortened(row.note, 120)
    return f"{now}, {note}" if now and note else now or note or none


def _drawn(row: Bar, language: str) -> dict[str, str | float | None]:
    none = typeset.words("bars", language)["none"]
    return {
        "label": typeset.one_line(row.label),
        "note": typeset.one_line(row.note),
        "at": _at(row.per_cent),
        "number": _number(row.per_cent, language),
        "said": _number(row.per_cent, language) or none,
        "earlier_at": _at(row.earlier),
        "earlier_said": _number(row.earlier, language) or none,
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
