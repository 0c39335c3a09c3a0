"""A workbook of plain texts: whatever a cell holds, a spreadsheet shows it and runs nothing."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Sequence

import xlsxwriter

NARROW, WIDE = 18, 60
SAFE = {
    "constant_memory": False,
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def xlsx(
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    wide: Collection[int] = (),
    marked: Collection[tuple[int, int]] = (),
) -> bytes:
    """A sheet with a bold first row that stays in sight; texts only, so long numbers keep their digits.

    `wide`: columns (from 0) for sentences; `marked`: cells (row from 0 below the head, column) with a background.
    """
    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, SAFE) as book:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        noticed = book.add_format(
            {"text_wrap": True, "valign": "top", "num_format": "@", "bg_color": "#ffe699"}
        )
        sheet.freeze_panes(1, 0)
        for at, words in enumerate(head):
            sheet.set_column(at, at, WIDE if at in wide else NARROW, plain)
            sheet.write_string(0, at, words, bold)
        for number, cells in enumerate(rows):
            for at, cell in enumerate(cells):
                sheet.write_string(number + 1, at, cell, noticed if (number, at) in marked else plain)
    return whole.getvalue()
