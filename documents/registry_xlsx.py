"""The registry as XLSX: written row by row with flat memory; no cell is ever a formula or a link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from documents.registry_words import Wording

TITLE, NOTE, HEAD = 0, 1, 3
"""Rows, counted from 0: what it is, of when, the headings; the third stays empty, so that filters end there."""
FROZEN = 2
"""Columns that stay in sight: up to the teacher's name."""
LAST_PRINTED = "entered_on"
"""What stands behind it is for the screen: a page has room for no more."""
SAFE = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
A4 = 9
FONT = {"font_name": "Arial", "font_size": 10, "valign": "top"}
COLOURS = {"overdue": "#F8CBAD", "awaiting": "#FFE699", "suspended": "#D9D9D9", "closed": "#C6E0B4"}
HEADED = {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#DDEBF7"}
LINED = {"border": 1, "border_color": "#BFBFBF"}


class Xlsx:
    """Takes rows one by one; `end` adds the marks and the summary, and closes the file.

    `columns`: the names of the columns, in the order of a row.
    """

    def __init__(self, path: Path, columns: Iterable[str], title: str, note: str, wording: Wording) -> None:
        self._wording = wording
        self._book = xlsxwriter.Workbook(str(path), {**SAFE, "tmpdir": str(path.parent)})
        self._plain, self._head = self._format(**LINED), self._format(**HEADED, **LINED)
        self._day = self._format(num_format="dd.mm.yyyy", align="left", **LINED)
        self._number, self._free = self._format(align="center", **LINED), self._format()
        self._names = tuple(columns)
        self._at = HEAD
        known = wording.columns()
        self._sheet = self._page(self._wording.words["sheet"], [known[name] for name in self._names])
        self._sheet.write_string(TITLE, 0, title, self._format(bold=True, font_size=14))
        self._sheet.write_string(NOTE, 0, note, self._free)
        self._headings(self._sheet, HEAD, [known[name][0] for name in self._names])
        self._sheet.freeze_panes(HEAD + 1, FROZEN)

    def add(self, row: Iterable[Any]) -> None:
        """One route, its values in the order of the columns."""
        self._at += 1
        for at, (name, value) in enumerate(zip(self._names, row, strict=True)):
            self._cell(self._sheet, at, self._wording.said(name, value))

    def end(self, summary: Iterable[Mapping[str, Any]]) -> None:
        """Filters and colours over everything written, the second sheet, and the file is whole."""
        last = max(self._at, HEAD + 1)
        self._sheet.autofilter(HEAD, 0, last, len(self._names) - 1)
        self._sheet.print_area(0, 0, last, self._names.index(LAST_PRINTED))
        self._colour(last)
        self._sum_up(summary)
        self._book.close()

    def _colour(self, last: int) -> None:
        at = xlsxwriter.utility.xl_col_to_name(self._names.index("mark"))
        for mark, colour in COLOURS.items():
            word = self._wording.said("mark", mark)
            rule = {"type": "formula", "criteria": f'=${at}{HEAD + 2}="{word}"'}
            rule["format"] = self._book.add_format({"bg_color": colour})
            self._sheet.conditional_format(HEAD + 1, 0, last, len(self._names) - 1, rule)

    def _sum_up(self, summary: Iterable[Mapping[str, Any]]) -> None:
        words = self._wording.words
        known = self._wording.columns("summary_columns")
        sheet = self._page(words["summary"], list(known.values()))
        self._headings(sheet, 0, [title for title, _ in known.values()])
        sheet.freeze_panes(1, 0)
        self._at = 0
        for line in summary:
            self._at += 1
            for at, name in enumerate(known):
                self._cell(sheet, at, line[name])
        sheet.write_string(self._at + 2, 0, words["legend"], self._free)

    def _page(self, name: str, columns: list[tuple[str, float]]) -> Any:
        """A sheet that prints on landscape A4, as wide as the page, the headings on each."""
        sheet = self._book.add_worksheet(name)
        for at, (_, width) in enumerate(columns):
            sheet.set_column(at, at, width)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer(f"&R{self._wording.words['page']}")
        return sheet

    def _headings(self, sheet: Any, row: int, titles: list[str]) -> None:
        sheet.set_row(row, 42)
        for at, title in enumerate(titles):
            sheet.write_string(row, at, title, self._head)
        sheet.repeat_rows(row)

    def _cell(self, sheet: Any, at: int, value: Any) -> None:
        """A date as a date, a number as a number, everything else as a text whatever it begins with."""
        if isinstance(value, date):
            sheet.write_datetime(self._at, at, value, self._day)
        elif isinstance(value, int):
            sheet.write_number(self._at, at, value, self._number)
        elif value:
            sheet.write_string(self._at, at, value, self._plain)
        else:
            sheet.write_blank(self._at, at, None, self._plain)

    def _format(self, **more: Any) -> Any:
        return self._book.add_format({**FONT, **more})
