"""The strokes that our Word templates are drawn with: runs, tables, tags of docxtpl."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

Word: TypeAlias = Any
"""python-docx says little about its types."""
SMALL, CELL = Pt(9), Pt(10)
ROOM = {"top": "23", "left": "57", "bottom": "23", "right": "57"}
"""What a cell leaves free, in twentieths of a point: a millimetre at the sides; in the order of the format."""
AFTER_HYPHENS = ("w:kinsoku", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr")
AFTER_HYPHENATION = ("w:characterSpacingControl", "w:compat", "w:rsids")
"""What stands behind an element of ours in the format's order, as far as our files have it: Word minds the order."""


def field(paragraph: Word, code: str) -> None:
    """A number that Word counts by itself."""
    counted = run(paragraph, "", size=SMALL)
    for kind in ("begin", "end"):
        if kind == "end":
            text = OxmlElement("w:instrText")
            text.text = code
            counted._r.append(text)
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        counted._r.append(mark)


def speech(word: Word, language: str) -> None:
    """The language of the text («ru-RU»): Word checks the spelling in it and knows its syllables."""
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language)
    word.styles["Normal"].element.get_or_add_rPr().append(spoken)


def syllables(word: Word) -> None:
    """Words break by syllables at the end of a line: columns are narrow."""
    settings = word.settings.element
    settings.insert_element_before(OxmlElement("w:autoHyphenation"), *AFTER_HYPHENATION)


def unbroken(paragraph: Word) -> None:
    """A title goes over to the next line by whole words, and stays with what it is the title of."""
    paragraph.paragraph_format.keep_with_next = True
    paragraph._p.get_or_add_pPr().insert_element_before(OxmlElement("w:suppressAutoHyphens"), *AFTER_HYPHENS)


def tag(place: Word, tag: str, *, first: bool = False) -> None:
    """A tag of a whole paragraph, which goes when the paper is made."""
    paragraph = place.paragraphs[0] if first else place.add_paragraph()
    paragraph.add_run(f"{{%p {tag} %}}")


def loop_row(row: Word, tag: str) -> None:
    """A tag that repeats the rows behind it, or leaves them out."""
    row.cells[0].paragraphs[0].add_run(f"{{%tr {tag} %}}")


def loop_cells(row: Word, tag: str, words: str, *, bold: bool = False) -> None:
    """A row whose one cell is repeated for each column."""
    before, cell, after = row.cells
    before.paragraphs[0].add_run(f"{{%tc {tag} %}}")
    run(cell.paragraphs[0], words, bold=bold, size=CELL)
    if bold:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    after.paragraphs[0].add_run("{%tc endfor %}")


def run(paragraph: Word, words: str, *, bold: bool = False, size: Word = None) -> Word:
    """Words in one hand."""
    run = paragraph.add_run(words)
    run.font.bold = bold or None
    if size is not None:
        run.font.size = size
    return run


def grid(word: Word, rows: int, columns: int) -> Word:
    """A table with lines; its cells are narrow at the sides, because columns are many."""
    table = word.add_table(rows, columns)
    table.style, table.alignment = word.styles["Table Grid"], WD_TABLE_ALIGNMENT.CENTER
    margins = OxmlElement("w:tblCellMar")
    for side, room in ROOM.items():
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), room)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")
    for cell in (cell for row in table.rows for cell in row.cells):
        close(cell.paragraphs[0])
    return table


def close(paragraph: Word) -> Word:
    """A paragraph without room above and below."""
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def sized(table: Word, widths: Sequence[int]) -> None:
    """Columns of these widths from the left margin; said by the cells, too, which is all that Word reads."""
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.LEFT
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def bare(word: Word, columns: int) -> Iterable[Word]:
    """The cells of one row without lines."""
    table = grid(word, 1, columns)
    table.style = word.styles["Normal Table"]
    return tuple(table.rows[0].cells)


def whole(row: Word) -> None:
    """A row stays on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def dateless(made: io.BytesIO) -> bytes:
    """The archive without the moment at which it was packed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return packed.getvalue()
