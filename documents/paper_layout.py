"""Draws our own Word templates anew: `python -m documents.paper_layout` writes `templates/<kind>.docx`.

A template is an ordinary Word file with tags of docxtpl, which an organisation may take and change in Word. What it
can name is in docs/forms.md.
"""

from __future__ import annotations

import io

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from documents import typeset
from documents.paper_word import (
    CELL,
    SMALL,
    Word,
    bare,
    close,
    dateless,
    field,
    grid,
    loop_cells,
    loop_row,
    run,
    sized,
    speech,
    syllables,
    tag,
    unbroken,
    whole,
)

FONT = "Times New Roman"
SIGNING = (Mm(90), Mm(90))
PROVING = (Mm(34), Mm(146))
WIDE = frozenset({"growth", "roadmap", "marks", "correction", "plan"})
"""Kinds that lie on their side: too many columns to stand."""
FACTS, TABLE, WRITE = "facts", "table", "write"
BASE = {"base": ""}
"""Small print behind the signatures."""
PARTS = {
    "year_report": {"report": WRITE},
    "year_plan": dict.fromkeys(
        ("organising", "interim", "reporting", "results", "topics", "months", "applications"), TABLE
    ),
    "card": {
        "info": FACTS,
        "entry_diagnosis": TABLE,
        "programme": FACTS,
        "activities": TABLE,
        "final_event": TABLE,
        "dates": "",
        "amended": "",
        "note": "",
    },
    "growth": {"info": FACTS, "topic": FACTS, "entry_diagnosis": TABLE, "growth": TABLE}
    | {"products": "", "final_event": TABLE, "dates": ""}
    | BASE,
    "roadmap": {"info": FACTS, "roadmap": TABLE, "products": "", "dates": "", "note": ""} | BASE,
    "marks": {"marks": TABLE, "final_marks": TABLE},
    "correction": {"corrections": TABLE},
    "outcome": {"final_diagnosis": TABLE, "conclusions": WRITE, "date": "", "note": ""},
    "order": {"opening": "", "events": TABLE, "closing": "", "base": ""},
    "protocol": {"about": FACTS, "signatures_given": TABLE, "visas": ""},
    "note": {"note": FACTS},
    "plan": {"plan": TABLE},
    "tutor_order": {"opening": "", "tutors": TABLE, "discussed": "", "base": ""},
    "monitoring": {"observed": WRITE, "numbers": FACTS, "date": ""},
}
"""What each kind of paper is made of, in order, and what a section may hold beside its paragraphs."""


def template(kind: str) -> bytes:
    """Our template of one kind; the same bytes each time."""
    word = Document()
    _page(word, wide=kind in WIDE)
    _corners(word)
    for code, holds in PARTS[kind].items():
        if code not in BASE:
            _section(word, code, holds)
    _signatures(word)
    _proof(word)
    for code, holds in PARTS[kind].items():
        if code in BASE:
            _section(word, code, holds)
    made = io.BytesIO()
    word.save(made)
    return dateless(made)


def _section(word: Word, code: str, holds: str) -> None:
    tag(word, f"if {code} is defined")
    _part(word, code, holds)
    tag(word, "endif")


def _page(word: Word, *, wide: bool) -> None:
    section, normal = word.sections[0], word.styles["Normal"]
    width, height = Mm(210), Mm(297)
    section.page_width, section.page_height = (height, width) if wide else (width, height)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.left_margin, section.right_margin = Mm(20), Mm(10)
    section.top_margin, section.bottom_margin = Mm(18), Mm(18)
    normal.font.name, normal.font.size = FONT, Pt(12)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(3)
    word.styles["Footer"].font.size = SMALL
    speech(word, "ru-RU")
    syllables(word)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field(foot, "PAGE")
    run(foot, " {{ print.page_of }} ", size=SMALL)
    field(foot, "NUMPAGES")


