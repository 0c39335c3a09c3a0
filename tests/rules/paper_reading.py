"""Papers read back from the bytes that people get: a Word file by python-docx, a PDF by pypdf."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence

import pypdf
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from documents.paper_model import Paper, Part


def squeezed(text: str) -> str:
    """Without spaces, and without hyphens: a PDF breaks words at the end of a line."""
    return re.sub(r"[\s\-\u2010\u00ad\u2060]", "", text)


def word_file(content: bytes) -> list[str]:
    """Every text of a Word file in the order of reading; merged cells once."""
    return list(_texts(Document(io.BytesIO(content))))


def _texts(place: object) -> Iterator[str]:
    for one in place.iter_inner_content():  # type: ignore[attr-defined]
        if isinstance(one, Paragraph):
            yield one.text
            continue
        for row in one.rows:
            seen: list[object] = []
            for cell in row.cells:
                if cell._tc not in seen:
                    seen.append(cell._tc)
                    yield from _texts(cell)


def tables(content: bytes) -> list[list[list[str]]]:
    """The tables of a Word file with lines, row by row; a merged cell as often as it has columns."""
    found = Document(io.BytesIO(content)).tables
    return [
        [[cell.text for cell in row.cells] for row in one.rows]
        for one in found
        if one.style.name == "Table Grid"
    ]


def repeated_rows(table: Table) -> int:
    """How many rows of a Word table come again on each page."""
    return sum(row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows)


def pages(content: bytes) -> list[str]:
    """The words of each page of a PDF."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def is_archival(content: bytes) -> bool:
    """Does a PDF say of itself that it is PDF/A-2b?"""
    metadata = pypdf.PdfReader(io.BytesIO(content)).trailer["/Root"]["/Metadata"].get_object().get_data()
    return b"<pdfaid:part>2</pdfaid:part>" in metadata and b">B</pdfaid:conformance>" in metadata


def said_by(paper: Paper) -> list[str]:
    """Everything that a paper has to say, in the order of reading."""
    texts = [paper.mark, paper.caption]
    for stamp in paper.stamps:
        texts += [stamp.word, *(text for line in stamp.lines for text in (line.text, line.under))]
    texts += [text for line in paper.head for text in (line.text, line.under)]
    texts.append(paper.title)
    texts += [text for part in paper.parts if not part.small for text in _said_in(part)]
    for one in paper.signatures:
        texts += [one.said, one.who, one.name, one.under]
    texts += [text for part in paper.parts if part.small for text in _said_in(part)]
    return [line for text in texts for line in text.split("\n") if line.strip()]


def _said_in(part: Part) -> list[str]:
    texts = [part.title, *part.paragraphs, *(text for row in part.rows for text in row)]
    texts += [span.title for span in part.head if span.alone]
    texts += [column.title for column in part.columns if column.group]
    return [*texts, *(cell for row in part.cells for cell in row)]


def missing(texts: Sequence[str], read: str) -> list[str]:
    """The texts that do not stand in what was read, one behind another."""
    whole, at, lost = squeezed(read), 0, []
    for text in texts:
        found = whole.find(squeezed(text), at)
        if found < 0:
            lost.append(text)
        else:
            at = found + len(squeezed(text))
    return lost
