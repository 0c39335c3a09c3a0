"""The consent as a Word file, for those who print it and agree on paper: the words of the PDF, letter by letter."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from documents import consent
from documents.consent import ConsentFacts
from documents.paper_word import SMALL, Word, bare, dateless, field, run, speech

FONT = "Times New Roman"
DASH = "– "
LINE = "_" * 18
SPEECH = {"ru": "ru-RU", "en": "en-GB"}
NO_LETTERS = {0xFFFE: None, 0xFFFF: None}
"""What XML cannot hold and nobody sees."""


def docx(facts: ConsentFacts, language: str) -> bytes:
    """A4 with a place to sign; the foot carries edition, page numbers and the fingerprint of `consent.text`."""
    filled = consent.filled(facts, language)
    word = Document()
    _page(word)
    speech(word, SPEECH[language])
    _foot(word, filled, consent.fingerprint(consent.text(facts, language)))
    run(word.add_paragraph(), _letters(filled["title"]), bold=True, size=Pt(16))
    for line in filled["intro"]:
        word.add_paragraph(_letters(line))
    for number, section in enumerate(filled["sections"], 1):
        _section(word, number, section)
    for number, section in enumerate(filled["added"], len(filled["sections"]) + 1):
        _section(word, number, section)
    _signing(word, filled["print"])
    made = io.BytesIO()
    word.save(made)
    return dateless(made)


def _page(word: Word) -> None:
    page, normal = word.sections[0], word.styles["Normal"]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(24)
    page.top_margin = page.bottom_margin = Mm(20)
    normal.font.name, normal.font.size = FONT, Pt(11)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(4)
    word.styles["Footer"].font.size = SMALL


def _foot(word: Word, filled: dict[str, Any], fingerprint: str) -> None:
    words, foot = filled["print"], word.sections[0].footer.paragraphs[0]
    run(foot, f"{words['edition']} · {_letters(filled['title'])} · {words['page']} ", size=SMALL)
    field(foot, "PAGE")
    run(foot, f" {words['of']} ", size=SMALL)
    field(foot, "NUMPAGES")
    run(foot, f"\n{words['fingerprint']}: {fingerprint}", size=Pt(7))


def _section(word: Word, number: int, section: dict[str, Any]) -> None:
    heading = word.add_paragraph()
    heading.paragraph_format.keep_with_next = True
    run(heading, _letters(f"{number}. {section['heading']}"), bold=True)
    for line in section["paragraphs"]:
        word.add_paragraph(_letters(line))
    for item in section["items"]:
        word.add_paragraph(_letters(f"{DASH}{item}")).paragraph_format.left_indent = Mm(4)


def _signing(word: Word, words: dict[str, str]) -> None:
    """The place to sign, on one page."""
    over = word.add_paragraph()
    over.paragraph_format.keep_with_next = True
    run(over, words["sign"], size=SMALL)
    for cell, under in zip(bare(word, 3), (words["name"], words["signature"], words["date"]), strict=True):
        cell.paragraphs[0].paragraph_format.keep_with_next = True
        run(cell.paragraphs[0], LINE)
        label = cell.add_paragraph()
        label.alignment = WD_ALIGN_PARAGRAPH.LEFT
        run(label, under, size=SMALL)


def _letters(text: str) -> str:
    return text.translate(NO_LETTERS)
