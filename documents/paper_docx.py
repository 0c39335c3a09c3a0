"""A paper as a Word file: a template with tags, and the same facts as the PDF."""

from __future__ import annotations

import io
import re
import traceback
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Literal

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from documents import qr, typeset
from documents.paper_model import Paper

_MARKUP = re.compile(r"<[^>]+>")
_FILE = "<template>"
LONGEST_TAG = 60
QR = Mm(28)
Fault = Literal["file", "tag", "endless"]
_TAG = re.compile(r"\{[{%].*?[%}]\}")
_NO_WORD_FILE = (zipfile.BadZipFile, KeyError, ValueError)
_NOT_JINJA = re.compile(r"\{_\{|\}_\}|\{_%|%_\}")
"""What docxtpl would turn into braces after the facts are in."""


class TemplateRefused(Exception):
    """A template cannot be filled: the tag that is wrong ("" where none can be named), and what is wrong.

    `fault`: the file is no Word file, a tag is wrong, or filling it takes too much time or memory.
    """

    def __init__(self, tag: str, why: str, fault: Fault = "tag") -> None:
        super().__init__(f"{tag}: {why}" if tag else why)
        self.tag, self.why, self.fault = tag, why, fault


def docx(paper: Paper) -> bytes:
    """The Word file of our own template."""
    return filled(_ours(paper.kind), paper.facts, picture_of(paper))


def picture_of(paper: Paper) -> bytes:
    """The square that a camera reads, as PNG; empty where no link leads anywhere."""
    return qr.png(paper.proof.link) if paper.proof is not None and paper.proof.link else b""


def filled(template: bytes, facts: dict[str, Any], picture: bytes) -> bytes:
    """Any template with the facts in it. Raises TemplateRefused. Nothing bounds it: own_template.py does."""
    word = _opened(template)
    named = {part["code"]: part for part in facts["parts"]}
    known = _with_marks(facts | named) | {"qr": _inline(word, picture)}
    try:
        word.render(known, jinja_env=_environment(), autoescape=True)
    except Exception as error:  # a tag of an own template may fail in any way
        raise TemplateRefused(_tag_of(error, word), str(error)) from error
    _finish(word.docx, facts["parts"])
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def loop_of(template: bytes) -> str:
    """The tag that is most likely to have no end: a loop over numbers, else the first loop, else the first tag."""
    word = _opened(template)
    tags = [_MARKUP.sub("", one) for one in _TAG.findall(word.patch_xml(word.get_xml()))]
    loops = [one for one in tags if re.match(r"\{%\w*\s*for\b", one)]
    numbers = [one for one in loops if "range" in one]
    return next(iter((*numbers, *loops, *tags)), "")[:LONGEST_TAG]


@cache
def _ours(kind: str) -> bytes:
    return (typeset.TEMPLATES / f"{kind}.docx").read_bytes()


@cache
def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def _opened(template: bytes) -> DocxTemplate:
    try:
        word = DocxTemplate(io.BytesIO(template))
        word.init_docx()
    except _NO_WORD_FILE as error:
        raise TemplateRefused("", "no Word file (.docx)", "file") from error
    return word


def _inline(word: DocxTemplate, picture: bytes) -> InlineImage | str:
    return InlineImage(word, io.BytesIO(picture), width=QR) if picture else ""


def _with_marks(facts: Any) -> Any:
    """The facts with an invisible joiner inside what docxtpl would otherwise read as its own escapes."""
    if isinstance(facts, str):
        return _NOT_JINJA.sub(lambda found: "\u2060".join(found.group()), facts)
    if isinstance(facts, dict):
        return {key: _with_marks(one) for key, one in facts.items()}
    if isinstance(facts, list):
        return [_with_marks(one) for one in facts]
    return facts


def _tag_of(error: Exception, word: DocxTemplate) -> str:
    """The tag as it stands in the template, on the line of its body that jinja has stumbled over; "" where none is."""
    source = re.sub(r"<w:p([ >])", r"\n<w:p\1", word.patch_xml(word.get_xml()))
    lines = [_MARKUP.sub("", line) for line in source.splitlines()]
    number = getattr(error, "lineno", None) or _line_of(error)
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    tags = _TAG.findall(line) or [line.strip()[:LONGEST_TAG]]
    named = re.findall(r"'([^']+)'", str(error))
    fitting = [tag for tag in tags if any(name in tag for name in named)]
    return next((tag for tag in (*fitting, *tags, *named) if tag), "")


def _line_of(error: Exception) -> int:
    """The line of the template at which an error of another kind came up; 0 for none."""
    found = [
        line for frame, line in traceback.walk_tb(error.__traceback__) if _FILE in frame.f_code.co_filename
    ]
    return found[-1] if found else 0


def _finish(word: Any, parts: Sequence[Mapping[str, Any]]) -> None:
    """What tags cannot say: how wide columns are, and which cells of the head go over both of its rows."""
    section = word.sections[0]
    whole = section.page_width - section.left_margin - section.right_margin
    by_titles = {tuple(one["title"] for one in part["columns"]): part for part in parts if part["columns"]}
    for table in word.tables:
        heads = [
            row for row in table._tbl.tr_lst if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        ]
        if not heads:
            continue
        if len(heads) == 2:
            _over_both(heads[0].tc_lst, heads[1].tc_lst)
        part = by_titles.get(_titles(heads))
        if part is not None:
            _widths(table, [one["weight"] for one in part["columns"]], whole)


def _titles(heads: Sequence[Any]) -> tuple[str, ...]:
    """The titles of the columns: in the lower head, or above where the lower one is empty."""
    above = [_text(cell) for cell in heads[0].tc_lst for _ in range(cell.grid_span)]
    below = [_text(cell) for cell in heads[-1].tc_lst for _ in range(cell.grid_span)]
    return tuple(low or high for low, high in zip(below, above, strict=False))


def _text(cell: Any) -> str:
    return "".join(node.text or "" for node in cell.iter(qn("w:t")))


def _over_both(above: Sequence[Any], below: Sequence[Any]) -> None:
    at = 0
    for cell in above:
        if cell.grid_span == 1 and at < len(below) and not _text(below[at]):
            for one, value in ((cell, "restart"), (below[at], "continue")):
                merge = OxmlElement("w:vMerge")
                merge.set(qn("w:val"), value)
                one.get_or_add_tcPr().append(merge)
        at += cell.grid_span


def _widths(table: Any, weights: Sequence[int], whole: int) -> None:
    table.autofit = False
    widths = [Emu(whole * weight // sum(weights)) for weight in weights]
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=False):
        column.w = width
    for row in table._tbl.tr_lst:
        at = 0
        for cell in row.tc_lst:
            cell.width = Emu(sum(widths[at : at + cell.grid_span]))
            at += cell.grid_span
