"""Draws our own Word templates anew: `python -m documents.paper_layout` writes `templates/<kind>.docx`.

A template is an ordinary Word file with tags of docxtpl, which an organisation may take and change in Word. What it
can name is in docs/forms.md.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any, TypeAlias

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from documents import typeset

Word: TypeAlias = Any
"""python-docx says little about its types."""
FONT = "Times New Roman"
SIGNING = (Mm(80), Mm(98))
SMALL, CELL = Pt(9), Pt(10)
WIDE = frozenset({"growth", "roadmap", "marks"})
"""Kinds that lie on their side: too many columns to stand."""
FACTS, TABLE, WRITE = "facts", "table", "write"
PARTS = {
    "card": {
        "info": FACTS,
        "entry_diagnosis": TABLE,
        "activities": TABLE,
        "final_event": TABLE,
        "dates": "",
        "note": "",
    },
    "growth": {"info": FACTS, "topic": FACTS, "growth": TABLE, "final_event": TABLE, "dates": "", "note": ""},
    "roadmap": {"info": FACTS, "roadmap": TABLE, "dates": "", "note": ""},
    "marks": {"marks": TABLE, "final_marks": TABLE},
    "outcome": {"final_diagnosis": TABLE, "conclusions": WRITE, "date": "", "note": ""},
    "order": {"opening": "", "events": TABLE, "closing": ""},
    "monitoring": {"observed": WRITE, "numbers": FACTS, "date": ""},
}
"""What each kind of paper is made of, in order, and what a section may hold beside its paragraphs."""


def template(kind: str) -> bytes:
    """Our template of one kind; the same bytes are never promised, the same words are."""
    word = Document()
    _page(word, wide=kind in WIDE)
    _corners(word)
    for code, holds in PARTS[kind].items():
        _tag(word, f"if {code} is defined")
        _part(word, code, holds)
        _tag(word, "endif")
    _signatures(word)
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def _page(word: Word, *, wide: bool) -> None:
    section, normal = word.sections[0], word.styles["Normal"]
    width, height = Mm(210), Mm(297)
    section.page_width, section.page_height = (height, width) if wide else (width, height)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.left_margin, section.right_margin = Mm(20), Mm(10)
    section.top_margin, section.bottom_margin = Mm(18), Mm(18)
    normal.font.name, normal.font.size = FONT, Pt(12)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(3)
    word.styles["Footer"].font.size = SMALL
    speech = OxmlElement("w:lang")
    speech.set(qn("w:val"), "ru-RU")
    normal.element.rPr.append(speech)
    word.settings.element.append(OxmlElement("w:autoHyphenation"))
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(foot, "PAGE")
    _run(foot, " {{ print.page_of }} ", size=SMALL)
    _field(foot, "NUMPAGES")


def _field(paragraph: Word, code: str) -> None:
    """A number that Word counts by itself."""
    run = _run(paragraph, "", size=SMALL)
    for kind in ("begin", "end"):
        if kind == "end":
            text = OxmlElement("w:instrText")
            text.text = code
            run._r.append(text)
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)


def _corners(word: Word) -> None:
    """The mark and the caption, the two stamps, the head, the title."""
    left, right = _bare(word, 2)
    _run(left.paragraphs[0], "{{ mark }}", bold=True)
    _run(right.paragraphs[0], "{{ caption }}").font.bold = False
    right.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _tag(word, "if stamps")
    for place, cell in enumerate(_bare(word, 2)):
        _run(cell.paragraphs[0], f"{{{{ stamps[{place}].word }}}}", bold=True)
        _lines(cell, f"stamps[{place}].lines")
    _tag(word, "endif")
    _lines(word, "head")
    title = word.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before = title.paragraph_format.space_after = Pt(10)
    _run(title, "{{ title }}", bold=True, size=Pt(14))


def _lines(place: Word, name: str) -> None:
    _tag(place, f"for line in {name}")
    place.add_paragraph("{{ line.text }}")
    _tag(place, "if line.under")
    _run(place.add_paragraph(), "{{ line.under }}", size=SMALL).font.italic = True
    _tag(place, "endif")
    _tag(place, "endfor")


def _part(word: Word, code: str, holds: str) -> None:
    _tag(word, f"if {code}.title")
    heading = word.add_paragraph()
    heading.paragraph_format.keep_with_next = True
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(12), Pt(4)
    _run(heading, f"{{{{ {code}.title }}}}", bold=True)
    _tag(word, "endif")
    _tag(word, f"for words in {code}.paragraphs")
    word.add_paragraph("{{ words }}")
    _tag(word, "endfor")
    if holds == FACTS:
        _facts(word, code)
    elif holds == TABLE:
        _table(word, code)
    elif holds == WRITE:
        _tag(word, f"for line in range({code}.blanks)")
        word.add_paragraph("_" * 75)
        _tag(word, "endfor")


def _facts(word: Word, code: str) -> None:
    table = _grid(word, 3, 2)
    _loop_row(table.rows[0], f"for row in {code}.rows")
    for cell, place in zip(table.rows[1].cells, (0, 1), strict=True):
        _run(cell.paragraphs[0], f"{{{{ row[{place}] }}}}", size=CELL)
    _whole(table.rows[1])
    _loop_row(table.rows[2], "endfor")


def _table(word: Word, code: str) -> None:
    """Two heads (the lower one where columns share a title) and the rows, for any number of columns."""
    table = _grid(word, 7, 3)
    upper, ask, lower, asked, begin, row, end = table.rows
    _loop_cells(upper, f"for span in {code}.head", "{% colspan span.span %}{{ span.title }}", bold=True)
    _loop_row(ask, f"if {code}.two_heads")
    _loop_cells(
        lower,
        f"for column in {code}.columns",
        "{% if column.group %}{{ column.title }}{% endif %}",
        bold=True,
    )
    _loop_row(asked, "endif")
    _loop_row(begin, f"for row in {code}.cells")
    _loop_cells(row, "for cell in row", "{{ cell }}")
    _loop_row(end, "endfor")
    for head in (upper, lower):
        _whole(head)
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _whole(row)


def _signatures(word: Word) -> None:
    table = _grid(word, 3, 2)
    table.style = word.styles["Normal Table"]
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, SIGNING, strict=True):
            cell.width = width
    _loop_row(table.rows[0], "for one in signatures")
    who, where = table.rows[1].cells
    _tag(who, "if one.said", first=True)
    who.add_paragraph("{{ one.said }}")
    _tag(who, "endif")
    who.add_paragraph("{{ one.who }}")
    where.paragraphs[0].paragraph_format.space_before = Pt(14)
    _run(where.paragraphs[0], "{{ print.blank_sign }} / {{ one.name }}")
    _tag(where, "if one.under")
    _run(where.add_paragraph(), "{{ one.under }}", size=SMALL).font.italic = True
    _tag(where, "endif")
    _whole(table.rows[1])
    _loop_row(table.rows[2], "endfor")


def _tag(place: Word, tag: str, *, first: bool = False) -> None:
    """A tag of a whole paragraph, which goes when the paper is made."""
    paragraph = place.paragraphs[0] if first else place.add_paragraph()
    paragraph.add_run(f"{{%p {tag} %}}")


def _loop_row(row: Word, tag: str) -> None:
    row.cells[0].paragraphs[0].add_run(f"{{%tr {tag} %}}")


def _loop_cells(row: Word, tag: str, words: str, *, bold: bool = False) -> None:
    before, cell, after = row.cells
    before.paragraphs[0].add_run(f"{{%tc {tag} %}}")
    _run(cell.paragraphs[0], words, bold=bold, size=CELL)
    if bold:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    after.paragraphs[0].add_run("{%tc endfor %}")


def _run(paragraph: Word, words: str, *, bold: bool = False, size: Word = None) -> Word:
    run = paragraph.add_run(words)
    run.font.bold = bold or None
    if size is not None:
        run.font.size = size
    return run


def _grid(word: Word, rows: int, columns: int) -> Word:
    table = word.add_table(rows, columns)
    table.style, table.alignment = word.styles["Table Grid"], WD_TABLE_ALIGNMENT.CENTER
    for cell in (cell for row in table.rows for cell in row.cells):
        cell.paragraphs[0].paragraph_format.space_after = Pt(0)
    return table


def _bare(word: Word, columns: int) -> Iterable[Word]:
    """The cells of one row without lines."""
    table = _grid(word, 1, columns)
    table.style = word.styles["Normal Table"]
    return tuple(table.rows[0].cells)


def _whole(row: Word) -> None:
    """A row stays on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


if __name__ == "__main__":
    for name in PARTS:
        (typeset.TEMPLATES / f"{name}.docx").write_bytes(template(name))