def _corners(word: Word) -> None:
    """The mark and the caption, the two stamps, the head, the title."""
    left, right = bare(word, 2)
    run(left.paragraphs[0], "{{ mark }}", bold=True)
    run(right.paragraphs[0], "{{ caption }}").font.bold = False
    right.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    tag(word, "if stamps")
    for place, cell in enumerate(bare(word, 2)):
        run(cell.paragraphs[0], f"{{{{ stamps[{place}].word }}}}", bold=True)
        _lines(cell, f"stamps[{place}].lines")
    tag(word, "endif")
    _lines(word, "head")
    title = word.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    unbroken(title)
    title.paragraph_format.space_before = title.paragraph_format.space_after = Pt(10)
    run(title, "{{ title }}", bold=True, size=Pt(14))


def _lines(place: Word, name: str) -> None:
    tag(place, f"for line in {name}")
    close(place.add_paragraph("{{ line.text }}"))
    tag(place, "if line.under")
    under = close(place.add_paragraph())
    run(under, "{{ line.under }}", size=SMALL).font.italic = True
    tag(place, "endif")
    tag(place, "endfor")


def _part(word: Word, code: str, holds: str) -> None:
    tag(word, f"if {code}.title")
    heading = word.add_paragraph()
    unbroken(heading)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(12), Pt(4)
    run(heading, f"{{{{ {code}.title }}}}", bold=True)
    tag(word, "endif")
    tag(word, f"for words in {code}.paragraphs")
    run(word.add_paragraph(), "{{ words }}", size=SMALL if code in BASE else None)
    tag(word, "endfor")
    if holds == FACTS:
        _facts(word, code)
    elif holds == TABLE:
        _table(word, code)
    elif holds == WRITE:
        tag(word, f"for line in range({code}.blanks)")
        word.add_paragraph("_" * 75)
        tag(word, "endfor")


def _facts(word: Word, code: str) -> None:
    table = grid(word, 3, 2)
    loop_row(table.rows[0], f"for row in {code}.rows")
    for cell, place in zip(table.rows[1].cells, (0, 1), strict=True):
        run(cell.paragraphs[0], f"{{{{ row[{place}] }}}}", size=CELL)
    whole(table.rows[1])
    loop_row(table.rows[2], "endfor")


def _table(word: Word, code: str) -> None:
    """Two heads (the lower one where columns share a title) and the rows, for any number of columns."""
    table = grid(word, 7, 3)
    upper, ask, lower, asked, begin, row, end = table.rows
    loop_cells(upper, f"for span in {code}.head", "{% colspan span.span %}{{ span.title }}", bold=True)
    loop_row(ask, f"if {code}.two_heads")
    loop_cells(
        lower,
        f"for column in {code}.columns",
        "{% if column.group %}{{ column.title }}{% endif %}",
        bold=True,
    )
    loop_row(asked, "endif")
    loop_row(begin, f"for row in {code}.cells")
    loop_cells(row, "for cell in row", "{{ cell }}")
    loop_row(end, "endfor")
    for head in (upper, lower):
        whole(head)
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    whole(row)


def _signatures(word: Word) -> None:
    table = grid(word, 3, 2)
    table.style = word.styles["Normal Table"]
    sized(table, SIGNING)
    loop_row(table.rows[0], "for one in signatures")
    who, where = table.rows[1].cells
    tag(who, "if one.said and one.who", first=True)
    who.add_paragraph("{{ one.said }}")
    tag(who, "endif")
    who.add_paragraph("{{ one.who or one.said }}").paragraph_format.space_before = Pt(14)
    where.paragraphs[0].paragraph_format.space_before = Pt(14)
    run(where.paragraphs[0], "{{ print.blank_sign }} / {{ one.name }}")
    tag(where, "if one.under")
    run(where.add_paragraph(), "{{ one.under }}", size=SMALL).font.italic = True
    tag(where, "endif")
    whole(table.rows[1])
    loop_row(table.rows[2], "endfor")


def _proof(word: Word) -> None:
    """The square beside its words, in one row that stays on its page."""
    tag(word, "if proof")
    picture, words = bare(word, 2)
    table = word.tables[-1]
    sized(table, PROVING)
    run(picture.paragraphs[0], "{{ qr }}")
    tag(words, "for line in proof.lines", first=True)
    run(words.add_paragraph(), "{{ line }}", size=SMALL)
    tag(words, "endfor")
    whole(table.rows[0])
    tag(word, "endif")


if __name__ == "__main__":
    for name in PARTS:
        (typeset.TEMPLATES / f"{name}.docx").write_bytes(template(name))
